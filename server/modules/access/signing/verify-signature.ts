import { createHash, createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { SignatureEvidence } from '../contract.ts';

/** Whether the evidence proves that this statement (hexadecimal SHA-256 of its RFC 8785 bytes) was signed. Pure: no database, no clock; WebAuthn §7.2 for what applies to a kept signature.
 *  It says nothing of whose key it is: compare `publicKey` with what was registered. */
export function verifySignature(evidence: SignatureEvidence, statementHash: string): boolean {
  try {
    return evidence.kind === 'attested' ? isAttested(evidence, statementHash) : isAsserted(evidence, statementHash);
  } catch {
    return false;
  }
}

/** The bytes that the county's key signs when the server vouches for a person who has no passkey. */
export const attestationText = (statementHash: string): string => `xiangyin-attestation-v1\n${statementHash}\n`;

const isAttested = (evidence: SignatureEvidence, statementHash: string): boolean =>
  evidence.algorithm === 'EdDSA' && holds(evidence, Buffer.from(attestationText(statementHash)));

const clientData = z.object({ type: z.literal('webauthn.get'), challenge: z.string() });
const userPresentAndVerified = 0b101;

function isAsserted(evidence: SignatureEvidence, statementHash: string): boolean {
  const authenticatorData = Buffer.from(evidence.authenticatorData, 'base64url');
  const clientDataJSON = Buffer.from(evidence.clientDataJSON, 'base64url');
  const { challenge } = clientData.parse(JSON.parse(clientDataJSON.toString('utf8')));
  const flags = authenticatorData[32] ?? 0;
  return (
    challenge === Buffer.from(statementHash, 'hex').toString('base64url') &&
    authenticatorData.subarray(0, 32).equals(sha256(Buffer.from(evidence.rpId))) &&
    (flags & userPresentAndVerified) === userPresentAndVerified &&
    holds(evidence, Buffer.concat([authenticatorData, sha256(clientDataJSON)]))
  );
}

function holds(evidence: SignatureEvidence, signed: Buffer): boolean {
  const key = createPublicKey({ key: Buffer.from(evidence.publicKey, 'base64url'), type: 'spki', format: 'der' });
  const hash = evidence.algorithm === 'EdDSA' ? null : 'sha256';
  return (
    key.asymmetricKeyType === keyTypes[evidence.algorithm] &&
    verify(hash, signed, key, Buffer.from(evidence.signature, 'base64url'))
  );
}

const keyTypes = { ES256: 'ec', RS256: 'rsa', EdDSA: 'ed25519' } as const;

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
