import { z } from 'zod';

/** Why somebody may not go. Each is a rule with words of its own under `rule.<name>`; none is about worth, all about whether it would be safe, lawful and agreed. */
export const rule = z.enum([
  'skill',
  'licence',
  'training',
  'service-training',
  'homes',
  'insurance',
  'newcomer',
  'age',
  'guardian',
  'child',
  'minor-alone',
  'minor-hours',
  'minor-week',
  'paused',
  'away',
  'not-available',
  'quiet-hours',
  'too-far',
  'overlap',
  'day-full',
  'week-full',
  'excluded',
]);
export type Rule = z.infer<typeof rule>;

/** What minors may do from an age on (years), until the next row. Minutes of the day on the county's wall. */
export const ageBand = z.strictObject({
  fromAge: z.int().min(0).max(18),
  /** Whether they may volunteer at all. */
  accepted: z.boolean(),
  /** A guardian must have agreed. */
  guardian: z.boolean(),
  /** Whether they may go to a home: never, beside somebody grown up who leads, or as everybody. */
  homes: z.enum(['never', 'accompanied', 'freely']),
  notBefore: z.int().min(0).max(1_440),
  notAfter: z.int().min(0).max(1_440),
  /** At most so many in a week, Monday to Sunday; null: as everybody. */
  minutesPerWeek: z.int().min(1).max(10_080).nullable(),
});
export type AgeBand = z.infer<typeof ageBand>;
export const ageBandList = z.strictObject({
  items: z.array(ageBand),
  total: z.int(),
  /** Whether the county has said it, or these are ours. */
  own: z.boolean(),
});
/** All rows at once: they replace what was there. `read`: the rows on which the change is based. */
export const ageBandChange = z.strictObject({
  items: z.array(ageBand).min(1).max(10),
  read: z.array(ageBand).max(10).optional(),
});
export type AgeBandChange = z.infer<typeof ageBandChange>;
