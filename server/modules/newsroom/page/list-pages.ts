import { inWords } from '#places';
import type { Page } from '#platform/page';
import type { Paging } from '#platform/page-contract';
import { found } from '#platform/refuse';
import { countShown, storyTeasers } from '../lists/public-stories.ts';
import type { CorrectionsPageProps, SectionPageProps } from '../page-contract.ts';
import { frontTeasers } from '../front/front-teasers.ts';
import { countRegister, registerEntries, registerMonths } from '../lists/register.ts';
import { sectionBySlug, sectionsById } from '../section/section-queries.ts';

/** How many stories a page of a list holds, and how many pages can be turned. */
export const perPage = 20;
export const mostPages = 50;

/** `/sections/:slug`: what editors put at its head, then its stories, newest first, up to 50 pages; older ones are found by search. */
export const sectionPage: Page = {
  path: '/sections/:slug',
  view: 'newsroom/section',
  cached: true,
  query: ['page'],
  load: ({ ctx, params, query }) =>
    ctx.transaction(async (tx) => {
      const section = await sectionBySlug(tx, params['slug'] ?? '');
      const paging = pagingOf(query['page'], await countShown(tx, section.id, perPage * mostPages));
      const front = await frontTeasers(tx, ctx.language, { sectionId: section.id, fill: 0, newest: perPage });
      // What an editor put at the head stands there on the first page; on the others everything is in its time.
      const stories =
        paging.page === 1
          ? [...front.slots.flatMap(({ shown }) => shown ?? []), ...front.rest]
          : await storyTeasers(tx, ctx.language, {
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
      return { props, keys: [`section:${section.id}`], staleAt: front.changesAt };
    }),
};

/** `/corrections`: what was wrong and is put right, what was taken down and put back, latest first; by month and section. */
export const correctionsPage: Page = {
  path: '/corrections',
  view: 'newsroom/corrections',
  cached: true,
  query: ['month', 'section', 'page'],
  load: ({ ctx, query }) =>
    ctx.transaction(async (tx) => {
      const months = await registerMonths(tx);
      // An empty choice is what the form sends for "all"; a month without an entry has no page.
      const month = query['month'] ? found(months.find((one) => one === query['month'])) : undefined;
      const section = query['section'] ? await sectionBySlug(tx, query['section']) : undefined;
      const wanted = { month, sectionId: section?.id };
      const paging = pagingOf(query['page'], await countRegister(tx, ctx.language, wanted));
      const props: CorrectionsPageProps = {
        entries: await registerEntries(tx, ctx.language, {
          ...wanted,
          limit: perPage,
          offset: (paging.page - 1) * perPage,
        }),
        paging,
        chosen: { month: month ?? null, section: section?.slug ?? null },
        months,
        // Of a section that was closed there may be entries as well.
        sections: [...(await sectionsById(tx)).values()].map((one) => ({
          slug: one.slug,
          name: inWords(one.name, ctx.language),
        })),
      };
      return { props, keys: ['corrections'] };
    }),
};

/** Where in a list a page number leads. Refuses NotFound (404) beyond its end. */
export function pagingOf(asked: string | undefined, total: number): Paging {
  const pageCount = Math.max(1, Math.ceil(total / perPage));
  const page = asked === undefined ? 1 : /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0;
  found(page >= 1 && page <= pageCount ? true : undefined);
  return { page, pageCount, total };
}
