import { z } from 'zod';

/** A notice board of the neighbours: where it listens. */
export const boardSettings = z.strictObject({
  kind: z.literal('board'),
  address: z.url({ protocol: /^https?$/ }).max(1000),
});
export type BoardSettings = z.infer<typeof boardSettings>;
