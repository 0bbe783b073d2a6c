import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { takeChallenge } from '../challenge-queries.ts';
import type { Challenge, ChallengePurpose } from '../challenge-queries.ts';
import type { Assertion } from '../contract.ts';
import { notePasskeyUse, passkeyForUpdate } from '../passkey-queries.ts';
import type { Passkey } from '../passkey-queries.ts';
import { originsOf } from './relying-party.ts';

/** Checks a passkey's answer to one of our challenges: origin, name, user verification, signature, counter; uses the challenge up.
 *  Refuses: PasskeyNotAccepted (422), without saying which part was wrong. */
export async function checkAssertion(
  tx: Tx,
  purpose: ChallengePurpose,
  assertion: Assertion,
): Promise<{ passkey: Passkey; challenge: Challenge }> {
  const text = challengeIn(assertion) ?? refuse('PasskeyNotAccepted');
  const challenge = (await takeChallenge(tx, purpose, text)) ?? refuse('PasskeyNotAccepted');
  const passkey = (await passkeyForUpdate(tx, assertion.id)) ?? refuse('PasskeyNotAccepted');
  const counter = (await verified(tx, assertion, challenge.challenge, passkey)) ?? refuse('PasskeyNotAccepted');
  await notePasskeyUse(tx, passkey.id, counter);
  return { passkey, challenge };
}

async function verified(
  tx: Tx,
  assertion: Assertion,
  expectedChallenge: string,
  passkey: Passkey,
): Promise<number | undefined> {
  try {
    // 27 MB that only a passkey needs.
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const answer = await verifyAuthenticationResponse({
      response: asResponse(assertion),
      expectedChallenge,
      expectedOrigin: originsOf(tx.ctx),
      expectedRPID: passkey.rpId,
      requireUserVerification: true,
      credential: { id: passkey.credentialId, publicKey: Uint8Array.from(passkey.publicKey), counter: passkey.counter },
    });
    return answer.verified ? answer.authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}

const clientData = z.object({ challenge: z.string().regex(/^[A-Za-z0-9_-]{1,200}$/) });

function challengeIn(assertion: Assertion): string | undefined {
  try {
    return clientData.parse(JSON.parse(Buffer.from(assertion.response.clientDataJSON, 'base64url').toString('utf8')))
      .challenge;
  } catch {
    return undefined;
  }
}

const asResponse = (assertion: Assertion): AuthenticationResponseJSON => ({
  id: assertion.id,
  rawId: assertion.rawId,
  type: assertion.type,
  clientExtensionResults: {},
  response: {
    clientDataJSON: assertion.response.clientDataJSON,
    authenticatorData: assertion.response.authenticatorData,
    signature: assertion.response.signature,
  },
});
