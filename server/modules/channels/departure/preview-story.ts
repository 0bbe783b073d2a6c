import { parseStoryText } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { storyById, textNow } from '#newsroom';
import type { StoryRow } from '#newsroom';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { placesAbove, takersOf } from '../channel/channel-queries.ts';
import type { Taker } from '../channel/channel-queries.ts';
import type { ChannelPreview, PreviewsView } from '../contract.ts';
import { standingCopies } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { isFollowed } from '../copy/plan-copies.ts';
import { capabilitiesOf, isBeyondRecall, kindOf, limitsOf, renderFor } from '../kinds/registry.ts';
import type { Limits } from '../kinds/limits.ts';
import { renderPlainly } from '../kinds/rendering.ts';
import type { Draft, Rendering } from '../kinds/rendering.ts';
import { draftOf } from '../piece/draft.ts';
import { lowerOf } from '../send/claim-copies.ts';
import { sentTodayIn } from '../send/quota.ts';
import { wayOf } from './departure-plan.ts';

const mostShown = 30;

/** While somebody writes: how the text, kept or not, would stand in each channel that takes the story, against that channel's own limits. Changes nothing. Those that show it as the site does are only named.
 *  Refuses: NotFound (404) for a story that the asker may not see, BadText (422) for what is no text. */
export async function previewStory(ctx: Ctx, actor: Actor, storyId: string, given: unknown): Promise<PreviewsView> {
  const parsed = parseStoryText(given, { draft: true });
  if (!parsed.ok) return refuse('BadText');
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    return previews(tx, story, parsed.text);
  });
}

/** The text of a story, as it is this moment, whole in the form of one channel that takes it: HTML of a page. Changes nothing. Refuses: NotFound (404) for a story that the asker may not see, and for a channel that does not take it or has no form of its own. */
export async function previewWhole(ctx: Ctx, actor: Actor, storyId: string, channelId: string): Promise<string> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const takers = await takersFor(tx, story, await standingCopies(tx, story.id));
    const { settings, name, id } = found(takers.find((one) => one.id === channelId));
    const kind = kindOf(settings);
    // Pictures are fetched where the page is looked at, whatever the public address is.
    const draft = { ...(await draftOf(tx, story, await textNow(tx, story))), site: '' };
    return found(kind.showWhole?.(ctx, draft, { id, name, settings }));
  });
}

async function previews(tx: Tx, story: StoryRow, text: StoryText): Promise<PreviewsView> {
  const draft = await draftOf(tx, story, text);
  const earlier = await standingCopies(tx, story.id);
  const takers = await takersFor(tx, story, earlier);
  const own = takers.filter(hasFormOfItsOwn);
  const items: ChannelPreview[] = [sitePreview(tx, draft)];
  for (const taker of own.slice(0, mostShown)) items.push(await previewIn(tx, taker, draft, earlier));
  return { items, likeSite: takers.filter((one) => !hasFormOfItsOwn(one)).map((one) => one.name) };
}

const takersFor = (tx: Tx, story: StoryRow, earlier: readonly Copy[]): Promise<Taker[]> =>
  takersOf(tx, {
    sectionId: story.sectionId,
    language: story.language,
    placesAbove: placesAbove(tx, story.placeIds),
    holders: earlier.flatMap((copy) => copy.channelId ?? []),
  });

const hasFormOfItsOwn = ({ settings }: Taker): boolean =>
  kindOf(settings).render !== undefined ||
  kindOf(settings).showWhole !== undefined ||
  Object.keys(limitsOf(settings)).length > 0;

function sitePreview(tx: Tx, draft: Draft): ChannelPreview {
  const { correct, withdraw } = capabilitiesOf(null);
  return {
    ...shown(draft, renderPlainly(draft), {}),
    channelId: null,
    whole: false,
    channelName: tx.ctx.app.wording.say(tx.ctx.tag, 'channels.name.site'),
    kind: 'site',
    carrier: 'edition',
    way: 'publish',
    correct,
    withdraw,
    beyondRecall: false,
    sentToday: null,
    dailyLimit: null,
  };
}

async function previewIn(tx: Tx, taker: Taker, draft: Draft, earlier: readonly Copy[]): Promise<ChannelPreview> {
  const { settings } = taker;
  const can = capabilitiesOf(settings);
  const limits = limitsOf(settings);
  const dailyLimit = lowerOf(taker.dailyLimit, limits.perDay ?? null);
  const follows = earlier.some((copy) => copy.channelId === taker.id && isFollowed(copy));
  return {
    ...shown(draft, renderFor(draft, settings), limits),
    channelId: taker.id,
    whole: kindOf(settings).showWhole !== undefined,
    channelName: taker.name,
    kind: taker.kind,
    carrier: taker.carrier,
    way: wayOf(taker.isOn, follows, can),
    correct: can.correct,
    withdraw: can.withdraw,
    beyondRecall: isBeyondRecall(can),
    sentToday: dailyLimit === null ? null : await sentTodayIn(tx, taker.id),
    dailyLimit,
  };
}

const shown = (
  draft: Draft,
  { title, author, begins, counts, breaks, lost }: Rendering,
  limits: Limits,
): Pick<ChannelPreview, 'title' | 'author' | 'begins' | 'limits' | 'lost'> => ({
  title,
  author: author ?? draft.byline,
  begins,
  limits: (['title', 'author', 'digest', 'body', 'pictures'] as const).flatMap((part) => {
    const most = limits[part];
    const has = counts?.[part] ?? breaks.find((one) => one.part === part)?.has;
    return most === undefined || has === undefined ? [] : [{ part, has, most }];
  }),
  lost: [...lost],
});
