import { z } from 'zod';
import { words } from '#places/contract';
import { cursor, limit } from './words.ts';

/** How well an hour is proven, from a witness to a note typed in later. */
const evidence = z.enum(['witnessed', 'device-timed', 'organiser-attested', 'typed-in-later']);

/** An entry of the ledger (志愿服务记录与证明出具办法 art. 7): minus minutes take an earlier one back. */
export const hourLine = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  kind: z.enum(['service', 'reversal']),
  minutes: z.int(),
  service: words,
  placeId: z.uuid(),
  evidence,
  reverses: z.uuid().nullable(),
  reversed: z.boolean(),
  reason: z.string().nullable(),
  happenedAt: z.iso.datetime(),
  enteredAt: z.iso.datetime(),
  /** On the chain; false for the second until the sealer comes. */
  sealed: z.boolean(),
  rowHash: z.string(),
  abilities: z.array(z.string()),
});
export type HourLine = z.infer<typeof hourLine>;
export const hourList = z.strictObject({
  items: z.array(hourLine),
  next: z.string().nullable(),
  total: z.int(),
  /** Reversals deducted. */ totalMinutes: z.int(),
});
export const hourQuery = z.strictObject({
  mine: z.stringbool().optional(),
  personId: z.uuid().optional(),
  /** In the service's name or the person's. */
  q: z.string().trim().min(1).max(100).optional(),
  evidence: evidence.optional(),
  /** Served at this place or below it. */
  placeId: z.uuid().optional(),
  /** By when the entry was written. */
  sort: z.enum(['newest', 'oldest']).default('newest'),
  cursor,
  limit,
});
export type HourQuery = z.output<typeof hourQuery>;
/** An error is amended by a reversal and, where time was served, a new entry (办法 art. 13). */
export const reversal = z.strictObject({
  reason: z.string().trim().min(1).max(500),
  /** What was really served; left out: nothing. */ minutes: z.int().min(1).max(1_440).optional(),
});
