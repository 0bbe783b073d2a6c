import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderSeriesView } from '../contract.ts';
import { orderById } from '../order/order-queries.ts';
import { orderAbilities } from '../permissions.ts';
import { seriesDates, seriesForUpdate, seriesWaits } from './series-queries.ts';

/** A series for those who may see its first order, or 404. */
export const readSeries = (ctx: Ctx, actor: Actor, id: string): Promise<OrderSeriesView> =>
  ctx.transaction((tx) => orderSeriesView(tx, actor, id));

/** A series with its days: no name, phone or address. */
export async function orderSeriesView(tx: Tx, actor: Actor, id: string): Promise<OrderSeriesView> {
  const series = await seriesForUpdate(tx, id);
  const first = await orderById(tx, series.firstOrderId);
  mustSee(tx, actor, 'order.read', first);
  return {
    id,
    service: first.facts.name,
    place: placeLine(placeOrRefuse(tx, series.placeId)),
    rule: series.rule,
    startsOn: series.startsOn,
    part: series.part,
    leadDays: series.leadDays,
    ended: series.endedAt !== null,
    waits: await seriesWaits(tx, id),
    dates: await seriesDates(tx, series),
    abilities: orderAbilities(tx, actor, { ...first, state: 'submitted' }).filter((one) => one === 'order.cancel'),
  };
}
