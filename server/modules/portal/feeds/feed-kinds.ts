import { addressOf } from '#platform/county-address';
import { sha256 } from '#platform/canonical';
import type { Tag } from '#platform/i18n';
import { timeOf } from '#platform/ids';
import { withPrefix } from '../prefix.ts';
import { hubAddress } from '../hub/hub-address.ts';
import { ofCorrections, ofCounty, ofPlace, ofSearch, ofSection, ofSeries, ofTag } from './sources.ts';
import type { FeedCall, SourceOf } from './sources.ts';
import { atom, json, rss } from './write-feed.ts';
import type { Feed } from './write-feed.ts';

/** A feed that anybody may follow. */
export interface FeedKind {
  /** Such as `/tags/:slug/rss.xml`. */
  readonly path: string;
  /** Query key that belongs to its address. */
  readonly query?: 'q';
  /** Media type. */
  readonly type: string;
  readonly sourceOf: SourceOf;
  write(feed: Feed): Promise<string>;
}

const types = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

// What hangs on a page lies beside it; the county's own feeds lie together.
const beside = (page: string, sourceOf: SourceOf): FeedKind[] => [
  { path: `${page}/rss.xml`, type: types.rss, sourceOf, write: rss },
  { path: `${page}/atom.xml`, type: types.atom, sourceOf, write: atom },
  { path: `${page}/feed.json`, type: types.json, sourceOf, write: json },
];
const named = (name: string, sourceOf: SourceOf, query?: 'q'): FeedKind[] =>
  [
    { path: `/feeds/${name}-rss.xml`, type: types.rss, sourceOf, write: rss },
    { path: `/feeds/${name}-atom.xml`, type: types.atom, sourceOf, write: atom },
    { path: `/feeds/${name}.json`, type: types.json, sourceOf, write: json },
  ].map((kind) => (query ? { ...kind, query } : kind));

/** Every feed: `/feeds/rss.xml`, `/feeds/atom.xml`, `/feeds/feed.json` of the county; corrections alone; what a question finds (`/feeds/search-rss.xml?q=`); and beside the pages of a section, a place, a tag and a series. */
export const feedKinds: readonly FeedKind[] = [
  ...beside('/feeds', ofCounty),
  ...named('corrections', ofCorrections),
  ...named('search', ofSearch, 'q'),
  ...beside('/sections/:slug', ofSection),
  ...beside('/places/:code', ofPlace),
  ...beside('/tags/:slug', ofTag),
  ...beside('/series/:slug', ofSeries),
];

/** A feed as it is now. */
export interface OpenFeed {
  /** Its whole address, the one by which it is followed. */
  readonly self: string;
  readonly keys: readonly string[];
  /** The same as long as it says the same. */
  readonly hash: string;
  write(): Promise<string>;
}

/** Reads what a feed says now. Refuses: NotFound (404). */
export async function openFeed(kind: FeedKind, call: FeedCall): Promise<OpenFeed> {
  const { ctx, edition } = call;
  const under = (tag: Tag) => (to: string) => `${addressOf(ctx)}${withPrefix(ctx.county, tag, edition, to)}`;
  const address = under(ctx.tag);
  const source = await kind.sourceOf(call);
  const items = await source.items(address, under(ctx.language));
  const self = address(ownPath(kind, call));
  const changes = items.map((item) => (item.changedAt ?? item.at).getTime());
  const began = source.ofId === null ? 0 : timeOf(source.ofId);
  const feed: Feed = {
    title: source.title,
    home: address(source.home),
    self,
    hub: hubAddress(ctx),
    language: ctx.language,
    updated: new Date(items.length > 0 ? Math.max(...changes) : began),
    items,
  };
  return {
    self,
    keys: source.keys,
    hash: sha256(JSON.stringify([feed.title, items])),
    write: () => kind.write(feed),
  };
}

function ownPath(kind: FeedKind, { params, query }: FeedCall): string {
  const path = kind.path.replace(/:(\w+)/, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return kind.query ? `${path}?${kind.query}=${encodeURIComponent(query[kind.query] ?? '')}` : path;
}

/** What the program that reads a feed is told beside it: where it is pushed from, and its own address (W3C WebSub §4). */
export const linksOf = (hub: string, self: string): string => `<${hub}>; rel="hub", <${self}>; rel="self"`;
