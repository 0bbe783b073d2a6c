import { z } from 'zod';

/** What a list that grows slowly may be asked for beside its order: words, where it goes on, how many. */
export const paging = {
  q: z.string().trim().max(80).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
/** Where the next page begins; null: this is the last. */
export const next = z.string().nullable();
