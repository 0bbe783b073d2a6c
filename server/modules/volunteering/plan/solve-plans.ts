import { systemActor } from '#platform/actor';
import { canonicalHash } from '#platform/canonical';
import { isDatabaseAway } from '#platform/database';
import { Refusal } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import { SolverError, startSolving } from '../matching/solve.ts';
import type { Plan } from '../matching/plan.ts';
import { gapOf } from '../matching/weekly.ts';
import type { DispatchInstance } from '../matching/instance.ts';
import type { VolunteeringTables } from '../tables.ts';
import { gatherInstance } from './gather-instance.ts';
import { planById, planForUpdate, planStates, setPlan } from './plan-queries.ts';
import type { PlanRow } from './plan-queries.ts';

const seconds = 60;
const megabytes = 600;
/** So often the screen hears how far it is. */
const tellEveryMilliseconds = 1_000;
/** A plan forgets who could have gone where after so many days. */
const forgetAfterDays = 30;

/** Solves what was asked for, one plan after the other. A worker that dies leaves the plan as it was asked: the next turn solves it anew. */
export async function solvePlans(ctx: Ctx, signal: AbortSignal): Promise<void> {
  for (;;) {
    const id = signal.aborted ? undefined : await nextPlan(ctx);
    if (!id) break;
    await solvePlan(ctx, id, signal);
  }
  await forgetOldPlans(ctx);
}

const nextPlan = (ctx: Ctx): Promise<string | undefined> =>
  ctx.transaction(async (tx) => {
    const [row] = await tx.named<{ id: string }>(
      'volunteering.next-plan',
      `select id from volunteering.dispatch_plans where county_id = $1 and state = 'solving' order by made_at limit 1`,
      [tx.countyId],
    );
    return row?.id;
  });

async function solvePlan(ctx: Ctx, id: string, signal: AbortSignal): Promise<void> {
  try {
    const asked = await gather(ctx, id);
    if (asked) await solve(ctx, id, asked, signal);
  } catch (error) {
    // The program stops: the plan waits for the next start.
    if (signal.aborted) return;
    if (isPassing(error)) throw error;
    // One that cannot be read or solved fails by itself, and stops none behind it.
    ctx.app.log.error('dispatch plan', { error: error instanceof Error ? error : String(error) });
    await settle(ctx, id, { failure: error instanceof SolverError ? error.code : 'SolverFailed' });
  }
}

async function solve(ctx: Ctx, id: string, { instance, seed, wish }: Asked, signal: AbortSignal): Promise<void> {
  let told = Promise.resolve();
  let toldAt = 0;
  const solving = startSolving(instance, {
    seed,
    wish,
    seconds,
    megabytes,
    onStep: ({ stage, cost, bound, seconds: since }) => {
      if (Date.now() - toldAt < tellEveryMilliseconds) return;
      toldAt = Date.now();
      const progress = { stage, cost, gap: gapOf(cost, bound), seconds: Math.round(since) };
      told = told.then(() => tell(ctx, id, progress)).then((wantsStop) => (wantsStop ? solving.stop() : undefined));
    },
  });
  signal.addEventListener('abort', () => solving.kill(), { once: true });
  try {
    const plan = await solving.plan;
    await told;
    await settle(ctx, id, { plan });
  } finally {
    await told;
  }
}

// The database is away, or its disk full: that is not the plan's doing.
const isPassing = (error: unknown): boolean =>
  isDatabaseAway(error) || (error instanceof Refusal && passing.has(error.code));

const passing: ReadonlySet<string> = new Set(['Unavailable', 'DiskFull']);

interface Asked extends Pick<PlanRow, 'seed' | 'wish'> {
  readonly instance: DispatchInstance;
}

/** The problem as it is now, kept with the plan: what changes from here on is seen when it is signed. Null where it was dropped meanwhile: of that nothing is kept. */
const gather = (ctx: Ctx, id: string): Promise<Asked | null> =>
  ctx.transaction(async (tx) => {
    const plan = await planForUpdate(tx, id);
    if (plan.state !== 'solving') return null;
    const before = plan.followsId ? await planById(tx, plan.followsId) : null;
    const behind = before?.lastOrderId ? { lastDueAt: before.lastDueAt, lastOrderId: before.lastOrderId } : null;
    const { instance, versions, read } = await gatherInstance(tx, { ...plan, behind });
    await tx.client.query('delete from volunteering.dispatch_plan_orders where county_id = $1 and plan_id = $2', [
      tx.countyId,
      id,
    ]);
    const rows = [...versions].map(([orderId, version]) => ({
      county_id: tx.countyId,
      plan_id: id,
      order_id: orderId,
      order_version: version,
      offered_at: null,
    }));
    if (rows.length > 0)
      await tx.tables<VolunteeringTables>().insertInto('volunteering.dispatch_plan_orders').values(rows).execute();
    await setPlan(tx, id, {
      instance: JSON.stringify(instance),
      digest: canonicalHash(instance),
      read_orders: read.orders,
      waiting_orders: read.waiting,
      last_due_at: read.last?.dueAt ?? null,
      last_order_id: read.last?.id ?? null,
    });
    return { instance, seed: plan.seed, wish: plan.wish };
  });

/** Writes how far it is; answers whether it shall end. */
const tell = (ctx: Ctx, id: string, progress: NonNullable<PlanRow['progress']>): Promise<boolean> =>
  ctx.transaction(async (tx) => {
    const [row] = await tx.named<{ wants: boolean }>(
      'volunteering.plan-progress',
      `update volunteering.dispatch_plans set progress = $3, changed_at = $4 where county_id = $1 and id = $2 and state = 'solving' returning stop_asked_at is not null as wants`,
      [tx.countyId, id, JSON.stringify(progress), tx.at],
    );
    return row?.wants ?? true;
  });

const settle = (ctx: Ctx, id: string, end: { plan?: Plan; failure?: string }): Promise<void> =>
  ctx.transaction(async (tx) => {
    const row = await planForUpdate(tx, id);
    // Somebody has dropped it in the meantime.
    if (row.state !== 'solving') return;
    await move(tx, planStates, row, end.plan ? 'proposed' : 'failed', { by: systemActor('optimiser') });
    await setPlan(tx, id, {
      plan: end.plan ? JSON.stringify(end.plan) : null,
      failure: end.failure ?? null,
      progress: null,
    });
  });

const forgetOldPlans = (ctx: Ctx): Promise<void> =>
  ctx.transaction(async (tx) => {
    await tx.named(
      'volunteering.forget-plans',
      `update volunteering.dispatch_plans set instance = null, plan = null, wish = '{}' where county_id = $1 and instance is not null and made_at < $2 and state <> 'solving'`,
      [tx.countyId, new Date(tx.at.getTime() - forgetAfterDays * 86_400_000)],
    );
  });
