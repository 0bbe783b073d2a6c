import { earliestAllowed } from '#notices';
import { distanceKm } from '#places';
import type { Asked, Engagement, Gate, Whom } from './gate.ts';
import { visitsLeftInWeek, visitsLeftOn } from './room-left.ts';

/** Between two doors: finding the next one, and three minutes for each kilometre as the crow flies; never more than half an hour, for whoever goes far has a car. */
const minutesAtTheDoor = 20;
const minutesPerKm = 3;
const mostMinutes = 30;

/** How long it takes from one place to the next, in minutes; where nobody knows how far it is, the half hour that is usual. */
export function travelMinutes(from: Engagement['place'], to: Asked['place']): number {
  const far = from && to ? distanceKm(from, to) : null;
  return far === null ? mostMinutes : Math.min(mostMinutes, minutesAtTheDoor + Math.round(far * minutesPerKm));
}

function overlaps(one: Engagement, asked: Asked): boolean {
  const buffer = travelMinutes(one.place, asked.place) * 60_000;
  return (
    one.stands &&
    one.startsAt.getTime() < asked.endsAt.getTime() + buffer &&
    one.endsAt.getTime() > asked.startsAt.getTime() - buffer
  );
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Whether the whole visit lies in one of the times they gave; who gave none can always be asked. */
const isAvailable = ({ volunteer }: Whom, asked: Asked): boolean =>
  volunteer.availability.length === 0 ||
  volunteer.availability.some(
    ({ weekdays, from, to }) =>
      weekdays.includes(asked.weekday) && minuteOf(from) <= asked.fromMinute && asked.untilMinute <= minuteOf(to),
  );

const isPaused = ({ volunteer, person }: Whom, { day }: Asked): boolean =>
  volunteer.state === 'left' ||
  person?.active === false ||
  (volunteer.state === 'paused' && (volunteer.pausedUntil === null || day < volunteer.pausedUntil));

/** Their own word on when, how far and how much: nobody is asked against it, and nobody has to explain it (志愿服务条例 art. 25). */
export const whenTheyCan: readonly Gate[] = [
  { rule: 'paused', of: 'everybody', blocks: isPaused },
  {
    rule: 'away',
    of: 'everybody',
    // A night that ends in the first of those days is theirs too.
    blocks: ({ volunteer }, { day, lastDay }) =>
      volunteer.away.some(({ from, until }) => from <= lastDay && day <= until),
  },
  { rule: 'not-available', of: 'everybody', blocks: (whom, asked) => !isAvailable(whom, asked) },
  {
    rule: 'quiet-hours',
    of: 'everybody',
    // Whoever has said when they come has said so of the night as well.
    blocks: ({ volunteer, quiet }, { fromMinute }) => volunteer.availability.length === 0 && isQuiet(quiet, fromMinute),
  },
  {
    rule: 'too-far',
    of: 'everybody',
    blocks({ volunteer, home }, { place }) {
      const far = home && place ? distanceKm(home, place) : null;
      return far !== null && volunteer.withinKm !== null && far > volunteer.withinKm;
    },
  },
  {
    rule: 'overlap',
    of: 'everybody',
    blocks: ({ engagements }, asked) => engagements.some((one) => overlaps(one, asked)),
  },
  {
    rule: 'day-full',
    of: 'everybody',
    blocks: (whom, { day, besides }) => besides.visits >= visitsLeftOn(whom, day),
  },
  {
    rule: 'week-full',
    of: 'everybody',
    blocks: (whom, { day, besides }) => besides.visits >= visitsLeftInWeek(whom, day),
  },
];

// A day without clock changes, to ask the rule of the messages about a minute of the day.
const isQuiet = (quiet: Whom['quiet'], minute: number): boolean => {
  const at = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
  return earliestAllowed(at, quiet, 'UTC') > at;
};
