import { z } from 'zod';

/** A text in the languages of the county; at least one of them. */
export const words = z
  .strictObject({ 'zh-CN': z.string().trim().min(1).max(120).optional(), en: z.string().trim().min(1).max(120).optional() })
  .refine((value) => value['zh-CN'] !== undefined || value.en !== undefined, { params: { code: 'required' } });

/** A calendar day, YYYY-MM-DD. */
export const day = z.iso.date();

/** A place in lists and trees, in order of position. */
export const placeLine = z.strictObject({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  /** Word for addresses: division code, else local code. */
  code: z.string(),
  level: z.string(),
  depth: z.int(),
  name: words,
  validTo: day.nullable(),
});
export type PlaceLine = z.infer<typeof placeLine>;

/** A place with all its facts. `path` leads from the root to its parent. */
export const placeView = z.strictObject({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  code: z.string().nullable(),
  localCode: z.string().nullable(),
  level: z.string(),
  /** The level in the reader's language. */
  levelName: z.string(),
  depth: z.int(),
  name: words,
  validFrom: day,
  validTo: day.nullable(),
  xKm: z.number().nullable(),
  yKm: z.number().nullable(),
  population: z.int().nullable(),
  path: z.array(placeLine),
  children: z.array(placeLine),
  revision: z.int(),
  abilities: z.array(z.string()),
});
export type PlaceView = z.infer<typeof placeView>;
