import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { OrderBoard, OrderBoardQuery } from '../contract.ts';
import { orderConditions, visitTodaySql } from './order-conditions.ts';

/** What there is to do, for the head of the list and the board: counted from the open orders alone. */
export async function orderBoard(ctx: Ctx, actor: Actor, query: OrderBoardQuery): Promise<OrderBoard> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'order.list');
    const { where, values } = await orderConditions(tx, actor, { placeId: query.placeId }, false);
    const today = visitTodaySql(tx, values);
    const parameter = (value: unknown): string => `$${values.push(value)}`;
    const [at, since] = [parameter(tx.at), parameter(query.since ?? null)];
    const answer = await tx.client.query<Omit<OrderBoard, 'at' | 'fresh'> & { fresh: number }>(
      `select count(*) filter (where o.state = 'submitted')::int as waiting,
              count(*) filter (where o.state in ('accepted', 'paused', 'visit-failed'))::int as arranging,
              count(*) filter (where o.state = 'dispatched')::int as offered,
              count(*) filter (where o.due_at < ${at})::int as late,
              count(*) filter (where ${today})::int as today,
              count(*) filter (where o.entered_at > ${since}::timestamptz)::int as fresh
         from volunteering.orders o where ${where} and o.ended_at is null`,
      values,
    );
    const [row] = answer.rows;
    if (!row) throw new Error('a count has no row');
    return { ...row, at: tx.at.toISOString(), fresh: query.since ? row.fresh : null };
  });
}
