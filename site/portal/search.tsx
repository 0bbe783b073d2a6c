import type { SearchPageProps, SearchResult } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';
import { Empty } from '../shell/empty.tsx';
import { FeedLinks, type OwnFeed } from '../shell/own-feeds.tsx';
import { Marked } from '../shell/marked.tsx';
import { Paging } from '../shell/paging.tsx';
import { Phone } from '../shell/phone.tsx';
import type { View } from '../view.ts';
import { SearchFilter } from './search-filter.tsx';

/** The search: one field, and what it found with the words marked. */
export const search: View<SearchPageProps> = {
  head: (props, { t }) => ({
    title: props.q ? t.portal.search.titleFor(props.q) : t.portal.search.title,
    description: t.portal.search.hint,
    isPrivate: true,
    feeds: feedsOf(props).map(({ type, path }) => ({ type, path, title: t.portal.search.titleFor(props.q) })),
  }),
  Body: ({ props, here }) => {
    const { t, frame } = here;
    const found = props.results.length > 0;
    return (
      <div class="wrap page narrow">
        <h1>{t.portal.search.title}</h1>
        <search>
          <form class="search-form" method="get" action={here.to('/search')}>
            <label for="q">{t.portal.search.label}</label>
            <div>
              <input
                class="input"
                id="q"
                type="search"
                name="q"
                value={props.q}
                maxLength={100}
                enterkeyhint="search"
                aria-describedby="q-hint"
              />
              <button class="button button-primary" type="submit">
                {t.portal.search.button}
              </button>
            </div>
            <p class="hint" id="q-hint">
              {t.portal.search.hint}
            </p>
            <SearchFilter here={here} props={props} />
          </form>
        </search>
        {props.q !== '' && (
          <section aria-labelledby="found">
            <h2 class="found" id="found">
              {found ? saidOf(here, props) : t.portal.search.none(props.q)}
            </h2>
            {props.sounding.length > 0 && <p class="sounding">{t.portal.search.sounding(props.sounding)}</p>}
            {found ? (
              <ol class="results">
                {props.results.map((result) => (
                  <Result key={result.href} here={here} result={result} terms={props.terms} />
                ))}
              </ol>
            ) : (
              <>
                <Empty text={props.isNarrowed ? t.portal.search.noneNarrowed : t.portal.search.noneNext} />
                <p>
                  <Phone words={t.shell.callDesk(frame.county.phone)} number={frame.county.phone} />
                </p>
              </>
            )}
            <Paging here={here} paging={props.paging} />
            {feedsOf(props).length > 0 && (
              <FeedLinks here={here} words={t.portal.search.follow(props.q)} feeds={feedsOf(props)} />
            )}
          </section>
        )}
      </div>
    );
  },
};

/** Followed is the question alone, in the letters in which it was asked; what narrows it here does not go along, and what only sounds like it is not found there. */
function feedsOf({ q, sounding }: SearchPageProps): OwnFeed[] {
  if (q === '' || sounding.length > 0) return [];
  const asked = `?q=${encodeURIComponent(q)}`;
  return [
    { type: 'application/rss+xml', name: 'RSS', path: `/feeds/search-rss.xml${asked}` },
    { type: 'application/atom+xml', name: 'Atom', path: `/feeds/search-atom.xml${asked}` },
    { type: 'application/feed+json', name: 'JSON Feed', path: `/feeds/search.json${asked}` },
  ];
}

function saidOf({ t, format }: Here, { paging, isMore }: SearchPageProps): string {
  const count = format.number(paging.total);
  return isMore ? t.portal.search.foundMore(count) : t.portal.search.found(count);
}

function Result({ here, result, terms }: { here: Here; result: SearchResult; terms: readonly string[] }) {
  const lang = langOf(here, result.language);
  return (
    <li>
      <p class="kicker">
        {here.t.portal.search.kinds[result.kind]}
        {result.label && ` · ${result.label}`}
      </p>
      <h3>
        <a href={here.to(result.href)} {...lang}>
          <Marked text={result.title} words={terms} />
        </a>
      </h3>
      <p class="excerpt" {...lang}>
        <Marked text={result.excerpt} words={terms} />
      </p>
      {result.at && (
        <p class="meta">
          <time dateTime={result.at}>{here.format.dayTime(result.at)}</time>
        </p>
      )}
    </li>
  );
}
