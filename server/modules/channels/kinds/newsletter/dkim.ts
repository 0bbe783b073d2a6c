import { createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

/** Under which the public key is found in the sender's domain. */
export const dkimSelector = 'xiangyin';

/** A new key for DKIM: RSA with 2048 bits, the only kind that every receiver checks (RFC 8301 §3.2); PKCS #8 in PEM. */
export async function newDkimKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The DNS record by which receivers check what this key signed (RFC 6376 §3.6.1). */
export const dkimRecord = (key: string): string =>
  `v=DKIM1; k=rsa; p=${createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')}`;
