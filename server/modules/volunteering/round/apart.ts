import { distanceKm, placeOrRefuse } from '#places';
import type { Tx } from '#platform/transaction';
import type { OrderRow } from '../order/order-queries.ts';

/** Further apart, in kilometres, is not one way. */
const farthestKm = 10;

/** Why an order cannot be a stop beside these, or null. */
export function apart(tx: Tx, order: OrderRow, stops: readonly OrderRow[]): 'people' | 'day' | 'far' | null {
  const there = placeOrRefuse(tx, order.placeId);
  if (stops.some((stop) => stop.facts.peopleNeeded !== order.facts.peopleNeeded)) return 'people';
  if (sharedDays([...stops, order])?.length === 0) return 'day';
  const far = stops.some((stop) => (distanceKm(there, placeOrRefuse(tx, stop.placeId)) ?? 0) > farthestKm);
  return far ? 'far' : null;
}

/** The days that all of them wish; null: any day suits all. */
function sharedDays(orders: readonly OrderRow[]): string[] | null {
  return orders.reduce<string[] | null>((shared, { wishes }) => {
    const days = wishes.flatMap(({ on }) => on ?? []);
    // Who wishes no day, or among others any, is there whenever somebody comes.
    if (days.length < wishes.length || wishes.length === 0) return shared;
    return shared === null ? days : shared.filter((day) => days.includes(day));
  }, null);
}
