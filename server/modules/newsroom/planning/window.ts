import { dayOf } from '#places';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';

/** When something is to happen, as it is asked for: whole days, or times of which the days follow, or nothing yet. */
export interface Window {
  fromOn?: string | null | undefined;
  untilOn?: string | null | undefined;
  startsAt?: Date | null | undefined;
  endsAt?: Date | null | undefined;
}
/** The same as it is stored: with a time, the days are those of the times in the county's zone. */
export interface StoredWindow {
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** Settles days and times against each other. Refuses: BadRequest (400) for an end before the beginning or without one. */
export function windowOf(tx: Tx, { fromOn, untilOn, startsAt, endsAt }: Window): StoredWindow {
  const wrong = (path: string): never => refuse('BadRequest', {}, [{ path, code: 'invalid_value' }]);
  if (startsAt) {
    if (endsAt && endsAt < startsAt) wrong('/endsAt');
    const day = (at: Date): string => dayOf(at, tx.ctx.county.timeZone);
    return { fromOn: day(startsAt), untilOn: day(endsAt ?? startsAt), startsAt, endsAt: endsAt ?? null };
  }
  if (endsAt) wrong('/endsAt');
  if (!fromOn) return untilOn ? wrong('/untilOn') : { fromOn: null, untilOn: null, startsAt: null, endsAt: null };
  if (untilOn && untilOn < fromOn) wrong('/untilOn');
  return { fromOn, untilOn: untilOn ?? fromOn, startsAt: null, endsAt: null };
}
