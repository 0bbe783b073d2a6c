import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderState, OrderView } from '../contract.ts';
import { backForDispatch } from '../dispatch/back-for-dispatch.ts';
import { recordDecided } from '../hours/difference/end-difference.ts';
import { letEverybodyGo } from './cancel-order.ts';
import { orderForUpdate, setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { whenHappenedTo } from './time.ts';

const dayInMilliseconds = 86_400_000;
/** For so long after a visit whoever ordered may say that it has to be done again. */
const reopenDays = 30;

const visited: ReadonlySet<OrderState> = new Set<OrderState>(['confirmed', 'rated', 'closed']);
const unfinished: ReadonlySet<OrderState> = new Set<OrderState>(['visit-failed', 'disputed']);
const arranged: ReadonlySet<OrderState> = new Set<OrderState>(['dispatched', 'taken']);

/** Takes an order back to where it waits for dispatch: offers are withdrawn, a planned visit is cancelled, a failed, disputed or finished one is done again. Refuses: WrongState (409), TimeInFuture (422), BadRequest (400) for a time before the order. */
export async function reopenOrder(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { reason: string; happenedAt?: Date | undefined },
): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    await reopenNow(tx, actor, order, request);
    return orderView(tx, actor, orderId);
  });
}

/** As `reopenOrder`, with the order locked: the public page calls it (by `askAgainNow`) for an actor of `proveDigits`, who may not undo what is arranged (that is changing or cancelling). The time to find somebody begins anew; hours of a visit that took place stay; those of a disputed one are not written by it, but where somebody has decided them. */
export async function reopenNow(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  request: { reason: string; happenedAt?: Date | undefined },
): Promise<void> {
  must(tx, actor, 'order.reopen', order);
  const may = mayReopen(order, tx.at) || (actor.kind !== 'guest' && arranged.has(order.state));
  if (!may) refuse('WrongState', { noun: 'order', state: order.state, wanted: 'accepted' });
  whenHappenedTo(tx, order, request.happenedAt);
  if (order.state === 'disputed') await recordDecided(tx, actor, order);
  await letEverybodyGo(tx, actor, order);
  await backForDispatch(tx, actor, order.id, order.state === 'visit-failed' ? 'visit-failed' : 'reopened', request);
  await setOrder(tx, order.id, { confirmed_at: null, disputed_at: null, ended_at: null });
  await audit(tx, actor, { act: 'order.reopen', noun: 'order', subjectId: order.id, placeId: order.placeId });
}

/** Whether whoever ordered may have it done again: a visit failed, was disputed, or took place at most 30 days ago and the contacts are still there. */
export const mayReopen = (order: Pick<OrderRow, 'state' | 'doneAt' | 'forgottenAt'>, at: Date): boolean =>
  order.forgottenAt === null &&
  (unfinished.has(order.state) ||
    (visited.has(order.state) &&
      order.doneAt !== null &&
      at.getTime() - order.doneAt.getTime() <= reopenDays * dayInMilliseconds));
