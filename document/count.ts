import { wordsOf } from './inline-text.ts';
import { lengthOf } from './limits.ts';
import type { StoryText } from './schema.ts';

// A run of letters and digits of alphabetic scripts with what joins them (20:40, 1,200.5, don't, e-mail) is one; any other visible sign is one.
const units =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Hangul}\p{M}\p{Nd}]+(?:[.,:'’\-/%][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Tibetan}\p{Nd}]+)*|[^\s\p{C}]/gu;

/** 字数 by the trade's rule: each Han character and each punctuation mark is 1, a Latin word or a number is 1, space is 0. Of a story: its body without title, deck and captions. */
export function countCharacters(text: StoryText | string): number {
  if (typeof text === 'string') return text.match(units)?.length ?? 0;
  return wordsOf(text.body.content).reduce((sum, words) => sum + countCharacters(words), 0);
}

/** 字符数: every sign but spaces, as Word counts "characters (no spaces)". Of a story: its body without title, deck and captions. */
export function countSigns(text: StoryText | string): number {
  if (typeof text === 'string') return lengthOf(text.replace(/[\s\p{C}]/gu, ''));
  return wordsOf(text.body.content).reduce((sum, words) => sum + countSigns(words), 0);
}

/** Seconds to read title, deck and body, rounded up: 400 Han characters or 220 Latin words a minute; `aloud` 240 and 150, the pace of a village loudspeaker. */
export function readingSeconds(text: StoryText, options: { aloud?: boolean } = {}): number {
  const all = [text.title, text.deck, ...wordsOf(text.body.content)].join('\n');
  const units = countCharacters(all);
  const words = all.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]+/gu)?.length ?? 0;
  const [hanPerMinute, wordsPerMinute] = options.aloud ? [240, 150] : [400, 220];
  return Math.ceil(((units - words) / hanPerMinute + words / wordsPerMinute) * 60);
}
