import type { PlannedOrder } from '@xiangyin/server/contract';
import type { Spot } from '../map/map-drawing.ts';

/** The visits of one place. */
export interface VisitSpot {
  readonly placeId: string;
  readonly at: Spot;
  readonly items: readonly PlannedOrder[];
  /** Person ids. */
  readonly goers: ReadonlySet<string>;
  /** To how many of them nobody goes. */
  readonly left: number;
}

/** The visits of a plan by place; those at places without a position are left out. */
export function visitSpots(items: readonly PlannedOrder[]): VisitSpot[] {
  const byPlace = Map.groupBy(
    items.filter((item) => item.at !== null),
    (item) => item.place.id,
  );
  return [...byPlace].flatMap(([placeId, here]) => {
    const at = here[0]?.at;
    if (!at) return [];
    return {
      placeId,
      at,
      items: here,
      goers: new Set(here.flatMap((item) => item.people.map((one) => one.personId))),
      left: here.filter((item) => item.people.length === 0).length,
    };
  });
}
