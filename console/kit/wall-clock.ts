import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

const wallClocks = new Map<string, Intl.DateTimeFormat>();

/** The clock on the wall in a zone at a moment (milliseconds), written as if it were UTC: for showing only. dayjs itself makes a formatter for each conversion, which takes a
 *  millisecond; two hundred comments show four hundred times. */
export function wallClock(moment: number, zone: string): dayjs.Dayjs {
  if (Number.isNaN(moment)) return dayjs.utc(moment);
  const known = wallClocks.get(zone) ?? newWallClock(zone);
  wallClocks.set(zone, known);
  const parts = known.formatToParts(moment);
  const part = (wanted: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find(({ type }) => type === wanted)?.value ?? 0);
  return dayjs.utc(
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')),
  );
}

const newWallClock = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
