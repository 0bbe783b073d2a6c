import ICAL from 'ical.js';
import { isZone, momentAtWall, wallAt } from '@xiangyin/document/clock';

type Property = InstanceType<typeof ICAL.Property>;
type Time = InstanceType<typeof ICAL.Time>;

/** The zone that a property of an event names, else the given one. Many calendars name a zone and leave out what it means: the name is one that every system knows, or it is taken for the given one. */
export function zoneOf(property: Property | null, zone: string): string {
  const named: unknown = property?.getFirstParameter('tzid');
  return typeof named === 'string' && named !== '' && isZone(named) ? named : zone;
}

/** Whether the library itself knows the moment: in UTC, or in a zone that the file describes. */
export const knowsMoment = (time: Time): boolean => Boolean(time.zone) && time.zone.tzid !== 'floating';

/** The moment of a time; one that the library does not know by itself is the wall clock of the zone. */
export function instantOf(time: Time, zone: string): Date {
  if (knowsMoment(time)) return time.toJSDate();
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  return new Date(momentAtWall(wall, zone));
}

/** A moment on the clock of another time: in its own zone where the library knows it, else as the wall clock of the given one. */
export function onClockOf(time: Time, at: Date, zone: string): Time {
  if (knowsMoment(time)) return ICAL.Time.fromJSDate(at, true).convertToZone(time.zone);
  const wall = new Date(wallAt(at.getTime(), zone));
  return ICAL.Time.fromDateTimeString(wall.toISOString().slice(0, 19));
}
