import { phoneForm } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { mustSomewhere, rangesFor } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { count } from '#platform/throttles';
import type { Ctx, Tx } from '#platform/transaction';
import type { FoundOrder, OrderLine } from '../contract.ts';
import { maySeeContact } from '../permissions.ts';
import { handledSql } from './handled-sql.ts';
import { orderColumns, orderTables } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderLines } from './order-view.ts';

const searchesAnHour = 60;

interface Found extends OrderRow {
  readonly caller: FoundOrder['caller'];
}

/** A caller without their code: the orders in which this very phone is a contact's, the one's who ordered or the other's, and whose contact the asker may see now, newest first; each says which of them calls. Each that is found counts as a look at it, and the search itself is written down too, without the number.
 *  Refuses: PhoneNotUnderstood (422) for less than a whole number, Forbidden (403), TooManyRequests (429) from the 61st search in an hour. */
export async function searchByPhone(
  ctx: Ctx,
  actor: Actor,
  typed: string,
): Promise<{ items: FoundOrder[]; total: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'order.see-contact');
    const phone =
      phoneForm(ctx.county, typed) ??
      refuse('PhoneNotUnderstood', {}, [{ path: '/phone', code: 'invalid_format', detail: { expected: 'phone' } }]);
    const { hits, secondsLeft } = await count(tx, { scope: `volunteering.search:${actor.id}`, minutes: 60 });
    if (hits > searchesAnHour) refuse('TooManyRequests', { retryAfterSeconds: secondsLeft });
    const orders = (await ordersOf(tx, actor, phone)).filter((order) => maySeeContact(tx, actor, order));
    for (const order of orders)
      await audit(tx, actor, {
        act: 'order.see-address',
        noun: 'order',
        subjectId: order.id,
        placeId: order.placeId,
        detail: { what: 'search' },
      });
    await audit(tx, actor, {
      act: 'order.search',
      noun: 'order',
      subjectId: 'by-phone',
      detail: { found: orders.length },
    });
    const lines = await orderLines(tx, actor, orders);
    return { items: lines.flatMap((line, at) => withCaller(line, orders[at])), total: orders.length };
  });
}

const withCaller = (line: OrderLine, order: Found | undefined): FoundOrder[] =>
  order ? [{ ...line, caller: order.caller }] : [];

function ordersOf(tx: Tx, actor: Actor, phone: string): Promise<Found[]> {
  const { ranges, units } = rangesFor(tx, actor, 'order.see-contact');
  return tx.named<Found>(
    'volunteering.orders-of-phone',
    `select ${orderColumns}, c.caller from ${orderTables}
       join lateral (
         select jsonb_build_object('position', k.position, 'told', k.told) as caller from volunteering.order_contacts k
          where k.county_id = o.county_id and k.order_id = o.id and k.phone = $5 order by k.position limit 1
       ) c on true
      where o.county_id = $1 and ${handledSql('o.place_id', 'o.station_id', 2, 4)}
        and o.id in (select order_id from volunteering.order_contacts where county_id = $1 and phone = $5)
      order by o.happened_at desc, o.id desc limit 50`,
    [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units, phone],
  );
}
