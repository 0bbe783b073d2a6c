import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { may, must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { GatheringLine, NewGathering } from '../contract.ts';
import { gatheringCalled } from '../events.ts';
import { mustBeKnownTerms, termsAt } from '../service/known-terms.ts';
import { thingOf } from '../volunteer/list-volunteers.ts';
import { teamById } from '../volunteer/team-queries.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { oneGatheringLine } from './gathering-queries.ts';

/** Calls volunteers to a training or a meeting; whoever leads a team calls its people. What is over is written down without telling anybody.
 *  Refuses: NotFound (404) for a team or guests that the asker does not see, TeamClosed (422), BadRequest (400) where it ends before it begins, for a training that is not on the county's list, and for what only trainings have. */
export async function callGathering(ctx: Ctx, actor: Actor, request: NewGathering): Promise<GatheringLine> {
  return ctx.transaction(async (tx) => {
    const team = request.teamId ? await teamById(tx, request.teamId) : null;
    const placeId = placeOrRefuse(tx, request.placeId).id;
    const thing = { placeId, leaderId: team?.leaderId ?? null };
    must(tx, actor, 'gathering.write', thing);
    // Whoever leads the team keeps it too: a team is called by those alone who may call it where it is.
    const ofTeam = team && { placeId: team.placeId, leaderId: team.leaderId };
    if (ofTeam) mustSee(tx, actor, 'gathering.write', ofTeam);
    if (team?.closed) refuse('TeamClosed', {}, [{ path: '/teamId', code: 'invalid_value' }]);
    mustFit(request);
    await mustBeKnownTerms(
      tx,
      termsAt('training', request.training ? [request.training] : [], () => '/training'),
    );
    const id = newId<'gathering'>();
    await tx.named(
      'volunteering.call-gathering',
      `insert into volunteering.gatherings (county_id, id, kind, team_id, place_id, room, topic, training, starts_at, ends_at, valid_until, made_by, made_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
      [
        tx.countyId,
        id,
        request.kind,
        team?.id ?? null,
        placeId,
        request.room,
        request.topic,
        request.training,
        request.startsAt,
        request.endsAt,
        request.validUntil,
        actor.id,
        tx.at,
      ],
    );
    await invite(tx, actor, id, request.guestIds);
    await audit(tx, actor, { act: 'gathering.call', noun: 'gathering', subjectId: id, placeId });
    if (new Date(request.endsAt) > tx.at && request.guestIds.length > 0)
      await emit(tx, gatheringCalled, actor, { gatheringId: id, personIds: [...new Set(request.guestIds)] });
    return oneGatheringLine(tx, actor, id);
  });
}

function mustFit({ kind, training, validUntil, startsAt, endsAt }: NewGathering): void {
  const wrong = (path: string): never => refuse('BadRequest', {}, [{ path, code: 'invalid_value' }]);
  mustEndLater(new Date(startsAt), new Date(endsAt));
  if (kind === 'meeting' && training !== null) wrong('/training');
  if (kind === 'meeting' && validUntil !== null) wrong('/validUntil');
}

/** Refuses a stretch of time that ends before it begins, or lasts longer than a day: BadRequest (400). */
export function mustEndLater(startsAt: Date, endsAt: Date): void {
  const length = endsAt.getTime() - startsAt.getTime();
  if (length <= 0 || length > 86_400_000) refuse('BadRequest', {}, [{ path: '/endsAt', code: 'invalid_value' }]);
}

/** Puts volunteers on the list of guests; those who stand there stay as they are. Refuses NotFound (404) for whom the asker does not see. */
export async function invite(tx: Tx, actor: Actor, gatheringId: string, personIds: readonly string[]): Promise<void> {
  const known = await volunteersByIds(tx, personIds);
  for (const personId of personIds) {
    const one = found(known.get(personId));
    found(may(tx, actor, 'volunteer.list', thingOf(one)) ? one : undefined);
  }
  for (const personId of new Set(personIds))
    await tx.named(
      'volunteering.invite',
      `insert into volunteering.gathering_guests (county_id, gathering_id, person_id, invited_at) values ($1, $2, $3, $4)
       on conflict (county_id, gathering_id, person_id) do nothing`,
      [tx.countyId, gatheringId, personId, tx.at],
    );
}
