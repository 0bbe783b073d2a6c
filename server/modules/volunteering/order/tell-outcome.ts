import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { confirmNow, disputeNow, rateNow } from './conclude-order.ts';
import type { Rating } from './conclude-order.ts';
import type { OrderRow } from './order-queries.ts';

/** Whoever ordered says on the page whether it was done; how good it was they may leave out. Their words are then kept with what they said. The order is locked. Refuses what confirming, disputing and rating refuse. */
export function tellOutcomeNow(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  { score, ...told }: Omit<Rating, 'score'> & { score?: number | undefined },
): Promise<OrderRow> {
  const { outcome, words, minutes } = told;
  if (score !== undefined) return rateNow(tx, actor, order, { ...told, score });
  if (outcome === 'done') return confirmNow(tx, actor, order, { settled: words, minutes });
  const said = tx.ctx.app.wording.say(tx.ctx.county.languages[0] ?? 'zh-CN', `order.said-${outcome}`);
  return disputeNow(tx, actor, order, { reason: words || said, minutes });
}
