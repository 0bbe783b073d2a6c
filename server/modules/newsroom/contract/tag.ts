import { z } from 'zod';
import { next, paging } from './paging.ts';
import { words } from '#places/contract';

const id = z.uuid();
const description = z.strictObject({
  'zh-CN': z.string().trim().max(200).optional(),
  en: z.string().trim().max(200).optional(),
});
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected:slug')
  .max(80);

export const tagParams = z.strictObject({ id });
/** A tag (话题) of the county's own vocabulary. `stories`: how many stories of the desk have it. */
export const tagView = z.strictObject({
  id,
  slug: z.string(),
  name: words,
  description,
  stories: z.int(),
  version: z.int(),
});
export type TagView = z.infer<typeof tagView>;
/** Tags by name unless asked otherwise; without `limit` all of them. `used`: those that stories have, or none has. */
export const tagListQuery = z.strictObject({
  ...paging,
  limit: z.coerce.number().int().min(1).max(100).optional(),
  used: z.enum(['yes', 'no']).optional(),
  sort: z.enum(['name', '-name', '-id']).default('name'),
});
export type TagListQuery = z.output<typeof tagListQuery>;
/** What was merged into another is not among them. */
export const tagListView = z.strictObject({ items: z.array(tagView), next });
/** A tag to add; `POST /tags`. Without a slug its address is made of its name. */
export const newTag = z.strictObject({ name: words, description: description.default({}), slug: slug.optional() });
export type NewTag = z.output<typeof newTag>;
export const tagChange = z.strictObject({
  version: z.int().min(1),
  name: words.optional(),
  description: description.optional(),
});
/** `POST /tags/:id/merges`: the stories go over, and the address leads to the other. */
export const tagMerge = z.strictObject({ into: id });

const tagRef = z.strictObject({ id, slug: z.string(), name: words });
/** What a story is about: its tags, those whose name stands in its text, and the series it belongs to. */
export const storyTagsView = z.strictObject({
  tags: z.array(tagRef),
  suggested: z.array(tagRef),
  series: z.strictObject({ id, slug: z.string(), name: words }).nullable(),
  mayTag: z.boolean(),
});
export type StoryTagsView = z.infer<typeof storyTagsView>;
/** `PATCH /stories/:id/tags`: what is added and what is taken away; the others stay. */
export const storyTagsChange = z.strictObject({
  add: z.array(id).max(20).default([]),
  remove: z.array(id).max(20).default([]),
});

export const seriesLine = z.strictObject({
  id,
  slug: z.string(),
  name: words,
  description,
  stories: z.int(),
  version: z.int(),
});
export type SeriesLine = z.infer<typeof seriesLine>;
/** Series, the latest first unless asked otherwise. */
export const seriesListQuery = z.strictObject({
  ...paging,
  used: z.enum(['yes', 'no']).optional(),
  sort: z.enum(['-id', 'id', 'name']).default('-id'),
});
export type SeriesListQuery = z.output<typeof seriesListQuery>;
export const seriesListView = z.strictObject({ items: z.array(seriesLine), next });
/** A series with its stories in their order; those the asker may not read are counted and not named. */
export const seriesView = seriesLine.extend({
  items: z.array(
    z.strictObject({
      id,
      title: z.string().nullable(),
      language: z.enum(['zh-CN', 'en']),
      publicState: z.enum(['unpublished', 'published', 'withdrawn']),
    }),
  ),
});
export type SeriesView = z.infer<typeof seriesView>;
export const newSeries = z.strictObject({ name: words, description: description.default({}), slug: slug.optional() });
/** `PATCH /series/:id`: only what is named changes; `storyIds` are all stories in their new order. */
export const seriesChange = z.strictObject({
  version: z.int().min(1),
  name: words.optional(),
  description: description.optional(),
  storyIds: z.array(id).max(200).optional(),
});
export type SeriesChange = z.output<typeof seriesChange>;
