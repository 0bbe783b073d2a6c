import { today } from '#places';
import type { Tx } from '#platform/transaction';
import type { RightsState } from '../contract.ts';
import type { Said } from './said.ts';

/** How many days before the last day the end of a right is told. */
export const toldBeforeDays = 14;

/** The state of the rights to a picture or a material on the county's present day. */
export function rightsOf(
  tx: Tx,
  { rightsUntil, rightsHolder, licence, source }: Pick<Said, 'rightsUntil' | 'rightsHolder' | 'licence' | 'source'>,
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
