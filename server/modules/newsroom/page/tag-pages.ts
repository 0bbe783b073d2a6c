import { inWords } from '#places';
import type { Language } from '#platform/i18n';
import type { Page } from '#platform/page';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { storyTeasers } from '../lists/public-stories.ts';
import type { FoundTeaser } from '../lists/public-stories.ts';
import type { SeriesNeighbour, SeriesPageProps, StoryPageProps, StoryTeaser, TagPageProps } from '../page-contract.ts';
import { seriesBySlug, storiesIn } from '../series/series-queries.ts';
import type { SeriesRow } from '../series/series-queries.ts';
import { countTagged, tagById, tagBySlug } from '../tag/tag-queries.ts';
import { mostPages, pagingOf, perPage } from './list-pages.ts';

/** `/tags/:slug`: what is published about it, newest first. The address of a tag that was merged leads to the other for good. */
export const tagPage: Page = {
  path: '/tags/:slug',
  view: 'newsroom/tag',
  cached: true,
  query: ['page'],
  load: ({ ctx, params, query }) =>
    ctx.transaction(async (tx) => {
      const tag = found(await tagBySlug(tx, params['slug'] ?? ''));
      if (tag.mergedInto) return { redirect: `/tags/${(await tagById(tx, tag.mergedInto)).slug}`, status: 301 };
      const paging = pagingOf(query['page'], await countTagged(tx, tag.id, perPage * mostPages));
      const stories = await storyTeasers(tx, ctx.language, {
        tagId: tag.id,
        limit: perPage,
        offset: (paging.page - 1) * perPage,
      });
      const props: TagPageProps = {
        tag: { slug: tag.slug, name: inWords(tag.name, ctx.language) },
        description: inWords(tag.description, ctx.language),
        stories: stories.map(({ teaser }) => teaser),
        paging,
      };
      return { props, keys: ['stories', `tag:${tag.id}`] };
    }),
};

/** `/series/:slug`: its published stories in the editors' order. */
export const seriesPage: Page = {
  path: '/series/:slug',
  view: 'newsroom/series',
  cached: true,
  load: ({ ctx, params }) =>
    ctx.transaction(async (tx) => {
      const series = await seriesBySlug(tx, params['slug'] ?? '');
      const props: SeriesPageProps = {
        series: { slug: series.slug, name: inWords(series.name, ctx.language) },
        description: inWords(series.description, ctx.language),
        stories: (await seriesTeasers(tx, ctx.language, series.id)).map(({ teaser }) => teaser),
      };
      return { props, keys: ['stories', `series:${series.id}`] };
    }),
};

// As many as a series can have: one prepared statement for all of them.
const mostInSeries = 200;

/** The published stories of a series in its order. */
export async function seriesTeasers(tx: Tx, language: Language, seriesId: string): Promise<FoundTeaser[]> {
  const ids = await storiesIn(tx, seriesId);
  const found = await storyTeasers(tx, language, { ids, limit: mostInSeries });
  const byId = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A series as the page of one of its stories shows it: the published ones before and after. */
export async function seriesAround(
  tx: Tx,
  language: Language,
  series: SeriesRow,
  storyId: string,
): Promise<StoryPageProps['series']> {
  const ids = await storiesIn(tx, series.id);
  const shown = new Map((await seriesTeasers(tx, language, series.id)).map(({ id, teaser }) => [id, teaser]));
  const at = ids.indexOf(storyId);
  const near = (some: readonly string[]): SeriesNeighbour | null =>
    neighbour(some.map((id) => shown.get(id)).find((one) => one !== undefined));
  return {
    slug: series.slug,
    name: inWords(series.name, language),
    previous: near(ids.slice(0, at).toReversed()),
    next: near(ids.slice(at + 1)),
  };
}

const neighbour = (teaser: StoryTeaser | undefined): SeriesNeighbour | null =>
  teaser ? { slug: teaser.slug, title: teaser.title, language: teaser.language } : null;
