import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { subscriberByCode } from './subscriber-queries.ts';
import type { Subscriber } from './subscriber-queries.ts';

/** It was them: letters come from now on. A code holds once. Refuses: NotFound (404) for one that is not known, used or too old. */
export async function confirmSubscription(tx: Tx, code: string): Promise<Subscriber> {
  const subscriber = found(await subscriberByCode(tx, code));
  await tx.named(
    'channels.confirm',
    `update channels.subscribers set state = 'active', code_hash = null, code_until = null, confirmed_at = coalesce(confirmed_at, $3), digest_from = $3, digest_until = null, bounces = 0 where county_id = $1 and id = $2`,
    [tx.countyId, subscriber.id, tx.at],
  );
  return subscriber;
}
