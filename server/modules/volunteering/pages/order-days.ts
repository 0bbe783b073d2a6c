import { today } from '#places';
import type { Tx } from '#platform/transaction';
import type { SeriesDate } from '../contract.ts';
import type { OrderRow } from '../order/order-queries.ts';
import type { OrderDay, OrderDays } from '../page-contract.ts';
import { seriesById, seriesDates, seriesWaits } from '../series/series-queries.ts';
import { sentenceOf } from './order-sentence.ts';

const most = 30;

/** The days on which an order comes again, as pages show them; null: it comes once. */
export async function daysOf(tx: Tx, order: Pick<OrderRow, 'id' | 'seriesId'>): Promise<OrderDays | null> {
  if (!order.seriesId) return null;
  const series = await seriesById(tx, order.seriesId);
  const dates = await seriesDates(tx, series);
  const over = dates.filter(({ on }) => on < today(tx)).length;
  const shown = dates.slice(Math.max(0, over - 1));
  return {
    part: series.part,
    days: shown.slice(0, most).map((date) => dayOf(date, order.id)),
    more: Math.max(0, shown.length - most),
    until: dates.at(-1)?.on ?? series.startsOn,
    waits: series.endedAt === null && (await seriesWaits(tx, series.id)),
  };
}

const dayOf = (date: SeriesDate, orderId: string): OrderDay => ({
  on: date.on,
  state: stateOf(date),
  isThis: date.orderId === orderId,
});

function stateOf({ state, orderState }: SeriesDate): OrderDay['state'] {
  if (state === 'refused') return 'not-possible';
  if (state !== 'made' || orderState === null) return state === 'ahead' ? 'ahead' : 'left-out';
  return orderState === 'cancelled' ? 'left-out' : sentenceOf(orderState);
}
