import type * as Y from 'yjs';
import { limits } from './limits.ts';
import { isSuggestionId } from './suggested.ts';

/** The lines of a text that stand before its body. */
export const lineNames = ['title', 'deck'] as const;
export type LineName = (typeof lineNames)[number];

/** Other words that a suggestion wants for a whole headline or lead. */
export interface SuggestedLine {
  readonly id: string;
  readonly line: LineName;
  readonly words: string;
}

/** Such a wish as the shared map holds it under its id: line and words in one value, so that of two at once one whole one stays. */
export const lineValue = ({ line, words }: Pick<SuggestedLine, 'line' | 'words'>): string => `${line} ${words}`;

/** As many as a working copy may hold: a headline is short, and so are the wishes for it. */
export const mostSuggestedLines = 100;

// As with the lines themselves: what two people make too long together is theirs to shorten.
const mostUnits = 4 * limits.deckCharacters;

/** What is suggested for headline and lead, in the order of the ids; null where anything else stands in the map. */
export function suggestedLines(wishes: Y.Map<unknown>): SuggestedLine[] | null {
  if (wishes._start !== null || wishes.size > mostSuggestedLines) return null;
  const lines: SuggestedLine[] = [];
  for (const [id, value] of wishes.entries()) {
    const line = typeof value === 'string' ? lineNames.find((name) => value.startsWith(`${name} `)) : undefined;
    if (!line || typeof value !== 'string' || value.length > mostUnits || !isSuggestionId(id)) return null;
    lines.push({ id, line, words: value.slice(line.length + 1) });
  }
  return lines.toSorted((one, two) => (one.id < two.id ? -1 : 1));
}
