import { countySetting } from '#platform/county-setting';
import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { today } from '#places';
import { stationById } from '#stations';
import { orderForUpdate } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { beginSeries, longestByForm } from './repeat-order.ts';

/** How many series that were asked for on a form one phone may have at the same time: the county's `repeatsPerPhone` (2). */
export const repeatsPerPhone = (tx: Tx): number => countySetting(tx, 'repeatsPerPhone', 2);

/** 定期, asked for by a resident on a form: within half a year, and of one phone at most `repeatsPerPhone` at the same time. Each order of it counts on its own day, as any other of that phone, and nothing follows before the station has accepted one of them.
 *  Refuses: RepeatsTooMany (409), and as `beginSeries`. */
export async function beginByForm(tx: Tx, actor: Actor, orderId: string, rule: string): Promise<void> {
  const order = await orderForUpdate(tx, orderId);
  await mustNotRepeatTooMuch(tx, order);
  await beginSeries(tx, actor, order, { rule }, { byForm: true });
}

// Of two at once by one phone the second waits, and sees the first.
async function mustNotRepeatTooMuch(tx: Tx, order: OrderRow): Promise<void> {
  const most = repeatsPerPhone(tx);
  const [, [row]] = await together(
    tx.named(
      'volunteering.repeats-lock',
      `select pg_advisory_xact_lock(771011, hashtext(county_id || ' ' || phone_hash)) from volunteering.orders where county_id = $1 and id = $2`,
      [tx.countyId, order.id],
    ),
    tx.named<{ going: number }>(
      'volunteering.repeats-of-phone',
      `select count(*)::int as going from volunteering.order_series s join volunteering.orders o on o.county_id = s.county_id and o.id = s.first_order_id
        where s.county_id = $1 and s.on_form and s.ended_at is null and s.starts_on > $3::date - $4::int and o.state not in ('refused', 'referred', 'merged')
          and o.phone_hash = (select this.phone_hash from volunteering.orders this where this.county_id = $1 and this.id = $2)`,
      [tx.countyId, order.id, today(tx), longestByForm],
    ),
  );
  if ((row?.going ?? 0) < most) return;
  const station = order.stationId ? await stationById(tx, order.stationId) : undefined;
  refuse('RepeatsTooMany', { most, phone: station?.phone ?? tx.ctx.county.phone }, [
    { path: '/repeat', code: 'repeats_too_many' },
  ]);
}
