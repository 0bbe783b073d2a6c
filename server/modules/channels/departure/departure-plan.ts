import { storyById, urgentSlug } from '#newsroom';
import type { StoryRow } from '#newsroom';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { channelsWithFigures, placesAbove, takersOf } from '../channel/channel-queries.ts';
import type { ChannelFigures } from '../channel/channel-queries.ts';
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
    const ids = new Set(takers.map((taker) => taker.id));
    const channels = (await channelsWithFigures(tx)).filter((channel) => ids.has(channel.id));
    const departures: Departure[] = [siteDeparture(tx, story, seenAs(renderPlainly(draft)))];
    for (const channel of channels)
      departures.push({
        ...departure(story, channel, earlier),
        ...seenAs(renderFor(draft, channel.settings)),
        budgets: await budgetsOf(tx, { ...channel, channelId: channel.id }),
      });
    return departures.toSorted((a, b) => Number(a.beyondRecall) - Number(b.beyondRecall));
  });

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
    sentToday: null,
    dailyLimit: null,
    budgets: { correct: null, withdraw: null },
  };
}

function departure(
  story: StoryRow,
  channel: ChannelFigures,
  earlier: readonly Copy[],
): Omit<Departure, keyof Begins | 'budgets'> {
  const can = capabilitiesOf(channel.settings);
  const follows = earlier.some((copy) => copy.channelId === channel.id && isFollowed(copy));
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
    sentToday: channel.sentToday,
    dailyLimit: lowerOf(channel.dailyLimit, limitsOf(channel.settings).perDay ?? null),
  };
}
