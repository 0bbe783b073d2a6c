import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { credentialOf } from '../account-queries.ts';
import { keepChallenge } from '../challenge-queries.ts';
import type { passkeyOptions, StepUpRequest } from '../contract.ts';
import { forAccount, withinLimits } from '../limits.ts';
import { passkeysOf } from '../passkey-queries.ts';
import { checkAssertion } from '../passkey/check-assertion.ts';
import { relyingPartyId } from '../passkey/relying-party.ts';
import { optionsFor } from '../passkey/request-options.ts';
import { passwordFits } from '../password/hash-password.ts';
import { newSecret, secretHash } from '../secrets.ts';
import { useTotpCode } from '../totp/check-code.ts';
import { isSteppedUp, stepUpMinutes } from './limits.ts';

/** Options for confirming with one of the person's own passkeys. Refuses programs with a token: Forbidden (403). */
export async function stepUpOptions(
  ctx: Ctx,
  actor: Actor,
  host: string | undefined,
): Promise<z.infer<typeof passkeyOptions>> {
  const sessionId = actor.sessionId ?? refuse('Forbidden');
  const challenge = randomBytes(32);
  return ctx.transaction(async (tx) => {
    const own = (await passkeysOf(tx, actor.id)).filter((one) => !one.serverHeld);
    await keepChallenge(tx, 'step-up', challenge.toString('base64url'), {
      personId: actor.id,
      sessionId,
    });
    return { publicKey: await optionsFor(relyingPartyId(ctx, host), Uint8Array.from(challenge), own) };
  });
}

/** A confirmation just given; the secret replaces the cookie's. */
export interface SteppedUp {
  readonly until: Date;
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Confirms once more who it is: counts for a quarter of an hour, for signing and for changes of one's own access. The cookie gets a fresh secret (ASVS 7.2.4).
 *  Refuses: SignInFailed (401), PasskeyNotAccepted (422), TooManyRequests (429). */
export async function stepUp(ctx: Ctx, actor: Actor, request: StepUpRequest): Promise<SteppedUp> {
  const sessionId = actor.sessionId ?? refuse('Forbidden');
  return withinLimits(ctx, [forAccount(actor.id)], async () => {
    // The slow hash is computed before the transaction.
    const passwordIsRight =
      'password' in request &&
      (await passwordFits((await ctx.transaction((tx) => credentialOf(tx, actor.id)))?.passwordHash, request.password));
    return ctx.transaction(async (tx) => {
      const by = passwordIsRight ? 'password' : await otherProof(tx, actor, request);
      return by ? confirm(tx, actor, sessionId, by) : refuse('SignInFailed');
    });
  });
}

async function otherProof(tx: Tx, actor: Actor, request: StepUpRequest): Promise<'totp' | 'passkey' | undefined> {
  if ('code' in request) return (await useTotpCode(tx, actor.id, request.code)) ? 'totp' : undefined;
  if (!('assertion' in request)) return undefined;
  const { passkey } = await checkAssertion(tx, 'step-up', request.assertion);
  if (passkey.personId !== actor.id) refuse('PasskeyNotAccepted');
  return 'passkey';
}

async function confirm(
  tx: Tx,
  actor: Actor,
  sessionId: string,
  by: 'password' | 'totp' | 'passkey',
): Promise<SteppedUp> {
  const secret = newSecret();
  const now = tx.ctx.app.clock.now();
  const rows = await tx.named<{ expiresAt: Date }>(
    'access.step-up',
    'update access.sessions set stepped_up_at = $3, stepped_up_by = $4, token_hash = $5 where county_id = $1 and id = $2 and ended_at is null returning coalesce(until_at, expires_at) as "expiresAt"',
    [tx.countyId, sessionId, now, by, secretHash(secret)],
  );
  const { expiresAt } = found(rows[0]);
  await audit(tx, actor, { act: 'session.step-up', noun: 'session', subjectId: sessionId, detail: { by } });
  return { until: new Date(now.getTime() + stepUpMinutes * 60_000), secret, expiresAt };
}

/** Refuses unless the person confirmed within the last quarter of an hour: StepUpRequired (401). For changes of one's own access. */
export function mustBeSteppedUp(ctx: Ctx, actor: Actor): void {
  if (!isSteppedUp(actor.steppedUpAt, ctx.app.clock.now())) refuse('StepUpRequired', { needs: 'step-up' });
}
