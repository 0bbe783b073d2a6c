import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { Assertion, SignatureEvidence } from '../contract.ts';
import { signServerHeld } from '../demonstration/server-held-passkey.ts';
import { checkAssertion } from '../passkey/check-assertion.ts';
import { algorithmName, spkiOf } from '../passkey/cose.ts';
import { relyingPartyId } from '../passkey/relying-party.ts';
import { isSteppedUp } from '../session/limits.ts';
import { attestationText } from './verify-signature.ts';

/** Signs a statement (hexadecimal SHA-256 of its RFC 8785 bytes) for the person who asks, and returns the evidence to be kept for ever.
 *  With an assertion: the person's own passkey over exactly this hash. Without: a demonstration's server-held key, or the county's key after a step-up ("attested by the system", never "signed").
 *  Refuses: PasskeyNotAccepted (422), StepUpRequired (401), Forbidden (403) for tokens and programs. */
export async function signStatement(
  tx: Tx,
  actor: Actor,
  statementHash: string,
  assertion?: Assertion | null,
): Promise<SignatureEvidence> {
  if (actor.kind !== 'person' || !actor.sessionId) refuse('Forbidden');
  if (assertion) return signedByPasskey(tx, actor, statementHash, assertion);
  const demonstrated = await signServerHeld(tx, actor, statementHash);
  if (demonstrated) return demonstrated;
  if (!isSteppedUp(actor.steppedUpAt, tx.ctx.app.clock.now())) refuse('StepUpRequired', { needs: 'step-up' });
  return attestStatement(tx, statementHash);
}

async function signedByPasskey(
  tx: Tx,
  actor: Actor,
  statementHash: string,
  assertion: Assertion,
): Promise<SignatureEvidence> {
  const { passkey, challenge } = await checkAssertion(tx, 'sign', assertion);
  if (passkey.personId !== actor.id || challenge.personId !== actor.id || challenge.statementHash !== statementHash)
    refuse('PasskeyNotAccepted');
  const { authenticatorData, clientDataJSON, signature } = assertion.response;
  return {
    kind: 'passkey',
    credentialId: passkey.credentialId,
    authenticatorData,
    clientDataJSON,
    signature,
    publicKey: spkiOf(passkey.publicKey),
    algorithm: algorithmName(passkey.algorithm),
    rpId: passkey.rpId,
  };
}

/** The county's own word for a statement (hexadecimal SHA-256 of its RFC 8785 bytes): for what the system itself records, without a person. */
export async function attestStatement(tx: Tx, statementHash: string): Promise<SignatureEvidence> {
  const key = await tx.ctx.app.keys.countyKey(tx, 'county');
  return {
    kind: 'attested',
    credentialId: null,
    authenticatorData: '',
    clientDataJSON: '',
    signature: key.sign(attestationText(statementHash)),
    publicKey: Buffer.from(key.publicKey, 'base64').toString('base64url'),
    algorithm: 'EdDSA',
    rpId: relyingPartyId(tx.ctx, undefined),
  };
}
