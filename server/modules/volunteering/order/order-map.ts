import { placeLine, placeOrRefuse, rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { OrderMap, OrderMapQuery } from '../contract.ts';
import { mapGroundOf, spotOf } from '../map-ground.ts';
import { orderConditions } from './order-conditions.ts';

/** The open orders that somebody may list, counted by village or town, for a map: which of them it narrows to is as in the list. */
export async function orderMap(ctx: Ctx, actor: Actor, query: OrderMapQuery): Promise<OrderMap> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'order.list');
    const ground = mapGroundOf(tx, query.placeId ?? rootPlace(tx).id);
    const { where, values } = await orderConditions(tx, actor, query, true);
    values.push(tx.at);
    const answer = await tx.client.query<{ placeId: string; orders: number; late: number }>(
      `select o.place_id as "placeId", count(*)::int as orders, count(*) filter (where o.due_at < $${values.length})::int as late
         from volunteering.orders o where ${where} and o.ended_at is null group by o.place_id order by orders desc, o.place_id`,
      values,
    );
    return {
      ...ground,
      spots: answer.rows.map(({ placeId, orders, late }) => {
        const place = placeOrRefuse(tx, placeId);
        return { place: placeLine(place), at: spotOf(place), orders, late };
      }),
      total: answer.rows.reduce((sum, { orders }) => sum + orders, 0),
    };
  });
}
