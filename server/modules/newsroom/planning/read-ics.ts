import { createContext, Script } from 'node:vm';
import ICAL from 'ical.js';
import { refuse } from '#platform/refuse';
import { instantOf, zoneOf } from './ics-times.ts';
import { toOneClock } from './one-clock.ts';

type Event = InstanceType<typeof ICAL.Event>;
type Time = InstanceType<typeof ICAL.Time>;

/** An event of a calendar file at one of its dates: of a recurring one, each date is an event of its own. */
export interface IcsEvent {
  /** UID, and for a recurring one its original date: the same in every copy of the file. */
  readonly key: string;
  readonly uid: string;
  /** 0 where the file says none. */
  readonly sequence: number;
  /** STATUS:CANCELLED, or the whole file takes events back (METHOD:CANCEL). */
  readonly cancelled: boolean;
  readonly title: string;
  readonly note: string;
  readonly place: string;
  readonly when:
    | { readonly startsAt: Date; readonly endsAt: Date | null }
    | { readonly fromOn: string; readonly untilOn: string };
}

/** What a calendar file holds. */
export interface IcsFile {
  /** In order. */
  readonly events: readonly IcsEvent[];
  /** The UIDs of which the file holds the whole event, not one moved date alone: a date that is not among its own was struck out. */
  readonly wholeUids: ReadonlySet<string>;
}

/** Between which moments it is read, and the keys of events that are ideas already: they are read wherever they were moved to. */
export interface IcsSpan {
  readonly from: Date;
  readonly until: Date;
  readonly known?: ReadonlySet<string>;
}

const mostEvents = 300;
const day = 86_400_000;
/** By how long a date is brought forward at most, in milliseconds: a rule is followed no further. */
const mostForward = 1_000 * day;
/** Rules whose steps are so many days long, whatever the month. */
const stepDays: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7 };
/** Some rules never come to an end (every 30th of February): what reads them is stopped, for nothing else runs meanwhile. */
const patienceMilliseconds = 700;

/** The events of an iCalendar file (RFC 5545) between two moments, in order; recurring ones at each of their dates, single dates as they were moved, also from after this time. Times without a zone are the county's. Refuses: NotACalendar (422) for what cannot be read, CalendarTooLarge (422) for more than 300 events in this time or rules without an end. */
export function readIcs(text: string, zone: string, span: IcsSpan): IcsFile {
  const found: { file: IcsFile; broken: boolean } = { file: { events: [], wholeUids: new Set() }, broken: false };
  const read = (): void => {
    try {
      found.file = fileOf(text, zone, span);
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
  const { events, wholeUids } = found.file;
  if (events.length > mostEvents) refuse('CalendarTooLarge');
  return { events: events.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)), wholeUids };
}

const orderOf = ({ when }: IcsEvent): string => ('startsAt' in when ? when.startsAt.toISOString() : when.fromOn);

/** How the events of one file are read. */
interface Reading extends IcsSpan {
  readonly zone: string;
  readonly takesBack: boolean;
}

function fileOf(text: string, zone: string, span: IcsSpan): IcsFile {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  if (calendar.name !== 'vcalendar') throw new Error('not a calendar');
  const reading = { ...span, zone, takesBack: calendar.getFirstPropertyValue('method') === 'CANCEL' };
  // Without a beginning nothing of it can be planned; the rest of the file can.
  const components = calendar.getAllSubcomponents('vevent').filter((one) => one.getFirstPropertyValue('dtstart'));
  toOneClock(components, zone);
  // Where a file holds an event in several versions, as some calendars keep them, the latest counts.
  const all = components.map((one) => new ICAL.Event(one)).toSorted((a, b) => sequenceOf(a) - sequenceOf(b));
  const wholes = all.filter((event) => !event.isRecurrenceException());
  const whole = [...new Map(wholes.map((event) => [event.uid, event])).values()];
  const wholeUids = new Set(whole.map(({ uid }) => uid));
  const moved = all.filter((event) => event.isRecurrenceException());
  const events: IcsEvent[] = [];
  for (const event of whole) {
    for (const exception of moved) if (exception.uid === event.uid) event.relateException(exception);
    events.push(...datesOf(event, reading));
    if (events.length > mostEvents) break;
  }
  // What is sent about one date alone comes without its event.
  for (const one of moved.filter(({ uid }) => !wholeUids.has(uid)))
    events.push(
      ...kept(oneOf(one, one.startDate, one.endDate, `${one.uid} ${String(one.recurrenceId)}`, reading), reading),
    );
  return { events, wholeUids };
}

