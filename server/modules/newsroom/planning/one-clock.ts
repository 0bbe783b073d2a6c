import ICAL from 'ical.js';
import { instantOf, knowsMoment, onClockOf, zoneOf } from './ics-times.ts';

type Component = InstanceType<typeof ICAL.Component>;
type Property = InstanceType<typeof ICAL.Property>;
type Time = InstanceType<typeof ICAL.Time>;

/** When an event begins, as it says so itself. */
interface Begins {
  readonly time: Time;
  readonly zone: string;
}

/** Brings what recurring events say of their dates (EXDATE, RDATE, RECURRENCE-ID, the UNTIL of a rule) to the clock of their beginning. Most programs write these in UTC (RFC 5545 §3.3.10 wants it of UNTIL), and the library compares the bare clocks: what was struck out would stay, what was moved would be missed, and the last date would be missing. A changed date that comes alone goes by its own clock. */
export function toOneClock(events: readonly Component[], zone: string): void {
  const wholes = new Map(events.filter((one) => !one.hasProperty('recurrence-id')).map((one) => [uidOf(one), one]));
  for (const one of events) {
    const begins = beginsOf(wholes.get(uidOf(one)) ?? one, zone);
    // Whole days have no clock.
    if (!begins || begins.time.isDate) continue;
    for (const name of ['recurrence-id', 'exdate', 'rdate'])
      for (const property of one.getAllProperties(name)) bring(property, begins, zone);
    for (const property of one.getAllProperties('rrule')) endWithin(property, begins);
  }
}

const uidOf = (one: Component): string => String(one.getFirstPropertyValue('uid'));

function beginsOf(one: Component, zone: string): Begins | undefined {
  const property = one.getFirstProperty('dtstart');
  const time: unknown = property?.getFirstValue();
  return time instanceof ICAL.Time ? { time, zone: zoneOf(property, zone) } : undefined;
}

function bring(property: Property, begins: Begins, zone: string): void {
  const own = zoneOf(property, zone);
  const values: unknown[] = property.getValues();
  const isSame = (time: Time): boolean =>
    knowsMoment(time) ? time.zone === begins.time.zone : !knowsMoment(begins.time) && own === begins.zone;
  const brought = values.map((value) =>
    value instanceof ICAL.Time && !value.isDate && !isSame(value)
      ? onClockOf(begins.time, instantOf(value, own), begins.zone)
      : value,
  );
  if (brought.every((value, at) => value === values[at])) return;
  property.removeParameter('tzid');
  if (property.isMultiValue) property.setValues(brought);
  else property.setValue(brought[0]);
}

// A last day without a time is meant whole.
function endWithin(property: Property, { time, zone }: Begins): void {
  const rule: unknown = property.getFirstValue();
  if (!(rule instanceof ICAL.Recur) || !rule.until) return;
  if (rule.until.isDate) {
    const end = rule.until.clone();
    end.isDate = false;
    end.adjust(0, 23, 59, 59);
    rule.until = end;
  } else if (knowsMoment(rule.until) && rule.until.zone !== time.zone)
    rule.until = onClockOf(time, rule.until.toJSDate(), zone);
}
