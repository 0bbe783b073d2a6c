import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { GatheringLine, PresenceChange } from '../contract.ts';
import { volunteerChanged } from '../events.ts';
import { gatheringForUpdate, oneGatheringLine } from './gathering-queries.ts';

/** Writes down who was there, or takes it back. What somebody learned by it counts at once for who may go; taken back, visits promised on the strength of it go back to dispatch.
 *  Refuses: OwnPresence (403) for oneself at a training that services ask for, GatheringOff (409), GatheringAhead (422) before it begins, NotFound (404) for who was not invited. */
export async function markPresence(
  ctx: Ctx,
  actor: Actor,
  id: string,
  { personIds, present }: PresenceChange,
): Promise<GatheringLine> {
  return ctx.transaction(async (tx) => {
    const gathering = await gatheringForUpdate(tx, id);
    mustSee(tx, actor, 'gathering.list', gathering);
    must(tx, actor, 'gathering.write', gathering);
    if (gathering.cancelledAt) refuse('GatheringOff');
    if (gathering.startsAt > tx.at) refuse('GatheringAhead');
    for (const personId of personIds) found(gathering.guestIds.includes(personId) || undefined);
    if (gathering.training !== null && personIds.includes(actor.id)) refuse('OwnPresence');
    const marked = await tx.named<{ personId: string }>(
      'volunteering.mark-presence',
      `update volunteering.gathering_guests set present_at = case when $4 then $5::timestamptz end, marked_by = case when $4 then $6::uuid end
        where county_id = $1 and gathering_id = $2 and person_id = any($3::uuid[]) and (present_at is null) = $4 returning person_id as "personId"`,
      [tx.countyId, id, personIds, present, tx.at, actor.id],
    );
    if (marked.length > 0)
      await audit(tx, actor, {
        act: present ? 'gathering.present' : 'gathering.not-present',
        noun: 'gathering',
        subjectId: id,
        placeId: gathering.placeId,
        detail: { personIds: marked.map(({ personId }) => personId) },
      });
    if (gathering.training !== null)
      for (const { personId } of marked) await emit(tx, volunteerChanged, actor, { personId });
    return oneGatheringLine(tx, actor, id);
  });
}
