import { sectionBySlug, seriesBySlug, seriesTeasers, storyTeasers, tagBySlug } from '#newsroom';
import type { FoundTeaser } from '#newsroom';
import type { StoryTeaser } from '#newsroom/page-contract';
import { codeOf, inWords, placeByCode, placeName, placesOf } from '#places';
import { addressOf } from '#platform/county-address';
import type { PageCall } from '#platform/page';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { findNewest } from '../search/find-newest.ts';
import { plainQuestion } from '../search/plain-question.ts';
import { changesOf } from './changes-of.ts';
import { correctionItems } from './correction-items.ts';
import type { FeedItem } from './write-feed.ts';

/** What is asked of a feed: in which language and edition, and of which thing. */
export type FeedCall = Pick<PageCall, 'ctx' | 'params' | 'query' | 'edition'>;

/** What a feed is made from. */
export interface Source {
  /** The page whose feed it is. */
  readonly home: string;
  /** Of the pages it is made from: what purges them changes the feed. */
  readonly keys: readonly string[];
  readonly title: string;
  /** What it is of: as long as nothing stands in the feed, it is as old as that; null: of a county that has no places yet. */
  readonly ofId: string | null;
  /** `address`: of a page, in the language of the feed; `idOf`: what an item is known by, the same in whichever language it is read. */
  items(address: (path: string) => string, idOf: (path: string) => string): Promise<FeedItem[]>;
}

/** Finds what a feed is made from. Refuses: NotFound (404). */
export type SourceOf = (call: FeedCall) => Promise<Source>;

const most = 40;

const publisher = ({ ctx }: FeedCall): string => inWords(ctx.county.publisher, ctx.language);

const titled = (call: FeedCall, name: string): string =>
  call.ctx.app.wording.say(call.ctx.tag, 'portal.feed.about', { name, publisher: publisher(call) });

/** The latest stories of the county. */
export const ofCounty: SourceOf = inTransaction(async (tx, call) => ({
  home: '/',
  keys: ['stories'],
  title: publisher(call),
  ofId: placesOf(tx).root?.id ?? null,
  items: itemsOf(call.ctx, await storyTeasers(tx, call.ctx.language, { limit: most })),
}));

/** Corrections, withdrawals and restorations. */
export const ofCorrections: SourceOf = inTransaction(async (tx, call) => ({
  home: '/corrections',
  keys: ['corrections'],
  title: call.ctx.app.wording.say(call.ctx.tag, 'portal.feed.corrections', { publisher: publisher(call) }),
  ofId: placesOf(tx).root?.id ?? null,
  items: (address, idOf) => correctionItems(call.ctx, address, idOf),
}));

/** The latest stories of a section. */
export const ofSection: SourceOf = inTransaction(async (tx, call) => {
  const section = await sectionBySlug(tx, call.params['slug'] ?? '');
  return {
    home: `/sections/${section.slug}`,
    keys: [`section:${section.id}`],
    title: titled(call, inWords(section.name, call.ctx.language)),
    ofId: section.id,
    items: itemsOf(call.ctx, await storyTeasers(tx, call.ctx.language, { sectionId: section.id, limit: most })),
  };
});

/** The latest stories of a place and of those below it. An address with a former code has no feed: its page leads on. */
export const ofPlace: SourceOf = inTransaction(async (tx, call) => {
  const asked = call.params['code'] ?? '';
  const place = found(placeByCode(tx, asked));
  if (asked !== place.code && asked !== place.localCode) refuse('NotFound');
  const placeIds = placesOf(tx)
    .subtree(place.id)
    .map((one) => one.id);
  return {
    home: `/places/${encodeURIComponent(codeOf(place))}`,
    // Not the places themselves: there are many, and others are added below it.
    keys: ['stories', 'places'],
    title: titled(call, placeName(place, call.ctx.language)),
    ofId: place.id,
    items: itemsOf(call.ctx, await storyTeasers(tx, call.ctx.language, { placeIds, limit: most })),
  };
});

