import { z } from 'zod';

/** A stored picture. `src` and `srcset` are paths of the public site. */
export const pictureView = z.strictObject({
  hash: z.string(),
  width: z.int(),
  height: z.int(),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  placeId: z.uuid().nullable(),
  madeAt: z.iso.datetime(),
  src: z.string(),
  srcset: z.string().nullable(),
});
export type PictureView = z.infer<typeof pictureView>;

/** Pictures; `next` goes into `after` for the following page. */
export const pictureListView = z.strictObject({ items: z.array(pictureView), next: z.string().nullable() });
export const pictureListQuery = z.strictObject({
  q: z.string().trim().min(1).max(100).optional(),
  /** `missing`: those without words for people who cannot see them. */
  alt: z.enum(['missing']).optional(),
  /** Of this place or below it. */
  place: z.uuid().optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});

/** The words sent beside the file. */
export const pictureWords = z.strictObject({
  alt: z.string().trim().max(500).default(''),
  caption: z.string().trim().max(500).default(''),
  credit: z.string().trim().max(500).default(''),
  placeId: z.uuid().optional(),
});
