import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { dispatchOrder } from '../dispatch/dispatch-order.ts';
import { orderForUpdate } from '../order/order-queries.ts';
import { midnightOf } from '../county-day.ts';
import { ordersOfPlan, planById, planForUpdate, planStates, setPlan } from './plan-queries.ts';
import type { PlanRow } from './plan-queries.ts';

/** Whether somebody may sign this plan at all. Refuses: NotFound (404), Forbidden (403). */
export const mustMaySign = (ctx: Ctx, actor: Actor, planId: string): Promise<void> =>
  ctx.transaction(async (tx) => {
    const row = await planById(tx, planId);
    mustSee(tx, actor, 'dispatch-plan.list', row);
    must(tx, actor, 'dispatch-plan.sign', row);
  });

/** Signs one order of a plan: the same offers as a dispatch by hand, by the one who signs. What has changed since the plan was made is left out; what was offered is never offered twice.
 *  Refuses: WrongState (409), PlanOutdated (409) where the order has changed, NotPlanned (422) for an order that the plan leaves, and whatever `dispatchOrder` refuses. */
export async function signPlannedOrder(ctx: Ctx, actor: Actor, planId: string, orderId: string): Promise<null> {
  return ctx.transaction(async (tx) => {
    // The order first, as every verb that touches it: two who sign at once are one after the other.
    const order = await orderForUpdate(tx, orderId);
    const row = await planForUpdate(tx, planId);
    must(tx, actor, 'dispatch-plan.sign', row);
    if ((row.state !== 'proposed' && row.state !== 'signed') || !row.plan || !row.instance)
      refuse('WrongState', { noun: 'dispatch-plan', state: row.state, wanted: 'proposed' });
    const then = found((await ordersOfPlan(tx, planId)).find((one) => one.orderId === orderId));
    if (then.offeredAt !== null || then.orderVersion !== order.version || order.state !== 'accepted')
      refuse('PlanOutdated', {});
    await dispatchOrder(ctx, actor, orderId, dispatchOf(tx, row, orderId));
    await tx.named(
      'volunteering.plan-order-offered',
      'update volunteering.dispatch_plan_orders set offered_at = $4 where county_id = $1 and plan_id = $2 and order_id = $3',
      [tx.countyId, planId, orderId, tx.at],
    );
    if (row.state === 'proposed') await sign(tx, actor, row);
    return null;
  });
}

function dispatchOf(tx: Tx, row: PlanRow, orderId: string): Parameters<typeof dispatchOrder>[3] {
  const visit = row.plan?.visits.find((one) => one.order === orderId);
  const time = row.instance?.orders.find((one) => one.id === orderId)?.times[visit?.time ?? 0];
  if (!visit || !time) return refuse('NotPlanned', {});
  const midnight = midnightOf(row.startsOn, tx.ctx.county.timeZone).getTime();
  return {
    candidates: visit.volunteers.map((id) => ({ kind: 'volunteer' as const, id })),
    startsAt: new Date(midnight + time.startsAt * 60_000),
    endsAt: new Date(midnight + time.endsAt * 60_000),
  };
}

// With its first order the plan is signed; the gap that was seen stays with the signature.
async function sign(tx: Tx, actor: Actor, row: PlanRow): Promise<void> {
  await move(tx, planStates, row, 'signed', { by: actor });
  await setPlan(tx, row.id, { signed_by: JSON.stringify(actorRow(actor)), signed_at: tx.at });
  await audit(tx, actor, {
    act: 'dispatch-plan.sign',
    noun: 'dispatch-plan',
    subjectId: row.id,
    placeId: row.placeId,
    detail: { digest: row.digest, cost: row.plan?.cost, bound: row.plan?.bound, version: row.version },
  });
}
