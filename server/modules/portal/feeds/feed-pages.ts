import { storyTeasers } from '#newsroom';
import type { StoryTeaser } from '#newsroom/page-contract';
import { inWords } from '#places';
import { addressOf } from '#platform/county-address';
import { Raw } from '#platform/http/route';
import type { Ctx } from '#platform/transaction';
import type { Page, PageAnswer, PageCall } from '#platform/page';
import { withPrefix } from '../prefix.ts';
import { correctionItems } from './correction-items.ts';
import { atom, json, rss } from './write-feed.ts';
import type { Feed, FeedItem } from './write-feed.ts';

interface Source {
  /** Of the pages it is made from. */
  readonly keys: readonly string[];
  title(call: PageCall): string;
  items(call: PageCall, address: (path: string) => string): Promise<FeedItem[]>;
}

const publisher = ({ ctx }: PageCall): string => inWords(ctx.county.publisher, ctx.language);

const stories: Source = {
  keys: ['stories'],
  title: publisher,
  async items({ ctx }, address) {
    const found = await ctx.transaction((tx) => storyTeasers(tx, ctx.language, { limit: 40 }));
    return found.map(({ teaser }) => ({
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
  },
};

// What a reader of the site sees beside the picture, whoever takes it from the feed must be told too.
function pictureOf(ctx: Ctx, { picture }: StoryTeaser): NonNullable<FeedItem['picture']> | null {
  if (!picture) return null;
  const note = picture.machine ? ctx.app.wording.say(ctx.language, `newsroom.machine.${picture.machine}`) : '';
  return { href: `${addressOf(ctx)}${picture.share}`, words: [picture.alt, note].filter(Boolean).join(' · ') };
}

const corrections: Source = {
  keys: ['corrections'],
  title: (call) =>
    call.ctx.app.wording.say(call.ctx.language, 'portal.feed.corrections', { publisher: publisher(call) }),
  items: ({ ctx }, address) => correctionItems(ctx, address),
};

/** `/feeds/rss.xml`, `/feeds/atom.xml`, `/feeds/feed.json`: the latest 40 stories of the county; the same with `corrections` alone: corrections, withdrawals and restorations. */
export const feedPages: readonly Page[] = [
  feedPage('/feeds/rss.xml', 'application/rss+xml; charset=utf-8', stories, rss),
  feedPage('/feeds/atom.xml', 'application/atom+xml; charset=utf-8', stories, atom),
  feedPage('/feeds/feed.json', 'application/feed+json; charset=utf-8', stories, json),
  feedPage('/feeds/corrections-rss.xml', 'application/rss+xml; charset=utf-8', corrections, rss),
  feedPage('/feeds/corrections-atom.xml', 'application/atom+xml; charset=utf-8', corrections, atom),
  feedPage('/feeds/corrections.json', 'application/feed+json; charset=utf-8', corrections, json),
];

function feedPage(path: string, type: string, source: Source, write: (feed: Feed) => Promise<string>): Page {
  return {
    path,
    view: '',
    cached: true,
    async load(call): Promise<PageAnswer> {
      return { raw: new Raw(type, await write(await feedOf(call, path, source))), keys: source.keys };
    },
  };
}

async function feedOf(call: PageCall, path: string, source: Source): Promise<Feed> {
  const { ctx, edition } = call;
  const address = (to: string): string => `${addressOf(ctx)}${withPrefix(ctx.county, ctx.language, edition, to)}`;
  const items = await source.items(call, address);
  return {
    title: source.title(call),
    home: address(source === corrections ? '/corrections' : '/'),
    self: address(path),
    language: ctx.language,
    updated: items[0]?.at ?? ctx.now(),
    items,
  };
}
