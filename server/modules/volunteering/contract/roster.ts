import { z } from 'zod';

/** The people of a team for an offer that went to it, for whoever leads the team: no reason why somebody may not, and no word of who declined. */
export const roster = z.strictObject({
  peopleNeeded: z.int(),
  peopleTaken: z.int(),
  items: z.array(
    z.strictObject({
      personId: z.uuid(),
      name: z.string(),
      fits: z.boolean(),
      /** Asked by whoever leads the team. */
      proposed: z.boolean(),
      /** Has said yes. */
      goes: z.boolean(),
    }),
  ),
  total: z.int(),
});
export type Roster = z.infer<typeof roster>;

/** Whom of the team its leader would send. */
export const newProposal = z.strictObject({ personIds: z.array(z.uuid()).min(1).max(20) });
