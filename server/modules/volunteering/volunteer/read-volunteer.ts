import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { may } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { VolunteerView } from '../contract.ts';
import { oneVolunteerView, thingOf } from './list-volunteers.ts';
import { volunteersByIds } from './volunteer-queries.ts';

/** One volunteer, for themselves, those who look after them, and whoever leads a team of theirs; 404 for others. That a colleague reached for somebody of another team is written down: the attempt stays in the audit though nothing was shown. */
export async function readVolunteer(ctx: Ctx, actor: Actor, personId: string): Promise<VolunteerView> {
  const seen = await ctx.transaction(async (tx) => {
    const one = found((await volunteersByIds(tx, [personId])).get(personId));
    if (may(tx, actor, 'volunteer.list', thingOf(one))) return oneVolunteerView(tx, actor, personId);
    if (actor.kind === 'person')
      await audit(tx, actor, {
        act: 'volunteer.reach-refused',
        noun: 'person',
        subjectId: personId,
        placeId: one.homePlaceId,
      });
    return null;
  });
  return found(seen);
}
