import { drawnGround, placeById, subtree } from '#places';
import type { Place } from '#places';
import type { Tx } from '#platform/transaction';
import type { DispatchPlanView, PlannedOrder } from '../contract.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';

type Spot = [number, number];

/** Where a place lies, in kilometres east and north; null where nobody said. */
export const spotOf = (place: Place | undefined): Spot | null =>
  place && place.xKm !== null && place.yKm !== null ? [place.xKm, place.yKm] : null;

/** What the map of a plan shows besides its visits: the places next below, and the villages where those live who go, with how far they wish to go. Places lie as the county's list says, no house is known to it. */
export function planMap(
  tx: Tx,
  placeId: string,
  items: readonly PlannedOrder[],
  volunteers: ReadonlyMap<string, Volunteer>,
): DispatchPlanView['map'] {
  const [top, ...below] = subtree(tx, placeId);
  const going = new Map(items.flatMap((item) => item.people.map((one) => [one.personId, one.name] as const)));
  return {
    ground: drawnGround(tx.ctx.county.settings),
    landmarks: [top, ...below].flatMap((place) => {
      const at = spotOf(place);
      return place && top && at && place.depth === top.depth + 1 ? { id: place.id, name: place.name, at } : [];
    }),
    homes: [...going].flatMap(([personId, name]) => {
      const volunteer = volunteers.get(personId);
      const place = volunteer && placeById(tx, volunteer.homePlaceId);
      const at = spotOf(place);
      return volunteer && place && at ? { personId, name, place: place.name, at, withinKm: volunteer.withinKm } : [];
    }),
  };
}
