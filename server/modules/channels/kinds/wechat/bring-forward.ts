import { bringingForward } from '#platform/bring-forward';

/** Whose turn it is to fetch a token, for a quarter of a minute, and when a new one was last forced: what lies ahead of now would keep everybody from it. */
export const bringTokensForward = bringingForward('channels.bring-tokens-forward', (tx, { now }) =>
  tx.named(
    'channels.tokens-forward',
    `update channels.wechat_accounts set taken_until = case when taken_until > $2::timestamptz + interval '1 minute' then null else taken_until end, forced_at = case when forced_at > $2::timestamptz + interval '1 minute' then null else forced_at end
      where county_id = $1 and (taken_until > $2::timestamptz + interval '1 minute' or forced_at > $2::timestamptz + interval '1 minute') returning 1`,
    [tx.countyId, now],
  ),
);
