import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { tendAddress } from './tend-address.ts';
import type { TendedAddress } from './tend-address.ts';

/** Has letters sent again to an address that was stopped, as its owner's word still stands; the next that comes back stops it at once, and what came while it was stopped is not sent after it. Refuses: NotFound (404), Forbidden (403), WrongState (409) for one that was not stopped. */
export const putAddressBack = (ctx: Ctx, actor: Actor, request: TendedAddress): Promise<void> =>
  ctx.transaction(async (tx) => {
    const { state } = await tendAddress(tx, actor, request, 'channel.put-address-back');
    if (state !== 'off') refuse('WrongState', { noun: 'subscriber', state, wanted: 'off' });
    await tx.named(
      'channels.put-address-back',
      `update channels.subscribers set state = 'active', bounces = 0, bounced_since = null, bounced_at = null, bounce_reason = null, digest_from = $3, digest_until = null where county_id = $1 and id = $2`,
      [tx.countyId, request.addressId, tx.at],
    );
  });
