import { createHmac } from 'node:crypto';
import type { App } from './app.ts';
import { sha256 } from './canonical.ts';
import { netOf } from './http/net-of.ts';
import { count } from './throttles.ts';
import type { Count } from './throttles.ts';
import type { Tx } from './transaction.ts';

const secrets = new WeakMap<App, Map<number, string>>();

// Ed25519 signatures are deterministic: the one over this sentence is a secret that only the county's private key can make.
async function countySecret(tx: Tx): Promise<string> {
  const { app } = tx.ctx;
  const known = secrets.get(app) ?? new Map<number, string>();
  secrets.set(app, known);
  const secret =
    known.get(tx.countyId) ??
    sha256((await app.keys.countyKey(tx, 'county')).sign('xiangyin: secret of the nets, 1\n'));
  known.set(tx.countyId, secret);
  return secret;
}

/** Counts one more of `what` (such as `newsroom.reports`) from the household of this address on this day of real time. What is kept is a keyed hash, for two days. */
export async function countNet(tx: Tx, what: string, address: string): Promise<Count> {
  const hash = createHmac('sha256', await countySecret(tx))
    .update(netOf(address))
    .digest('hex');
  return count(tx, { scope: `${what}:${hash.slice(0, 32)}`, minutes: 1_440 });
}
