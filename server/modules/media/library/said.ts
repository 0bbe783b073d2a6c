import type { ConsentInShort } from '../consent/consent-state.ts';
import type { MachineMark } from '../contract.ts';

/** What the library says alike of pictures, sound, video and documents. Days are the county's. */
export interface Said {
  readonly title: string;
  readonly caption: string;
  readonly credit: string;
  readonly keywords: readonly string[];
  readonly takenOn: string | null;
  readonly source: string;
  readonly licence: string;
  readonly rightsHolder: string;
  readonly rightsUntil: string | null;
  readonly machine: MachineMark | null;
  readonly showsPeople: boolean;
  readonly consents: readonly ConsentInShort[];
  readonly placeId: string | null;
  readonly storedBy: string | null;
  readonly madeAt: Date;
  readonly version: number;
}

/** Its columns, of `media.pictures` as of `media.materials`, but for the consents. */
export const saidColumns = `title, caption, credit, keywords, to_char(taken_on, 'YYYY-MM-DD') as "takenOn", source, licence, rights_holder as "rightsHolder",
  to_char(rights_until, 'YYYY-MM-DD') as "rightsUntil", machine, shows_people as "showsPeople", place_id as "placeId", stored_by as "storedBy", made_at as "madeAt", version`;

/** What is said after a change; what is left out stays. */
export function changed<Of extends Said>(said: Of, change: Readonly<Record<string, unknown>>): Of {
  const given = Object.entries(change).filter(([name, value]) => name !== 'version' && value !== undefined);
  return { ...said, ...Object.fromEntries(given) };
}

/** The fields among these in which two states differ. */
export const differing = <Of extends object>(before: Of, after: Of, fields: readonly (keyof Of & string)[]): string[] =>
  fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));

/** What both may be changed in. */
export const saidFields = [
  'title',
  'caption',
  'credit',
  'keywords',
  'placeId',
  'takenOn',
  'source',
  'licence',
  'rightsHolder',
  'rightsUntil',
  'machine',
  'showsPeople',
] as const satisfies readonly (keyof Said)[];

/** What pages and other programs are told of it beside the words of a text. */
export const shownOf = ({
  machine,
  rightsHolder,
  licence,
}: Pick<Said, 'machine' | 'rightsHolder' | 'licence'>): string => JSON.stringify([machine, rightsHolder, licence]);
