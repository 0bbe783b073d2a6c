import { earliestAllowed } from '#notices';
import type { QuietHours } from '#notices';
import { onTheWall } from '../county-day.ts';

/** When nobody is expected to answer who has not said otherwise: 22:00 to 7:00 on the county's wall. */
export const night: QuietHours = { quietFrom: 1_320, quietUntil: 420 };

/** So many minutes after a moment, where quiet hours do not count. `quiet` that covers the whole day counts as none. */
export function awakeMinutesAfter(at: Date, minutes: number, quiet: QuietHours, timeZone: string): Date {
  const { quietFrom, quietUntil } = quiet;
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return later(at, minutes);
  let [now, left] = [earliestAllowed(at, quiet, timeZone), minutes];
  for (;;) {
    const awake = (quietFrom - onTheWall(now, timeZone).minuteOfDay + 1_440) % 1_440;
    if (left <= awake) return later(now, left);
    left -= awake;
    now = earliestAllowed(later(now, awake), quiet, timeZone);
  }
}

const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
