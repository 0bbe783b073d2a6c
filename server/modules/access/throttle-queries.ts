import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { secretHash } from './secrets.ts';

/** A limit on failures in a window of real time, counted in the database so that a restart forgives nothing. */
export interface FailureLimit { readonly scope: string; readonly failures: number; readonly minutes: number }

/** Ten wrong tries for an account, and a hundred from one net, in a quarter of an hour (trust.md A16). A passkey still opens the account. */
export const accountLimit: FailureLimit = { scope: 'account', failures: 10, minutes: 15 };
export const netLimit: FailureLimit = { scope: 'net', failures: 100, minutes: 15 };

/** Refuses while the limit is reached: TooManyRequests (429) with the seconds to wait. `who` is kept as a hash. */
export async function mustBeBelow(ctx: Ctx, limit: FailureLimit, who: string): Promise<void> {
  const now = ctx.app.clock.now();
  const start = windowStart(limit, now);
  const [row] = await ctx.transaction((tx) =>
    tx.named<{ hits: number }>('access.failures', 'select hits from platform.throttles where county_id = $1 and scope = $2 and window_start = $3', [tx.countyId, scopeOf(limit, who), start]),
  );
  if ((row?.hits ?? 0) >= limit.failures) refuse('TooManyRequests', { retryAfterSeconds: Math.ceil((start.getTime() + limit.minutes * 60_000 - now.getTime()) / 1000) });
}

/** Counts a failure, in a transaction of its own: the refusal that follows must not undo it. */
export async function countFailure(ctx: Ctx, limit: FailureLimit, who: string): Promise<void> {
  const start = windowStart(limit, ctx.app.clock.now());
  await ctx.transaction((tx) =>
    tx.named(
      'access.count-failure',
      `insert into platform.throttles (county_id, scope, window_start, hits) values ($1, $2, $3, 1)
       on conflict (county_id, scope, window_start) do update set hits = platform.throttles.hits + 1`,
      [tx.countyId, scopeOf(limit, who), start],
    ),
  );
}

const scopeOf = (limit: FailureLimit, who: string): string => `access.${limit.scope}:${secretHash(who).slice(0, 32)}`;

const windowStart = (limit: FailureLimit, now: Date): Date => new Date(Math.floor(now.getTime() / (limit.minutes * 60_000)) * limit.minutes * 60_000);

/** The net of an address as failures are counted: an IPv6 household by its /64. */
export const netOf = (address: string): string => (address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address);
