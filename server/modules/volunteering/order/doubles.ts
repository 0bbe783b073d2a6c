import type { Actor } from '#platform/actor';
import { must, mustSee, rangesFor } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderLine } from '../contract.ts';
import { handledSql } from './handled-sql.ts';
import { orderById, orderColumns, orderTables } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderLines } from './order-view.ts';
import { shareADay } from './wishes.ts';

type Double = OrderLine & { samePhone: boolean; sameDay: boolean };

/** Open orders into which this one could be merged: of the same phone first, then of the same service at the same place; those for a day that both wish before others, then the newest. Only those whose triage is the asker's too. */
export async function doublesOf(ctx: Ctx, actor: Actor, orderId: string): Promise<{ items: Double[]; total: number }> {
  return ctx.transaction(async (tx) => {
    const order = await orderById(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.triage', order);
    const rows = await alike(tx, actor, order);
    const lines = await orderLines(tx, actor, rows);
    const samePhone = new Set(rows.filter((row) => row.samePhone).map((row) => row.id));
    const items = lines
      .map((line) => ({
        ...line,
        samePhone: samePhone.has(line.id),
        sameDay: shareADay(line.wishes, order.wishes),
      }))
      .toSorted((a, b) => Number(b.samePhone) - Number(a.samePhone) || Number(b.sameDay) - Number(a.sameDay));
    return { items, total: items.length };
  });
}

function alike(tx: Tx, actor: Actor, order: OrderRow): Promise<(OrderRow & { samePhone: boolean })[]> {
  const { ranges, units } = rangesFor(tx, actor, 'order.triage');
  return tx.named(
    'volunteering.doubles',
    `select ${orderColumns}, o.phone_hash = this.phone_hash as "samePhone" from ${orderTables}
       join volunteering.orders this on this.county_id = o.county_id and this.id = $5
      where o.county_id = $1 and o.id <> $5 and o.state in ('submitted', 'accepted', 'paused', 'dispatched', 'taken', 'under-way', 'visit-failed') and ${handledSql('o.place_id', 'o.station_id', 2, 4)}
        and (o.phone_hash = this.phone_hash or (o.service_id = this.service_id and o.place_id = this.place_id))
      order by (o.phone_hash = this.phone_hash) desc, o.happened_at desc, o.id desc limit 20`,
    [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units, order.id],
  );
}