function datesOf(event: Event, reading: Reading): IcsEvent[] {
  if (!event.isRecurring()) return kept(oneOf(event, event.startDate, event.endDate, event.uid, reading), reading);
  const found: IcsEvent[] = [];
  const take = (date: Time): void => {
    const { item, startDate, endDate } = event.getOccurrenceDetails(date);
    found.push(...kept(oneOf(item, startDate, endDate, `${event.uid} ${date.toString()}`, reading), reading));
  };
  const own = zoneOf(event.component.getFirstProperty('dtstart'), reading.zone);
  if (isFirstForgotten(event)) take(event.startDate);
  const apart = apartLater(event, own, reading.until);
  const last = Math.max(reading.until.getTime(), ...apart.values());
  const dates = event.iterator(startNear(event, reading.from));
  let next = dates.next();
  while (next && found.length <= mostEvents && instantOf(next, own).getTime() <= last) {
    if (instantOf(next, own) <= reading.until || apart.has(next.toString())) take(next);
    next = dates.next();
  }
  return found;
}

/** The single dates after this time that an event has elsewhere, with the moments that they had: they may have been brought forward. */
function apartLater({ exceptions }: Event, zone: string, until: Date): ReadonlyMap<string, number> {
  const dates = Object.values(exceptions).map(({ recurrenceId }) => recurrenceId);
  const moments = dates.map((date): [string, number] => [date.toString(), instantOf(date, zone).getTime()]);
  const [from, most] = [until.getTime(), until.getTime() + mostForward];
  return new Map(moments.filter(([, moment]) => moment > from && moment <= most));
}

// Of a rule of many years only what lies at most a year back is worth its time: what is over, and was not moved for longer. Whole steps of the rule are left out, so that each date stays what it is.
function startNear({ component, startDate, duration }: Event, from: Date): Time {
  const rules: unknown[] = component.getAllProperties('rrule').map((property) => property.getFirstValue());
  const [rule] = rules;
  const everyDays = rule instanceof ICAL.Recur && !rule.count ? (stepDays[rule.freq] ?? 0) * rule.interval : 0;
  const backDays = (from.getTime() - startDate.toJSDate().getTime() - duration.toSeconds() * 1_000) / day - 366;
  if (everyDays === 0 || rules.length > 1 || backDays < everyDays) return startDate;
  const near = startDate.clone();
  near.adjust(Math.floor(backDays / everyDays) * everyDays, 0, 0, 0);
  return near;
}

// Of dates without a rule the library leaves out the one that the event itself is.
const isFirstForgotten = ({ component, startDate }: Event): boolean =>
  !component.hasProperty('rrule') &&
  !component
    .getAllProperties('exdate')
    .some((property) => property.getValues().some((date: Time) => date.compare(startDate) === 0));

const kept = (one: IcsEvent | null, { from, until, known }: Reading): IcsEvent[] =>
  one && (known?.has(one.key) || within(one, from, until)) ? [one] : [];

function oneOf(
  event: Event,
  start: Time,
  end: Time | null,
  key: string,
  { zone, takesBack }: Reading,
): IcsEvent | null {
  const cancelled = takesBack || String(event.component.getFirstPropertyValue('status')) === 'CANCELLED';
  const words = (value: unknown, most: number): string =>
    typeof value === 'string' ? value.trim().slice(0, most) : '';
  const title = words(event.summary, 200);
  if (!event.uid || (!title && !cancelled)) return null;
  const common = {
    key,
    uid: event.uid,
    sequence: sequenceOf(event),
    cancelled,
    title,
    note: words(event.description, 4_000),
    place: words(event.location, 200),
  };
  if (start.isDate) {
    // The end of whole days is the morning after the last one.
    const last = end && end.compare(start) > 0 ? end.clone() : null;
    last?.adjust(-1, 0, 0, 0);
    return { ...common, when: { fromOn: dayText(start), untilOn: dayText(last ?? start) } };
  }
  const own = zoneOf(event.component.getFirstProperty('dtstart'), zone);
  const startsAt = instantOf(start, own);
  const endsAt = end ? instantOf(end, own) : null;
  return { ...common, when: { startsAt, endsAt: endsAt && endsAt > startsAt ? endsAt : null } };
}

const sequenceOf = ({ sequence }: Event): number => Math.max(0, Math.trunc(Number(sequence) || 0));
const dayText = (day: Time): string => day.toString().slice(0, 10);

function within({ when }: IcsEvent, from: Date, until: Date): boolean {
  if ('startsAt' in when) return (when.endsAt ?? when.startsAt) >= from && when.startsAt <= until;
  return when.untilOn >= from.toISOString().slice(0, 10) && when.fromOn <= until.toISOString().slice(0, 10);
}
