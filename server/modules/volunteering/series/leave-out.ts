import { guestActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { SeriesDate, OrderSeriesView } from '../contract.ts';
import { cancelNow } from '../order/cancel-order.ts';
import { orderForUpdate } from '../order/order-queries.ts';
import { cancellable } from '../order/states.ts';
import type { OrderThing } from '../permissions.ts';
import { closeSeries, keepDate, seriesDates, seriesForUpdate } from './series-queries.ts';
import type { SeriesRow } from './series-queries.ts';
import { orderSeriesView } from './series-view.ts';

/** One day is left out, by the desk. Refuses: BadRequest (400) for a day that is not to come, WrongState (409) once somebody is there. */
export async function leaveOut(ctx: Ctx, actor: Actor, id: string, request: { on: string }): Promise<OrderSeriesView> {
  return ctx.transaction(async (tx) => {
    await leaveOutNow(tx, actor, await seriesForUpdate(tx, id), request.on);
    return orderSeriesView(tx, actor, id);
  });
}

/** From a day on it comes no more, by the desk. Orders under way, or over, stay. */
export async function endSeries(
  ctx: Ctx,
  actor: Actor,
  id: string,
  request: { from: string; reason?: string | undefined },
): Promise<OrderSeriesView> {
  return ctx.transaction(async (tx) => {
    await endSeriesNow(tx, actor, await seriesForUpdate(tx, id), request);
    return orderSeriesView(tx, actor, id);
  });
}

/** As `leaveOut`, with the series locked. */
export async function leaveOutNow(tx: Tx, actor: Actor, series: SeriesRow, on: string): Promise<void> {
  mustHandle(tx, actor, series);
  const date =
    (await seriesDates(tx, series)).find((one) => one.on === on && one.state !== 'left-out') ??
    refuse('BadRequest', {}, [{ path: '/body/on', code: 'invalid_value' }]);
  await cancelDate(tx, actor, date, '');
  await keepDate(tx, series.id, on, { state: 'left-out' });
  await writeDown(tx, actor, series, 'order.leave-out', on);
}

/** As `endSeries`, with the series locked. Each later day is written down as left out; days before `from` still come. */
export async function endSeriesNow(
  tx: Tx,
  actor: Actor,
  series: SeriesRow,
  request: { from: string; reason?: string | undefined },
): Promise<void> {
  mustHandle(tx, actor, series);
  for (const date of await seriesDates(tx, series)) {
    if (date.on < request.from || date.state === 'left-out') continue;
    const isOver = date.orderState !== null && !cancellable.has(date.orderState);
    if (isOver) continue;
    await cancelDate(tx, actor, date, request.reason ?? '');
    await keepDate(tx, series.id, date.on, { state: 'left-out' });
  }
  const isNothingLeft = (await seriesDates(tx, series)).every((date) => date.state !== 'ahead');
  if (isNothingLeft) await closeSeries(tx, series.id, 'ended');
  await writeDown(tx, actor, series, 'order.end-series', request.from);
}

// The rules are those of the first order: whoever proved to have ordered that one acts for all of them.
function mustHandle(tx: Tx, actor: Actor, series: SeriesRow): void {
  const first: OrderThing = { id: series.firstOrderId, placeId: series.placeId, unitId: series.unitId };
  must(tx, actor, 'order.cancel', first);
}

async function cancelDate(tx: Tx, actor: Actor, date: SeriesDate, reason: string): Promise<void> {
  if (!date.orderId) return;
  const order = await orderForUpdate(tx, date.orderId);
  if (!cancellable.has(order.state)) return;
  await cancelNow(tx, actor.kind === 'guest' ? guestActor(`order:${order.id}`) : actor, order, { reason });
}

const writeDown = (tx: Tx, actor: Actor, series: SeriesRow, act: string, on: string): Promise<void> =>
  audit(tx, actor, { act, noun: 'order', subjectId: series.firstOrderId, placeId: series.placeId, detail: { on } });
