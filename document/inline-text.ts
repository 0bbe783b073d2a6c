import type { Block, Inline } from './schema.ts';

/** The words of inline content; a hard break is a line feed. */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

/** The words of every paragraph and heading below these blocks, in reading order; pictures have none here. */
export function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return [inlineText(block.content)];
    if (block.type === 'figure' || block.type === 'horizontalRule') return [];
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return block.content.flatMap((item) => wordsOf(item.content));
    if (block.type === 'table')
      return block.content.flatMap((row) => row.content.flatMap((cell) => wordsOf(cell.content)));
    return wordsOf(block.content);
  });
}
