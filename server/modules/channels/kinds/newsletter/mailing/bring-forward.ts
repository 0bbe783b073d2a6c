import { bringingForward } from '#platform/bring-forward';

/** Letters. One waits for six hours at most, one in hand for five minutes. */
export const bringLettersForward = bringingForward('channels.bring-letters-forward', (tx, { now, soon }) =>
  tx.named(
    'channels.letters-forward',
    `update channels.mailings set due_at = $2, claimed_until = case when claimed_until is not null then $2::timestamptz end
      where county_id = $1 and due_at > $2
        and case when claimed_until is not null then claimed_until > $2::timestamptz + interval '10 minutes' else made_at > $3 or due_at > $2::timestamptz + interval '7 hours' end returning 1`,
    [tx.countyId, now, soon],
  ),
);
