import type { Here } from '../here.ts';

const kinds = [
  ['application/rss+xml', 'RSS', 'rss.xml'],
  ['application/atom+xml', 'Atom', 'atom.xml'],
  ['application/feed+json', 'JSON Feed', 'feed.json'],
] as const;

/** The feeds that lie beside a page, for its head. */
export const feedsOf = (path: string, title: string) =>
  kinds.map(([type, , file]) => ({ type, path: `${path}/${file}`, title }));

/** The same for whoever reads the page. */
export function OwnFeeds({ here, path }: { here: Here; path: string }) {
  const feeds = kinds.map(([type, name, file]) => ({ type, name, path: `${path}/${file}` }));
  return <FeedLinks here={here} words={here.t.newsroom.tag.follow} feeds={feeds} />;
}

/** A feed as a page names it: its form and its address without prefix. */
export interface OwnFeed {
  readonly type: string;
  readonly name: string;
  readonly path: string;
}

/** Feeds for whoever reads the page, after a few words. */
export function FeedLinks({ here, words, feeds }: { here: Here; words: string; feeds: readonly OwnFeed[] }) {
  return (
    <p class="quiet feeds">
      {words}
      {feeds.map(({ type, name, path }) => (
        <a key={path} href={here.to(path)} type={type}>
          {name}
        </a>
      ))}
    </p>
  );
}
