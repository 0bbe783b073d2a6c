import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesOf, jsonOf } from './bytes.ts';

// Not the browser's own Ed25519: Chrome has it since 137, and none has it on a page without https.
hashes.sha512 = sha512;

/** Whether an Ed25519 signature (base64url) over a text holds under a public key (base64url, 32 bytes). */
export function isSigned(key: string, text: string, signature: string): boolean {
  const [keyBytes, signatureBytes] = [bytesOf(key), bytesOf(signature)];
  if (keyBytes?.length !== 32 || signatureBytes?.length !== 64) return false;
  try {
    return verify(signatureBytes, new TextEncoder().encode(text), keyBytes, { zip215: false });
  } catch {
    return false;
  }
}

/** The key a JWS names in its head; undefined where it is not signed as the county signs. */
export function keyIdIn(head: string): string | undefined {
  const value = jsonOf(head);
  if (typeof value !== 'object' || value === null || !('alg' in value) || value.alg !== 'EdDSA') return undefined;
  // RFC 7515 §4.1.11: what must be understood and is not makes it void.
  if ('crit' in value || !('kid' in value) || typeof value.kid !== 'string') return undefined;
  return value.kid;
}
