import { createHmac } from 'node:crypto';
import type { App } from './app.ts';
import { sha256 } from './canonical.ts';
import type { Tx } from './transaction.ts';

/** A secret of a county: what its private key of this name signs when it signs this sentence. Another sentence is another secret. */
export interface CountySecret {
  readonly key: string;
  readonly sentence: string;
}

const known = new WeakMap<App, Map<string, string>>();

// Ed25519 signatures are deterministic: the one over a sentence is a secret that only the county's private key can make.
async function secretOf(tx: Tx, { key, sentence }: CountySecret): Promise<string> {
  const { app } = tx.ctx;
  const secrets = known.get(app) ?? new Map<string, string>();
  known.set(app, secrets);
  const name = `${tx.countyId} ${sentence}`;
  const secret = secrets.get(name) ?? sha256((await app.keys.countyKey(tx, key)).sign(sentence));
  secrets.set(name, secret);
  return secret;
}

/** HMAC-SHA-256 of a text under a secret of the county, hexadecimal: what is kept in its place, so that a copy of the database opens nothing. */
export const countyHmac = async (tx: Tx, secret: CountySecret, text: string): Promise<string> =>
  createHmac('sha256', await secretOf(tx, secret))
    .update(text)
    .digest('hex');
