import { netOf } from '#platform/http/net-of';
import { refuse } from '#platform/refuse';
import { countApart, uncountApart } from '#platform/throttles';
import type { Counter } from '#platform/throttles';
import type { Ctx } from '#platform/transaction';
import { secretHash } from './secrets.ts';

/** So many failures in a window of real time; `who` is kept as a hash. */
export interface FailureLimit {
  readonly counter: Counter;
  readonly failures: number;
}

/** Ten wrong tries for an account in a quarter of an hour (trust.md A16). A passkey still opens the account. */
export const forAccount = (who: string): FailureLimit => ({ counter: counterOf('account', who), failures: 10 });

/** A hundred wrong tries from one net in a quarter of an hour; an IPv6 household counts by its /64. */
export const forNet = (address: string): FailureLimit => ({ counter: counterOf('net', netOf(address)), failures: 100 });

/** Runs `work` within limits. Each try is counted before it is made, so that a thousand at once are counted too, and given back when it succeeds.
 *  Refuses: TooManyRequests (429) with the seconds to wait. */
export async function withinLimits<T>(ctx: Ctx, limits: readonly FailureLimit[], work: () => Promise<T>): Promise<T> {
  for (const limit of limits) {
    const { hits, secondsLeft } = await countApart(ctx, limit.counter);
    if (hits > limit.failures) refuse('TooManyRequests', { retryAfterSeconds: secondsLeft });
  }
  const result = await work();
  for (const limit of limits) await uncountApart(ctx, limit.counter);
  return result;
}

const counterOf = (kind: string, who: string): Counter => ({
  scope: `access.${kind}:${secretHash(who).slice(0, 32)}`,
  minutes: 15,
});
