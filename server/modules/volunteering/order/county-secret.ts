import { createHmac } from 'node:crypto';
import { sha256 } from '#platform/canonical';
import type { App } from '#platform/app';
import type { Tx } from '#platform/transaction';

const secrets = new WeakMap<App, Map<number, string>>();

// Ed25519 signatures are deterministic: the one over this sentence is a secret that only the county's private key can make.
async function countySecret(tx: Tx): Promise<string> {
  const { app } = tx.ctx;
  const known = secrets.get(app) ?? new Map<number, string>();
  secrets.set(app, known);
  const secret =
    known.get(tx.countyId) ??
    sha256((await app.keys.countyKey(tx, 'orders')).sign('xiangyin: secret of the orders, 1\n'));
  known.set(tx.countyId, secret);
  return secret;
}

/** HMAC-SHA-256 under the county's key, hexadecimal: what the database keeps of codes and phones, so that a copy of it opens nothing. */
export async function keyedHash(
  tx: Tx,
  purpose: 'code' | 'phone' | 'passphrase' | 'reply' | 'visit-code' | 'slip',
  text: string,
): Promise<string> {
  return createHmac('sha256', await countySecret(tx))
    .update(`${purpose}\n${text}`)
    .digest('hex');
}
