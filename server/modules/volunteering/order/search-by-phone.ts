import { phoneForm } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { mustSomewhere, rangesFor, withinSql } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { count } from '#platform/throttles';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderLine } from '../contract.ts';
import { maySeeContact } from '../permissions.ts';
import { keyedHash } from './county-secret.ts';
import { orderColumns, orderTables } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderLines } from './order-view.ts';

const searchesAnHour = 60;

/** A caller without their code: the orders placed with this very phone whose contact the asker may see now, newest first. Each that is found counts as a look at it, and the search itself is written down too, without the number.
 *  Refuses: PhoneNotUnderstood (422) for less than a whole number, Forbidden (403), TooManyRequests (429) from the 61st search in an hour. */
export async function searchByPhone(
  ctx: Ctx,
  actor: Actor,
  typed: string,
): Promise<{ items: OrderLine[]; total: number }> {
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
    return { items: await orderLines(tx, actor, orders), total: orders.length };
  });
}

function ordersOf(tx: Tx, actor: Actor, phone: string): Promise<OrderRow[]> {
  const { ranges, units } = rangesFor(tx, actor, 'order.see-contact');
  return keyedHash(tx, 'phone', phone).then((hash) =>
    tx.named<OrderRow>(
      'volunteering.orders-of-phone',
      `select ${orderColumns} from ${orderTables} where o.county_id = $1 and (${withinSql('o.place_id', 2)} or o.station_id = any($4::uuid[])) and o.phone_hash = $5 order by o.happened_at desc, o.id desc limit 50`,
      [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units, hash],
    ),
  );
}