/** The latest stories with a tag. */
export const ofTag: SourceOf = inTransaction(async (tx, call) => {
  const tag = found(await tagBySlug(tx, call.params['slug'] ?? ''));
  if (tag.mergedInto) refuse('NotFound');
  return {
    home: `/tags/${tag.slug}`,
    keys: ['stories', `tag:${tag.id}`],
    title: titled(call, inWords(tag.name, call.ctx.language)),
    ofId: tag.id,
    items: itemsOf(call.ctx, await storyTeasers(tx, call.ctx.language, { tagId: tag.id, limit: most })),
  };
});

/** The stories of a series, the latest first, as readers of feeds expect; the page has them in their order. */
export const ofSeries: SourceOf = inTransaction(async (tx, call) => {
  const series = await seriesBySlug(tx, call.params['slug'] ?? '');
  const teasers = await seriesTeasers(tx, call.ctx.language, series.id);
  return {
    home: `/series/${series.slug}`,
    keys: ['stories', `series:${series.id}`],
    title: titled(call, inWords(series.name, call.ctx.language)),
    ofId: series.id,
    items: itemsOf(call.ctx, teasers.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, most)),
  };
});

/** The latest stories that a question finds. Without a question there is no feed. */
export const ofSearch: SourceOf = inTransaction(async (tx, call) => {
  const { ctx, query } = call;
  const question = plainQuestion(query['q'] ?? '');
  if (question === '') refuse('NotFound');
  const stories = await findNewest(tx, question, most);
  const changes = await changesOf(
    tx,
    stories.map(({ href }) => slugIn(href)),
  );
  return {
    home: `/search?q=${encodeURIComponent(question)}`,
    keys: ['search'],
    title: titled(call, ctx.app.wording.say(ctx.tag, 'portal.feed.search', { question })),
    ofId: placesOf(tx).root?.id ?? null,
    items: async (address, idOf) =>
      stories.map((story) => ({
        id: idOf(story.href),
        href: address(story.href),
        title: story.title,
        text: story.excerpt,
        by: publisher(call),
        section: inWords(story.label, ctx.language),
        language: story.language,
        at: story.at,
        changedAt: changes.get(slugIn(story.href)) ?? null,
      })),
  };
});

const slugIn = (href: string): string => href.slice(href.lastIndexOf('/') + 1);

function inTransaction(work: (tx: Tx, call: FeedCall) => Promise<Source>): SourceOf {
  return (call) => call.ctx.transaction((tx) => work(tx, call));
}

const itemsOf =
  (ctx: Ctx, teasers: readonly FoundTeaser[]) =>
  async (address: (path: string) => string, idOf: (path: string) => string): Promise<FeedItem[]> => {
    const slugs = teasers.map(({ teaser }) => teaser.slug);
    const changes = await ctx.transaction((tx) => changesOf(tx, slugs));
    return teasers.map(({ teaser }) => ({
      id: idOf(`/stories/${teaser.slug}`),
      href: address(`/stories/${teaser.slug}`),
      title: teaser.title,
      text: teaser.deck,
      by: teaser.byline,
      section: teaser.section.name,
      language: teaser.language,
      at: new Date(teaser.publishedAt),
      changedAt: changes.get(teaser.slug) ?? null,
      picture: pictureOf(ctx, teaser),
    }));
  };

// What a reader of the site sees beside the picture, whoever takes it from the feed must be told too.
function pictureOf(ctx: Ctx, { picture }: StoryTeaser): NonNullable<FeedItem['picture']> | null {
  if (!picture) return null;
  const note = picture.machine ? ctx.app.wording.say(ctx.tag, `newsroom.machine.${picture.machine}`) : '';
  return { href: `${addressOf(ctx)}${picture.share}`, words: [picture.alt, note].filter(Boolean).join(' · ') };
}
