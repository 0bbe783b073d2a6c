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
  return (
    <p class="quiet feeds">
      {here.t.newsroom.tag.follow}
      {kinds.map(([type, name, file]) => (
        <a key={file} href={here.to(`${path}/${file}`)} type={type}>
          {name}
        </a>
      ))}
    </p>
  );
}
