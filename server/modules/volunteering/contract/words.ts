import { z } from 'zod';

/** A longer text in the county's languages; either may be missing or empty. */
export const longWords = z.strictObject({
  'zh-CN': z.string().trim().max(2_000).optional(),
  en: z.string().trim().max(2_000).optional(),
});

/** When it really happened, for what is typed in later; left out: now. */
export const happenedAt = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .optional();

/** A moment on the way in. */
export const moment = z.iso.datetime().transform((text) => new Date(text));

/** Where a list goes on: the cursor of the last answer. */
export const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,300}$/, 'expected:cursor')
  .optional();

/** How many rows a page of a list has. */
export const limit = z.coerce.number().int().min(1).max(100).default(20);

/** What the desk can make sure of: they were rung back, the place was looked at, they are among those whom the service is for. */
export const orderCheckKey = z.enum(['called-back', 'place-seen', 'may-be-served']);
