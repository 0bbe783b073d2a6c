import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import { movesOf } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderHistory, OrderView } from '../contract.ts';
import { offersOfOrder } from '../dispatch/offer-queries.ts';
import { assignmentsOf, visitsOfOrder } from '../visit/visit-queries.ts';
import { orderById } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { mustSeeOrder } from './referral.ts';
import { reasonRead } from './words-of-record.ts';

/** One order, or 404 for those who may not see it. */
export async function readOrder(ctx: Ctx, actor: Actor, id: string): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    await mustSeeOrder(tx, actor, await orderById(tx, id));
    return orderView(tx, actor, id);
  });
}

type HistoryLine = OrderHistory['items'][number];

/** Everything that happened to an order, its visits and offers, oldest first. Who was asked, declined, or gave it back is for those who dispatch alone. */
export async function orderHistory(ctx: Ctx, actor: Actor, id: string): Promise<OrderHistory> {
  return ctx.transaction(async (tx) => {
    const order = await orderById(tx, id);
    await mustSeeOrder(tx, actor, order);
    const dispatches = may(tx, actor, 'order.dispatch', order);
    const visits = await visitsOfOrder(tx, id);
    const offers = dispatches ? await offersOfOrder(tx, id) : [];
    const assignments = dispatches ? await assignmentsOf(tx, idsOf(visits)) : [];
    const goes = new Map(assignments.map(({ id: assignmentId, personId }) => [assignmentId, personId]));
    const lines = [
      ...(await linesOf(tx, 'order', [id])),
      ...(await linesOf(tx, 'visit', idsOf(visits))),
      ...(await linesOf(tx, 'offer', idsOf(offers))),
      ...(await linesOf(tx, 'visit-assignment', [...goes.keys()], goes)),
    ];
    const names = await displayNames(
      tx,
      lines.flatMap(({ by, person }) => [...(by.kind === 'person' ? [by.id] : []), ...(person ? [person.id] : [])]),
    );
    const items = lines
      .map(({ by, person, ...line }) => ({
        ...line,
        person: person && { ...person, name: names.get(person.id) ?? null },
        by: { ...by, name: names.get(by.id) ?? null },
      }))
      .toSorted((a, b) => a.happenedAt.localeCompare(b.happenedAt) || a.enteredAt.localeCompare(b.enteredAt));
    return { items, total: items.length };
  });
}

const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id);

/** `people`: by the thing's id, whom a line is about. */
async function linesOf(
  tx: Tx,
  noun: HistoryLine['noun'],
  ids: readonly string[],
  people: ReadonlyMap<string, string> = new Map(),
): Promise<HistoryLine[]> {
  if (ids.length === 0) return [];
  return (await movesOf(tx, noun, ids)).map((move) => {
    const personId = people.get(move.subjectId);
    return {
      from: move.from,
      to: move.to,
      noun,
      person: personId === undefined ? null : { id: personId, name: null },
      by: { kind: move.actor.kind, id: move.actor.id, name: null },
      reason: reasonRead(tx, move.reason),
      happenedAt: move.at.toISOString(),
      enteredAt: move.enteredAt.toISOString(),
    };
  });
}
