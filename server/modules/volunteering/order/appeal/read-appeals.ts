import type { Actor } from '#platform/actor';
import { may, must, mustSee } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderAppeals } from '../../contract.ts';
import { orderById } from '../order-queries.ts';
import type { OrderRow } from '../order-queries.ts';
import { appealOf } from './appeal-queries.ts';

/** The objection to an order's refusal and its answer, for those who handle orders there. */
export async function readAppeals(ctx: Ctx, actor: Actor, orderId: string): Promise<OrderAppeals> {
  return ctx.transaction(async (tx) => {
    const order = await orderById(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.answer-appeal', order);
    return appealsView(tx, actor, order);
  });
}

/** As it is shown: one, or none. */
export async function appealsView(tx: Tx, actor: Actor, order: OrderRow): Promise<OrderAppeals> {
  const appeal = await appealOf(tx, order.id);
  const items = appeal
    ? [
        {
          said: appeal.said,
          madeAt: appeal.madeAt.toISOString(),
          dueAt: appeal.dueAt.toISOString(),
          answeredAt: appeal.answeredAt?.toISOString() ?? null,
          verdict: appeal.verdict,
          reason: appeal.reason,
          mayAnswer:
            appeal.answeredAt === null && appeal.refusedBy !== actor.id && may(tx, actor, 'order.answer-appeal', order),
        },
      ]
    : [];
  return { items, total: items.length };
}
