import { z } from 'zod';
import { kindShape, languageShape } from './story.ts';

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

/** A published story in a list: the same words as on the pages. */
export const publicStoryLine = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  language: z.string(),
  deck: z.string(),
  kind: kindShape,
  section: ref,
  places: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  picture: picture.nullable(),
  byline: z.string(),
  publishedAt: moment,
  validUntil: moment.nullable(),
  correctedAt: moment.nullable(),
  signatureCount: z.int(),
});
/** `GET /public/stories`; `next` goes into `after`. */
export const publicListQuery = z.strictObject({
  language: languageShape.optional(),
  section: z.string().max(40).optional(),
  place: z.string().max(40).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const publicListView = z.strictObject({ items: z.array(publicStoryLine), next: z.string().nullable() });
export const publicStoryParams = z.strictObject({ slug: z.string().max(200) });
/** `GET /public/stories/:slug`. A withdrawn story has no text. */
export const publicStoryView = z.strictObject({
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
});
