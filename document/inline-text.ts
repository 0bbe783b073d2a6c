import type { Block, Inline, TextNode } from './schema.ts';

/** The words of inline content; a hard break is a line feed, a footnote `noteSign`: its own words stand apart (`footnotesIn`). */
export function inlineText(content: readonly Inline[] | undefined, noteSign = ''): string {
  return (content ?? [])
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : noteSign))
    .join('');
}

/** The words of the footnotes in inline content, in their order. */
export const footnotesIn = (content: readonly Inline[] | undefined): (readonly TextNode[])[] =>
  (content ?? []).flatMap((node) => (node.type === 'footnote' ? [node.content] : []));

/** The words of every paragraph and heading below these blocks, in reading order, each with its footnotes behind it; pictures have none here. */
export function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading')
      return [inlineText(block.content), ...footnotesIn(block.content).map((words) => inlineText(words))];
    if (block.type === 'figure' || block.type === 'gallery' || block.type === 'horizontalRule') return [];
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return block.content.flatMap((item) => wordsOf(item.content));
    if (block.type === 'table')
      return block.content.flatMap((row) => row.content.flatMap((cell) => wordsOf(cell.content)));
    return wordsOf(block.content);
  });
}
