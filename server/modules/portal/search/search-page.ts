import { inWords } from '#places';
import type { Page } from '#platform/page';
import type { SearchPageProps, SearchResult } from '../page-contract.ts';
import { findDocuments, pageSize } from './find-documents.ts';
import { findPlaces } from './find-places.ts';
import { plainQuestion } from './plain-question.ts';

/** `/search?q=&page=`: places that the question names, then services and stories. Answers are kept like every page and purged when anything that can be found changes. */
export const searchPage: Page = {
  path: '/search',
  view: 'portal/search',
  cached: true,
  query: ['q', 'page'],
  perMinute: 120,
  async load({ ctx, query }) {
    const q = plainQuestion(query['q'] ?? '');
    const page = pageNumber(query['page']);
    const { found, places } = await ctx.transaction(async (tx) => {
      const documents = await findDocuments(tx, q, page);
      return { found: documents, places: findPlaces(tx, q, documents.terms) };
    });
    const stories = found.documents.map((one): SearchResult => ({
      kind: one.kind,
      href: one.href,
      title: one.title,
      language: one.language,
      excerpt: one.excerpt,
      label: inWords(one.label, ctx.language),
      at: one.kind === 'story' ? one.at.toISOString() : null,
    }));
    const props: SearchPageProps = {
      q,
      terms: found.terms,
      results: page === 1 ? [...places, ...stories] : stories,
      paging: { page, pageCount: Math.max(1, Math.ceil(found.total / pageSize)), total: found.total + places.length },
    };
    return { props, keys: ['search'] };
  },
};

/** A page number from a query, 1 to 50. */
export const pageNumber = (text: string | undefined): number =>
  Math.min(50, Math.max(1, Math.trunc(Number(text)) || 1));
