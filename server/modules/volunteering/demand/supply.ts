import { placesOf, today } from '#places';
import type { Actor } from '#platform/actor';
import { rangesFor } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { ServiceFacts } from '../contract.ts';
import { canGoAs } from '../dispatch/gates/what-they-can.ts';
import { countyCaps } from '../volunteer/caps.ts';
import { activeVolunteers } from '../volunteer/volunteer-queries.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';

/** Those who volunteer today at a place and below, or wherever the asker may count. */
export async function volunteersNow(tx: Tx, actor: Actor, placeId: string | undefined): Promise<Volunteer[]> {
  const tree = placesOf(tx);
  const { ranges } = rangesFor(tx, actor, 'order.figures');
  const day = today(tx);
  const isCounted = (one: Volunteer): boolean => {
    const home = tree.byId(one.homePlaceId);
    if (!home || (placeId !== undefined && !tree.covers(placeId, home.id))) return false;
    return ranges.some(([lo, hi]) => lo <= home.lo && home.lo <= hi);
  };
  return (await activeVolunteers(tx)).filter(
    (one) =>
      isCounted(one) &&
      (one.state === 'active' || (one.pausedUntil !== null && one.pausedUntil <= day)) &&
      !one.away.some(({ from, until }) => from <= day && day <= until),
  );
}

/** How many visits they could make in a week together: of each as many as their caps and the days of their week allow. */
export function visitsPerWeek(tx: Tx, volunteers: readonly Volunteer[]): number {
  const county = countyCaps(tx);
  return volunteers.reduce((sum, one) => {
    const days = one.availability.length === 0 ? 7 : new Set(one.availability.flatMap(({ weekdays }) => weekdays)).size;
    const perDay = Math.min(one.visitsPerDay ?? county.visitsPerDay, county.visitsPerDay);
    const perWeek = Math.min(one.visitsPerWeek ?? county.visitsPerWeek, county.visitsPerWeek);
    return sum + Math.min(perWeek, days * perDay);
  }, 0);
}

/** How many of these visits they could make in a week, by the rules of what somebody can, as a dispatch asks them today. Somebody leads each: those who may only go along are counted as far as there are others to lead. */
export function visitsOfKind(tx: Tx, volunteers: readonly Volunteer[], facts: ServiceFacts): number {
  const day = today(tx);
  const able = Map.groupBy(volunteers, (one) => canGoAs(one, facts, day));
  const led = visitsPerWeek(tx, able.get('lead') ?? []);
  return Math.min(led * facts.peopleNeeded, led + visitsPerWeek(tx, able.get('along') ?? []));
}
