import { timeOf } from '#platform/ids';
import type { Tx } from '#platform/transaction';

/** The age of the county's oldest event that is not handed on yet, in seconds of real time; 0 when none waits. The id of an event begins with the time at which it happened. */
export async function outboxLag(tx: Tx): Promise<number> {
  const [oldest] = await tx.named<{ eventId: string }>(
    'operations.oldest-in-outbox',
    'select event_id as "eventId" from platform.outbox where county_id = $1 order by event_id limit 1',
    [tx.countyId],
  );
  return oldest ? Math.max(0, (tx.ctx.app.clock.now().getTime() - timeOf(oldest.eventId)) / 1_000) : 0;
}
