import type { Tx } from '#platform/transaction';

/** How many messages to persons, letters to outsiders and posts to groups and programs were given up since then, by the way they should have gone. */
export const failedSince = (tx: Tx, since: Date): Promise<{ channel: string; count: number }[]> =>
  tx.named(
    'notices.failed-since',
    `select channel, sum(n)::int as count from (
       select channel, count(*) as n from notices.deliveries where county_id = $1 and state = 'failed' and changed_at >= $2 group by 1
       union all
       select channel, count(*) from notices.letters where county_id = $1 and state = 'failed' and changed_at >= $2 group by 1
       union all
       select 'webhook', count(*) from notices.posts where county_id = $1 and state = 'failed' and changed_at >= $2 having count(*) > 0) f
     group by 1 order by 1`,
    [tx.countyId, since],
  );
