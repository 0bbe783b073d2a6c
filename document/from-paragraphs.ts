import { parseStoryText, type ParsedText, type ParseOptions } from './parse.ts';
import { isAllowedHref } from './links.ts';
import type { FigureAttrs, Inline, LanguageTag, Mark, TextNode } from './schema.ts';

/** A paragraph with light markup, or a block of another kind. */
export type PlainBlock =
  | string
  | { heading: string; level?: 2 | 3 }
  | { list: readonly string[]; ordered?: boolean }
  | { quote: readonly string[] }
  | { facts: readonly string[]; heading?: string }
  | { gallery: readonly PlainFigure[] }
  | { figure: PlainFigure }
  | { table: readonly (readonly string[])[]; headers?: boolean }
  | { rule: true };

/** A picture with what is known of it; words that lack are empty. */
export type PlainFigure = Pick<FigureAttrs, 'hash' | 'width' | 'height'> & Partial<FigureAttrs>;

export type PlainStory = { language: LanguageTag; title: string; deck?: string; paragraphs: readonly PlainBlock[] };

/** A story text from plain paragraphs and pictures: what a phone sends, what the demonstration is written in. Paragraphs know `**bold**`, `[words](address)` and `[^words of a footnote]`;
 *  whatever does not close, or whose address is not allowed, stays as it was typed. Paths of errors point into the body made from it, in the same order. */
export function storyTextFromParagraphs(story: PlainStory, options: ParseOptions = {}): ParsedText {
  const body = { type: 'doc', content: story.paragraphs.map(blockFrom) };
  return parseStoryText({ v: 1, language: story.language, title: story.title, deck: story.deck ?? '', body }, options);
}

function blockFrom(block: PlainBlock): object {
  if (typeof block === 'string') return paragraphFrom(block);
  if ('heading' in block && !('facts' in block))
    return { type: 'heading', attrs: { level: block.level ?? 2 }, content: inlineFrom(block.heading) };
  if ('list' in block)
    return {
      type: block.ordered ? 'orderedList' : 'bulletList',
      content: block.list.map((item) => ({ type: 'listItem', content: [paragraphFrom(item)] })),
    };
  if ('quote' in block) return { type: 'blockquote', content: block.quote.map(paragraphFrom) };
  if ('facts' in block) return factBoxFrom(block.facts, block.heading);
  if ('figure' in block) return { type: 'figure', attrs: block.figure };
  if ('gallery' in block)
    return { type: 'gallery', content: block.gallery.map((attrs) => ({ type: 'figure', attrs })) };
  if ('table' in block) return tableFrom(block.table, block.headers ?? true);
  return { type: 'horizontalRule' };
}

function tableFrom(rows: readonly (readonly string[])[], headers: boolean): object {
  const cell = (words: string, row: number): object => ({
    type: headers && row === 0 ? 'tableHeader' : 'tableCell',
    content: [paragraphFrom(words)],
  });
  return {
    type: 'table',
    content: rows.map((cells, row) => ({ type: 'tableRow', content: cells.map((words) => cell(words, row)) })),
  };
}

function factBoxFrom(facts: readonly string[], heading: string | undefined): object {
  const head = heading === undefined ? [] : [{ type: 'heading', attrs: { level: 3 }, content: inlineFrom(heading) }];
  return { type: 'factBox', content: [...head, ...facts.map(paragraphFrom)] };
}

function paragraphFrom(words: string): object {
  return { type: 'paragraph', content: inlineFrom(words) };
}

/** Links and footnotes first, bold inside and around them. */
function inlineFrom(words: string): Inline[] {
  const inline: Inline[] = [];
  let bold = false;
  const parts = words.split(
    /(\*\*|\[[^\][\n]{1,200}\]\([^()\s]{1,2000}\)|\[\^(?:[^\][\n]|\[[^\][\n]{1,200}\]\([^()\s]{1,2000}\)){1,1000}\])/,
  );
  let open = parts.filter((part) => part === '**').length;
  for (const part of parts) {
    if (part === '**' && (bold || open > 1)) {
      bold = !bold;
      open--;
      continue;
    }
    const note = /^\[\^([^\n]+)\]$/.exec(part)?.[1];
    if (note !== undefined) {
      const content = inlineFrom(note).filter((node): node is TextNode => node.type === 'text');
      inline.push({ type: 'footnote', content });
      continue;
    }
    const link = /^\[([^\][\n]+)\]\(([^()\s]+)\)$/.exec(part);
    const href = link?.[2];
    const marks: Mark[] = [
      ...(href !== undefined && isAllowedHref(href) ? [{ type: 'link' as const, attrs: { href } }] : []),
      ...(bold ? [{ type: 'bold' as const }] : []),
    ];
    const text = href !== undefined && isAllowedHref(href) ? (link?.[1] ?? '') : part;
    if (text !== '') inline.push({ type: 'text', text, marks });
  }
  return inline;
}
