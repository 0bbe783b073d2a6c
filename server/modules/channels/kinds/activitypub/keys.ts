import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);

/** A new key of an account: RSA of 2,048 bits, the one kind that every server of the fediverse verifies; private, as PEM. */
export async function makeKey(): Promise<string> {
  const { privateKey } = await generate('rsa', { modulusLength: 2_048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The public half, as PEM, for everybody. */
export const publicKeyOf = (privateKey: string): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();

const mostOpen = 100;
const open = new Map<string, Promise<CryptoKey>>();

/** The private half as the library signs with it; read once, for many calls. */
export function signingKeyOf(privateKey: string): Promise<CryptoKey> {
  const known = open.get(privateKey) ?? importKey(privateKey);
  if (open.size >= mostOpen) open.clear();
  open.set(privateKey, known);
  return known;
}

const importKey = (privateKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'pkcs8',
    createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'der' }),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    true,
    ['sign'],
  );
