import { createContext, Script } from 'node:vm';
import ICAL from 'ical.js';
import { refuse } from '#platform/refuse';

/** An event of a calendar file at one of its dates: of a recurring one, each date is an event of its own. */
export interface IcsEvent {
  /** UID, and for a recurring one its original date: the same in every copy of the file. */
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly place: string;
  readonly when:
    | { readonly startsAt: Date; readonly endsAt: Date | null }
    | { readonly fromOn: string; readonly untilOn: string };
}

const mostEvents = 300;
const mostSteps = 3_000;
/** Some rules never come to an end (every 30th of February): what reads them is stopped, for nothing else runs meanwhile. */
const patienceMilliseconds = 700;

/** The events of an iCalendar file (RFC 5545) between two moments, in order; recurring ones at each of their dates, single dates as they were moved or struck out. Times without a zone are the county's. Refuses: NotACalendar (422) for what cannot be read, CalendarTooLarge (422) for more than 300 events in this time or rules without an end. */
export function readIcs(text: string, zone: string, from: Date, until: Date): IcsEvent[] {
  const found: { events: IcsEvent[]; broken: boolean } = { events: [], broken: false };
  const read = (): void => {
    try {
      found.events = eventsIn(text, zone, from, until);
    } catch {
      found.broken = true;
    }
  };
  try {
    new Script('read()').runInContext(createContext({ read }), { timeout: patienceMilliseconds });
  } catch {
    refuse('CalendarTooLarge');
  }
  if (found.broken) refuse('NotACalendar', {}, [{ path: '/ics', code: 'invalid_format' }]);
  if (found.events.length > mostEvents) refuse('CalendarTooLarge');
  return found.events.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ when }: IcsEvent): string => ('startsAt' in when ? when.startsAt.toISOString() : when.fromOn);

function eventsIn(text: string, zone: string, from: Date, until: Date): IcsEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  if (calendar.name !== 'vcalendar') throw new Error('not a calendar');
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const found: IcsEvent[] = [];
  for (const event of events) {
    if (event.isRecurrenceException()) continue;
    for (const exception of events)
      if (exception.isRecurrenceException() && exception.uid === event.uid) event.relateException(exception);
    found.push(...datesOf(event, zone, from, until));
    if (found.length > mostEvents) break;
  }
  return found;
}

function datesOf(event: InstanceType<typeof ICAL.Event>, zone: string, from: Date, until: Date): IcsEvent[] {
  if (!event.isRecurring()) {
    const one = oneOf(event, event.startDate, event.endDate, event.uid, zone);
    return one && within(one, from, until) ? [one] : [];
  }
  const found: IcsEvent[] = [];
  const dates = event.iterator();
  for (let step = 0; step < mostSteps && found.length <= mostEvents; step += 1) {
    const next = dates.next();
    if (!next || instantOf(next, zoneOf(event, zone)) > until) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const one = oneOf(item, startDate, endDate, `${event.uid} ${next.toString()}`, zone);
    if (one && within(one, from, until)) found.push(one);
  }
  return found;
}

function oneOf(
  event: InstanceType<typeof ICAL.Event>,
  start: InstanceType<typeof ICAL.Time>,
  end: InstanceType<typeof ICAL.Time> | null,
  key: string,
  zone: string,
): IcsEvent | null {
  if (String(event.component.getFirstPropertyValue('status')) === 'CANCELLED') return null;
  const words = (value: unknown, most: number): string =>
    typeof value === 'string' ? value.trim().slice(0, most) : '';
  const title = words(event.summary, 200);
  if (!title || !event.uid) return null;
  const common = { key, title, note: words(event.description, 4_000), place: words(event.location, 200) };
  if (start.isDate) {
    // The end of whole days is the morning after the last one.
    const last = end && end.compare(start) > 0 ? end.clone() : null;
    last?.adjust(-1, 0, 0, 0);
    return { ...common, when: { fromOn: dayText(start), untilOn: dayText(last ?? start) } };
  }
  const own = zoneOf(event, zone);
  const startsAt = instantOf(start, own);
  const endsAt = end ? instantOf(end, own) : null;
  return { ...common, when: { startsAt, endsAt: endsAt && endsAt > startsAt ? endsAt : null } };
}

const dayText = (day: InstanceType<typeof ICAL.Time>): string => day.toString().slice(0, 10);

function within({ when }: IcsEvent, from: Date, until: Date): boolean {
  if ('startsAt' in when) return (when.endsAt ?? when.startsAt) >= from && when.startsAt <= until;
  return when.untilOn >= from.toISOString().slice(0, 10) && when.fromOn <= until.toISOString().slice(0, 10);
}

// Many calendars name a zone and leave out what it means: the name is one that every system knows, or it is taken for the county's.
function zoneOf(event: InstanceType<typeof ICAL.Event>, zone: string): string {
  const named = event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  if (typeof named !== 'string' || named === '') return zone;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: named }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}

// With a zone of the file's own or in UTC the library knows the moment; everything else is the wall clock of the named zone, else of the county.
function instantOf(time: InstanceType<typeof ICAL.Time>, zone: string): Date {
  if (time.zone && time.zone.tzid !== 'floating') return time.toJSDate();
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  // Twice, for the hour in which the clocks change.
  const once = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(once, zone));
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(moment / 1_000) * 1_000
  );
}
