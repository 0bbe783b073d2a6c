import { bringingForward } from '#platform/bring-forward';

/** What the hub has to ask and to send: it waits for an hour at most, and half a minute in hand. */
export const bringCallsForward = bringingForward('portal.bring-calls-forward', async (tx, { now }) => {
  const requests = await tx.named(
    'portal.requests-forward',
    `update portal.hub_requests set due_at = least(due_at, $2), claimed_until = null
      where county_id = $1 and (claimed_until > $2::timestamptz + interval '5 minutes' or due_at > $2::timestamptz + interval '10 minutes') returning 1`,
    [tx.countyId, now],
  );
  const feeds = await tx.named(
    'portal.feeds-forward',
    `update portal.hub_subscriptions set due_at = least(due_at, $2), claimed_until = null
      where county_id = $1 and due_at is not null and (claimed_until > $2::timestamptz + interval '5 minutes' or due_at > $2::timestamptz + interval '2 hours') returning 1`,
    [tx.countyId, now],
  );
  return [...requests, ...feeds];
});
