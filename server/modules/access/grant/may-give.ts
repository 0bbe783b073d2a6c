import type { Actor } from '#platform/actor';
import { placesOf } from '#places';
import type { Tx } from '#platform/transaction';

const editorial = new Set(['chief-editor', 'section-head', 'editor', 'correspondent', 'proofreader']);
const voluntary = new Set(['volunteer', 'team-leader']);

/** Whether the actor may give this very role: an administrator any; a chief editor correspondents, and duty within the newsroom; coordinators and station keepers volunteers and team leaders.
 *  Always at a place that one of their own grants covers; what is held for a shift alone is not handed on, or one night would make a chief editor for years. */
export function mayGive(
  tx: Tx,
  actor: Pick<Actor, 'grants'>,
  given: { role: string; placeId: string; duty: boolean },
): boolean {
  return actor.grants.some(
    (held) =>
      placesOf(tx).covers(held.placeId, given.placeId) &&
      held.unitId === null &&
      !held.duty &&
      giverFits(held.role, given),
  );
}

function giverFits(giver: string, given: { role: string; duty: boolean }): boolean {
  if (giver === 'administrator') return true;
  if (giver === 'chief-editor') return given.role === 'correspondent' || (given.duty && editorial.has(given.role));
  return (giver === 'coordinator' || giver === 'station-keeper') && voluntary.has(given.role) && !given.duty;
}
