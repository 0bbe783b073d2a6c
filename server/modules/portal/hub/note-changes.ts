import type { Tx } from '#platform/transaction';

/** Owes every feed that is made from one of these keys to its subscribers. Whether it says anything else than before is seen when it is written; what waits for its next try goes on waiting. */
export const noteChanges = (tx: Tx, keys: readonly string[]): Promise<unknown> =>
  tx.named(
    'portal.hub-changed',
    'update portal.hub_subscriptions set owed = owed + 1, due_at = coalesce(due_at, $3) where county_id = $1 and keys && $2::text[] and lease_until > $3',
    [tx.countyId, keys, tx.ctx.app.clock.now()],
  );
