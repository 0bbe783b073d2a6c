import { inlineText, wordsOf } from './inline-text.ts';
import type { Block, StoryText } from './schema.ts';

/** At most `characters` of what the story says, for lists and feeds: the deck if there is one, otherwise its first paragraphs on one line. Ends after a sentence
 *  when one ends in the last third, otherwise between words, with `…`; never inside an emoji or a letter with its accent. */
export function excerpt(text: StoryText, characters: number): string {
  const whole = (text.deck !== '' ? text.deck : prose(text.body.content)).replace(/\s+/g, ' ').trim();
  const parts = graphemes(whole, characters + 1);
  if (parts.length <= characters) return whole;
  const head = parts.slice(0, Math.max(0, characters - 1));
  const sentence = lastIndexWhere(head, (sign) => /[。！？!?；;]/.test(sign));
  if (sentence >= (characters * 2) / 3 - 1 && sentence >= 0) return head.slice(0, sentence + 1).join('');
  return `${head
    .slice(0, wordEnd(head, parts[head.length] ?? ''))
    .join('')
    .replace(/[\s，、,;；:：（(]+$/, '')}…`;
}

/** Paragraphs first; a text of lists or headings alone gives those. */
function prose(blocks: readonly Block[]): string {
  const paragraphs = blocks.flatMap((block) => (block.type === 'paragraph' ? [inlineText(block.content)] : []));
  return (paragraphs.length > 0 ? paragraphs : wordsOf(blocks)).join(' ');
}

/** Han text may be cut anywhere; a word or a number in Latin letters or digits stays whole unless it is all there is. */
function wordEnd(head: readonly string[], next: string): number {
  if (!/[\p{Script=Latin}\p{N}]/u.test(next)) return head.length;
  const before = lastIndexWhere(head, (sign) => !/[\p{Script=Latin}\p{N}.'’-]/u.test(sign));
  return before < head.length / 2 ? head.length : before + 1;
}

function lastIndexWhere(items: readonly string[], holds: (item: string) => boolean): number {
  for (let i = items.length - 1; i >= 0; i--) if (holds(items[i] ?? '')) return i;
  return -1;
}

/** The first signs as a reader sees them; code points where the browser cannot tell. */
function graphemes(text: string, most: number): string[] {
  if (typeof Intl.Segmenter !== 'function') return [...text].slice(0, most);
  const signs: string[] = [];
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (signs.length >= most) break;
    signs.push(segment);
  }
  return signs;
}
