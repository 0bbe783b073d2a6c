import { holdersOf } from '#access';
import type { Tx } from '#platform/transaction';
import type { OrderRow } from './order-queries.ts';

/** Those who handle orders at this place and station, the nearest first. */
export const handlersOf = (tx: Tx, order: Pick<OrderRow, 'placeId' | 'stationId'>): Promise<string[]> =>
  holdersOf(tx, { roles: ['coordinator', 'station-keeper'], placeId: order.placeId, unitId: order.stationId });
