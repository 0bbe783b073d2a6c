import { holdersOf } from '#access';
import { placesOf } from '#places';
import { stationsByIds } from '#stations';
import type { Tx } from '#platform/transaction';
import type { OrderRow } from './order-queries.ts';

const roles = ['coordinator', 'station-keeper'];

/** Those who handle orders at this place and station, the nearest first. Of one that a station elsewhere has taken on, that station's people come first. */
export async function handlersOf(tx: Tx, order: Pick<OrderRow, 'placeId' | 'stationId'>): Promise<string[]> {
  const { placeId, stationId } = order;
  const near = await holdersOf(tx, { roles, placeId, unitId: stationId });
  const station = stationId ? (await stationsByIds(tx, [stationId])).get(stationId) : undefined;
  if (!station || placesOf(tx).covers(station.placeId, placeId)) return near;
  const there = await holdersOf(tx, { roles, placeId: station.placeId, unitId: station.id });
  return [...new Set([...there, ...near])];
}
