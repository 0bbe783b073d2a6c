import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderView, Wish } from '../contract.ts';
import { backForDispatch } from '../dispatch/back-for-dispatch.ts';
import { orderChanged } from '../events.ts';
import { leaveRoundIfApart } from '../round/leave-round.ts';
import { mustLieInSeason } from '../service/must-be-offered.ts';
import { freeEverybody, peopleConcerned } from './cancel-order.ts';
import { orderFacts, orderForUpdate, setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { cancellable } from './states.ts';
import { mustBeInTime, whenHappenedTo } from './time.ts';
import { mustNotExclude } from './wishes.ts';

/** Another time is wished, by the desk. */
export async function changeWish(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { wishes: readonly Wish[]; happenedAt?: Date | undefined },
): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    await changeWishNow(tx, actor, order, request);
    return orderView(tx, actor, orderId);
  });
}

/** As `changeWish`, with the order locked. What was arranged for the old time is undone: the order waits for dispatch again. Refuses: TimeInPast, TimeTooFar, WishesExclude, OutOfSeason (422), WrongState (409). */
export async function changeWishNow(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  request: { wishes: readonly Wish[]; happenedAt?: Date | undefined },
): Promise<void> {
  must(tx, actor, 'order.change-wish', order);
  if (!cancellable.has(order.state) || order.state === 'visit-failed')
    refuse('WrongState', { noun: 'order', state: order.state, wanted: order.state });
  mustNotExclude(request.wishes);
  const at = whenHappenedTo(tx, order, request.happenedAt);
  mustBeInTime(tx, request.wishes, at);
  mustLieInSeason(tx, order.facts.season, request.wishes, at);
  const concerned = await peopleConcerned(tx, order);
  // Also of one that waits for somebody in place of whoever gave it back: the other of a pair has promised the old time.
  await freeEverybody(tx, actor, order);
  if (order.state === 'dispatched' || order.state === 'taken')
    await backForDispatch(tx, actor, order.id, 'wish-changed', { happenedAt: request.happenedAt });
  await setOrder(tx, order.id, { wishes: JSON.stringify(request.wishes) });
  await leaveRoundIfApart(tx, order.id);
  await emit(tx, orderChanged, actor, { ...orderFacts(order), personIds: concerned });
  await audit(tx, actor, { act: 'order.change-wish', noun: 'order', subjectId: order.id, placeId: order.placeId });
}
