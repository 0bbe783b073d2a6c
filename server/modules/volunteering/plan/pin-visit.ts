import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { DispatchPlanView, PlanPin } from '../contract.ts';
import { InstanceError } from '../matching/instance.ts';
import type { DispatchInstance } from '../matching/instance.ts';
import type { Plan } from '../matching/plan.ts';
import { problemOf } from '../matching/problem.ts';
import type { Wish } from '../matching/problem.ts';
import { repairPlan } from '../matching/repair.ts';
import { mustBeProposed, planForUpdate, setPlan } from './plan-queries.ts';
import { oneDispatchPlan } from './plan-view.ts';

/** Fixes by hand who goes to an order, or sets it free again; the plan is repaired around it at once, and its gap proven anew.
 *  Refuses: StaleVersion, WrongState (409), PinNotPossible (422) for somebody who may not go, too few, or fixed elsewhere at that time. */
export async function pinVisit(ctx: Ctx, actor: Actor, id: string, pin: PlanPin): Promise<DispatchPlanView> {
  return ctx.transaction(async (tx) => {
    const row = await planForUpdate(tx, id);
    mustSee(tx, actor, 'dispatch-plan.list', row);
    must(tx, actor, 'dispatch-plan.make', row);
    mustBeAsRead(row.version, pin.version);
    const { instance, plan } = mustBeProposed(row);
    const others = (row.wish.pinned ?? []).filter((one) => one.order !== pin.orderId);
    const wish: Wish =
      pin.personIds.length > 0
        ? { pinned: [...others, { order: pin.orderId, volunteers: pin.personIds }] }
        : { pinned: others };
    if (!instance.orders.some((order) => order.id === pin.orderId)) refuse('NotFound');
    const repaired = repairedOrRefuse(instance, plan, wish);
    await setPlan(tx, id, { plan: JSON.stringify(repaired), wish: JSON.stringify(wish) });
    await audit(tx, actor, {
      act: 'dispatch-plan.pin',
      noun: 'dispatch-plan',
      subjectId: id,
      placeId: row.placeId,
      detail: { orderId: pin.orderId, personIds: pin.personIds },
    });
    return oneDispatchPlan(tx, actor, id);
  });
}

function repairedOrRefuse(instance: DispatchInstance, plan: Plan, wish: Wish): Plan {
  try {
    return repairPlan(problemOf(instance), plan, wish);
  } catch (error) {
    if (!(error instanceof InstanceError)) throw error;
    return refuse('PinNotPossible', {}, [{ path: '/personIds', code: 'not_qualified' }]);
  }
}
