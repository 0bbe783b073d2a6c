import { z } from 'zod';
import { batchAnswer, batchOf } from '#platform/batch-contract';

const id = z.uuid();
const reason = z.string().trim().min(1).max(500);

/** For so long an answer may be taken back by whoever gave it. */
export const takeBackMinutes = 10;
export type TakeBackMinutes = typeof takeBackMinutes;

/** What one order of a batch is asked; the server rehearses each beforehand. */
export const orderAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('accept'), id }),
  z.strictObject({ do: z.literal('refuse'), id, reason }),
  z.strictObject({ do: z.literal('pause'), id, reason }),
  z.strictObject({ do: z.literal('resume'), id }),
  z.strictObject({ do: z.literal('clear-suspicion'), id }),
  /** Open to everybody who fits; `startsAt` left out: at the first time wished that can still be met. */
  z.strictObject({ do: z.literal('open'), id, startsAt: z.iso.datetime().optional() }),
  /** Into the round of another order; of itself it begins one. */
  z.strictObject({ do: z.literal('bundle'), id, withId: z.uuid() }),
  z.strictObject({ do: z.literal('unbundle'), id }),
  /** Takes back one's own answer of the last `takeBackMinutes`: the order as it was answered has this version. */
  z.strictObject({ do: z.literal('take-back'), id, version: z.int().min(1) }),
]);
export type OrderAct = z.output<typeof orderAct>;
export const orderBatch = batchOf(orderAct);
export const orderBatchAnswer = batchAnswer(orderAct);
