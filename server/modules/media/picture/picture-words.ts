import type { Picture } from './picture-queries.ts';

/** The words by which a picture is found. */
export const wordsOf = ({
  title,
  alt,
  caption,
  credit,
  keywords,
}: Pick<Picture, 'title' | 'alt' | 'caption' | 'credit' | 'keywords'>): string[] => [
  title,
  alt,
  caption,
  credit,
  ...keywords,
];
