import { bringingForward } from '#platform/bring-forward';

/** What is owed to other servers. An act waits for six hours at most, one in hand for a minute, a server that failed often for one hour. */
export const bringActivitiesForward = bringingForward(
  'channels.bring-activities-forward',
  async (tx, { now, soon }) => {
    const acts = await tx.named(
      'channels.activities-forward',
      `update channels.activitypub_deliveries set due_at = $2, claimed_until = null
      where county_id = $1 and state = 'waiting'
        and (claimed_until > $2::timestamptz + interval '5 minutes' or due_at > $2 and changed_at > $3 or due_at > $2::timestamptz + interval '7 hours') returning 1`,
      [tx.countyId, now, soon],
    );
    const servers = await tx.named(
      'channels.servers-forward',
      `update channels.activitypub_servers set opens_at = $2 where county_id = $1 and opens_at > $2::timestamptz + interval '2 hours' returning 1`,
      [tx.countyId, now],
    );
    return [...acts, ...servers];
  },
);
