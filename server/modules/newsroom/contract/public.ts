import { z } from 'zod';
import { longestPlaceCode } from '#places/contract';
import { kindShape, languageShape, longestSectionSlug } from './story.ts';

const moment = z.iso.datetime();
const cut = z.strictObject({
  src: z.string(),
  srcset: z.string().nullable(),
  avif: z.string().nullable(),
  width: z.int(),
  height: z.int(),
});
const picture = z.strictObject({ ...cut.shape, alt: z.string(), wide: cut, square: cut, share: z.string() });
const ref = z.strictObject({ slug: z.string(), name: z.string() });
const place = z.strictObject({ code: z.string(), name: z.string() });

/** `fields=title,deck`: only these, and the id. Each name stands in the list; another is refused. */
const fieldsOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z
    .string()
    .max(400)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(names)).max(names.length))
    .meta({ description: `Only these, separated by commas, and the id: ${names.join(', ')}.` });

const storyLineFields = {
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  language: z.string(),
  deck: z.string(),
  kind: kindShape,
  section: ref,
  places: z.array(place),
  picture: picture.nullable(),
  byline: z.string(),
  publishedAt: moment,
  validUntil: moment.nullable(),
  correctedAt: moment.nullable(),
  signatureCount: z.int(),
};
/** A published story in a list: the same words as on the pages. With `fields`, what was not asked for is left out. */
export const publicStoryLine = z.strictObject(storyLineFields).partial().required({ id: true });
/** `GET /public/stories`; `next` goes into `after`. */
export const publicListQuery = z.strictObject({
  language: languageShape.optional(),
  section: z.string().max(longestSectionSlug).optional(),
  place: z.string().max(longestPlaceCode).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  fields: fieldsOf([
    'slug',
    'title',
    'language',
    'deck',
    'kind',
    'section',
    'places',
    'picture',
    'byline',
    'publishedAt',
    'validUntil',
    'correctedAt',
    'signatureCount',
  ]).optional(),
});
export const publicListView = z.strictObject({ items: z.array(publicStoryLine), next: z.string().nullable() });

/** What a single story holds unless `fields` says otherwise. */
export const storyFields = [
  'slug',
  'title',
  'language',
  'kind',
  'section',
  'byline',
  'state',
  'publishedAt',
  'withdrawnAt',
  'edition',
  'fingerprint',
  'text',
] as const;
const wanted = fieldsOf([...storyFields, 'places', 'html', 'plain', 'corrections']);
/** A name that `fields` of a single story knows. */
export type StoryField = z.output<typeof wanted>[number];
export const publicStoryParams = z.strictObject({ slug: z.string().max(200) });
export const publicStoryQuery = z.strictObject({ fields: wanted.optional() });
/** `GET /public/stories/:slug`. A withdrawn story has no text, and none of its words in another form. */
export const publicStoryView = z
  .strictObject({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    language: z.string(),
    kind: kindShape,
    section: ref,
    byline: z.string(),
    state: z.enum(['published', 'withdrawn']),
    publishedAt: moment,
    withdrawnAt: moment.nullable(),
    edition: z.strictObject({ number: z.int(), at: moment }),
    fingerprint: z.string(),
    text: z.looseObject({}).nullable(),
    places: z.array(place),
    /** The body, with whole addresses. */
    html: z.string().nullable(),
    /** The body without marks. */
    plain: z.string().nullable(),
    /** Latest first. */
    corrections: z.array(z.strictObject({ at: moment, note: z.string(), edition: z.int() })),
  })
  .partial()
  .required({ id: true });
export type PublicStoryView = z.input<typeof publicStoryView>;

/** `GET /public/changes`. `after`: the cursor up to which one has read; left out: from the beginning. */
export const publicChangeQuery = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});
/** What became of a published text. `link` is the SHA-256 over the link before and `hash`, `hash` that over the RFC 8785 form of at, county, edition, fingerprint, id, kind and the story's id. */
export const publicChange = z.strictObject({
  id: z.uuid(),
  cursor: z.string(),
  kind: z.enum(['published', 'updated', 'corrected', 'withdrawn', 'restored', 'changed']),
  at: moment,
  county: z.int(),
  story: z.strictObject({ id: z.uuid(), slug: z.string(), language: z.string() }),
  edition: z.int().nullable(),
  fingerprint: z.string().nullable(),
  hash: z.string(),
  link: z.string(),
});
export type PublicChange = z.infer<typeof publicChange>;
export const publicChangeView = z.strictObject({
  items: z.array(publicChange),
  next: z.string().nullable(),
  more: z.boolean(),
});

/** `GET /public/export`. `after`: the cursor of the last line that arrived whole. */
export const publicExportQuery = z.strictObject({
  after: z.string().max(200).optional(),
  fields: wanted.optional(),
});
/** One line of it. `begin` says from where the feed of changes goes on, `end` that nothing is missing. */
export const exportLine = z.discriminatedUnion('line', [
  z.strictObject({ line: z.literal('begin'), changes: z.string().nullable() }),
  z.strictObject({ line: z.literal('story'), cursor: z.string(), story: publicStoryView }),
  z.strictObject({ line: z.literal('end') }),
]);
export type ExportLine = z.input<typeof exportLine>;
