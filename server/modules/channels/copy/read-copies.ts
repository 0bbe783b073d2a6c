import { storyById } from '#newsroom';
import type { StoryRow } from '#newsroom';
import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { cursorOf, readTimeCursor } from '#platform/keyset';
import { mustSee, mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { CopyListQuery, CopyView, PlannedTurn } from '../contract.ts';
import { copiesOf, passedCopies, standingCopies, troubledCopies } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { takenToday } from '../send/quota.ts';
import { budgetsOf } from './budgets-of.ts';
import { remarksOn } from './remarks-on.ts';
import { isBehindNote, mayHaveArrived, stands } from './states.ts';
import { capabilitiesOf, endsNotice, holdsNotice } from '../kinds/registry.ts';
import { channelName, copyView } from './copy-view.ts';

/** Every copy of a story, latest edition first. Refuses: NotFound (404) for a story the asker may not see. */
export const readCopies = (ctx: Ctx, actor: Actor, storyId: string): Promise<CopyView[]> =>
  ctx.transaction(async (tx) => {
    mustSee(tx, actor, 'story.read', await storyById(tx, storyId));
    const copies = await copiesOf(tx, storyId);
    const said = await remarksOn(tx, copies);
    return copies.map((copy) => copyView(tx, actor, copy, said.get(copy.id)));
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
      channelId: query.channel ?? null,
      search: query.q ?? null,
      within: place ? [place.lo, place.hi] : null,
      sort: query.sort,
      after: query.after === undefined ? null : readTimeCursor(query.after),
      limit: query.limit + 1,
    });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const said = await remarksOn(tx, shown);
    return {
      items: shown.map((copy) => copyView(tx, actor, copy, said.get(copy.id))),
      next: rows.length > query.limit && last ? cursorOf(last.changedAt.toISOString(), last.id) : null,
    };
  });

/** What a correction or a withdrawal of this story would do to each copy, also to those behind a note: a correction leaves them as they are. */
export const correctionPlan = (ctx: Ctx, actor: Actor, storyId: string): Promise<PlannedTurn[]> =>
  ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const standing = (await standingCopies(tx, storyId)).filter(needsFollowing);
    const copies = [...standing, ...(await passedCopies(tx, storyId)).filter(isBehind)].toSorted(siteFirst);
    const taken = await takenToday(
      tx,
      copies.flatMap((copy) => copy.channelId ?? []),
    );
    const turns: PlannedTurn[] = [];
    for (const copy of copies) turns.push(await turnOf(tx, story, copy, taken));
    return turns;
  });

async function turnOf(tx: Tx, story: StoryRow, copy: Copy, taken: ReadonlyMap<string, number>): Promise<PlannedTurn> {
  const can = capabilitiesOf(copy.settings);
  return {
    copyId: copy.id,
    channel: copy.channel,
    channelName: channelName(tx.ctx, copy),
    editionNumber: copy.editionNumber,
    behindNote: isBehindNote(copy, can),
    address: copy.address,
    correct: can.correct,
    withdraw: can.withdraw,
    endsNotice: endsNotice(story, can),
    holdsNotice: holdsNotice(story, copy.settings),
    budgets: await budgetsOf(tx, copy, taken),
  };
}

// What never left, or is gone already, asks for nothing.
const needsFollowing = (copy: Copy): boolean => stands(copy) || mayHaveArrived(copy) || copy.state === 'sending';

const isBehind = (copy: Copy): boolean => isBehindNote(copy, capabilitiesOf(copy.settings));

const siteFirst = (a: Copy, b: Copy): number => (a.channelName ?? '').localeCompare(b.channelName ?? '');
