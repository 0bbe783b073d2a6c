import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { may, mustSee } from '#platform/permits';
import { movesOf } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { offersOfOrder } from '../dispatch/offer-queries.ts';
import { visitsOfOrder } from '../visit/visit-queries.ts';
import { orderById } from './order-queries.ts';
import { orderView } from './order-view.ts';

/** One order, or 404 for those who may not see it. */
export async function readOrder(ctx: Ctx, actor: Actor, id: string): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'order.read', await orderById(tx, id));
    return orderView(tx, actor, id);
  });
}

interface HistoryLine {
  from: string | null;
  to: string;
  noun: 'order' | 'visit' | 'offer';
  by: { kind: string; id: string; name: string | null };
  reason: string | null;
  happenedAt: string;
  enteredAt: string;
}

/** Everything that happened to an order, its visits and offers, oldest first. */
export async function orderHistory(
  ctx: Ctx,
  actor: Actor,
  id: string,
): Promise<{ items: HistoryLine[]; total: number }> {
  return ctx.transaction(async (tx) => {
    const order = await orderById(tx, id);
    mustSee(tx, actor, 'order.read', order);
    // Who was asked and declined is for those who dispatch alone.
    const offers = may(tx, actor, 'order.dispatch', order) ? await offersOfOrder(tx, id) : [];
    const visits = await visitsOfOrder(tx, id);
    const lines = [
      ...(await linesOf(tx, 'order', [id])),
      ...(await linesOf(
        tx,
        'visit',
        visits.map((visit) => visit.id),
      )),
      ...(await linesOf(
        tx,
        'offer',
        offers.map((offer) => offer.id),
      )),
    ];
    const names = await displayNames(
      tx,
      lines.filter((line) => line.by.kind === 'person').map((line) => line.by.id),
    );
    const items = lines
      .map((line) => ({ ...line, by: { ...line.by, name: names.get(line.by.id) ?? null } }))
      .toSorted((a, b) => a.happenedAt.localeCompare(b.happenedAt) || a.enteredAt.localeCompare(b.enteredAt));
    return { items, total: items.length };
  });
}

async function linesOf(tx: Tx, noun: 'order' | 'visit' | 'offer', ids: readonly string[]): Promise<HistoryLine[]> {
  const lines: HistoryLine[] = [];
  for (const id of ids)
    for (const move of await movesOf(tx, noun, id))
      lines.push({
        from: move.from,
        to: move.to,
        noun,
        by: { kind: move.actor.kind, id: move.actor.id, name: null },
        reason: move.reason,
        happenedAt: move.at.toISOString(),
        enteredAt: move.enteredAt.toISOString(),
      });
  return lines;
}
