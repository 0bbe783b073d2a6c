import { figuresIn } from './figures-in.ts';
import { wordsOf } from './inline-text.ts';
import type { StoryText } from './schema.ts';

/** What a text still lacks before it can be submitted; `path` is a JSON pointer. */
export type UnfinishedPart = {
  path: string;
  code: 'TitleMissing' | 'BodyEmpty' | 'AlternativeTextMissing' | 'CreditMissing';
};

/** A valid draft may be unfinished: no headline, no words, a picture that those who cannot see get nothing of, where `credits` one that names nobody who made it. Empty when nothing is missing. */
export function unfinishedParts(text: StoryText, { credits = false }: { credits?: boolean } = {}): UnfinishedPart[] {
  const parts: UnfinishedPart[] = [];
  if (text.title === '') parts.push({ path: '/title', code: 'TitleMissing' });
  if (wordsOf(text.body.content).every((words) => words.trim() === ''))
    parts.push({ path: '/body', code: 'BodyEmpty' });
  for (const { path, attrs } of figuresIn(text)) {
    if (attrs.alt === '') parts.push({ path: `${path}/alt`, code: 'AlternativeTextMissing' });
    if (credits && attrs.credit.trim() === '') parts.push({ path: `${path}/credit`, code: 'CreditMissing' });
  }
  return parts;
}

/** The pictures of a text, as stored hashes in reading order, each once. */
export function pictureHashes(text: StoryText): string[] {
  return [...new Set(figuresIn(text).map(({ attrs }) => attrs.hash))];
}
