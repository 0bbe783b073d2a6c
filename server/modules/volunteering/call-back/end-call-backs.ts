import type { Tx } from '#platform/transaction';

/** Nobody has to ring any more about an order that is rated or closed: what is still open of its call-backs ends as not needed. */
export async function endCallBacks(tx: Tx, orderId: string): Promise<void> {
  await tx.named(
    'volunteering.end-call-backs',
    `update volunteering.call_backs set result = 'not-needed' where county_id = $1 and order_id = $2 and result is null`,
    [tx.countyId, orderId],
  );
}
