import { z } from 'zod';

/** An account of the county in the fediverse, which people of any server follow. */
export const activitypubSettings = z.strictObject({
  kind: z.literal('activitypub'),
  /** Before the @: `qingxi` of `@qingxi@news.example`. */
  handle: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9_]{2,30}$/),
  /** Its name there; empty: the channel's. */
  title: z.string().trim().max(60),
  /** What it is, in a sentence or two for whoever finds it; may be empty. */
  summary: z.string().trim().max(500),
});
export type ActivitypubSettings = z.infer<typeof activitypubSettings>;
