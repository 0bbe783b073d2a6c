import { codeOf, inWords, isLiving, placeByCode, placeName, placesOf, today } from '#places';
import type { Page } from '#platform/page';
import type { Tx } from '#platform/transaction';
import type { SearchPageProps, SearchResult } from '../page-contract.ts';
import { nextMidnight } from '../home/home-page.ts';
import { narrowingOf } from './facets.ts';
import type { SearchFilter } from './facets.ts';
import { findDocuments, findOneOfEach, mostFound, pageSize } from './find-documents.ts';
import type { Findings } from './find-documents.ts';
import { findPlaces } from './find-places.ts';
import { wordsSounding } from './find-sounding.ts';
import { plainQuestion } from './plain-question.ts';

/** `/search?q=&kind=&section=&place=&period=&page=`: places that the question names, then services and stories, narrowed by what is chosen. Where nothing holds the words and they may be pinyin, or written with a wrong character, what sounds so is looked for, and the page says so. Answers are kept like every page and purged when anything that can be found changes. */
export const searchPage: Page = {
  path: '/search',
  view: 'portal/search',
  cached: true,
  query: ['q', 'kind', 'section', 'place', 'period', 'page'],
  perMinute: 120,
  async load({ ctx, query }) {
    const q = plainQuestion(query['q'] ?? '');
    const page = pageNumber(query['page']);
    const filter: SearchFilter = {
      kind: query['kind'] ?? '',
      section: query['section'] ?? '',
      place: query['place'] ?? '',
      period: query['period'] ?? '',
    };
    const { documents, places, sounding, towns, hasFilter } = await ctx.transaction((tx) => find(tx, q, filter, page));
    const stories = documents.documents.map((one): SearchResult => ({
      kind: one.kind,
      href: one.href,
      title: one.title,
      language: one.language,
      excerpt: one.excerpt,
      label: inWords(one.label, ctx.language),
      at: one.kind === 'story' || one.kind === 'notice' ? one.at.toISOString() : null,
    }));
    const { total } = documents;
    // What stood so far down is not there any more, or never was: whoever comes by such an address is not told that there is nothing.
    if (page > 1 && total === 0) return { redirect: firstPage(q, filter) };
    const props: SearchPageProps = {
      q,
      terms: documents.terms,
      sounding,
      chosen: { ...filter },
      isNarrowed: hasFilter,
      towns,
      isMore: total >= mostFound,
      results: page === 1 ? [...places, ...stories] : stories,
      paging: { page, pageCount: Math.max(1, Math.ceil(total / pageSize)), total: total + places.length },
    };
    // What "this week" means changes at midnight.
    return { props, keys: ['search'], staleAt: filter.period ? nextMidnight(ctx.now(), ctx.county.timeZone) : null };
  },
};

interface Found {
  readonly documents: Findings;
  readonly places: SearchResult[];
  readonly sounding: string[];
  readonly towns: SearchPageProps['towns'];
  readonly hasFilter: boolean;
}

async function find(tx: Tx, q: string, filter: SearchFilter, page: number): Promise<Found> {
  const narrowing = await narrowingOf(tx, filter);
  const isNarrowed = narrowing.words !== '';
  const literal = await findDocuments(tx, q, page, narrowing);
  const named = !isNarrowed ? findPlaces(tx, q, literal.terms) : [];
  const about = { towns: placesToChoose(tx, filter.place), hasFilter: isNarrowed };
  if (literal.total > 0 || named.length > 0) return { ...about, documents: literal, places: named, sounding: [] };
  const groups = await wordsSounding(tx, q);
  const sounding = groups.flat();
  if (sounding.length === 0) return { ...about, documents: literal, places: named, sounding };
  const documents = await findOneOfEach(tx, groups, page, narrowing);
  const places = !isNarrowed ? sounding.flatMap((word) => findPlaces(tx, word, [word])) : [];
  return {
    ...about,
    documents,
    places: places.filter((one, at) => places.findIndex((other) => other.href === one.href) === at).slice(0, 5),
    sounding,
  };
}

/** The towns of the county; and the place that the address names, be it a village: a choice that narrows must be seen, and go along with the next question. */
function placesToChoose(tx: Tx, chosen: string): SearchPageProps['towns'] {
  const day = today(tx);
  const { root, places } = placesOf(tx);
  const named = chosen ? placeByCode(tx, chosen)?.id : undefined;
  return places
    .filter(
      (place) => (place.parentId === root?.id && isLiving(place, day)) || (place.id === named && place.id !== root?.id),
    )
    .map((place) => ({ code: place.id === named ? chosen : codeOf(place), name: placeName(place, tx.ctx.language) }));
}

function firstPage(q: string, filter: SearchFilter): string {
  const chosen = Object.entries(filter).filter(([, value]) => value !== '');
  return `/search?${new URLSearchParams([['q', q], ...chosen])}`;
}

/** A page number from a query, 1 to 50. */
const pageNumber = (text: string | undefined): number => Math.min(50, Math.max(1, Math.trunc(Number(text)) || 1));
