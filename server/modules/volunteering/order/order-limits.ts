import { countNet } from '#platform/net-counts';
import { refuse } from '#platform/refuse';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import { countySetting } from '#platform/county-setting';
import type { Wish } from '../contract.ts';
import { shareADay } from './wishes.ts';

const dayInMilliseconds = 86_400_000;

/** Counts an order of this net on this day of real time, and refuses beyond the county's `ordersPerNetAndDay` (60): TooManyRequests (429). A village may share one net. */
export async function mustNotCrowd(tx: Tx, address: string): Promise<void> {
  const { hits, secondsLeft } = await countNet(tx, 'volunteering.orders', address);
  if (hits > countySetting(tx, 'ordersPerNetAndDay', 60)) refuse('TooManyRequests', { retryAfterSeconds: secondsLeft });
}

/** Refuses more than the county's `ordersPerPhoneAndDay` (8) by one phone in 24 hours: TooManyRequests (429). */
export async function mustNotFlood(tx: Tx, phoneHash: string): Promise<void> {
  const [row] = await tx.named<{ orders: number }>(
    'volunteering.orders-by-phone',
    'select count(*)::int as orders from volunteering.orders where county_id = $1 and phone_hash = $2 and entered_at > $3',
    [tx.countyId, phoneHash, new Date(tx.at.getTime() - dayInMilliseconds)],
  );
  if ((row?.orders ?? 0) >= countySetting(tx, 'ordersPerPhoneAndDay', 8))
    refuse('TooManyRequests', { retryAfterSeconds: 3_600 });
}

/** Refuses the same order twice in a row: OrderRepeated (409). The same phone, service and place within `orderRepeatHours` (24), for a day that both wish (order/wishes.ts), while the first is not over.
 *  Says whom to call, never the first order's code. A lock on phone and service lets two at once not both pass. */
export async function mustNotRepeat(
  tx: Tx,
  order: { phoneHash: string; serviceId: string; placeId: string; wishes: readonly Wish[]; phone: string },
): Promise<void> {
  const since = new Date(tx.at.getTime() - countySetting(tx, 'orderRepeatHours', 24) * 3_600_000);
  // The question stands behind the lock, and sees what was committed until it is held.
  const [, before] = await together(
    tx.named('volunteering.repeat-lock', 'select pg_advisory_xact_lock(771010, hashtext($1))', [
      `${tx.countyId} ${order.phoneHash} ${order.serviceId}`,
    ]),
    tx.named<{ wishes: readonly Wish[] }>(
      'volunteering.repeated',
      `select wishes from volunteering.orders where county_id = $1 and phone_hash = $2 and service_id = $3 and place_id = $4 and happened_at > $5
        and state in ('submitted', 'accepted', 'paused', 'dispatched', 'taken', 'under-way', 'visit-failed') limit 100`,
      [tx.countyId, order.phoneHash, order.serviceId, order.placeId, since],
    ),
  );
  if (before.some(({ wishes }) => shareADay(wishes, order.wishes))) refuse('OrderRepeated', { phone: order.phone });
}
