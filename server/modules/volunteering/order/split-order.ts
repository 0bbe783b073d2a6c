import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { OrderSplit, OrderView } from '../contract.ts';
import { copyOrder } from './copy-order.ts';
import { orderForUpdate, setOrder } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { triageOrder } from './triage-order.ts';

/** 拆单: what one visit cannot do becomes several orders, of the same people at the same place. The first stays; where only people are given, they are taken from it.
 *  Refuses: WrongState (409) once somebody is asked or it is over, TooFewPeople (422) where nobody would be left, and as `placeOrder`. */
export async function splitOrder(ctx: Ctx, actor: Actor, orderId: string, split: OrderSplit): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.triage', order);
    if (order.state !== 'submitted' && order.state !== 'accepted')
      refuse('WrongState', { noun: 'order', state: order.state, wanted: 'accepted' });
    const taken = split.parts.reduce((sum, part) => sum + (part.serviceId ? 0 : (part.peopleServed ?? 0)), 0);
    const left = order.peopleServed - taken;
    if (left < 1 || split.parts.some((part) => !part.serviceId && !part.peopleServed))
      refuse('TooFewPeople', { served: order.peopleServed }, [
        { path: '/parts/0/peopleServed', code: 'invalid_value' },
      ]);
    for (const part of split.parts) {
      const made = await copyOrder(tx, actor, order, { ...part, splitFrom: order.splitFrom ?? order.id });
      if (order.state === 'accepted') await triageOrder(ctx, actor, made.orderId, { verdict: 'accept' });
    }
    await setOrder(tx, order.id, { people_served: left });
    await audit(tx, actor, {
      act: 'order.split',
      noun: 'order',
      subjectId: order.id,
      placeId: order.placeId,
      detail: { parts: split.parts.length },
    });
    return orderView(tx, actor, orderId);
  });
}
