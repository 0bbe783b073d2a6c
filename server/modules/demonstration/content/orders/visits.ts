import { localTime, minuteOf, minutesTo } from '../county-time.ts';
import type { LocalTime } from '../county-time.ts';
import type { Span } from '../order-content.ts';
import { demonstrationVolunteers } from '../people.ts';
import type { VolunteerContent } from '../people.ts';
import { demonstrationPlaces, distanceKm } from '../places.ts';
import type { PlaceContent } from '../places.ts';
import type { Chance } from '../random.ts';
import { isOfferedIn } from '../services.ts';
import type { ServiceContent } from '../services.ts';
import { isAvailable, leadersFor, mayAssist } from './diary.ts';
import type { Diary } from './diary.ts';

/** A visit that can really take place: the people are able, free, at hand and willing to go that far. */
export interface PlannedVisit {
  service: ServiceContent;
  village: PlaceContent;
  visit: Span;
  /** The first leads. */
  volunteers: readonly VolunteerContent[];
}

/** When a service is given, where its page names days or hours: latest and earliest start. */
const serviceHours: Readonly<Record<string, { from: string; to: string; on?: (time: LocalTime) => boolean }>> = {
  'haircut-at-home': { from: '08:00', to: '18:30', on: ({ day }) => day % 10 === 5 },
  'phone-lessons': { from: '08:30', to: '18:30', on: ({ weekday }) => weekday === 2 || weekday === 4 },
  'homework-help': { from: '15:30', to: '16:30', on: ({ weekday }) => weekday <= 5 },
  'walk-home-from-school': { from: '15:45', to: '16:30', on: ({ weekday }) => weekday <= 5 },
  'story-hour': { from: '09:00', to: '10:00', on: ({ weekday }) => weekday === 6 },
  'meal-delivery': { from: '10:30', to: '11:00' },
  'hospital-companion': { from: '07:30', to: '13:30', on: ({ weekday }) => weekday <= 6 },
  'to-the-vaccination': { from: '08:00', to: '14:30', on: ({ weekday }) => weekday === 3 },
  'to-the-counter': { from: '08:30', to: '15:00', on: ({ weekday }) => weekday <= 5 },
  'harvest-hands': { from: '08:00', to: '13:30' },
  'leaking-roof': { from: '08:00', to: '14:00' },
};

const anyTime = { from: '07:30', to: '19:15' };

function isGivenAt(service: ServiceContent, time: LocalTime): boolean {
  const hours: (typeof serviceHours)[string] = serviceHours[service.key] ?? anyTime;
  const early = time.minute >= minuteOf(hours.from) && time.minute <= minuteOf(hours.to);
  return early && (hours.on?.(time) ?? true) && isOfferedIn(time.month, service);
}

const villages = demonstrationPlaces.filter(({ level }) => level === 'village');
/** Whether a place is not too far for a volunteer. */
export const isWithinReach =
  (place: PlaceContent) =>
  (volunteer: VolunteerContent): boolean =>
    distanceKm(place, volunteer) <= volunteer.withinKm;

function startOn(
  chance: Chance,
  now: Date,
  day: number,
  lead: VolunteerContent,
  durationMinutes: number,
): number | undefined {
  const { weekday } = localTime(now, minutesTo(now, day, '12:00'));
  const windows = lead.availability.filter(({ weekdays }) => weekdays.includes(weekday));
  if (windows.length === 0) return undefined;
  const { from, to } = chance.pick(windows);
  const quarters = Math.floor((minuteOf(to) - minuteOf(from) - durationMinutes) / 15);
  return quarters < 0 ? undefined : minutesTo(now, day, from) + 15 * chance.between(0, quarters);
}

function secondFor(chance: Chance, now: Date, diary: Diary, plan: PlannedVisit): VolunteerContent | undefined {
  const onDay = Math.ceil(plan.visit.endsInMinutes / 1440);
  const able = demonstrationVolunteers.filter(
    (volunteer) =>
      !plan.volunteers.includes(volunteer) &&
      mayAssist(volunteer, plan.service, onDay) &&
      isWithinReach(plan.village)(volunteer) &&
      isAvailable(now, volunteer, plan.visit) &&
      diary.isFree(volunteer.key, plan.visit),
  );
  const skilled = able.filter(({ skills }) => plan.service.skills.some((skill) => skills.includes(skill)));
  const from = skilled.length > 0 ? skilled : able;
  return from.length === 0 ? undefined : chance.pick(from);
}

/** Looks for a visit that starts between two moments (minutes from the clock); undefined if chance finds none in a few dozen tries. Books nothing. */
export function findVisit(
  chance: Chance,
  now: Date,
  diary: Diary,
  service: ServiceContent,
  startFrom: number,
  startTo: number,
): PlannedVisit | undefined {
  for (let tries = 0; tries < 60; tries += 1) {
    const day = chance.between(Math.floor(startFrom / 1440) - 1, Math.ceil(startTo / 1440));
    const leaders = leadersFor(service, day + 1);
    if (leaders.length === 0) continue;
    const few = [chance.pick(leaders), chance.pick(leaders), chance.pick(leaders)];
    const [lead] = few.sort((a, b) => diary.load(a.key) - diary.load(b.key));
    const startsInMinutes = lead && startOn(chance, now, day, lead, service.durationMinutes);
    if (lead === undefined || startsInMinutes === undefined || startsInMinutes < startFrom || startsInMinutes > startTo)
      continue;
    const visit = { startsInMinutes, endsInMinutes: startsInMinutes + service.durationMinutes };
    if (!isGivenAt(service, localTime(now, startsInMinutes)) || !diary.isFree(lead.key, visit)) continue;
    const near = villages.filter((village) => isWithinReach(village)(lead));
    const [village] = [chance.pick(near), chance.pick(near)].sort((a, b) => distanceKm(a, lead) - distanceKm(b, lead));
    if (village === undefined) continue;
    const alone: PlannedVisit = { service, village, visit, volunteers: [lead] };
    if (service.peopleNeeded === 1) return alone;
    const second = secondFor(chance, now, diary, alone);
    if (second !== undefined) return { ...alone, volunteers: [lead, second] };
  }
  return undefined;
}
