import { figuresIn } from '@xiangyin/document';
import type { FigureAttrs, StoryText } from '@xiangyin/document';

/** The pictures of a text by their hash, with their words; those of galleries among them. */
export const figuresOf = (text: StoryText): ReadonlyMap<string, FigureAttrs> =>
  new Map(figuresIn(text).map(({ attrs }) => [attrs.hash, attrs]));
