import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { keepChallenge } from '../challenge-queries.ts';
import type { SigningOptions, SigningOptionsRequest } from '../contract.ts';
import { serverHeldKeyOf } from '../demonstration/server-held-passkey.ts';
import { passkeysOf } from '../passkey-queries.ts';
import { optionsFor } from '../passkey/request-options.ts';
import { relyingPartyId } from '../passkey/relying-party.ts';
import { isSteppedUp } from '../session/limits.ts';

/** How the person who asks may sign this statement. The statement's hash itself is the passkey's challenge. */
export async function signingOptionsFor(
  ctx: Ctx,
  actor: Actor,
  request: SigningOptionsRequest,
  host: string | undefined,
): Promise<SigningOptions> {
  if (actor.kind !== 'person' || !actor.sessionId) refuse('Forbidden');
  return ctx.transaction(async (tx) => {
    const passkeys = await passkeysOf(tx, actor.id);
    const mayAttest = isSteppedUp(actor.steppedUpAt, ctx.app.clock.now());
    const rpId = relyingPartyId(ctx, host);
    const own = passkeys.filter((one) => !one.serverHeld && one.rpId === rpId);
    // Whoever has a key of their own signs with it, in a demonstration too.
    if (await serverHeldKeyOf(tx, actor)) return { way: 'demonstration', mayAttest: false, publicKey: null };
    if (own.length === 0) return { way: mayAttest ? 'attested' : 'step-up', mayAttest, publicKey: null };
    const bytes = Buffer.from(request.statementHash, 'hex');
    await keepChallenge(tx, 'sign', bytes.toString('base64url'), {
      personId: actor.id,
      sessionId: actor.sessionId,
      statementHash: request.statementHash,
    });
    return { way: 'passkey', mayAttest, publicKey: await optionsFor(rpId, Uint8Array.from(bytes), own) };
  });
}
