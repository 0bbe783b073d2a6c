import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ClaimLine } from '../contract.ts';
import { licenceAnswered } from '../events.ts';
import { claimById, claimLines } from './claim-queries.ts';
import { thingOf } from './list-volunteers.ts';
import { lockVolunteer } from './volunteer-queries.ts';

/** Says what the original showed: until when it holds, or why it does not count. Refuses: OwnLicence (403), AlreadyAnswered (409). */
export async function answerClaim(
  ctx: Ctx,
  actor: Actor,
  claimId: string,
  answer: { verdict: 'seen'; expiresOn: string } | { verdict: 'refused'; reason: string },
): Promise<ClaimLine> {
  return ctx.transaction(async (tx) => {
    const claim = await claimById(tx, claimId);
    const volunteer = await lockVolunteer(tx, claim.personId);
    must(tx, actor, 'volunteer.write', thingOf(volunteer));
    if (claim.personId === actor.id) refuse('OwnLicence');
    const answered = await tx.named(
      'volunteering.answer-claim',
      `update volunteering.licence_claims set verdict = $3, answered_by = $4, answered_at = $5, reason = $6, expires_on = coalesce($7, expires_on) where county_id = $1 and id = $2 and verdict is null returning 1`,
      [
        tx.countyId,
        claimId,
        answer.verdict,
        actor.id,
        tx.at,
        answer.verdict === 'refused' ? answer.reason : null,
        answer.verdict === 'seen' ? answer.expiresOn : null,
      ],
    );
    if (answered.length === 0) refuse('AlreadyAnswered');
    if (answer.verdict === 'seen') await hold(tx, claim.personId, claim.licence, answer.expiresOn);
    await audit(tx, actor, {
      act: `volunteer.licence-${answer.verdict}`,
      noun: 'person',
      subjectId: claim.personId,
      placeId: volunteer.homePlaceId,
    });
    await emit(tx, licenceAnswered, actor, { claimId, personId: claim.personId, verdict: answer.verdict });
    return found((await claimLines(tx, [await claimById(tx, claimId)]))[0]);
  });
}

const hold = (tx: Tx, personId: string, licence: string, expiresOn: string): Promise<unknown> =>
  tx.named(
    'volunteering.hold-licence',
    `insert into volunteering.volunteer_licences (county_id, person_id, licence, expires_on) values ($1, $2, $3, $4)
     on conflict (county_id, person_id, licence) do update set expires_on = excluded.expires_on`,
    [tx.countyId, personId, licence, expiresOn],
  );
