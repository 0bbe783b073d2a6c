import { guestActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import { countApart, countOf } from '#platform/throttles';
import type { Tx } from '#platform/transaction';
import type { OrderRow } from './order-queries.ts';

const tries = 5;

/** Whoever knows the code gives the last four digits of their own phone, and then acts as the one who ordered: whoever did, and the other contact where they may be told everything. One who may only be told of the visit cannot cancel it.
 *  Refuses: LastFourWrong (403), and TooManyRequests (429) after five wrong tries in an hour, right digits too. Call it with the order locked: guesses then come one after the other. */
export async function proveDigits(tx: Tx, order: Pick<OrderRow, 'id'>, lastFour: string): Promise<Actor> {
  const counter = { scope: `volunteering.digits:${order.id}`, minutes: 60 };
  const { hits, secondsLeft } = await countOf(tx, counter);
  if (hits >= tries) refuse('TooManyRequests', { retryAfterSeconds: secondsLeft });
  const phones = await tx.named<{ phone: string }>(
    'volunteering.contact-phones',
    `select phone from volunteering.order_contacts where county_id = $1 and order_id = $2 and (position = 1 or 'everything' = any(told))`,
    [tx.countyId, order.id],
  );
  if (phones.some(({ phone }) => /^\d{4}$/.test(lastFour) && phone.endsWith(lastFour)))
    return guestActor(`order:${order.id}`);
  await countApart(tx.ctx, counter);
  return refuse('LastFourWrong', {}, [{ path: '/lastFour', code: 'wrong_digits' }]);
}
