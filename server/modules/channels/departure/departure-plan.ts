import { storyById, urgentSlug } from '#newsroom';
import type { StoryRow } from '#newsroom';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { placesAbove, takersOf } from '../channel/channel-queries.ts';
import type { Taker } from '../channel/channel-queries.ts';
import type { Departure } from '../contract.ts';
import { budgetsOf } from '../copy/budgets-of.ts';
import { standingCopies } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { isFollowed } from '../copy/plan-copies.ts';
import { capabilitiesOf, endsNotice, isBeyondRecall, limitsOf, renderFor } from '../kinds/registry.ts';
import type { Capabilities } from '../kinds/kind.ts';
import { renderPlainly } from '../kinds/rendering.ts';
import type { Rendering } from '../kinds/rendering.ts';
import { draftOf } from '../piece/draft.ts';
import { lowerOf } from '../send/claim-copies.ts';
import { takenToday } from '../send/quota.ts';

/** Before the last signature: where the text in work goes, how it begins there, what is left of each quota (also for a correction on the same day), and what nothing calls back. Those come last, as they leave last.
 *  Refuses: NotFound (404) for a story that the asker may not see. */
export const departurePlan = (ctx: Ctx, actor: Actor, storyId: string): Promise<Departure[]> =>
  ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const earlier = await standingCopies(tx, storyId);
    const draft = await draftOf(tx, story);
    const takers = await takersOf(tx, {
      sectionId: story.sectionId,
      language: story.language,
      placesAbove: placesAbove(tx, story.placeIds),
      holders: earlier.flatMap((copy) => copy.channelId ?? []),
    });
    const taken = await takenToday(tx, idsOf(takers));
    const departures: Departure[] = [siteDeparture(tx, story, seenAs(renderPlainly(draft)))];
    for (const taker of takers.toSorted(byName))
      departures.push({
        ...departure(story, taker, earlier),
        ...seenAs(renderFor(draft, taker.settings)),
        ...roomToday(taker, earlier, taken),
        budgets: await budgetsOf(tx, { ...taker, channelId: taker.id }, taken),
      });
    return departures.toSorted((a, b) => Number(a.beyondRecall) - Number(b.beyondRecall));
  });

const idsOf = (takers: readonly Taker[]): string[] => takers.map(({ id }) => id);
const byName = (a: Taker, b: Taker): number => a.name.localeCompare(b.name, 'zh-CN');

/** Whether what is planned for a channel follows what stands there. */
export const followsIn = (taker: Taker, earlier: readonly Copy[]): boolean =>
  earlier.some((copy) => copy.channelId === taker.id && isFollowed(copy));

/** How much of the channel's day is taken, and what the day holds: what follows an earlier copy is not held by the county's number, only by the channel's own. Null: nothing holds it. */
export function roomToday(
  taker: Taker,
  earlier: readonly Copy[],
  taken: ReadonlyMap<string, number>,
): Pick<Departure, 'takenToday' | 'dailyLimit'> {
  const own = limitsOf(taker.settings).perDay ?? null;
  const dailyLimit = followsIn(taker, earlier) ? own : lowerOf(taker.dailyLimit, own);
  return { dailyLimit, takenToday: dailyLimit === null ? null : (taken.get(taker.id) ?? 0) };
}

/** What happens in a channel, by whether it is on and whether an earlier edition stands there. */
export const wayOf = (isOn: boolean, follows: boolean, { correct }: Capabilities): Departure['way'] =>
  !isOn ? 'off' : !follows ? 'publish' : correct === 'none' ? 'stays' : correct;

type Begins = Pick<Departure, 'title' | 'begins' | 'breaks' | 'lost'>;

const seenAs = ({ title, begins, breaks, lost }: Rendering): Begins => ({
  title,
  begins,
  breaks: [...breaks],
  lost: [...lost],
});

function siteDeparture(tx: Tx, story: StoryRow, begins: Begins): Departure {
  const can = capabilitiesOf(null);
  return {
    ...begins,
    channelId: null,
    channelName: tx.ctx.app.wording.say(tx.ctx.tag, 'channels.name.site'),
    carrier: 'edition',
    way: 'publish',
    correct: can.correct,
    withdraw: can.withdraw,
    endsNotice: endsNotice(story, can),
    beyondRecall: false,
    leavesAfterSeconds: 0,
    takenToday: null,
    dailyLimit: null,
    budgets: { correct: null, withdraw: null },
  };
}

function departure(
  story: StoryRow,
  channel: Taker,
  earlier: readonly Copy[],
): Omit<Departure, keyof Begins | 'budgets' | 'takenToday' | 'dailyLimit'> {
  const can = capabilitiesOf(channel.settings);
  const follows = followsIn(channel, earlier);
  const beyondRecall = isBeyondRecall(can);
  return {
    channelId: channel.id,
    channelName: channel.name,
    carrier: channel.carrier,
    way: wayOf(channel.isOn, follows, can),
    correct: can.correct,
    withdraw: can.withdraw,
    endsNotice: endsNotice(story, can),
    beyondRecall,
    leavesAfterSeconds: beyondRecall && !follows && story.path !== urgentSlug ? channel.pauseSeconds : 0,
  };
}
