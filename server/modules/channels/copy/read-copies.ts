import { storyById } from '#newsroom';
import type { Actor } from '#platform/actor';
import { abilitiesOn, mustSee, mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { channelList } from '../channel-list.ts';
import type { Capability } from '../channel-list.ts';
import type { CopyView } from '../contract.ts';
import { copiesOf, standingCopies, troubledCopies } from './copy-queries.ts';
import type { DeskCopy } from './copy-queries.ts';
import type { CopyState } from './states.ts';

/** Every copy of a story, latest edition first. Refuses: NotFound (404) for a story the asker may not see. */
export const readCopies = (ctx: Ctx, actor: Actor, storyId: string): Promise<CopyView[]> =>
  ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'story.read', await storyById(tx, storyId));
    return (await copiesOf(tx, storyId)).map((copy) => copyView(tx, actor, copy));
  });

/** Copies that need somebody, latest first; `state` null: in whatever state. */
export const readTroubled = (ctx: Ctx, actor: Actor, state: CopyState | null): Promise<CopyView[]> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'copy.list');
    return (await troubledCopies(tx, state, 200)).map((copy) => copyView(tx, actor, copy));
  });

/** What a correction or a withdrawal of this story would do to each copy. */
export const correctionPlan = (
  ctx: Ctx,
  actor: Actor,
  storyId: string,
): Promise<
  {
    copyId: string;
    channel: string;
    channelName: string;
    address: string | null;
    correct: Capability;
    withdraw: Capability;
  }[]
> =>
  ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'story.read', await storyById(tx, storyId));
    return (await standingCopies(tx, storyId)).map((copy) => {
      const channel = channelList.find((one) => one.key === copy.channel);
      return {
        copyId: copy.id,
        channel: copy.channel,
        channelName: channelName(ctx, copy.channel),
        address: copy.address,
        correct: channel?.correct ?? 'none',
        withdraw: channel?.withdraw ?? 'none',
      };
    });
  });

/** A channel's name in the reader's language. */
export const channelName = (ctx: Ctx, channel: string): string =>
  ctx.app.wording.say(ctx.language, `channels.name.${channel}`);

/** A copy with what the asker may do with it: only what stands or failed can be looked at or sent again. */
export const copyView = (tx: Tx, actor: Actor, copy: DeskCopy): CopyView => ({
  id: copy.id,
  storyId: copy.storyId,
  storyTitle: copy.storyTitle,
  editionId: copy.editionId,
  editionNumber: copy.editionNumber,
  channel: copy.channel,
  channelName: channelName(tx.ctx, copy.channel),
  state: copy.state,
  address: copy.address,
  hashSent: copy.hashSent,
  hashSeen: copy.hashSeen,
  attempts: copy.attempts,
  problem: copy.problem,
  plannedAt: copy.plannedAt.toISOString(),
  publishedAt: copy.publishedAt?.toISOString() ?? null,
  seenAt: copy.seenAt?.toISOString() ?? null,
  changedAt: copy.changedAt.toISOString(),
  abilities: abilitiesOn(tx, actor, 'copy', copy).filter((ability) => ability !== 'copy.retry' || mayTurn(copy.state)),
});

const mayTurn = (state: CopyState): boolean => state === 'published' || state === 'drifted' || state === 'failed';
