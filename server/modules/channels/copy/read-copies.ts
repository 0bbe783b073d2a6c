import { storyById } from '#newsroom';
import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { cursorOf, readTimeCursor } from '#platform/keyset';
import { abilitiesOn, mustSee, mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { CopyListQuery, CopyView, PlannedTurn } from '../contract.ts';
import { copiesOf, standingCopies, troubledCopies } from './copy-queries.ts';
import type { DeskCopy } from './copy-queries.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { CopyState } from './states.ts';

/** Every copy of a story, latest edition first. Refuses: NotFound (404) for a story the asker may not see. */
export const readCopies = (ctx: Ctx, actor: Actor, storyId: string): Promise<CopyView[]> =>
  ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'story.read', await storyById(tx, storyId));
    return (await copiesOf(tx, storyId)).map((copy) => copyView(tx, actor, copy));
  });

/** A page of the copies that need somebody, by their latest change. Refuses: NotFound (404) for a place that is not there. */
export const readTroubled = (
  ctx: Ctx,
  actor: Actor,
  query: CopyListQuery,
): Promise<{ items: CopyView[]; next: string | null }> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'copy.list');
    const place = query.place === undefined ? undefined : placeOrRefuse(tx, query.place);
    const rows = await troubledCopies(tx, {
      state: query.state ?? null,
      search: query.q ?? null,
      within: place ? [place.lo, place.hi] : null,
      sort: query.sort,
      after: query.after === undefined ? null : readTimeCursor(query.after),
      limit: query.limit + 1,
    });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map((copy) => copyView(tx, actor, copy)),
      next: rows.length > query.limit && last ? cursorOf(last.changedAt.toISOString(), last.id) : null,
    };
  });

/** What a correction or a withdrawal of this story would do to each copy. */
export const correctionPlan = (ctx: Ctx, actor: Actor, storyId: string): Promise<PlannedTurn[]> =>
  ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'story.read', await storyById(tx, storyId));
    return (await standingCopies(tx, storyId)).map((copy) => {
      const can = kindOf(copy.channel)?.capabilities;
      return {
        copyId: copy.id,
        channel: copy.channel,
        channelName: channelName(ctx, copy.channel),
        address: copy.address,
        correct: can?.correct ?? 'none',
        withdraw: can?.withdraw ?? 'none',
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
  looks: copy.looks,
  problem: copy.problem,
  plannedAt: copy.plannedAt.toISOString(),
  publishedAt: copy.publishedAt?.toISOString() ?? null,
  seenAt: copy.seenAt?.toISOString() ?? null,
  changedAt: copy.changedAt.toISOString(),
  abilities: abilitiesOn(tx, actor, 'copy', copy).filter((ability) => ability !== 'copy.retry' || mayTurn(copy.state)),
});

const mayTurn = (state: CopyState): boolean => state === 'published' || state === 'drifted' || state === 'failed';
