import { placeById } from '#places';
import type { Tx } from '#platform/transaction';
import type { DispatchPlanView, PlannedOrder } from '../contract.ts';
import { mapGroundOf, spotOf } from '../map-ground.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';

/** What the map of a plan shows besides its visits: the villages where those live who go, with how far they wish to go. */
export function planMap(
  tx: Tx,
  placeId: string,
  items: readonly PlannedOrder[],
  volunteers: ReadonlyMap<string, Volunteer>,
): DispatchPlanView['map'] {
  const going = new Map(items.flatMap((item) => item.people.map((one) => [one.personId, one.name] as const)));
  return {
    ...mapGroundOf(tx, placeId),
    homes: [...going].flatMap(([personId, name]) => {
      const volunteer = volunteers.get(personId);
      const place = volunteer && placeById(tx, volunteer.homePlaceId);
      const at = spotOf(place);
      return volunteer && place && at ? { personId, name, place: place.name, at, withinKm: volunteer.withinKm } : [];
    }),
  };
}
