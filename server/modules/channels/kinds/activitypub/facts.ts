import type { Tx } from '#platform/transaction';
import type { ChannelFact } from '../kind.ts';
import { addressesOf, handleOf } from './documents/addresses.ts';
import { countsOf } from './objects.ts';
import type { ActivitypubSettings } from './settings.ts';

/** How an account is found, how many follow it and how far its word has come: counts alone, for who they are is nobody's business. */
export async function facts(
  tx: Tx,
  { id, settings }: { readonly id: string; readonly settings: ActivitypubSettings },
): Promise<ChannelFact[]> {
  const { ctx } = tx;
  const counts = { ...(await countsOf(tx, id)), ...(await spreadOf(tx, id)) };
  return [
    { key: 'activitypub-handle', value: handleOf(ctx, settings.handle) },
    { key: 'activitypub-address', value: addressesOf(ctx, id).actor },
    {
      key: 'activitypub-followers',
      value: ctx.app.wording.say(ctx.tag, 'channels.activitypub.followers', counts),
      isForTheEye: true,
    },
  ];
}

async function spreadOf(tx: Tx, channelId: string): Promise<{ servers: number; waiting: number }> {
  const [row] = await tx.named<{ servers: number; waiting: number }>(
    'channels.activitypub-spread',
    `select (select count(distinct server)::int from channels.activitypub_followers where county_id = $1 and channel_id = $2) as servers,
       (select count(*)::int from channels.activitypub_deliveries where county_id = $1 and channel_id = $2 and state = 'waiting') as waiting`,
    [tx.countyId, channelId],
  );
  return row ?? { servers: 0, waiting: 0 };
}
