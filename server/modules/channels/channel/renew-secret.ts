import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { ChannelWithSecret } from '../contract.ts';
import { kindOf } from '../kinds/registry.ts';
import { channelForUpdate } from './channel-queries.ts';
import { channelView } from './read-channels.ts';
import { madeSecret } from './secrets.ts';

/** For so long both secrets sign, so that the receiver changes over without losing a call. */
const formerHolds = 24 * 3_600_000;

/** Makes a new secret for a channel and shows it this once, if its kind shows it at all. Refuses: NotFound (404), StaleVersion (409), BadRequest (400) for a kind whose secret is not made here. */
export async function renewSecret(
  ctx: Ctx,
  actor: Actor,
  request: { channelId: string; version: number },
): Promise<ChannelWithSecret> {
  return ctx.transaction(async (tx) => {
    const channel = await channelForUpdate(tx, request.channelId);
    must(tx, actor, 'channel.arrange', channel);
    mustBeAsRead(channel.version, request.version);
    const { secret } = kindOf(channel.settings);
    if (!secret || secret.from === 'given') refuse('BadRequest');
    const { sealed, shown } = await madeSecret(ctx.app, secret);
    await tx.named(
      'channels.renew-secret',
      'update channels.channels set sealed_former_secret = sealed_secret, former_until = $3, sealed_secret = $4, version = version + 1, changed_at = $5 where county_id = $1 and id = $2',
      [tx.countyId, channel.id, new Date(ctx.app.clock.now().getTime() + formerHolds), sealed, tx.at],
    );
    await audit(tx, actor, {
      act: 'channel.renew-secret',
      noun: 'channel',
      subjectId: channel.id,
      placeId: channel.placeId,
    });
    return { channel: await channelView(tx, actor, channel.id), secret: shown };
  });
}
