import { localTime, minuteOf } from '../county-time.ts';
import type { Span } from '../order-content.ts';
import { demonstrationVolunteers, holdsLicence } from '../people.ts';
import type { VolunteerContent } from '../people.ts';
import type { ServiceContent } from '../services.ts';

/** Time to get from one visit to the next. */
const travelMinutes = 30;

/** Who is where and when: nobody is sent to two visits at once. */
export interface Diary {
  isFree(key: string, visit: Span): boolean;
  book(keys: readonly string[], visit: Span): void;
  /** Visits so far. */
  load(key: string): number;
}

/** An empty diary. */
export function newDiary(): Diary {
  const visits = new Map<string, Span[]>();
  const of = (key: string): Span[] => visits.get(key) ?? [];
  return {
    isFree: (key, { startsInMinutes, endsInMinutes }) =>
      of(key).every(
        (other) =>
          endsInMinutes + travelMinutes <= other.startsInMinutes ||
          startsInMinutes >= other.endsInMinutes + travelMinutes,
      ),
    book: (keys, visit) => {
      for (const key of keys) visits.set(key, [...of(key), visit]);
    },
    load: (key) => of(key).length,
  };
}

/** Whether a visit lies within the volunteer's hours. */
export function isAvailable(
  now: Date,
  { availability }: VolunteerContent,
  { startsInMinutes, endsInMinutes }: Span,
): boolean {
  const { weekday, minute } = localTime(now, startsInMinutes);
  const until = minute + endsInMinutes - startsInMinutes;
  return availability.some(
    ({ weekdays, from, to }) => weekdays.includes(weekday) && minute >= minuteOf(from) && until <= minuteOf(to),
  );
}

/** Whether the volunteer may be the second of two on that day (in days from the clock). */
export function mayAssist(volunteer: VolunteerContent, { licences }: ServiceContent, onDay: number): boolean {
  const minds = !licences.includes('child-protection') || holdsLicence(volunteer, 'child-protection', onDay);
  return volunteer.trained && volunteer.age >= 18 && minds;
}

/** Whether the volunteer may do it alone or lead the pair on that day (in days from the clock). */
export function mayLead(volunteer: VolunteerContent, service: ServiceContent, onDay: number): boolean {
  const able = service.skills.every((skill) => volunteer.skills.includes(skill));
  return (
    able &&
    mayAssist(volunteer, service, onDay) &&
    service.licences.every((licence) => holdsLicence(volunteer, licence, onDay))
  );
}

/** All who may lead on that day. */
export function leadersFor(service: ServiceContent, onDay: number): VolunteerContent[] {
  return demonstrationVolunteers.filter((volunteer) => mayLead(volunteer, service, onDay));
}
