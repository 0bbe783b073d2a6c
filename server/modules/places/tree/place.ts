import type { Words } from '#platform/county';

/** A place as the rest of the program sees it: never a row, always part of one state of the tree. */
export interface Place {
  readonly id: string;
  /** Null for the root. */
  readonly parentId: string | null;
  /** Name of the level in the country pack. */
  readonly level: string;
  /** 0 for the root. */
  readonly depth: number;
  /** Division code, 6, 9 or 12 digits (GB/T 2260, GB/T 10114); null where only a local code exists. */
  readonly code: string | null;
  readonly localCode: string | null;
  readonly name: Words;
  /** Position; everything below lies in lo … hi. */
  readonly lo: number;
  readonly hi: number;
  /** Calendar days, YYYY-MM-DD; `validTo` is the first day on which the place is no more. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Kilometres east and north of the county's middle, on a flat grid. */
  readonly xKm: number | null;
  readonly yKm: number | null;
  readonly population: number | null;
}

/** Whether the place exists on a calendar day (YYYY-MM-DD) of the county: it has begun, and has not ended by then. */
export const isLiving = (place: Pick<Place, 'validFrom' | 'validTo'>, day: string): boolean =>
  place.validFrom <= day && (place.validTo === null || day < place.validTo);

/** Whether the place is no more on a day, or from then on. */
export const hasEndedBy = (place: Pick<Place, 'validTo'>, day: string): boolean =>
  place.validTo !== null && place.validTo <= day;

/** Whether two places exist on one day, so that they may not have one code. */
export const overlap = (a: Pick<Place, 'validFrom' | 'validTo'>, b: Pick<Place, 'validFrom' | 'validTo'>): boolean =>
  !hasEndedBy(a, b.validFrom) && !hasEndedBy(b, a.validFrom);

/** The word for a place in addresses of pages: its code, or its local code. */
export const codeOf = (place: Pick<Place, 'code' | 'localCode' | 'id'>): string =>
  place.code ?? place.localCode ?? place.id;
