import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import type { DispatchPlanView } from '../contract.ts';
import { planForUpdate, planStates, setPlan } from './plan-queries.ts';
import { oneDispatchPlan } from './plan-view.ts';

/** Drops a plan: what it knew of people is forgotten at once. Offers that were signed stay. Refuses: StaleVersion, WrongState (409). */
export async function discardPlan(ctx: Ctx, actor: Actor, id: string, version: number): Promise<DispatchPlanView> {
  return ctx.transaction(async (tx) => {
    const row = await planForUpdate(tx, id);
    mustSee(tx, actor, 'dispatch-plan.list', row);
    must(tx, actor, 'dispatch-plan.make', row);
    // While it is being solved its version counts up by itself.
    if (row.state !== 'solving') mustBeAsRead(row.version, version);
    await move(tx, planStates, row, 'discarded', { by: actor });
    await setPlan(tx, id, { instance: null, plan: null, wish: '{}', progress: null });
    await audit(tx, actor, {
      act: 'dispatch-plan.discard',
      noun: 'dispatch-plan',
      subjectId: id,
      placeId: row.placeId,
    });
    return oneDispatchPlan(tx, actor, id);
  });
}

/** Ends solving: the best plan so far becomes the proposal, with its gap. Refuses: WrongState (409). */
export async function stopPlan(ctx: Ctx, actor: Actor, id: string): Promise<DispatchPlanView> {
  return ctx.transaction(async (tx) => {
    const row = await planForUpdate(tx, id);
    mustSee(tx, actor, 'dispatch-plan.list', row);
    must(tx, actor, 'dispatch-plan.make', row);
    if (row.state !== 'solving') refuse('WrongState', { noun: 'dispatch-plan', state: row.state, wanted: 'solving' });
    await setPlan(tx, id, { stop_asked_at: tx.at });
    await audit(tx, actor, { act: 'dispatch-plan.stop', noun: 'dispatch-plan', subjectId: id, placeId: row.placeId });
    return oneDispatchPlan(tx, actor, id);
  });
}
