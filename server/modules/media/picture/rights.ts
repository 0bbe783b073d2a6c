import { today } from '#places';
import type { Tx } from '#platform/transaction';
import type { RightsState } from '../contract.ts';
import type { Picture } from './picture-queries.ts';

/** How many days before the last day the end of a right is told. */
export const toldBeforeDays = 14;

/** The state of a picture's rights on the county's present day. */
export function rightsOf(
  tx: Tx,
  { rightsUntil, rightsHolder, licence, source }: Pick<Picture, 'rightsUntil' | 'rightsHolder' | 'licence' | 'source'>,
): RightsState {
  if (rightsUntil !== null) {
    if (rightsUntil < today(tx)) return 'ended';
    return rightsUntil <= lastToldDay(tx) ? 'ending' : 'held';
  }
  return rightsHolder || licence || source ? 'held' : 'unsaid';
}

/** Rights that end until this day are ending. */
export const lastToldDay = (tx: Tx): string =>
  new Date(Date.parse(today(tx)) + toldBeforeDays * 86_400_000).toISOString().slice(0, 10);
