import type { Block, FigureAttrs, StoryText } from '@xiangyin/document';

/** The pictures of a text by their hash, with their words. */
export function figuresOf(text: StoryText): ReadonlyMap<string, FigureAttrs> {
  return new Map(text.body.content.filter(isFigure).map((block) => [block.attrs.hash, block.attrs]));
}

const isFigure = (block: Block): block is Extract<Block, { type: 'figure' }> => block.type === 'figure';
