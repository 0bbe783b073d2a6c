import { storyTeasers } from '#newsroom';
import type { StoryTeaser } from '#newsroom/page-contract';
import { inWords } from '#places';
import { addressOf } from '#platform/county-address';
import { Raw } from '#platform/http/route';
import type { Page, PageAnswer, PageCall } from '#platform/page';
import { withPrefix } from '../prefix.ts';

const keys = ['stories'];

interface Feed {
  readonly title: string;
  readonly home: string;
  readonly self: string;
  readonly language: string;
  readonly updated: Date;
  readonly items: readonly { teaser: StoryTeaser; href: string }[];
}

/** `/feeds/rss.xml`, `/feeds/atom.xml`, `/feeds/feed.json`: the latest 40 stories of the county. */
export const feedPages: readonly Page[] = [
  feedPage('/feeds/rss.xml', 'application/rss+xml; charset=utf-8', rss),
  feedPage('/feeds/atom.xml', 'application/atom+xml; charset=utf-8', atom),
  feedPage('/feeds/feed.json', 'application/feed+json; charset=utf-8', json),
];

function feedPage(path: string, type: string, write: (feed: Feed) => Promise<string>): Page {
  return {
    path,
    view: '',
    cached: true,
    async load(call): Promise<PageAnswer> {
      return { raw: new Raw(type, await write(await feedOf(call, path))), keys };
    },
  };
}

async function feedOf({ ctx, edition }: PageCall, path: string): Promise<Feed> {
  const stories = await ctx.transaction((tx) => storyTeasers(tx, ctx.language, { limit: 40 }));
  const address = (to: string): string => `${addressOf(ctx)}${withPrefix(ctx.county, ctx.language, edition, to)}`;
  const items = stories.map(({ teaser }) => ({ teaser, href: address(`/stories/${teaser.slug}`) }));
  return {
    title: inWords(ctx.county.publisher, ctx.language),
    home: address('/'),
    self: address(path),
    language: ctx.language,
    updated: new Date(items[0]?.teaser.publishedAt ?? ctx.now()),
    items,
  };
}

// 22 MB that only feeds need.
const feedsmith = () => import('feedsmith');

async function rss(feed: Feed): Promise<string> {
  const { generateRssFeed } = await feedsmith();
  return generateRssFeed({
    title: feed.title,
    link: feed.home,
    description: feed.title,
    language: feed.language,
    lastBuildDate: feed.updated,
    atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.items.map(({ teaser, href }) => ({
      title: teaser.title,
      link: href,
      description: asHtml(teaser.deck),
      guid: { value: href, isPermaLink: true },
      pubDate: new Date(teaser.publishedAt),
      categories: [{ name: teaser.section.name }],
      dc: { creators: [teaser.byline] },
    })),
  });
}

async function atom(feed: Feed): Promise<string> {
  const { generateAtomFeed } = await feedsmith();
  return generateAtomFeed({
    id: feed.self,
    title: { value: feed.title },
    updated: feed.updated,
    links: [{ href: feed.home }, { href: feed.self, rel: 'self' }],
    entries: feed.items.map(({ teaser, href }) => ({
      id: href,
      title: { value: teaser.title },
      links: [{ href }],
      published: new Date(teaser.publishedAt),
      updated: new Date(teaser.correctedAt ?? teaser.publishedAt),
      summary: { value: teaser.deck },
      authors: [{ name: teaser.byline }],
    })),
  });
}

async function json(feed: Feed): Promise<string> {
  const { generateJsonFeed } = await feedsmith();
  const document = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.language,
    items: feed.items.map(({ teaser, href }) => ({
      id: href,
      url: href,
      title: teaser.title,
      summary: teaser.deck,
      content_text: teaser.deck || teaser.title,
      date_published: new Date(teaser.publishedAt),
      authors: [{ name: teaser.byline }],
      language: teaser.language,
      tags: [teaser.section.name],
      ...(teaser.correctedAt ? { date_modified: new Date(teaser.correctedAt) } : {}),
    })),
  });
  return typeof document === 'string' ? document : JSON.stringify(document);
}

// RSS readers take a description for HTML: a deck that mentions <script> must reach them as words.
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
