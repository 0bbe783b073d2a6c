import { found, refuse } from '#platform/refuse';
import { defineStates } from '#platform/states';
import type { Tx } from '#platform/transaction';
import type { PlanState } from '../contract.ts';
import type { DispatchInstance } from '../matching/instance.ts';
import type { Plan } from '../matching/plan.ts';
import type { Wish } from '../matching/problem.ts';

/** A proposal is solved, then signed or dropped. What failed, or was signed, is asked for anew. */
export const planStates = defineStates<PlanState, PlanRow>('dispatch-plan', 'volunteering.dispatch_plans', 'solving', {
  solving: ['proposed', 'failed', 'discarded'],
  proposed: ['signed', 'discarded'],
  failed: ['discarded'],
  signed: [],
  discarded: [],
});

/** A plan as verbs see it. */
export interface PlanRow {
  readonly id: string;
  readonly state: PlanState;
  readonly placeId: string;
  readonly startsOn: string;
  readonly days: number;
  /** Empty: all. */
  readonly serviceIds: readonly string[];
  readonly seed: number;
  readonly madeBy: { readonly kind: string; readonly id: string };
  readonly madeAt: Date;
  readonly instance: DispatchInstance | null;
  readonly digest: string | null;
  readonly plan: Plan | null;
  readonly wish: Wish;
  readonly progress: { stage: string; cost: number; gap: number; seconds: number } | null;
  readonly stopAskedAt: Date | null;
  readonly failure: string | null;
  readonly signedAt: Date | null;
  readonly followsId: string | null;
  readonly readOrders: number | null;
  readonly waitingOrders: number | null;
  readonly lastDueAt: Date | null;
  readonly lastOrderId: string | null;
  readonly version: number;
}

/** Columns of a PlanRow; in lists without the instance, which is large. */
const light = `p.id, p.state, p.place_id as "placeId", to_char(p.starts_on, 'YYYY-MM-DD') as "startsOn", p.days, p.service_ids as "serviceIds", p.seed, p.made_by as "madeBy", p.made_at as "madeAt", p.digest, p.plan, p.wish, p.progress,
  p.stop_asked_at as "stopAskedAt", p.failure, p.signed_at as "signedAt", p.version,
  p.follows_id as "followsId", p.read_orders as "readOrders", p.waiting_orders as "waitingOrders", p.last_due_at as "lastDueAt", p.last_order_id as "lastOrderId"`;
export const planColumns = `${light}, null::jsonb as instance`;

/** The plan, or 404. */
export async function planById(tx: Tx, id: string): Promise<PlanRow> {
  const [row] = await tx.named<PlanRow>(
    'volunteering.dispatch-plan',
    `select ${light}, p.instance from volunteering.dispatch_plans p where p.county_id = $1 and p.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The plan, locked, or 404. */
export async function planForUpdate(tx: Tx, id: string): Promise<PlanRow> {
  await tx.named(
    'volunteering.dispatch-plan-lock',
    'select id from volunteering.dispatch_plans where county_id = $1 and id = $2 for update',
    [tx.countyId, id],
  );
  return planById(tx, id);
}

/** What of a proposal can be worked with. Refuses WrongState (409). */
export function mustBeProposed(plan: PlanRow): { instance: DispatchInstance; plan: Plan } {
  const { instance, plan: solved } = plan;
  if (plan.state !== 'proposed' || !instance || !solved)
    refuse('WrongState', { noun: 'dispatch-plan', state: plan.state, wanted: 'proposed' });
  return { instance, plan: solved };
}

/** Writes columns of a plan and counts its version up. Keys are column names of volunteering.dispatch_plans, written by us alone. */
export async function setPlan(tx: Tx, id: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(values);
  await tx.client.query(
    `update volunteering.dispatch_plans set ${columns.map((column, at) => `${column} = $${at + 4}`).join(', ')}, version = version + 1, changed_at = $3 where county_id = $1 and id = $2`,
    [tx.countyId, id, tx.at, ...Object.values(values)],
  );
}

/** Orders of a plan as they were when it was made, and as they are. */
export const ordersOfPlan = (
  tx: Tx,
  planId: string,
): Promise<{ orderId: string; orderVersion: number; version: number; state: string; offeredAt: Date | null }[]> =>
  tx.named(
    'volunteering.dispatch-plan-orders',
    `select d.order_id as "orderId", d.order_version as "orderVersion", o.version, o.state, d.offered_at as "offeredAt"
       from volunteering.dispatch_plan_orders d join volunteering.orders o on o.county_id = d.county_id and o.id = d.order_id
      where d.county_id = $1 and d.plan_id = $2`,
    [tx.countyId, planId],
  );
