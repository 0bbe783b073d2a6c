import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import { mustSee } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderAct, OrderView } from '../contract.ts';
import { onTheWall } from '../county-day.ts';
import { openOrder } from '../dispatch/open-order.ts';
import { timesOf } from '../plan/plan-times.ts';
import { bundleOrder } from '../round/bundle-order.ts';
import { unbundleOrder } from '../round/unbundle-order.ts';
import { orderById } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { readOrder } from './read-order.ts';
import { takeBackAnswer } from './take-back-answer.ts';
import { daysAhead } from './time.ts';
import { triageOrder } from './triage-order.ts';

/** Does one act of a batch by the verb it names, and answers the act that takes it back; null where somebody outside has heard of it. Refuses what the verb refuses. */
export async function actOnOrder(ctx: Ctx, actor: Actor, act: OrderAct): Promise<OrderAct | null> {
  switch (act.do) {
    case 'accept':
    case 'resume':
      return wayBack(await triageOrder(ctx, actor, act.id, { verdict: act.do }));
    case 'clear-suspicion':
      return wayBackOfClearing(await triageOrder(ctx, actor, act.id, { verdict: act.do }));
    case 'pause':
      return wayBack(await triageOrder(ctx, actor, act.id, { verdict: 'pause', reason: act.reason }));
    case 'refuse':
      return wayBack(await triageOrder(ctx, actor, act.id, { verdict: 'refuse', reason: act.reason, nextAddress: '' }));
    case 'open':
      return openWhenWished(ctx, actor, act);
    case 'bundle':
      await bundleOrder(ctx, actor, { orderId: act.id, withId: act.withId });
      return { do: 'unbundle', id: act.id };
    case 'unbundle': {
      const { stops } = await readOrder(ctx, actor, act.id);
      await unbundleOrder(ctx, actor, act.id);
      const other = stops.find(({ id }) => id !== act.id);
      return other ? { do: 'bundle', id: act.id, withId: other.id } : null;
    }
    case 'take-back':
      await takeBackAnswer(ctx, actor, { orderId: act.id, version: act.version });
      return null;
  }
}

const wayBack = ({ id, version, takeBackUntil }: OrderView): OrderAct | null =>
  takeBackUntil === null ? null : { do: 'take-back', id, version };

// Of one that has been answered meanwhile it would be the answer that is taken back.
const wayBackOfClearing = (order: OrderView): OrderAct | null => (order.state === 'submitted' ? wayBack(order) : null);

function openWhenWished(ctx: Ctx, actor: Actor, act: Extract<OrderAct, { do: 'open' }>): Promise<null> {
  return ctx.transaction(async (tx) => {
    const order = await orderById(tx, act.id);
    mustSee(tx, actor, 'order.read', order);
    const startsAt = act.startsAt ? new Date(act.startsAt) : firstWish(tx, order);
    await openOrder(ctx, actor, act.id, { startsAt });
    return null;
  });
}

/** The best of the times wished that still lies ahead. */
function firstWish(tx: Tx, order: OrderRow): Date {
  const today = onTheWall(tx.at, tx.ctx.county.timeZone).day;
  const [best] = timesOf(tx, order, { startsOn: today, days: daysAhead });
  return best?.from ?? refuse('TimeInPast', {}, [{ path: '/startsAt', code: 'in_past' }]);
}
