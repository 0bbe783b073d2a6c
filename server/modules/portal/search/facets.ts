import { sectionsInOrder } from '#newsroom';
import { dayOf, placesOf, subtree, today } from '#places';
import type { SearchDocument } from '#platform/manifest';
import type { Tx } from '#platform/transaction';

/** By what a search can be narrowed, as the address has it; a value that means nothing narrows nothing. */
export interface SearchFilter {
  /** `story`, `notice` or `service`. */
  readonly kind: string;
  /** Slug of a section. */
  readonly section: string;
  /** Code of a place; those below it count. */
  readonly place: string;
  /** `week`, `month`, `year`: back from today; or a year, `2025`. */
  readonly period: string;
}

const kinds = ['story', 'notice', 'service'] as const;
const daysIn = { week: 7, month: 31 } as const;
const placesAtMost = 2_000;

/** What is said of a document beside its words, as words of their own, so that one index answers both. No text holds a §: the parser leaves it out. */
export function facetWords(tx: Tx, { kind, facets = [], placeIds, at }: SearchDocument): string[] {
  const day = dayOf(at, tx.ctx.county.timeZone);
  return [
    ...(facets.some((one) => one.startsWith('kind:')) ? [] : [`§kind:${kind}`]),
    ...facets.map((one) => `§${one}`),
    ...placeIds.map((id) => `§place:${id}`),
    ...[day, day.slice(0, 7), day.slice(0, 4)].map((one) => `§on:${one}`),
  ];
}

/** What a filter asks of the index. */
export interface Narrowing {
  /** A tsquery in words; empty where nothing narrows. */
  readonly words: string;
  readonly span: Span;
}
const everything: Span = { since: null, until: null };
/** Narrows nothing. */
export const everywhere: Narrowing = { words: '', span: everything };

/** A filter as the index is asked it. */
export const narrowingOf = async (tx: Tx, filter: SearchFilter): Promise<Narrowing> => ({
  words: await facetQuery(tx, filter),
  span: spanOf(tx, filter.period),
});

async function facetQuery(tx: Tx, filter: SearchFilter): Promise<string> {
  const section = filter.section ? (await sectionsInOrder(tx)).find((one) => one.slug === filter.section) : undefined;
  const parts = [
    kinds.some((one) => one === filter.kind) ? [`kind:${filter.kind}`] : [],
    section ? [`section:${section.id}`] : [],
    placesIn(tx, filter.place).map((id) => `place:${id}`),
    daysOf(tx, filter.period).map((one) => `on:${one}`),
  ];
  return parts
    .filter((any) => any.length > 0)
    .map((any) => `(${any.map((one) => `'§${one}'`).join(' | ')})`)
    .join(' & ');
}

/** Between which times everything of a period lies, a day more on either side: the words say it to the day, and this where the search begins to walk. */
function spanOf(tx: Tx, period: string): Span {
  const days = daysOf(tx, period);
  if (days.length === 0) return everything;
  const [first = '', last = ''] = [days.toSorted()[0], days.toSorted().at(-1)];
  const [year = 0, month = 12, day = 31] = last.split('-').map(Number);
  return {
    since: new Date(Date.parse(first) - dayMilliseconds),
    until: new Date(Date.UTC(year, month - 1, day) + 2 * dayMilliseconds),
  };
}

/** A stretch of time; ends are null where there is none. */
export interface Span {
  readonly since: Date | null;
  readonly until: Date | null;
}
const dayMilliseconds = 86_400_000;

function placesIn(tx: Tx, code: string): string[] {
  const place = code ? placesOf(tx).byCode(code, today(tx)) : undefined;
  // The root holds everything.
  if (!place || place.parentId === null) return [];
  return subtree(tx, place.id)
    .slice(0, placesAtMost)
    .map(({ id }) => id);
}

function daysOf(tx: Tx, period: string): string[] {
  if (/^(19|20)\d\d$/.test(period)) return [period];
  const back = (days: number): string => dayOf(new Date(tx.at.getTime() - days * 86_400_000), tx.ctx.county.timeZone);
  if (period === 'year') return [...new Set(Array.from({ length: 366 }, (_, days) => back(days).slice(0, 7)))];
  const days = period === 'week' || period === 'month' ? daysIn[period] : 0;
  return Array.from({ length: days }, (_, at) => back(at));
}
