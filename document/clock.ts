const day = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Whether this system knows a time zone by this name (IANA, such as `Asia/Shanghai`). */
export const isZone = (name: string): boolean => formatOf(name) !== null;

/** What the clock on the wall shows in a zone at a moment (milliseconds), to the second, written as if it were UTC: the UTC fields of `new Date(…)` are those of the wall. Throws a RangeError for a zone that nobody knows and for what is no moment. */
export function wallAt(moment: number, zone: string): number {
  const format = formatOf(zone);
  if (!format) throw new RangeError(`nobody knows the time zone '${zone}'`);
  const parts = format.formatToParts(moment);
  const part = (wanted: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find(({ type }) => type === wanted)?.value ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** The moment (milliseconds) at which the clock on the wall shows `wall`, written as if it were UTC, in a zone. Where clocks are put back, it shows so twice: the first of the two. Where they are put on, it never shows so: the moment at which it would have, left alone (RFC 5545 §3.3.5). */
export function momentAtWall(wall: number, zone: string): number {
  const before = wall - aheadAt(wall - day, zone);
  if (wallAt(before, zone) === toSecond(wall)) return before;
  const after = wall - aheadAt(wall + day, zone);
  return wallAt(after, zone) === toSecond(wall) ? after : before;
}

const aheadAt = (moment: number, zone: string): number => wallAt(moment, zone) - toSecond(moment);

const toSecond = (moment: number): number => Math.floor(moment / 1_000) * 1_000;

// Made once for each zone: making one takes a millisecond, and a rule of many years asks thousands of times. Null: no system knows the name.
function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = madeFor(zone);
  // A file that somebody brings may name as many zones as it likes.
  if (formats.size < 600) formats.set(zone, made);
  return made;
}

function madeFor(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}
