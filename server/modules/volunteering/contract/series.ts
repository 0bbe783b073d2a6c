import { z } from 'zod';
import { day, placeLine, words } from '#places/contract';
import { orderState, timeWish } from './order.ts';

const rule = z.string().trim().min(6).max(200);

/** An order comes again: RFC 5545 §3.3.10, with UNTIL or COUNT, at most a year. Its first day is the order's first wish. */
export const repetition = z.strictObject({
  rule,
  /** So many days before its day an order is made. */
  leadDays: z.int().min(1).max(30).default(7),
});
export type Repetition = z.input<typeof repetition>;

/** One day is left out; an order that was made for it is cancelled. */
export const leftOutDate = z.strictObject({ on: day });
/** From this day on it comes no more; orders that were made are cancelled. */
export const seriesEnding = z.strictObject({ from: day, reason: z.string().trim().max(500).default('') });

/** A day of a series: to come, made into an order, left out, or refused by the rules of ordering (with the code of the refusal). */
export const seriesDate = z.strictObject({
  on: day,
  state: z.enum(['ahead', 'made', 'left-out', 'refused']),
  orderId: z.uuid().nullable(),
  orderState: orderState.nullable(),
  refusal: z.string().nullable(),
});
export type SeriesDate = z.infer<typeof seriesDate>;

export const orderSeriesView = z.strictObject({
  id: z.uuid(),
  service: words,
  place: placeLine,
  rule: z.string(),
  startsOn: day,
  part: timeWish.shape.part,
  leadDays: z.int(),
  ended: z.boolean(),
  /** A resident asked for it, and nothing follows before one of its orders is accepted. */
  waits: z.boolean(),
  /** All that were looked at, then those to come, by day. */
  dates: z.array(seriesDate),
  abilities: z.array(z.string()),
});
export type OrderSeriesView = z.infer<typeof orderSeriesView>;
