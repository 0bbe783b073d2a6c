import { weekOf } from '../../county-day.ts';
import type { Asked, Engagement, Whom } from './gate.ts';

/** What the caps are asked about. */
type Bound = Pick<Whom, 'volunteer' | 'engagements' | 'perDay' | 'perWeek'>;

const smaller = (own: number | null, county: number): number => (own === null ? county : Math.min(own, county));

const inWeek = ({ engagements }: Pick<Whom, 'engagements'>, day: string): Engagement[] =>
  engagements.filter((one) => weekOf(one.day) === weekOf(day));

/** How many visits more somebody may make on a day: their own cap, or the county's where it is lower. Plans and dispatches ask here, and so never differ. */
export const visitsLeftOn = (whom: Bound, day: string): number =>
  smaller(whom.volunteer.visitsPerDay, whom.perDay) - whom.engagements.filter((one) => one.day === day).length;

/** The same of the week in which the day lies. */
export const visitsLeftInWeek = (whom: Bound, day: string): number =>
  smaller(whom.volunteer.visitsPerWeek, whom.perWeek) - inWeek(whom, day).length;

/** How many minutes more a minor may serve in the week of this day; null: as many as they wish. */
export function minutesLeftInWeek(whom: Pick<Whom, 'band' | 'engagements'>, day: string): number | null {
  const most = whom.band?.minutesPerWeek ?? null;
  return most === null ? null : most - inWeek(whom, day).reduce((sum, one) => sum + minutesOf(one), 0);
}

/** How long a visit lasts. */
export const minutesOf = ({ startsAt, endsAt }: Pick<Asked, 'startsAt' | 'endsAt'>): number =>
  (endsAt.getTime() - startsAt.getTime()) / 60_000;
