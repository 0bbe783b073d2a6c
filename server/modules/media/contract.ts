import { z } from 'zod';

const focusShape = z.strictObject({ x: z.int().min(0).max(100), y: z.int().min(0).max(100) });

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
  /** A 4:3 cut for cards. */
  card: z.string(),
  version: z.int(),
  /** The point that stays in every cut: per cent from the left and from the top. */
  focus: focusShape,
  abilities: z.array(z.string()),
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

export const pictureParams = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** What is changed of a picture; what is left out stays. `version` is the one that was read. */
export const pictureChange = z.strictObject({
  version: z.int(),
  alt: z.string().trim().max(500).optional(),
  caption: z.string().trim().max(500).optional(),
  credit: z.string().trim().max(500).optional(),
  placeId: z.uuid().nullable().optional(),
  focus: focusShape.optional(),
});
export type PictureChange = z.infer<typeof pictureChange>;

/** The words sent beside the file. */
export const pictureWords = z.strictObject({
  alt: z.string().trim().max(500).default(''),
  caption: z.string().trim().max(500).default(''),
  credit: z.string().trim().max(500).default(''),
  placeId: z.uuid().optional(),
});
