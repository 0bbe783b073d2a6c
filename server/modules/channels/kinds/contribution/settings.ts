import { z } from 'zod';

/** Another Xiangyin that takes contributions: the base of its address, the section there, and what an adoption by it counts as here. */
export const contributionSettings = z.strictObject({
  kind: z.literal('contribution'),
  address: z.url({ protocol: /^https?$/ }).max(1000),
  /** Slug of a section there; empty: the first that is open to the account. */
  section: z
    .string()
    .max(120)
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/),
  level: z.enum(['county', 'city', 'province', 'national']),
});
export type ContributionSettings = z.infer<typeof contributionSettings>;
