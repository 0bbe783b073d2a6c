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
  const authenticatorData = bytesOf(evidence.authenticatorData);
  const clientDataJSON = bytesOf(evidence.clientDataJSON);
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
  const der = bytesOf(evidence.publicKey);
  const key = createPublicKey({ key: der, type: 'spki', format: 'der' });
  const hash = evidence.algorithm === 'EdDSA' ? null : 'sha256';
  return (
    // Some bytes of a key may be changed without changing the key (measured: the count of unused bits): only its own form counts.
    key.export({ type: 'spki', format: 'der' }).equals(der) &&
    key.asymmetricKeyType === keyTypes[evidence.algorithm] &&
    verify(hash, signed, key, bytesOf(evidence.signature))
  );
}

// The last letter may hold bits that belong to no byte: other letters there would pass for the same bytes, and a change go unseen.
function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text && bytes.toString('base64') !== text)
    throw new Error('not the one way to write these bytes');
  return bytes;
}

const keyTypes = { ES256: 'ec', RS256: 'rsa', EdDSA: 'ed25519' } as const;

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
