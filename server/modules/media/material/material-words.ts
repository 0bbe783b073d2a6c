import type { Material } from './material-queries.ts';

/** The words by which a material is found: also what is said in it, and the name of its file without its ending. */
export const wordsOf = ({
  title,
  name,
  caption,
  credit,
  transcript,
  keywords,
}: Pick<Material, 'title' | 'name' | 'caption' | 'credit' | 'transcript' | 'keywords'>): string[] => [
  title,
  bareName(name),
  caption,
  credit,
  transcript,
  ...keywords,
];

/** A file's name without its ending, and with spaces where people write lines in place of them. */
export const bareName = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/[_-]+/g, ' ');
