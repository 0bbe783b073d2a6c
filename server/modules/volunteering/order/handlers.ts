import { holdersOf } from '#access';
import { placesOf } from '#places';
import { stationsByIds } from '#stations';
import type { Tx } from '#platform/transaction';
import type { OrderRow } from './order-queries.ts';

/** Those who handle orders at this place and station, the nearest first. Of one that a station elsewhere has taken on, that station's people come first. */
export const handlersOf = (tx: Tx, order: Pick<OrderRow, 'placeId' | 'stationId'>): Promise<string[]> =>
  holdersThere(tx, ['coordinator', 'station-keeper'], order);

/** Of those, whoever coordinates: they answer about hours. */
export const coordinatorsOf = (tx: Tx, order: Pick<OrderRow, 'placeId' | 'stationId'>): Promise<string[]> =>
  holdersThere(tx, ['coordinator'], order);

async function holdersThere(
  tx: Tx,
  roles: readonly string[],
  { placeId, stationId }: Pick<OrderRow, 'placeId' | 'stationId'>,
): Promise<string[]> {
  const near = await holdersOf(tx, { roles, placeId, unitId: stationId });
  const station = stationId ? (await stationsByIds(tx, [stationId])).get(stationId) : undefined;
  if (!station || placesOf(tx).covers(station.placeId, placeId)) return near;
  const there = await holdersOf(tx, { roles, placeId: station.placeId, unitId: station.id });
  return [...new Set([...there, ...near])];
}
