import { sha256Hex } from '../hash.ts';

/** The checks there are, in the order in which one gives way to another at the same place. */
export const checkIds = [
  'personal-data',
  'dates',
  'lexicon',
  'common-errors',
  'doubled-words',
  'approximations',
  'number-ranges',
  'numerals',
  'marks-between-titles',
  'dash-ellipsis',
  'repeated-marks',
  'half-width-marks',
  'paired-marks',
  'english-spacing',
  'english-articles',
  'alternative-text',
  'picture-consent',
  'picture-credit',
  'dead-links',
] as const;
export type CheckId = (typeof checkIds)[number];

/** Why something was found, as a key of `findingWords`. */
export type WhyCode =
  | 'id-number'
  | 'mobile'
  | 'landline'
  | 'bank-card'
  | 'weekday'
  | 'no-such-day'
  | 'wrong-form'
  | 'wrong-level'
  | 'common-error'
  | 'doubled-word'
  | 'twice-approximate'
  | 'range-mark'
  | 'range-unit'
  | 'range-mixed'
  | 'approximate-comma'
  | 'full-width-numeral'
  | 'mixed-numeral'
  | 'mixed-date'
  | 'han-date'
  | 'short-year'
  | 'leading-zero'
  | 'thousands'
  | 'between-quotes'
  | 'between-titles'
  | 'dash-form'
  | 'ellipsis-form'
  | 'repeated-mark'
  | 'too-many-marks'
  | 'stop-twice'
  | 'half-width'
  | 'half-width-brackets'
  | 'straight-quotes'
  | 'after-ordinal'
  | 'unpaired'
  | 'nested-quotes'
  | 'nested-titles'
  | 'space-doubled'
  | 'space-before'
  | 'space-missing'
  | 'full-width-in-english'
  | 'article'
  | 'no-alternative'
  | 'file-name'
  | 'no-credit'
  | 'material-consent-missing'
  | 'material-consent-ended'
  | 'material-consent-revoked'
  | 'consent-missing'
  | 'consent-ended'
  | 'consent-revoked'
  | 'dead-link';

/** What a check sees at a place of a passage: UTF-16 offsets, `to` being the first behind it; `suggestion` replaces the words, null where only a person knows. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly why: WhyCode;
  readonly values?: Readonly<Record<string, string>>;
  readonly suggestion: string | null;
}

/** Something to look at. It never blocks anything and says nothing about a person. */
export interface Finding extends Found {
  readonly check: CheckId;
  /** JSON pointer of what holds the words: `/title`, `/deck`, a paragraph or heading, or a picture's `…/attrs/alt`. */
  readonly path: string;
  readonly words: string;
  /** A few signs before and behind the words, to know the place by. */
  readonly before: string;
  readonly after: string;
  /** The same for as long as the sentence around the words stays the same: under it a dismissal is kept. 64 hexadecimal digits. */
  readonly key: string;
}

/** The name under which a finding is dismissed. A hash, so that no telephone number is stored a second time. */
export function findingKey(check: CheckId, why: WhyCode, words: string, sentence: string): string {
  return sha256Hex(['finding', check, why, words, sentence].join('\n'));
}
