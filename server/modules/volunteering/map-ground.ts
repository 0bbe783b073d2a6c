import { drawnGround, subtree } from '#places';
import type { Place } from '#places';
import type { Tx } from '#platform/transaction';
import type { MapGround } from './contract.ts';

/** Where a place lies, in kilometres east and north; null where nobody said. */
export const spotOf = (place: Place | undefined): [number, number] | null =>
  place && place.xKm !== null && place.yKm !== null ? [place.xKm, place.yKm] : null;

/** What a map of a place and all below shows under everything else. Places lie as the county's list says, no house is known to it. */
export function mapGroundOf(tx: Tx, placeId: string): MapGround {
  const [top, ...below] = subtree(tx, placeId);
  return {
    ground: drawnGround(tx.ctx.county.settings),
    landmarks: below.flatMap((place) => {
      const at = spotOf(place);
      return top && at && place.depth === top.depth + 1 ? { id: place.id, name: place.name, at } : [];
    }),
  };
}
