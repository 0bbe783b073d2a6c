import type { Tx } from '#platform/transaction';

/** Until when the step at hand should be done; null: nobody waits for it. */
export const setDue = (tx: Tx, storyId: string, dueAt: Date | null): Promise<unknown> =>
  tx.named(
    'newsroom.set-due',
    'update newsroom.stories set due_at = $3, updated_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, storyId, dueAt, tx.at],
  );
