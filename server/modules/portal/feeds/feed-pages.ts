import { seriesBySlug, seriesTeasers, storyTeasers, tagBySlug } from '#newsroom';
import type { FoundTeaser } from '#newsroom';
import type { StoryTeaser } from '#newsroom/page-contract';
import { inWords } from '#places';
import { addressOf } from '#platform/county-address';
import { Raw } from '#platform/http/route';
import type { Ctx } from '#platform/transaction';
import type { Page, PageAnswer, PageCall } from '#platform/page';
import { found } from '#platform/refuse';
import { withPrefix } from '../prefix.ts';
import { correctionItems } from './correction-items.ts';
import { atom, json, rss } from './write-feed.ts';
import type { Feed, FeedItem } from './write-feed.ts';

/** What a feed is made from. */
interface Source {
  /** The page whose feed it is. */
  readonly home: string;
  /** Of the pages it is made from. */
  readonly keys: readonly string[];
  readonly title: string;
  items(address: (path: string) => string): Promise<FeedItem[]>;
}
type SourceOf = (call: PageCall) => Promise<Source>;

const publisher = ({ ctx }: PageCall): string => inWords(ctx.county.publisher, ctx.language);

const itemsOf =
  (ctx: Ctx, found: readonly FoundTeaser[]) =>
  async (address: (path: string) => string): Promise<FeedItem[]> =>
    found.map(({ teaser }) => ({
      id: address(`/stories/${teaser.slug}`),
      href: address(`/stories/${teaser.slug}`),
      title: teaser.title,
      text: teaser.deck,
      by: teaser.byline,
      section: teaser.section.name,
      language: teaser.language,
      at: new Date(teaser.publishedAt),
      changedAt: teaser.correctedAt ? new Date(teaser.correctedAt) : null,
      picture: pictureOf(ctx, teaser),
    }));

// What a reader of the site sees beside the picture, whoever takes it from the feed must be told too.
function pictureOf(ctx: Ctx, { picture }: StoryTeaser): NonNullable<FeedItem['picture']> | null {
  if (!picture) return null;
  const note = picture.machine ? ctx.app.wording.say(ctx.language, `newsroom.machine.${picture.machine}`) : '';
  return { href: `${addressOf(ctx)}${picture.share}`, words: [picture.alt, note].filter(Boolean).join(' · ') };
}

const stories: SourceOf = async (call) => ({
  home: '/',
  keys: ['stories'],
  title: publisher(call),
  items: itemsOf(call.ctx, await call.ctx.transaction((tx) => storyTeasers(tx, call.ctx.language, { limit: 40 }))),
});

const corrections: SourceOf = async (call) => ({
  home: '/corrections',
  keys: ['corrections'],
  title: call.ctx.app.wording.say(call.ctx.language, 'portal.feed.corrections', { publisher: publisher(call) }),
  items: (address) => correctionItems(call.ctx, address),
});

const titled = (call: PageCall, name: string): string =>
  call.ctx.app.wording.say(call.ctx.language, 'portal.feed.about', { name, publisher: publisher(call) });

const ofTag: SourceOf = async (call) => {
  const { ctx, params } = call;
  return ctx.transaction(async (tx) => {
    const tag = found(await tagBySlug(tx, params['slug'] ?? ''));
    if (tag.mergedInto) found(undefined);
    return {
      home: `/tags/${tag.slug}`,
      keys: ['stories', `tag:${tag.id}`],
      title: titled(call, inWords(tag.name, ctx.language)),
      items: itemsOf(ctx, await storyTeasers(tx, ctx.language, { tagId: tag.id, limit: 40 })),
    };
  });
};

// The latest first, as readers of feeds expect; the page has them in their order.
const ofSeries: SourceOf = async (call) => {
  const { ctx, params } = call;
  return ctx.transaction(async (tx) => {
    const series = await seriesBySlug(tx, params['slug'] ?? '');
    const teasers = await seriesTeasers(tx, ctx.language, series.id);
    return {
      home: `/series/${series.slug}`,
      keys: ['stories', `series:${series.id}`],
      title: titled(call, inWords(series.name, ctx.language)),
      items: itemsOf(ctx, teasers.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, 40)),
    };
  });
};

/** `/feeds/rss.xml`, `/feeds/atom.xml`, `/feeds/feed.json`: the latest 40 stories of the county; the same with `corrections` alone: corrections, withdrawals and restorations; and those of one tag and of one series. */
export const feedPages: readonly Page[] = [
  feedPage('/feeds/rss.xml', 'application/rss+xml; charset=utf-8', stories, rss),
  feedPage('/feeds/atom.xml', 'application/atom+xml; charset=utf-8', stories, atom),
  feedPage('/feeds/feed.json', 'application/feed+json; charset=utf-8', stories, json),
  feedPage('/feeds/corrections-rss.xml', 'application/rss+xml; charset=utf-8', corrections, rss),
  feedPage('/feeds/corrections-atom.xml', 'application/atom+xml; charset=utf-8', corrections, atom),
  feedPage('/feeds/corrections.json', 'application/feed+json; charset=utf-8', corrections, json),
  ...(['tags', 'series'] as const).flatMap((noun) => {
    const source = noun === 'tags' ? ofTag : ofSeries;
    return [
      feedPage(`/${noun}/:slug/rss.xml`, 'application/rss+xml; charset=utf-8', source, rss),
      feedPage(`/${noun}/:slug/atom.xml`, 'application/atom+xml; charset=utf-8', source, atom),
      feedPage(`/${noun}/:slug/feed.json`, 'application/feed+json; charset=utf-8', source, json),
    ];
  }),
];

function feedPage(path: string, type: string, sourceOf: SourceOf, write: (feed: Feed) => Promise<string>): Page {
  return {
    path,
    view: '',
    cached: true,
    async load(call): Promise<PageAnswer> {
      const source = await sourceOf(call);
      const own = path.replace(':slug', encodeURIComponent(call.params['slug'] ?? ''));
      return { raw: new Raw(type, await write(await feedOf(call, own, source))), keys: source.keys };
    },
  };
}

async function feedOf({ ctx, edition }: PageCall, path: string, source: Source): Promise<Feed> {
  const address = (to: string): string => `${addressOf(ctx)}${withPrefix(ctx.county, ctx.language, edition, to)}`;
  const items = await source.items(address);
  return {
    title: source.title,
    home: address(source.home),
    self: address(path),
    language: ctx.language,
    updated: items[0]?.at ?? ctx.now(),
    items,
  };
}
