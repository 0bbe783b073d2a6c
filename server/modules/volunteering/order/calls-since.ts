import type { Tx } from '#platform/transaction';
import type { OrderRow } from './order-queries.ts';

/** How often the desk rang in vain since the visit was over: a reopened order begins anew. */
export async function callsSince(tx: Tx, order: Pick<OrderRow, 'id' | 'doneAt'>): Promise<number> {
  if (!order.doneAt) return 0;
  const [row] = await tx.named<{ calls: number }>(
    'volunteering.calls-since',
    `select (select count(*) from volunteering.order_calls k where k.county_id = $1 and k.order_id = $2 and k.made_at >= $3)::int
          + (select coalesce(sum(c.tries), 0) from volunteering.call_backs c join volunteering.orders o on o.county_id = c.county_id and o.id = c.order_id and o.visit_id = c.visit_id
              where c.county_id = $1 and c.order_id = $2)::int as calls`,
    [tx.countyId, order.id, order.doneAt],
  );
  return row?.calls ?? 0;
}
