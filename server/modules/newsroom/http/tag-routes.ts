import { mustSomewhere } from '#platform/permits';
import { route } from '#platform/http/route';
import {
  newSeries,
  newTag,
  seriesChange,
  seriesListQuery,
  seriesListView,
  seriesView,
  storyParams,
  storyTagsChange,
  storyTagsView,
  tagChange,
  tagListQuery,
  tagListView,
  tagMerge,
  tagParams,
  tagView,
} from '../contract.ts';
import type { TagView } from '../contract.ts';
import { beginSeries, changeSeries, readSeries } from '../series/arrange-series.ts';
import { pageOfSeries } from '../series/series-queries.ts';
import { addTag, changeTag, mergeTag } from '../tag/arrange-tag.ts';
import { pageOfTags } from '../tag/tag-queries.ts';
import { seeStoryTags, tagStory } from '../tag/tag-story.ts';
import { wordsOf } from './section-routes.ts';

type Row = Omit<TagView, 'description'> & { description: TagView['description'] };
const line = ({ id, slug, name, description, stories, version }: Row): Row => ({
  id,
  slug,
  name,
  description,
  stories,
  version,
});

/** What stories are about: the county's tags, and series. */
export const tagRoutes = [
  route({
    method: 'GET',
    path: '/tags',
    ability: 'tag.see',
    summary: 'The tags of the county by name, with how many stories have each; without `limit` all of them.',
    query: tagListQuery,
    answer: tagListView,
    handle: ({ ctx, actor, query }) =>
      ctx.transaction(async (tx) => {
        mustSomewhere(tx, actor, 'tag.see');
        const { rows, next } = await pageOfTags(tx, query);
        return { items: rows.map(line), next };
      }),
  }),
  route({
    method: 'POST',
    path: '/tags',
    ability: 'tag.add',
    summary: 'Adds a tag to the vocabulary of the county.',
    body: newTag,
    answer: tagView,
    refuses: ['TagTaken', 'SlugTaken'],
    handle: async ({ ctx, actor, body }) =>
      line({ ...(await addTag(ctx, actor, { ...body, description: wordsOf(body.description) })), stories: 0 }),
  }),
  route({
    method: 'PATCH',
    path: '/tags/:id',
    ability: 'tag.arrange',
    summary: 'Names or describes a tag anew, everywhere at once; its address stays.',
    params: tagParams,
    body: tagChange,
    answer: tagParams,
    refuses: ['NotFound', 'StaleVersion', 'TagTaken'],
    handle: async ({ ctx, actor, params, body }) => ({
      id: (
        await changeTag(ctx, actor, {
          ...body,
          description: body.description && wordsOf(body.description),
          tagId: params.id,
        })
      ).id,
    }),
  }),
  route({
    method: 'POST',
    path: '/tags/:id/merges',
    ability: 'tag.arrange',
    summary: 'Merges a tag into another: its stories have that one, and its address leads there.',
    params: tagParams,
    body: tagMerge,
    answer: tagParams,
    refuses: ['NotFound', 'SameTag'],
    handle: async ({ ctx, actor, params, body }) => ({
      id: (await mergeTag(ctx, actor, { tagId: params.id, into: body.into })).id,
    }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/tags',
    ability: 'signed-in',
    summary: 'What a story is about, with the tags whose name stands in its text.',
    params: storyParams,
    answer: storyTagsView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => seeStoryTags(ctx, actor, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/stories/:id/tags',
    ability: 'signed-in',
    summary: 'Adds tags to a story and takes others away. Nothing of the text changes, so no signature falls.',
    params: storyParams,
    body: storyTagsChange,
    answer: storyTagsView,
    refuses: ['NotFound', 'Forbidden', 'TooManyTags'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async () => {
        await tagStory(ctx, actor, { storyId: params.id, ...body });
        return seeStoryTags(ctx, actor, params.id);
      }),
  }),
  route({
    method: 'GET',
    path: '/series',
    ability: 'series.see',
    summary: 'The series of the county, the latest first unless asked otherwise.',
    query: seriesListQuery,
    answer: seriesListView,
    handle: ({ ctx, actor, query }) =>
      ctx.transaction(async (tx) => {
        mustSomewhere(tx, actor, 'series.see');
        const { rows, next } = await pageOfSeries(tx, query);
        return { items: rows.map(line), next };
      }),
  }),
  route({
    method: 'GET',
    path: '/series/:id',
    ability: 'series.see',
    summary: 'A series with its stories in their order.',
    params: tagParams,
    answer: seriesView,
    refuses: ['NotFound'],
    handle: ({ ctx, actor, params }) => readSeries(ctx, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/series',
    ability: 'series.arrange',
    summary: 'Begins a series.',
    body: newSeries,
    answer: tagParams,
    refuses: ['SlugTaken'],
    handle: async ({ ctx, actor, body }) => ({
      id: (await beginSeries(ctx, actor, { ...body, description: wordsOf(body.description) })).id,
    }),
  }),
  route({
    method: 'PATCH',
    path: '/series/:id',
    ability: 'series.arrange',
    summary: 'Names a series anew, or says which stories it has in which order.',
    params: tagParams,
    body: seriesChange,
    answer: seriesView,
    refuses: ['NotFound', 'StaleVersion', 'InAnotherSeries'],
    handle: ({ ctx, actor, params, body }) =>
      ctx.transaction(async () => {
        const description = body.description && wordsOf(body.description);
        await changeSeries(ctx, actor, { ...body, description, seriesId: params.id });
        return readSeries(ctx, actor, params.id);
      }),
  }),
];
