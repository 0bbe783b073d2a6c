import { guestActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { must } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { SeriesDate } from '../contract.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { cancellable } from '../order/states.ts';
import { endSeriesNow, leaveOutNow } from './leave-out.ts';
import { seriesById, seriesDates, seriesForUpdate } from './series-queries.ts';

/** Whether a day may still be left out: it is to come, or its order may be cancelled. */
const mayLeaveOut = (date: SeriesDate): boolean =>
  date.state === 'ahead' || (date.state === 'made' && date.orderState !== null && cancellable.has(date.orderState));

/** The days that whoever ordered may still leave out, by day; none of an order that comes once. */
export async function daysToLeaveOut(tx: Tx, order: Pick<OrderRow, 'seriesId'>): Promise<string[]> {
  if (!order.seriesId) return [];
  const dates = await seriesDates(tx, await seriesById(tx, order.seriesId));
  return dates.filter(mayLeaveOut).map(({ on }) => on);
}

/** Whoever ordered leaves one day out, or all from a day on; the code of any order of the series does. The order is locked, and its digits proven. Refuses: NotFound (404) where it comes once, BadRequest (400) for a day that is not to come. */
export async function leaveOutByCode(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  request: { on: string; which: 'one' | 'from' },
): Promise<void> {
  must(tx, actor, 'order.cancel', order);
  const series = await seriesForUpdate(tx, found(order.seriesId ?? undefined));
  const first = guestActor(`order:${series.firstOrderId}`);
  if (request.which === 'one') await leaveOutNow(tx, first, series, request.on);
  else await endSeriesNow(tx, first, series, { from: request.on });
}
