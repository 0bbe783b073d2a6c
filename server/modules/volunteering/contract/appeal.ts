import { z } from 'zod';

/** What whoever ordered says against a refusal. */
export const newAppeal = z.strictObject({ said: z.string().trim().min(1).max(1_000) });

export const appealAnswer = z.strictObject({
  verdict: z.enum(['granted', 'upheld']),
  /** For the eyes of whoever ordered. */
  reason: z.string().trim().min(1).max(500),
});

/** `GET /orders/:id/appeals`: one, or none. */
export const orderAppeals = z.strictObject({
  items: z.array(
    z.strictObject({
      said: z.string(),
      madeAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      answeredAt: z.iso.datetime().nullable(),
      verdict: z.enum(['granted', 'upheld']).nullable(),
      reason: z.string().nullable(),
      /** Not by whoever refused. */
      mayAnswer: z.boolean(),
    }),
  ),
  total: z.int(),
});
export type OrderAppeals = z.infer<typeof orderAppeals>;
