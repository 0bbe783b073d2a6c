import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { credentialOf } from '../account-queries.ts';
import { keepChallenge } from '../challenge-queries.ts';
import type { Assertion, passkeyOptions } from '../contract.ts';
import { checkAssertion } from '../passkey/check-assertion.ts';
import { relyingPartyId } from '../passkey/relying-party.ts';
import { optionsFor } from '../passkey/request-options.ts';
import { startSession } from './start-session.ts';
import type { StartedSession } from './start-session.ts';

/** Options for signing in with any passkey of this county; the browser lists what it has, we name nobody. */
export async function signInOptions(ctx: Ctx, host: string | undefined): Promise<z.infer<typeof passkeyOptions>> {
  const challenge = randomBytes(32);
  await ctx.transaction((tx) => keepChallenge(tx, 'sign-in', challenge.toString('base64url')));
  return { publicKey: await optionsFor(relyingPartyId(ctx, host), Uint8Array.from(challenge)) };
}

/** Signs in with a passkey: two factors in one touch. Refuses: PasskeyNotAccepted (422). */
export async function signInByPasskey(ctx: Ctx, assertion: Assertion, device: string): Promise<StartedSession> {
  return ctx.transaction(async (tx) => {
    const { passkey } = await checkAssertion(tx, 'sign-in', assertion);
    if (!(await credentialOf(tx, passkey.personId))) refuse('PasskeyNotAccepted');
    return startSession(tx, {
      personId: passkey.personId,
      assurance: 2,
      method: 'passkey',
      device,
      steppedUpBy: 'passkey',
    });
  });
}
