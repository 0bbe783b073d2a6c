import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ChannelSweep } from '../contract.ts';
import { sweptCopies } from '../copy/copy-queries.ts';
import type { Swept } from '../copy/copy-queries.ts';
import { turnCopies } from '../copy/turn-copy.ts';
import { closeBreaker } from './breaker.ts';
import { channelForUpdate } from './channel-queries.ts';
import type { ChannelRow } from './channel-queries.ts';

type Request = ChannelSweep & { channelId: string };

/** Sends everything of a channel again that did not arrive (`owed`: only what was not sent because it was off), as one act. Answers how many copies that were. Refuses: NotFound (404), Forbidden (403), WrongState (409) for a channel that is off. */
export const retryAll = (ctx: Ctx, actor: Actor, request: Request): Promise<{ copies: number }> =>
  ctx.transaction(async (tx) => {
    const { channel, copies } = await swept(tx, actor, request);
    if (!channel.isOn) refuse('WrongState', { noun: 'channel', state: 'off', wanted: 'on' });
    await closeBreaker(tx, channel.id);
    // With a number for the day the keeper gets them one after another.
    const byHand = channel.carrier === 'person' && channel.dailyLimit === null;
    const dueAt = ctx.app.clock.now();
    const failed = copies.filter((copy) => copy.state === 'failed');
    await turnCopies(tx, failed, byHand ? 'manual' : 'planned', actor, byHand ? {} : { dueAt });
    await turnCopies(
      tx,
      copies.filter((copy) => copy.state === 'waiting'),
      'planned',
      actor,
      { dueAt },
    );
    return ended(tx, actor, channel, 'channel.retry-all', copies.length);
  });

/** Gives up everything of a channel that did not arrive, as one act: nothing of it is sent, and nobody is reminded of it. Answers how many copies that were. Refuses: NotFound (404), Forbidden (403). */
export const giveUpAll = (ctx: Ctx, actor: Actor, request: Request): Promise<{ copies: number }> =>
  ctx.transaction(async (tx) => {
    const { channel, copies } = await swept(tx, actor, request);
    await turnCopies(
      tx,
      copies.filter((copy) => copy.state === 'waiting'),
      'failed',
      actor,
      { problem: 'given-up' },
    );
    await tx.named(
      'channels.give-up-all',
      `update channels.copies set problem = 'given-up', changed_at = $3 where county_id = $1 and id = any($2::uuid[])`,
      [tx.countyId, copies.map((copy) => copy.id), tx.at],
    );
    return ended(tx, actor, channel, 'channel.give-up-all', copies.length);
  });

async function swept(tx: Tx, actor: Actor, request: Request): Promise<{ channel: ChannelRow; copies: Swept[] }> {
  mustSomewhere(tx, actor, 'channel.sweep');
  const channel = await channelForUpdate(tx, request.channelId);
  must(tx, actor, 'channel.sweep', channel);
  return { channel, copies: await sweptCopies(tx, channel.id, request.of) };
}

async function ended(
  tx: Tx,
  actor: Actor,
  channel: ChannelRow,
  act: string,
  copies: number,
): Promise<{ copies: number }> {
  await audit(tx, actor, { act, noun: 'channel', subjectId: channel.id, placeId: channel.placeId, detail: { copies } });
  return { copies };
}
