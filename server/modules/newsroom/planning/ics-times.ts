import ICAL from 'ical.js';

type Property = InstanceType<typeof ICAL.Property>;
type Time = InstanceType<typeof ICAL.Time>;

const formats = new Map<string, Intl.DateTimeFormat | null>();

// Made once for each zone: a rule of many years asks thousands of times. Null: no system knows the name.
function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = madeFor(timeZone);
  // A file may name as many zones as it likes.
  if (formats.size < 600) formats.set(timeZone, made);
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

/** The zone that a property of an event names, else the given one. Many calendars name a zone and leave out what it means: the name is one that every system knows, or it is taken for the given one. */
export function zoneOf(property: Property | null, zone: string): string {
  const named: unknown = property?.getFirstParameter('tzid');
  return typeof named === 'string' && named !== '' && formatOf(named) ? named : zone;
}

/** Whether the library itself knows the moment: in UTC, or in a zone that the file describes. */
export const knowsMoment = (time: Time): boolean => Boolean(time.zone) && time.zone.tzid !== 'floating';

/** The moment of a time; one that the library does not know by itself is the wall clock of the zone. */
export function instantOf(time: Time, zone: string): Date {
  if (knowsMoment(time)) return time.toJSDate();
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  // Twice, for the hour in which the clocks change.
  const once = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(once, zone));
}

/** A moment on the clock of another time: in its own zone where the library knows it, else as the wall clock of the given one. */
export function onClockOf(time: Time, at: Date, zone: string): Time {
  if (knowsMoment(time)) return ICAL.Time.fromJSDate(at, true).convertToZone(time.zone);
  const wall = new Date(at.getTime() + offsetAt(at.getTime(), zone));
  return ICAL.Time.fromDateTimeString(wall.toISOString().slice(0, 19));
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = formatOf(timeZone)?.formatToParts(moment) ?? [];
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(moment / 1_000) * 1_000
  );
}
