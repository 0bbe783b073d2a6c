import { openCtx } from './transaction.ts';
import type { Ctx, Tx } from './transaction.ts';

/** How often something was counted in the present window, and how long that still lasts. */
export interface Count {
  readonly hits: number;
  readonly secondsLeft: number;
}

/** What is counted (such as `volunteering.digits:<order>`; keep addresses as hashes) in windows of so many minutes of real time. In the database, so that a restart forgives nothing. */
export interface Counter {
  readonly scope: string;
  readonly minutes: number;
}

/** The count so far. */
export async function countOf(tx: Tx, counter: Counter): Promise<Count> {
  const { start, secondsLeft } = windowOf(tx.ctx, counter);
  const [row] = await tx.named<{ hits: number }>(
    'platform.count-of',
    'select hits from platform.throttles where county_id = $1 and scope = $2 and window_start = $3',
    [tx.countyId, counter.scope, start],
  );
  return { hits: row?.hits ?? 0, secondsLeft };
}

/** Counts one more, in this transaction: what is rolled back was not counted. */
export async function count(tx: Tx, counter: Counter): Promise<Count> {
  const { start, secondsLeft } = windowOf(tx.ctx, counter);
  const [row] = await tx.named<{ hits: number }>(
    'platform.count',
    `insert into platform.throttles (county_id, scope, window_start, hits) values ($1, $2, $3, 1)
     on conflict (county_id, scope, window_start) do update set hits = platform.throttles.hits + 1 returning hits`,
    [tx.countyId, counter.scope, start],
  );
  return { hits: row?.hits ?? 1, secondsLeft };
}

/** Counts one more in a transaction of its own, also while another is open: a refusal that follows does not undo it. */
export const countApart = (ctx: Ctx, counter: Counter): Promise<Count> =>
  openCtx(ctx.app, ctx.county, { requestId: ctx.requestId }).transaction((tx) => count(tx, counter));

/** Takes one back in a transaction of its own: what was counted beforehand went well. */
export const uncountApart = (ctx: Ctx, counter: Counter): Promise<unknown> =>
  openCtx(ctx.app, ctx.county, { requestId: ctx.requestId }).transaction((tx) =>
    tx.named(
      'platform.uncount',
      'update platform.throttles set hits = greatest(hits - 1, 0) where county_id = $1 and scope = $2 and window_start = $3',
      [tx.countyId, counter.scope, windowOf(ctx, counter).start],
    ),
  );

/** Forgets windows that began more than two days ago. */
export const pruneCounts = (tx: Tx): Promise<unknown> =>
  tx.named('platform.prune-counts', 'delete from platform.throttles where county_id = $1 and window_start < $2', [
    tx.countyId,
    new Date(tx.ctx.app.clock.now().getTime() - 2 * 86_400_000),
  ]);

function windowOf(ctx: Ctx, { minutes }: Counter): { start: Date; secondsLeft: number } {
  const now = ctx.app.clock.now().getTime();
  const length = minutes * 60_000;
  const start = Math.floor(now / length) * length;
  return { start: new Date(start), secondsLeft: Math.ceil((start + length - now) / 1000) };
}
