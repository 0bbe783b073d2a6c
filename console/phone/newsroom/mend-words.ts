import type { Finding } from '@xiangyin/document/checks';
import type { Draft } from './draft.ts';

/** The draft with a finding's words replaced by what is suggested; null where the place is not to be told for certain (no suggestion, or the same words stand there twice). */
export function mended(draft: Draft, finding: Finding): Pick<Draft, 'title' | 'deck' | 'parts'> | null {
  const { before, words, after, suggestion } = finding;
  if (suggestion === null || words === '') return null;
  const place = before + words + after;
  const all = [draft.title, draft.deck, ...draft.parts.map((part) => (part.kind === 'words' ? part.words : ''))];
  if (all.reduce((sum, text) => sum + text.split(place).length - 1, 0) !== 1) return null;
  const mend = (text: string): string => text.replace(place, () => before + suggestion + after);
  return {
    title: mend(draft.title),
    deck: mend(draft.deck),
    parts: draft.parts.map((part) => (part.kind === 'words' ? { ...part, words: mend(part.words) } : part)),
  };
}
