import type { NewRotation } from '@xiangyin/server/contract';

/** A stretch of the watch, as the county's clocks show it (`2026-11-22T18:05`), as a rotation names it: days and the one clock time at which one goes and the next comes. It ends where the stretch ends, and begins with it or within the day before; what is covered there already stays. */
export function spanAsRotation({
  from,
  until,
}: {
  from: string;
  until: string;
}): Pick<NewRotation, 'fromOn' | 'untilOn' | 'changesAt'> {
  const changesAt = until.slice(11, 16);
  return {
    fromOn: from.slice(11, 16) < changesAt ? dayBefore(from) : from.slice(0, 10),
    // The last day is included.
    untilOn: dayBefore(until),
    changesAt,
  };
}

const dayBefore = (wall: string): string =>
  new Date(Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
