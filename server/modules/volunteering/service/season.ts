import type { ServiceFacts } from '../contract.ts';
import { dayAfter } from '../county-day.ts';

type Season = NonNullable<ServiceFacts['season']>;

/** First and last day of a season as `MM-DD`, both included. Days left out: the whole months. */
const edges = ({ fromMonth, fromDay = 1, toMonth, toDay = 31 }: Season): [string, string] => [
  monthDay(fromMonth, fromDay),
  monthDay(toMonth, toDay),
];

const monthDay = (month: number, day: number): string =>
  `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Whether a calendar day (YYYY-MM-DD) lies in the season; one that begins later in the year than it ends passes the turn of the year. */
export function isInSeason(season: ServiceFacts['season'], day: string): boolean {
  if (!season) return true;
  const [from, to] = edges(season);
  const here = day.slice(5);
  return from <= to ? here >= from && here <= to : here >= from || here <= to;
}

/** The first day from `day` on that lies in the season: `day` itself, if it does. */
export function opensOn(season: Season, day: string): string {
  if (isInSeason(season, day)) return day;
  // A season that begins on 29 February begins on 1 March in other years: looked for day by day.
  for (let ahead = 1; ahead <= 1_462; ahead += 1) {
    const next = dayAfter(day, ahead);
    if (isInSeason(season, next)) return next;
  }
  return day;
}
