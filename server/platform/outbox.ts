import type { Tx } from './transaction.ts';

/** Takes events out of the outbox of this transaction's county for the subscribers whose name matches the pattern: a demonstration tells nobody anew of what happened days ago. */
export async function dropFromOutbox(tx: Tx, eventIds: readonly string[], subscriberPattern: string): Promise<void> {
  await tx.named(
    'platform.drop-from-outbox',
    'delete from platform.outbox where county_id = $1 and event_id = any($2::uuid[]) and subscriber ~ $3',
    [tx.countyId, eventIds, subscriberPattern],
  );
}
