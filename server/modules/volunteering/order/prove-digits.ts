import { guestActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import { openCtx } from '#platform/transaction';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderRow } from './order-queries.ts';

const tries = 5;
const hourInMilliseconds = 3_600_000;

/** Whoever knows the code gives the last four digits of the phone the order was placed with, and then acts as the one who ordered.
 *  Refuses: LastFourWrong (403), and TooManyRequests (429) after five wrong tries in an hour, right digits too. Call it with the order locked. */
export async function proveDigits(tx: Tx, order: Pick<OrderRow, 'id'>, lastFour: string): Promise<Actor> {
  const now = tx.ctx.app.clock.now().getTime();
  const start = new Date(Math.floor(now / hourInMilliseconds) * hourInMilliseconds);
  const scope = `volunteering.digits:${order.id}`;
  const [counted] = await tx.named<{ hits: number }>('volunteering.wrong-digits', 'select hits from platform.throttles where county_id = $1 and scope = $2 and window_start = $3', [tx.countyId, scope, start]);
  if ((counted?.hits ?? 0) >= tries) refuse('TooManyRequests', { retryAfterSeconds: Math.ceil((start.getTime() + hourInMilliseconds - now) / 1000) });
  const phones = await tx.named<{ phone: string }>('volunteering.contact-phones', 'select phone from volunteering.order_contacts where county_id = $1 and order_id = $2', [tx.countyId, order.id]);
  if (phones.some(({ phone }) => /^\d{4}$/.test(lastFour) && phone.endsWith(lastFour))) return guestActor(`order:${order.id}`);
  await countWrong(tx.ctx, scope, start);
  return refuse('LastFourWrong', {}, [{ path: '/lastFour', code: 'wrong_digits' }]);
}

// In a transaction of its own: the refusal that follows rolls ours back and must not forget the try.
async function countWrong(ctx: Ctx, scope: string, start: Date): Promise<void> {
  const other = openCtx(ctx.app, ctx.county, { requestId: ctx.requestId });
  await other.transaction((tx) =>
    tx.named(
      'volunteering.count-wrong-digits',
      `insert into platform.throttles (county_id, scope, window_start, hits) values ($1, $2, $3, 1)
       on conflict (county_id, scope, window_start) do update set hits = platform.throttles.hits + 1`,
      [tx.countyId, scope, start],
    ),
  );
}
