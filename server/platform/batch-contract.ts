import { z } from 'zod';

/** The most rows that one request takes. */
export const batchHolds = 100;

/** What one row of a batch is asked. `id` names the row, and each row comes once. */
export interface RowAct {
  readonly id: string;
}

/** A batch as it is sent: an act for each row. `rehearse`: nothing is done, and the answer says what would be. */
export const batchOf = <Act extends z.ZodType<RowAct>>(
  act: Act,
): z.ZodObject<{ acts: z.ZodArray<Act>; rehearse: z.ZodDefault<z.ZodBoolean> }, z.core.$strict> =>
  z.strictObject({
    acts: z
      .array(act)
      .min(1)
      .max(batchHolds)
      .refine((acts) => new Set(acts.map(({ id }) => id)).size === acts.length, { params: { code: 'twice' } }),
    rehearse: z.boolean().default(false),
  });

/** What became of each row, in the order in which they were sent. `back` is the act that takes it back, to be sent in a batch of its own; null: there is none. `code` and `title` say why a row was refused. */
export const batchAnswer = <Act extends z.ZodType>(
  act: Act,
): z.ZodObject<
  {
    items: z.ZodArray<
      z.ZodObject<
        {
          id: z.ZodUUID;
          done: z.ZodBoolean;
          code: z.ZodNullable<z.ZodString>;
          title: z.ZodNullable<z.ZodString>;
          back: z.ZodNullable<Act>;
        },
        z.core.$strict
      >
    >;
  },
  z.core.$strict
> =>
  z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        done: z.boolean(),
        code: z.string().nullable(),
        title: z.string().nullable(),
        back: act.nullable(),
      }),
    ),
  });
