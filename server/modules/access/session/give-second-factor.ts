import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { SecondFactorRequest } from '../contract.ts';
import { forAccount, withinLimits } from '../limits.ts';
import { useRecoveryCode } from '../recovery/recovery-codes.ts';
import { useTotpCode } from '../totp/check-code.ts';
import { endSessions } from './end-sessions.ts';
import { startSession } from './start-session.ts';
import type { StartedSession } from './start-session.ts';

/** Gives the second factor to a session that waits for it: the session is replaced by a fresh one. A recovery code works once.
 *  Refuses: SignInFailed (401), Forbidden (403) for a session opened by PIN, TooManyRequests (429) after ten failures for the person. */
export async function giveSecondFactor(
  ctx: Ctx,
  actor: Actor,
  request: SecondFactorRequest,
  device: string,
): Promise<StartedSession> {
  const old = actor.sessionId ?? refuse('SignInRequired');
  // With a PIN in the place of the password it would be no full sign-in.
  if (actor.byPin) refuse('Forbidden');
  return withinLimits(ctx, [forAccount(actor.id)], () =>
    ctx.transaction(async (tx) => {
      const byCode = 'code' in request;
      const proved = byCode
        ? await useTotpCode(tx, actor.id, request.code)
        : await useRecoveryCode(tx, actor.id, request.recoveryCode);
      if (!proved) refuse('SignInFailed');
      await endSessions(tx, actor, { personId: actor.id, only: old }, 'replaced');
      return startSession(tx, {
        personId: actor.id,
        assurance: 2,
        method: byCode ? 'password' : 'recovery',
        device,
        steppedUpBy: byCode ? 'totp' : undefined,
      });
    }),
  );
}
