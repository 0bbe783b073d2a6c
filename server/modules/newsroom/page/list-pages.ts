import { inWords } from '#places';
import type { Page } from '#platform/page';
import type { Paging } from '#platform/page-contract';
import { found } from '#platform/refuse';
import { correctionEntries, countCorrections } from '../lists/correction-entries.ts';
import { countShown, storyTeasers } from '../lists/public-stories.ts';
import type { CorrectionsPageProps, SectionPageProps } from '../page-contract.ts';
import { sectionBySlug } from '../section/section-queries.ts';

const perPage = 20;
const mostPages = 50;

/** `/sections/:slug`: its stories, newest first, up to 50 pages; older ones are found by search. */
export const sectionPage: Page = {
  path: '/sections/:slug',
  view: 'newsroom/section',
  cached: true,
  query: ['page'],
  load: ({ ctx, params, query }) =>
    ctx.transaction(async (tx) => {
      const section = await sectionBySlug(tx, params['slug'] ?? '');
      const paging = pagingOf(query['page'], await countShown(tx, section.id, perPage * mostPages));
      const stories = await storyTeasers(tx, ctx.language, {
        sectionId: section.id,
        limit: perPage,
        offset: (paging.page - 1) * perPage,
      });
      const props: SectionPageProps = {
        section: { slug: section.slug, name: inWords(section.name, ctx.language) },
        description: inWords(section.description, ctx.language),
        stories: stories.map((one) => one.teaser),
        paging,
      };
      return { props, keys: [`section:${section.id}`] };
    }),
};

/** `/corrections`: what was wrong and is put right, latest first. */
export const correctionsPage: Page = {
  path: '/corrections',
  view: 'newsroom/corrections',
  cached: true,
  query: ['page'],
  load: ({ ctx, query }) =>
    ctx.transaction(async (tx) => {
      const paging = pagingOf(query['page'], await countCorrections(tx, ctx.language));
      const { entries } = await correctionEntries(tx, ctx.language, {
        limit: perPage,
        offset: (paging.page - 1) * perPage,
      });
      return { props: { entries, paging } satisfies CorrectionsPageProps, keys: ['corrections'] };
    }),
};

/** Where in a list a page number leads. Refuses NotFound (404) beyond its end. */
function pagingOf(asked: string | undefined, total: number): Paging {
  const pageCount = Math.max(1, Math.ceil(total / perPage));
  const page = asked === undefined ? 1 : /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0;
  found(page >= 1 && page <= pageCount ? true : undefined);
  return { page, pageCount, total };
}
