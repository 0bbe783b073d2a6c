import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { ChannelView } from '../contract.ts';
import { channelForUpdate } from './channel-queries.ts';
import { channelView, hasTest } from './read-channels.ts';

/** Has the worker send a channel a call that says nothing but that it is a test; its answer stands on the channel a moment later. Refuses: NotFound (404), BadRequest (400) for a kind that no program reaches. */
export async function askTest(ctx: Ctx, actor: Actor, channelId: string): Promise<ChannelView> {
  return ctx.transaction(async (tx) => {
    const channel = await channelForUpdate(tx, channelId);
    must(tx, actor, 'channel.arrange', channel);
    if (!hasTest(channel)) refuse('BadRequest');
    await tx.named(
      'channels.ask-test',
      'update channels.channels set test_due_at = $3, test = null where county_id = $1 and id = $2',
      [tx.countyId, channelId, ctx.app.clock.now()],
    );
    await audit(tx, actor, { act: 'channel.test', noun: 'channel', subjectId: channelId, placeId: channel.placeId });
    return channelView(tx, actor, channelId);
  });
}
