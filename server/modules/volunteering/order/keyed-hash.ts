import { countyHmac } from '#platform/county-secret';
import type { Tx } from '#platform/transaction';

const secret = { key: 'orders', sentence: 'xiangyin: secret of the orders, 1\n' };

/** HMAC-SHA-256 under the county's key, hexadecimal: what the database keeps of codes and phones, so that a copy of it opens nothing. */
export const keyedHash = (
  tx: Tx,
  purpose: 'code' | 'phone' | 'passphrase' | 'reply' | 'visit-code' | 'slip',
  text: string,
): Promise<string> => countyHmac(tx, secret, `${purpose}\n${text}`);
