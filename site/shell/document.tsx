import type { ComponentChildren } from 'preact';
import type { PagePicture } from '@xiangyin/server/contract';
import { addressOf } from '../address.ts';
import type { Here } from '../here.ts';
import type { PageHead, View } from '../view.ts';
import { DemonstrationBar } from './demonstration-bar.tsx';
import { Footer } from './footer.tsx';
import { Bar, Masthead } from './header.tsx';
import { siteIcon } from './icon.ts';
import { ReadsOnlyLine } from './reads-only-line.tsx';
import { Ribbon } from './ribbon.tsx';

/** The whole document: head, bars, main, footer. No script or style stands in it; they are files with a hash in their name. */
export function Document({
  here,
  head,
  header = 'bar',
  islands = [],
  children,
}: {
  here: Here;
  head: PageHead;
  header?: View<never>['header'];
  islands?: readonly string[];
  children: ComponentChildren;
}) {
  const { frame, t } = here;
  return (
    <html lang={frame.tag} data-edition={frame.edition}>
      <Head
        here={here}
        head={head}
        islands={frame.previewAt || header === 'none' ? islands : [...islands, 'offline']}
      />
      {/* What the device says above this page when it is read without network, and by which clock. */}
      <body data-zone={frame.zone} data-read-later={t.shell.kept('{}')}>
        <a class="skip" href="#text">
          {t.shell.skip}
        </a>
        {frame.previewAt && (
          <p class="preview-bar" role="note">
            {t.shell.preview(here.format.dayTime(frame.previewAt))}
          </p>
        )}
        {frame.readsOnly && <ReadsOnlyLine here={here} />}
        {frame.demonstration && <DemonstrationBar here={here} bar={frame.demonstration} />}
        {header === 'masthead' && <Masthead here={here} />}
        {header === 'bar' && <Bar here={here} />}
        {/* Its own page says it in the head of the notice. */}
        {frame.ribbon && frame.ribbon.href !== frame.path && !head.isTimeless && header !== 'none' && (
          <Ribbon here={here} ribbon={frame.ribbon} />
        )}
        <main id="text" tabIndex={-1}>
          {children}
        </main>
        {header !== 'none' && <Footer here={here} />}
      </body>
    </html>
  );
}

function Head({ here, head, islands }: { here: Here; head: PageHead; islands: readonly string[] }) {
  const { frame } = here;
  const { county, assets } = frame;
  const title = head.title === county.siteName ? head.title : `${head.title} · ${county.siteName}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {head.refreshSeconds && (
        <noscript>
          <meta http-equiv="refresh" content={String(head.refreshSeconds)} />
        </noscript>
      )}
      {head.description && <meta name="description" content={head.description} />}
      <meta name="theme-color" content="#fbf8f1" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#141a17" media="(prefers-color-scheme: dark)" />
      <meta name="format-detection" content="telephone=no" />
      <link rel="icon" href={siteIcon(county.siteName)} />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
      <link rel="manifest" href={here.to('/manifest.webmanifest')} />
      {assets.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {head.isPrivate || frame.previewAt ? (
        <>
          <meta name="robots" content="noindex" />
          {!frame.previewAt && <OwnFeeds here={here} head={head} />}
        </>
      ) : (
        <PublicHead here={here} head={head} />
      )}
      {islands
        .map((name) => assets.islands[name])
        .filter((src) => src !== undefined)
        .map((src) => (
          <script key={src} type="module" src={src} />
        ))}
    </head>
  );
}

/** The feeds of the whole county. */
const feeds = [
  ['application/rss+xml', '/feeds/rss.xml'],
  ['application/atom+xml', '/feeds/atom.xml'],
  ['application/feed+json', '/feeds/feed.json'],
] as const;

/** What can be followed of this very page. */
function OwnFeeds({ here: { frame }, head }: { here: Here; head: PageHead }) {
  return (
    <>
      {head.feeds?.map(({ type, path, title }) => (
        <link key={path} rel="alternate" type={type} title={title} href={addressOf(frame, path, frame.tag, 'normal')} />
      ))}
    </>
  );
}

/** For pages that others may find and pass on. */
function PublicHead({ here, head }: { here: Here; head: PageHead }) {
  const { frame } = here;
  const full = (path: string) => `${frame.origin}${path}`;
  const own = head.language ?? frame.tag;
  // Only pages that exist: a story is there in another language when its translation is published.
  const others = (head.translations ?? frame.languages.map((language) => ({ language, path: frame.path }))).filter(
    ({ language }) => language !== own && frame.languages.includes(language),
  );
  const picture = head.picture && !head.picture.src.startsWith('data:') ? head.picture : null;
  return (
    <>
      <link rel="canonical" href={full(addressOf(frame, frame.path, own, 'normal'))} />
      {others.length > 0 &&
        [{ language: own, path: frame.path }, ...others].map(({ language, path }) => (
          <link
            key={language}
            rel="alternate"
            hreflang={language}
            href={full(addressOf(frame, path, language, 'normal'))}
          />
        ))}
      <OwnFeeds here={here} head={head} />
      {head.forms?.map(({ type, href }) => (
        <link key={href} rel="alternate" type={type} href={href} />
      ))}
      {feeds.map(([type, path]) => (
        <link
          key={type}
          rel="alternate"
          type={type}
          title={frame.county.siteName}
          href={addressOf(frame, path, frame.tag, 'normal')}
        />
      ))}
      <meta property="og:title" content={head.title} />
      {head.description && <meta property="og:description" content={head.description} />}
      <meta property="og:site_name" content={frame.county.siteName} />
      <meta property="og:type" content={head.type ?? 'website'} />
      <meta property="og:url" content={full(addressOf(frame, frame.path, own, 'normal'))} />
      <meta property="og:locale" content={own === 'en' ? 'en_GB' : own.replaceAll('-', '_')} />
      <Card head={head} picture={picture} full={full} />
      {head.article && (
        <>
          <meta property="article:published_time" content={head.article.publishedAt} />
          <meta property="article:modified_time" content={head.article.changedAt} />
          <meta property="article:section" content={head.article.section} />
        </>
      )}
      {head.data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: asData(head.data) }} />}
    </>
  );
}

/** What stands for the page where it is passed on: its own picture, or its headline as one. */
function Card({
  head,
  picture,
  full,
}: {
  head: PageHead;
  picture: PagePicture | null;
  full: (path: string) => string;
}) {
  const src = picture?.share ?? head.cardSrc;
  if (src === undefined) return null;
  return (
    <>
      <meta property="og:image" content={full(src)} />
      <meta property="og:image:alt" content={picture?.alt || head.title} />
      {!picture && (
        <>
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
        </>
      )}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

// A title that mentions </script> must not end the block.
const asData = (data: Record<string, unknown>) => JSON.stringify(data).replaceAll('<', '\\u003c');
