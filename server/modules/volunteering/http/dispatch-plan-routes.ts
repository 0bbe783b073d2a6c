import { z } from 'zod';
import { route } from '#platform/http/route';
import { rowByRow } from '#platform/http/row-by-row';
import {
  dispatchPlanList,
  dispatchPlanQuery,
  dispatchPlanView,
  newDispatchPlan,
  planEnd,
  planPin,
  planReason as planReasonShape,
  planReasonQuery,
  planSignature,
  planSignatureAnswer,
} from '../contract.ts';
import { discardPlan, stopPlan } from '../plan/end-plan.ts';
import { pinVisit } from '../plan/pin-visit.ts';
import { planReason } from '../plan/plan-reasons.ts';
import { listDispatchPlans, readDispatchPlan } from '../plan/plan-view.ts';
import { proposePlan } from '../plan/propose-plan.ts';
import { mustMaySign, signPlannedOrder } from '../plan/sign-plan.ts';

const params = z.strictObject({ id: z.uuid() });

/** What the optimiser proposes, and what a person makes of it. */
export const dispatchPlanRoutes = [
  route({
    method: 'GET',
    path: '/dispatch-plans',
    ability: 'dispatch-plan.list',
    summary: 'Proposals of the optimiser at my places, newest first.',
    query: dispatchPlanQuery,
    answer: dispatchPlanList,
    handle: ({ ctx, actor, query }) => listDispatchPlans(ctx, actor, query),
  }),
  route({
    method: 'POST',
    path: '/dispatch-plans',
    ability: 'dispatch-plan.make',
    summary: 'Asks the optimiser who should go where, for the orders that wait at a place and below.',
    body: newDispatchPlan,
    answer: dispatchPlanView,
    refuses: ['NotFound', 'TimeInPast', 'WrongState'],
    handle: ({ ctx, actor, body }) => proposePlan(ctx, actor, body),
  }),
  route({
    method: 'GET',
    path: '/dispatch-plans/:id',
    ability: 'dispatch-plan.list',
    summary: 'One proposal: who goes where, how good it is proven to be, and what has changed since.',
    params,
    answer: dispatchPlanView,
    handle: ({ ctx, actor, params: { id } }) => readDispatchPlan(ctx, actor, id),
  }),
  route({
    method: 'GET',
    path: '/dispatch-plans/:id/reasons',
    ability: 'dispatch-plan.list',
    summary: 'Why this person goes to an order or not, or why nobody does.',
    params,
    query: planReasonQuery,
    answer: planReasonShape,
    refuses: ['WrongState'],
    handle: ({ ctx, actor, params: { id }, query }) => planReason(ctx, actor, id, query),
  }),
  route({
    method: 'POST',
    path: '/dispatch-plans/:id/pins',
    ability: 'dispatch-plan.make',
    summary: 'Fixes who goes to an order, or sets it free; the plan repairs itself around it.',
    params,
    body: planPin,
    answer: dispatchPlanView,
    refuses: ['StaleVersion', 'PinNotPossible'],
    handle: ({ ctx, actor, params: { id }, body }) => pinVisit(ctx, actor, id, body),
  }),
  route({
    method: 'POST',
    path: '/dispatch-plans/:id/stops',
    ability: 'dispatch-plan.make',
    summary: 'Ends solving with the best plan so far.',
    params,
    body: z.strictObject({}),
    answer: dispatchPlanView,
    handle: ({ ctx, actor, params: { id } }) => stopPlan(ctx, actor, id),
  }),
  route({
    method: 'POST',
    path: '/dispatch-plans/:id/discards',
    ability: 'dispatch-plan.make',
    summary: 'Drops a proposal.',
    params,
    body: planEnd,
    answer: dispatchPlanView,
    refuses: ['StaleVersion'],
    handle: ({ ctx, actor, params: { id }, body }) => discardPlan(ctx, actor, id, body.version),
  }),
  route({
    method: 'POST',
    path: '/dispatch-plans/:id/signatures',
    ability: 'dispatch-plan.sign',
    summary: 'Makes the offers of these orders, each by itself; `rehearse` says beforehand which of them can.',
    params,
    body: planSignature,
    answer: planSignatureAnswer,
    idempotency: 'rows',
    handle: async (call) => {
      await mustMaySign(call.ctx, call.actor, call.params.id);
      return rowByRow(call, (ctx, actor, act) => signPlannedOrder(ctx, actor, call.params.id, act.id));
    },
  }),
];
