import type { Tx } from '#platform/transaction';

/** After so many letters in a row that could not be delivered nothing more is sent there. */
const mostBounces = 3;

/** A letter could not be delivered, and never will be: it counts against its address, and the third turns the address off until its owner asks anew. `returned`: it left, and came back. */
export async function noteBounce(tx: Tx, mailingId: string, state: 'failed' | 'returned'): Promise<void> {
  const [mailing] = await tx.named<{ subscriberId: string }>(
    'channels.mailing-bounced',
    `update channels.mailings set state = $3, due_at = null, claimed_until = null, problem = 'bounced' where county_id = $1 and id = $2 and state in ('sending', 'sent') returning subscriber_id as "subscriberId"`,
    [tx.countyId, mailingId, state],
  );
  if (!mailing) return;
  await tx.named(
    'channels.subscriber-bounced',
    `update channels.subscribers set bounces = bounces + 1, state = case when bounces + 1 >= $3 and state = 'active' then 'off' else state end where county_id = $1 and id = $2`,
    [tx.countyId, mailing.subscriberId, mostBounces],
  );
}

/** A letter came back; whatever is no letter of a newsletter is somebody else's. */
export async function noteReturned(tx: Tx, messageId: string): Promise<void> {
  const id = messageId.split('@')[0] ?? '';
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) await noteBounce(tx, id, 'returned');
}
