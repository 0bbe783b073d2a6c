import { timingSafeEqual } from 'node:crypto';
import type { Tx } from '#platform/transaction';
import { keyedHash } from './keyed-hash.ts';

const minutes = 15;

/** A token that opens the slip of this code for 15 minutes of real time: only whoever has just ordered gets it. */
export async function slipToken(tx: Tx, code: string): Promise<string> {
  const until = Math.floor(tx.ctx.app.clock.now().getTime() / 1000) + minutes * 60;
  return `${until.toString(36)}.${(await keyedHash(tx, 'slip', `${code} ${until}`)).slice(0, 32)}`;
}

/** Whether the token opens this slip now. */
export async function isSlipToken(tx: Tx, code: string, token: string): Promise<boolean> {
  const [time = '', mac = ''] = token.split('.');
  const until = Number.parseInt(time, 36);
  if (!/^[0-9a-z]{1,12}$/.test(time) || !/^[0-9a-f]{32}$/.test(mac)) return false;
  const right = (await keyedHash(tx, 'slip', `${code} ${until}`)).slice(0, 32);
  return timingSafeEqual(Buffer.from(mac), Buffer.from(right)) && until * 1000 > tx.ctx.app.clock.now().getTime();
}

/** Path of the slip, with its token. */
export const slipHref = async (tx: Tx, code: string): Promise<string> =>
  `/orders/${code}/slip?t=${await slipToken(tx, code)}`;
