import { z } from 'zod';
import { day, placeLine, words } from '#places/contract';

/** The people of a team for an offer that went to it, for whoever leads the team, and for the desk: no reason why somebody may not, and no word of who declined. */
export const roster = z.strictObject({
  peopleNeeded: z.int(),
  peopleTaken: z.int(),
  items: z.array(
    z.strictObject({
      personId: z.uuid(),
      name: z.string(),
      fits: z.boolean(),
      /** Asked by whoever leads the team, or by the desk. */
      proposed: z.boolean(),
      /** Has said yes. */
      goes: z.boolean(),
    }),
  ),
  total: z.int(),
});
export type Roster = z.infer<typeof roster>;

/** Whom of the team its leader, or the desk, would send. */
export const newProposal = z.strictObject({ personIds: z.array(z.uuid()).min(1).max(20) });

/** The week in which `from` lies; left out: this week. */
export const rosterWeekQuery = z.strictObject({ from: day.optional() });
export type RosterWeekQuery = z.output<typeof rosterWeekQuery>;

/** A week from Monday to Sunday with what teams are asked for in it, by time; the names of those who go, and of those who were asked and have not answered yet. */
export const rosterWeek = z.strictObject({
  from: day,
  until: day,
  items: z.array(
    z.strictObject({
      offerId: z.uuid(),
      orderId: z.uuid(),
      /** Whether the asker may open the order; whoever leads the team and does not go may not. */
      mayReadOrder: z.boolean(),
      service: words,
      place: placeLine,
      team: words,
      /** Still needs somebody. */
      open: z.boolean(),
      day,
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      peopleNeeded: z.int(),
      going: z.array(z.string()),
      asked: z.array(z.string()),
    }),
  ),
  total: z.int(),
});
export type RosterWeek = z.infer<typeof rosterWeek>;
