import { z } from 'zod';
import { placeLine, words } from '#places/contract';
import { cursor, limit } from './words.ts';

/** A visit to a home of which nobody has said in time that they arrived (`not-arrived`) or left (`not-out`). Holds no address: that is looked at in the order. */
export const alarmLine = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['not-arrived', 'not-out']),
  orderId: z.uuid(),
  service: words,
  place: placeLine,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  raisedAt: z.iso.datetime(),
  /** Whom to ring: those who go. */
  helpers: z.array(z.strictObject({ name: z.string(), phone: z.string().nullable() })),
  /** Who was told, in turn. */
  toldNames: z.array(z.string()),
  endedAt: z.iso.datetime().nullable(),
  endedHow: z.enum(['arrived', 'left', 'reached', 'over']).nullable(),
  endedByName: z.string().nullable(),
});
export type AlarmLine = z.infer<typeof alarmLine>;
export const alarmQuery = z.strictObject({
  state: z.enum(['open', 'ended']).default('open'),
  kind: z.enum(['not-arrived', 'not-out']).optional(),
  placeId: z.uuid().optional(),
  q: z.string().max(60).optional(),
  sort: z.enum(['oldest', 'newest']).default('oldest'),
  cursor,
  limit,
});
export type AlarmQuery = z.output<typeof alarmQuery>;
export const alarmList = z.strictObject({ items: z.array(alarmLine), next: z.string().nullable(), total: z.int() });
/** They were reached by telephone and are well. `againInMinutes`: look once more then; null: no more. */
export const alarmEnding = z.strictObject({ againInMinutes: z.int().min(5).max(240).nullable().default(30) });
