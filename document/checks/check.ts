import type { CheckId, Found } from './finding.ts';
import type { Lexicon } from './lexicon.ts';
import type { Passage } from './passages.ts';

/** Nobody is known to have agreed to a picture or a recording, the consent has ended, or was taken back. */
export type LackOfConsent = 'missing' | 'ended' | 'revoked';

/** What a check may know besides the words. */
export interface Facts {
  /** The day from which a date without a year is read, `YYYY-MM-DD`; null when unknown. */
  readonly day: string | null;
  readonly lexicon: Lexicon;
  /** Addresses of this site that open nothing. */
  readonly deadLinks: ReadonlySet<string>;
  /** Pictures and materials by their hash in which somebody can be recognised who is not known to agree. */
  readonly consents: ReadonlyMap<string, LackOfConsent>;
}

/** One check: a pure function over one passage. `languages`: of which texts. */
export interface Check {
  readonly id: CheckId;
  readonly languages: readonly ('zh' | 'en')[];
  find(passage: Passage, facts: Facts): Found[];
}

/** More findings in one paragraph nobody reads, and they would cost time while somebody types. */
export const mostInPassage = 50;

/** What each match of a pattern becomes; null is passed over. The pattern is global. */
export function eachMatch(
  words: string,
  pattern: RegExp,
  see: (match: RegExpExecArray) => Omit<Found, 'from' | 'to'> | Found | null,
): Found[] {
  const found: Found[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words); match !== null && found.length < mostInPassage; match = pattern.exec(words)) {
    const seen = see(match);
    if (seen !== null) found.push({ from: match.index, to: match.index + match[0].length, ...seen });
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
