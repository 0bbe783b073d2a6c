import type { Tx } from '#platform/transaction';
import type { BounceReason } from '../../../contract.ts';

/** An address whose letters come back. */
export interface ReturnedRow {
  readonly id: string;
  readonly email: string;
  readonly state: 'active' | 'off';
  readonly reason: BounceReason;
  readonly bounces: number;
  readonly since: Date;
}

// At one that is still written to no later letter may have arrived.
const returned = `from channels.subscribers s where s.county_id = $1 and s.channel_id = $2 and s.bounces > 0 and (s.state = 'off' or s.state = 'active' and not exists (
  select 1 from channels.mailings m where m.county_id = $1 and m.subscriber_id = s.id and m.state = 'sent'
    and m.id > (select b.id from channels.mailings b where b.county_id = $1 and b.subscriber_id = s.id and b.problem = 'bounced' order by b.id desc limit 1)))`;

const columns = 's.id, s.email, s.state, s.bounce_reason as reason, s.bounces, s.bounced_since as since';

/** Addresses of a newsletter whose letters come back, those that did last first; at most so many. */
export const returnedAddresses = (tx: Tx, channelId: string, limit: number): Promise<ReturnedRow[]> =>
  tx.named<ReturnedRow>(
    'channels.returned-addresses',
    `select ${columns} ${returned} order by s.bounced_at desc, s.id limit $3`,
    [tx.countyId, channelId, limit],
  );

/** One of them, locked, or undefined. */
export async function returnedForUpdate(tx: Tx, channelId: string, id: string): Promise<ReturnedRow | undefined> {
  const [row] = await tx.named<ReturnedRow>(
    'channels.returned-address',
    `select ${columns} ${returned} and s.id = $3 for update of s`,
    [tx.countyId, channelId, id],
  );
  return row;
}

/** How many there are for each reason, those of the most addresses first. */
export const returnedFigures = (
  tx: Tx,
  channelId: string,
): Promise<{ reason: BounceReason; stopped: number; trying: number; since: Date }[]> =>
  tx.named(
    'channels.returned-figures',
    `select s.bounce_reason as reason, (count(*) filter (where s.state = 'off'))::int as stopped, (count(*) filter (where s.state = 'active'))::int as trying, min(s.bounced_since) as since
       ${returned} group by s.bounce_reason order by count(*) desc, s.bounce_reason`,
    [tx.countyId, channelId],
  );
