import { xmlWords } from '#platform/xml-words';

/** What every kind of feed tells. */
export interface Feed {
  readonly title: string;
  readonly home: string;
  readonly self: string;
  /** Where it can be subscribed to (W3C WebSub). */
  readonly hub: string;
  readonly language: string;
  readonly updated: Date;
  readonly items: readonly FeedItem[];
}

/** One thing that a feed tells of. */
export interface FeedItem {
  /** The same for ever: readers know it again by this. */
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** Plain text; may be empty. */
  readonly text: string;
  readonly by: string;
  readonly section: string;
  readonly language: string;
  readonly at: Date;
  /** When it got the edition that is valid now; null: it is as it was first published. */
  readonly changedAt: Date | null;
  /** The first picture as a JPEG, and what is said of it: also that a machine made it. */
  readonly picture?: { readonly href: string; readonly words: string } | null;
}

const jpeg = 'image/jpeg';

// 22 MB that only feeds need.
const feedsmith = () => import('feedsmith');

const legible = (feed: Feed): Feed => ({
  ...feed,
  title: xmlWords(feed.title),
  items: feed.items.map((item) => ({
    ...item,
    title: xmlWords(item.title),
    text: xmlWords(item.text),
    by: xmlWords(item.by),
    section: xmlWords(item.section),
    picture: item.picture ? { ...item.picture, words: xmlWords(item.picture.words) } : null,
  })),
});

/** RSS 2.0. */
export async function rss(whole: Feed): Promise<string> {
  const feed = legible(whole);
  const { generateRssFeed } = await feedsmith();
  return generateRssFeed({
    title: feed.title,
    link: feed.home,
    description: asHtml(feed.title),
    language: feed.language,
    lastBuildDate: feed.updated,
    atom: {
      links: [
        { href: feed.self, rel: 'self', type: 'application/rss+xml' },
        { href: feed.hub, rel: 'hub' },
      ],
    },
    items: feed.items.map((item) => ({
      title: item.title,
      link: item.href,
      description: asHtml(item.text),
      guid: { value: item.id, isPermaLink: item.id === item.href },
      pubDate: item.at,
      // RSS has no word of its own for it.
      ...(item.changedAt ? { atom: { updated: item.changedAt } } : {}),
      categories: [{ name: item.section }],
      dc: { creators: [item.by] },
      ...(item.picture
        ? {
            media: {
              contents: [
                {
                  url: item.picture.href,
                  type: jpeg,
                  medium: 'image',
                  description: { value: item.picture.words, type: 'plain' },
                },
              ],
            },
          }
        : {}),
    })),
  });
}

/** Atom 1.0. */
export async function atom(whole: Feed): Promise<string> {
  const feed = legible(whole);
  const { generateAtomFeed } = await feedsmith();
  return generateAtomFeed({
    id: feed.self,
    title: { value: feed.title },
    updated: feed.updated,
    links: [{ href: feed.home }, { href: feed.self, rel: 'self' }, { href: feed.hub, rel: 'hub' }],
    entries: feed.items.map((item) => ({
      id: item.id,
      title: { value: item.title },
      links: [
        { href: item.href },
        ...(item.picture ? [{ href: item.picture.href, rel: 'enclosure', type: jpeg, title: item.picture.words }] : []),
      ],
      published: item.at,
      updated: item.changedAt ?? item.at,
      summary: { value: item.text },
      authors: [{ name: item.by }],
    })),
  });
}

/** JSON Feed 1.1. */
export async function json(feed: Feed): Promise<string> {
  const { generateJsonFeed } = await feedsmith();
  const document = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    hubs: [{ type: 'WebSub', url: feed.hub }],
    language: feed.language,
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.href,
      title: item.title,
      summary: item.text,
      content_text: item.text || item.title,
      date_published: item.at,
      authors: [{ name: item.by }],
      language: item.language,
      tags: [item.section],
      ...(item.picture
        ? {
            image: item.picture.href,
            attachments: [{ url: item.picture.href, mime_type: jpeg, title: item.picture.words }],
          }
        : {}),
      ...(item.changedAt ? { date_modified: item.changedAt } : {}),
    })),
  });
  return typeof document === 'string' ? document : JSON.stringify(document);
}

// RSS readers take a description for HTML: a deck that mentions <script> must reach them as words.
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
