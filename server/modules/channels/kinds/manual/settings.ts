import { z } from 'zod';

/** A place without an interface: what the county says can be done about a copy there. */
export const manualSettings = z.strictObject({
  kind: z.literal('manual'),
  /** How it is done there, in words for whoever does it; may be empty. */
  instructions: z.string().trim().max(500),
  correct: z.enum(['edit', 'replace', 'notice', 'none']),
  withdraw: z.enum(['edit', 'delete', 'notice', 'none']),
});
export type ManualSettings = z.infer<typeof manualSettings>;
