import { z } from 'zod';
import { day, placeLine, words } from '#places/contract';
import { cursor, limit } from './words.ts';

/** Somebody who wishes to volunteer, for those who take people in. */
export const applicationLine = z.strictObject({
  id: z.uuid(),
  /** Empty once forgotten. */
  name: z.string(),
  phone: z.string(),
  place: placeLine,
  team: z.strictObject({ id: z.uuid(), name: words }).nullable(),
  skills: z.array(z.string()),
  availability: z.array(z.strictObject({ weekdays: z.array(z.int()), from: z.string(), to: z.string() })),
  withinKm: z.int().nullable(),
  /** Of minors alone, with who agrees. */
  bornOn: day.nullable(),
  guardian: z.strictObject({ name: z.string(), phone: z.string() }).nullable(),
  suspect: z.boolean(),
  sentAt: z.iso.datetime(),
  verdict: z.enum(['taken-in', 'declined']).nullable(),
  answeredAt: z.iso.datetime().nullable(),
  personId: z.uuid().nullable(),
  abilities: z.array(z.string()),
});
export type ApplicationLine = z.infer<typeof applicationLine>;
export const applicationList = z.strictObject({
  items: z.array(applicationLine),
  next: z.string().nullable(),
  total: z.int(),
});
export const applicationQuery = z.strictObject({
  state: z.enum(['waiting', 'answered']).default('waiting'),
  teamId: z.uuid().optional(),
  placeId: z.uuid().optional(),
  q: z.string().max(60).optional(),
  sort: z.enum(['oldest', 'newest']).default('oldest'),
  cursor,
  limit,
});
export type ApplicationQuery = z.output<typeof applicationQuery>;
/** Taken in, with a guardian's consent on paper where one is needed; or not, without a reason on record: one tells people. */
export const applicationAnswer = z.strictObject({
  verdict: z.enum(['taken-in', 'declined']),
  guardianAgreed: z.boolean().default(false),
});
