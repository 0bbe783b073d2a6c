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
import type { ChannelPreview, PreviewRequest, PreviewsView } from '../contract.ts';
import { standingCopies } from '../copy/copy-queries.ts';
import type { Copy } from '../copy/copy-queries.ts';
import { capabilitiesOf, isBeyondRecall, kindOf, limitsOf, renderFor } from '../kinds/registry.ts';
import type { Limits } from '../kinds/limits.ts';
import { renderPlainly } from '../kinds/rendering.ts';
import type { Draft, Rendering } from '../kinds/rendering.ts';
import { draftOf } from '../piece/draft.ts';
import { takenToday } from '../send/quota.ts';
import { roomToday, followsIn, wayOf } from './departure-plan.ts';

/** So many are shown to whoever does not ask for all. */
const mostShown = 30;

/** While somebody writes: how the text, kept or not, would stand in each channel that takes the story, against that channel's own limits. Changes nothing. Those that show it as the site does are only named; of more than thirty others the rest is counted, unless all are asked for.
 *  Refuses: NotFound (404) for a story that the asker may not see, BadText (422) for what is no text. */
export async function previewStory(
  ctx: Ctx,
  actor: Actor,
  storyId: string,
  wanted: PreviewRequest,
): Promise<PreviewsView> {
  const parsed = parseStoryText(wanted.text, { draft: true });
  if (!parsed.ok) return refuse('BadText');
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    return previews(tx, story, parsed.text, wanted.all);
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

async function previews(tx: Tx, story: StoryRow, text: StoryText, all: boolean): Promise<PreviewsView> {
  const draft = await draftOf(tx, story, text);
  const earlier = await standingCopies(tx, story.id);
  const takers = await takersFor(tx, story, earlier);
  const own = takers.filter(hasFormOfItsOwn);
  const seen = all ? own : own.slice(0, mostShown);
  const taken = await takenToday(
    tx,
    seen.map(({ id }) => id),
  );
  const items = [sitePreview(tx, draft), ...seen.map((taker) => previewIn(taker, draft, earlier, taken))];
  return {
    items,
    more: own.length - seen.length,
    likeSite: takers.filter((one) => !hasFormOfItsOwn(one)).map((one) => one.name),
  };
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
    takenToday: null,
    dailyLimit: null,
  };
}

function previewIn(
  taker: Taker,
  draft: Draft,
  earlier: readonly Copy[],
  taken: ReadonlyMap<string, number>,
): ChannelPreview {
  const { settings } = taker;
  const can = capabilitiesOf(settings);
  return {
    ...shown(draft, renderFor(draft, settings), limitsOf(settings)),
    ...roomToday(taker, earlier, taken),
    channelId: taker.id,
    whole: kindOf(settings).showWhole !== undefined,
    channelName: taker.name,
    kind: taker.kind,
    carrier: taker.carrier,
    way: wayOf(taker.isOn, followsIn(taker, earlier), can),
    correct: can.correct,
    withdraw: can.withdraw,
    beyondRecall: isBeyondRecall(can),
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
