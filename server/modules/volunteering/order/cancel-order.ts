import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { endOpenOffers } from '../dispatch/offer-queries.ts';
import { orderCancelled } from '../events.ts';
import { cancelVisit } from '../visit/plan-visit.ts';
import { tellNotNeeded } from '../visit/tell-not-needed.ts';
import { visitById } from '../visit/visit-queries.ts';
import type { VisitRow } from '../visit/visit-queries.ts';
import { orderFacts, orderForUpdate, setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { settleReminders } from './reminders.ts';
import { orderStates } from './states.ts';
import { whenHappenedTo } from './time.ts';

/** Cancels an order for whoever ordered: by the desk. Refuses: WrongState (409) once somebody is there. */
export async function cancelOrder(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { reason: string; happenedAt?: Date | undefined },
): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    await cancelNow(tx, actor, order, request);
    return orderView(tx, actor, orderId);
  });
}

/** As `cancelOrder`, with the order locked: the public page calls it for an actor of `proveDigits`. */
export async function cancelNow(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  request: { reason?: string; happenedAt?: Date | undefined },
): Promise<void> {
  must(tx, actor, 'order.cancel', order);
  const at = whenHappenedTo(tx, order, request.happenedAt);
  const asked = await peopleConcerned(tx, order);
  await move(tx, orderStates, order, 'cancelled', {
    by: actor,
    happenedAt: at,
    ...(request.reason ? { reason: request.reason } : {}),
  });
  await freeEverybody(tx, actor, order);
  await settleReminders(tx, order.id);
  await setOrder(tx, order.id, { ended_at: at, due_at: null, outcome_reason: request.reason ?? '' });
  await emit(tx, orderCancelled, actor, { ...orderFacts(order), personIds: asked });
  await audit(tx, actor, { act: 'order.cancel', noun: 'order', subjectId: order.id, placeId: order.placeId });
}

/** Withdraws the open offers and cancels the planned visit. */
export async function freeEverybody(tx: Tx, actor: Actor, order: Pick<OrderRow, 'id' | 'visitId'>): Promise<void> {
  await freedFromVisit(tx, actor, order);
}

/** As `freeEverybody`, where nothing else tells those who were to go: they hear that they need not. */
export async function letEverybodyGo(tx: Tx, actor: Actor, order: Pick<OrderRow, 'id' | 'visitId'>): Promise<void> {
  const visit = await freedFromVisit(tx, actor, order);
  if (visit) await tellNotNeeded(tx, visit, visit.assignedIds);
}

// Answers the visit that was cancelled, with who was to go.
async function freedFromVisit(
  tx: Tx,
  actor: Actor,
  order: Pick<OrderRow, 'id' | 'visitId'>,
): Promise<VisitRow | undefined> {
  await endOpenOffers(tx, order.id, 'withdrawn', actor);
  const visit = order.visitId ? await visitById(tx, order.visitId) : undefined;
  if (visit?.state !== 'planned') return undefined;
  await cancelVisit(tx, actor, visit);
  return visit;
}

/** Who has to hear of it: those who go, and those who are asked. */
export async function peopleConcerned(tx: Tx, order: Pick<OrderRow, 'id' | 'assignedIds'>): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'volunteering.asked',
    `select person_id as id from volunteering.offers where county_id = $1 and order_id = $2 and state = 'open' and person_id is not null`,
    [tx.countyId, order.id],
  );
  return [...new Set([...order.assignedIds, ...rows.map((row) => row.id)])];
}
