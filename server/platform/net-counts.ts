import { countyHmac } from './county-secret.ts';
import { netOf } from './http/net-of.ts';
import { count } from './throttles.ts';
import type { Count } from './throttles.ts';
import type { Tx } from './transaction.ts';

const secret = { key: 'county', sentence: 'xiangyin: secret of the nets, 1\n' };

/** Counts one more of `what` (such as `newsroom.reports`) from the household of this address on this day of real time. What is kept is a keyed hash, for two days. */
export async function countNet(tx: Tx, what: string, address: string): Promise<Count> {
  const hash = await countyHmac(tx, secret, netOf(address));
  return count(tx, { scope: `${what}:${hash.slice(0, 32)}`, minutes: 1_440 });
}
