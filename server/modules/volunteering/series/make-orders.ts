import { today } from '#places';
import { systemActor } from '#platform/actor';
import { Refusal } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { dayAfter } from '../county-day.ts';
import { copyOrder } from '../order/copy-order.ts';
import { orderById } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { closeSeries, daysAfter, keepDate, seriesForUpdate, seriesToMake } from './series-queries.ts';
import type { SeriesRow } from './series-queries.ts';

const by = systemActor('volunteering.series');

/** Makes orders of the days that have come near. A day that the rules of ordering refuse (out of season, stopped, out of reach) is kept with the code and stops none after it; nor does a series at which the making fails stop those behind it. Throws the first such failure at the end. */
export async function makeSeriesOrders(ctx: Ctx): Promise<void> {
  const failures: unknown[] = [];
  for (const series of await ctx.transaction(seriesToMake))
    await makeDue(ctx, series).catch((error: unknown) => void failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function makeDue(ctx: Ctx, series: SeriesRow): Promise<void> {
  const until = await ctx.transaction((tx) => Promise.resolve(dayAfter(today(tx), series.leadDays)));
  for (const on of daysAfter(series, series.madeUntil, until)) await makeOne(ctx, series.id, on);
  await ctx.transaction((tx) => lookedUntil(tx, series, until));
}

async function makeOne(ctx: Ctx, seriesId: string, on: string): Promise<void> {
  try {
    await ctx.transaction(async (tx) => {
      const series = await seriesForUpdate(tx, seriesId);
      if (series.endedAt || on <= series.madeUntil || (await isKnown(tx, seriesId, on))) return;
      const model = await lastWithPeople(tx, seriesId);
      if (!model) return void (await closeSeries(tx, seriesId, 'forgotten'));
      const made = await copyOrder(tx, by, model, { wishes: [{ on, part: series.part }], seriesId });
      await keepDate(tx, seriesId, on, { state: 'made', orderId: made.orderId });
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await ctx.transaction((tx) => keepDate(tx, seriesId, on, { state: 'refused', refusal: error.code }));
  }
}

async function isKnown(tx: Tx, seriesId: string, on: string): Promise<boolean> {
  const [row] = await tx.named(
    'volunteering.series-date',
    'select 1 from volunteering.order_series_dates where county_id = $1 and series_id = $2 and happens_on = $3',
    [tx.countyId, seriesId, on],
  );
  return row !== undefined;
}

// People and address are those of the last order in which they stand: a number mended there is taken on.
async function lastWithPeople(tx: Tx, seriesId: string): Promise<OrderRow | undefined> {
  const [row] = await tx.named<{ id: string }>(
    'volunteering.series-model',
    `select o.id from volunteering.orders o where o.county_id = $1 and o.series_id = $2 and o.forgotten_at is null order by o.id desc limit 1`,
    [tx.countyId, seriesId],
  );
  return row && orderById(tx, row.id);
}

async function lookedUntil(tx: Tx, series: SeriesRow, until: string): Promise<void> {
  await tx.named(
    'volunteering.series-looked-until',
    'update volunteering.order_series set made_until = greatest(made_until, $3::date) where county_id = $1 and id = $2',
    [tx.countyId, series.id, until],
  );
  if (daysAfter(series, until, dayAfter(series.startsOn, 400)).length === 0) await closeSeries(tx, series.id, 'over');
}
