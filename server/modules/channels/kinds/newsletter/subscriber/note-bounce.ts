import type { Tx } from '#platform/transaction';
import type { BounceReason } from '../../../contract.ts';
import { bounceReason } from './bounce-reason.ts';

/** After so many letters in a row that could not be delivered nothing more is sent there; one between them that did arrive begins the count anew. */
const mostBounces = 3;

/** A letter could not be delivered, and never will be: it counts against its address, and the third turns the address off until its owner asks anew. `returned`: it left, and came back. */
export async function noteBounce(
  tx: Tx,
  mailingId: string,
  state: 'failed' | 'returned',
  reason: BounceReason,
): Promise<void> {
  const [mailing] = await tx.named<{ subscriberId: string }>(
    'channels.mailing-bounced',
    `update channels.mailings set state = $3, due_at = null, claimed_until = null, problem = 'bounced', bounced_at = $4, bounce_reason = $5 where county_id = $1 and id = $2 and state in ('sending', 'sent') returning subscriber_id as "subscriberId"`,
    [tx.countyId, mailingId, state, tx.at, reason],
  );
  if (!mailing) return;
  await tx.named(
    'channels.subscriber-bounced',
    `with row as (select count(*)::int as n, min(m.bounced_at) as since from channels.mailings m where m.county_id = $1 and m.subscriber_id = $2 and m.problem = 'bounced'
         and m.id > coalesce((select b.id from channels.mailings b where b.county_id = $1 and b.subscriber_id = $2 and b.state = 'sent' and b.id < $4 order by b.id desc limit 1), '00000000-0000-0000-0000-000000000000')
         and m.id < coalesce((select a.id from channels.mailings a where a.county_id = $1 and a.subscriber_id = $2 and a.state = 'sent' and a.id > $4 order by a.id limit 1), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
     update channels.subscribers s set bounces = row.n, bounced_since = row.since, bounced_at = $5, bounce_reason = $6, state = case when row.n >= $3 and s.state = 'active' then 'off' else s.state end from row where s.county_id = $1 and s.id = $2`,
    [tx.countyId, mailing.subscriberId, mostBounces, mailingId, tx.at, reason],
  );
}

/** A letter came back with this status (`5.1.1`); whatever is no letter of a newsletter is somebody else's. */
export async function noteReturned(tx: Tx, messageId: string, status: string): Promise<void> {
  const id = messageId.split('@')[0] ?? '';
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    await noteBounce(tx, id, 'returned', bounceReason(status));
}
