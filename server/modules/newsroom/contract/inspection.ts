import { z } from 'zod';
import { next, paging } from './paging.ts';

const day = z.iso.date();
const seed = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N} ._-]+$/u, 'expected:seed')
  .min(1)
  .max(80);

/** Path parameters of everything under an inspection. */
export const inspectionParams = z.strictObject({ id: z.uuid() });
/** A sample to draw; `POST /inspections`. Without a seed the server makes one. */
export const newInspection = z.strictObject({
  from: day,
  until: day,
  days: z.int().min(1).max(31),
  seed: seed.optional(),
});
export type NewInspection = z.output<typeof newInspection>;

/** A drawn sample of days. `candidates`: the days of the period on which something was published. */
export const inspectionView = z.strictObject({
  id: z.uuid(),
  from: day,
  until: day,
  seed: z.string(),
  candidateCount: z.int(),
  days: z.array(day),
  stories: z.int(),
  drawnBy: z.strictObject({ id: z.uuid(), name: z.string() }),
  drawnAt: z.iso.datetime(),
});
export type InspectionView = z.infer<typeof inspectionView>;
/** `q`: of a seed, or of a drawn day. */
export const inspectionListQuery = z.strictObject({
  ...paging,
  sort: z.enum(['-drawnAt', 'drawnAt', '-stories']).default('-drawnAt'),
});
export type InspectionListQuery = z.output<typeof inspectionListQuery>;
/** `keyFingerprint`: what the verifier shows of the county's key. */
export const inspectionListView = z.strictObject({
  items: z.array(inspectionView),
  next,
  keyFingerprint: z.string(),
});
