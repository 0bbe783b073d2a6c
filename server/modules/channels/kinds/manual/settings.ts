import { z } from 'zod';

// A number of characters as people see them, or of pictures; null: no limit.
const most = z.int().min(0).max(100_000).nullable();

/** A place without an interface: what the county says can be done about a copy there. */
export const manualSettings = z.strictObject({
  kind: z.literal('manual'),
  /** How it is done there, in words for whoever does it; may be empty. */
  instructions: z.string().trim().max(500),
  correct: z.enum(['edit', 'replace', 'notice', 'none']),
  withdraw: z.enum(['edit', 'delete', 'notice', 'none']),
  /** What the place takes of a text at most, as its keeper knows it; absent: no limits. */
  limits: z.strictObject({ title: most, digest: most, body: most, pictures: most }).partial().optional(),
});
export type ManualSettings = z.infer<typeof manualSettings>;
