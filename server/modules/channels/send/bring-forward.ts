import { bringingForward } from '#platform/bring-forward';

/** Copies and breakers. A copy waits for a day and two hours at most, one in hand for a minute, a breaker for a quarter of an hour. A pause begins anew, since nobody knows what was left of it. */
export const bringCopiesForward = bringingForward('channels.bring-copies-forward', async (tx, { now, soon }) => {
  const copies = await tx.named(
    'channels.copies-forward',
    `update channels.copies k set due_at = case when k.waits_for = 'pause' then $2::timestamptz + h.pause_seconds * interval '1 second' else $2 end, claimed_until = case when k.claimed_until is not null then $2::timestamptz end
       from channels.channels h
      where h.county_id = k.county_id and h.id = k.channel_id and k.county_id = $1 and k.due_at > $2
        and case when k.claimed_until is not null then k.claimed_until > $2::timestamptz + interval '5 minutes'
                 when k.waits_for = 'pause' then k.due_at > $2::timestamptz + h.pause_seconds * interval '1 second'
                 else k.changed_at > $3 or k.due_at > $2::timestamptz + interval '27 hours' end returning 1`,
    [tx.countyId, now, soon],
  );
  const looks = await tx.named(
    'channels.looks-forward',
    `update channels.copies set look_at = $2 where county_id = $1 and look_at > $2::timestamptz + interval '25 hours' and greatest(changed_at, seen_at) > $3 returning 1`,
    [tx.countyId, now, soon],
  );
  const breakers = await tx.named(
    'channels.breakers-forward',
    `update channels.channels set opens_at = $2 where county_id = $1 and opens_at > $2::timestamptz + interval '20 minutes' returning 1`,
    [tx.countyId, now],
  );
  const tests = await tx.named(
    'channels.tests-forward',
    `update channels.channels set test_due_at = $2 where county_id = $1 and test_due_at > $2::timestamptz + interval '1 minute' returning 1`,
    [tx.countyId, now],
  );
  return [...copies, ...looks, ...breakers, ...tests];
});
