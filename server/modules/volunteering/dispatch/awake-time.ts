import { earliestAllowed } from '#notices';
import type { QuietHours } from '#notices';
import { onTheWall } from '../county-day.ts';

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
