import { holdersOf } from '#access';
import { workingDayAfter } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { VolunteerView } from '../contract.ts';
import { nextMidnight, onTheWall } from '../county-day.ts';
import { licenceClaimed } from '../events.ts';
import { mustBeKnownTerms, termsAt } from '../service/known-terms.ts';
import { oneVolunteerView, thingOf } from './list-volunteers.ts';
import { lockVolunteer } from './volunteer-queries.ts';

/** Within so many working days somebody looks at a paper: the county's `licenceCheckWorkingDays` (3). */
const checkDays = (tx: Tx): number => {
  const value = tx.ctx.county.settings['licenceCheckWorkingDays'];
  return typeof value === 'number' && value > 0 ? value : 3;
};

/** A volunteer says they hold a paper: the nearest who keeps volunteers is named to look at the original within three working days. Until then it counts for nothing. No picture of it is taken or kept.
 *  Refuses: AlreadyShown (409) while one waits for the same licence, BadRequest (400) for a licence that is not on the county's list, or that has ended. */
export async function claimLicence(
  ctx: Ctx,
  actor: Actor,
  personId: string,
  claim: { licence: string; expiresOn: string },
): Promise<VolunteerView> {
  return ctx.transaction(async (tx) => {
    const volunteer = await lockVolunteer(tx, personId);
    mustSee(tx, actor, 'volunteer.list', thingOf(volunteer));
    must(tx, actor, 'volunteer.change-own', thingOf(volunteer));
    await mustBeKnownTerms(
      tx,
      termsAt('licence', [claim.licence], () => '/licence'),
    );
    const { day } = onTheWall(tx.at, tx.ctx.county.timeZone);
    if (claim.expiresOn < day) refuse('BadRequest', {}, [{ path: '/expiresOn', code: 'in_past' }]);
    const keepers = await holdersOf(tx, { roles: ['coordinator'], placeId: volunteer.homePlaceId });
    const checkerId = keepers.find((id) => id !== personId) ?? refuse('NobodyToCheck');
    const id = newId<'licence-claim'>();
    const lastDay = workingDayAfter(tx.ctx.county, day, checkDays(tx));
    const made = await tx.named(
      'volunteering.claim-licence',
      `insert into volunteering.licence_claims (county_id, id, person_id, licence, expires_on, checker_id, check_by, claimed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (county_id, person_id, licence) where verdict is null do nothing returning 1`,
      [tx.countyId, id, personId, claim.licence, claim.expiresOn, checkerId, endOf(tx, lastDay), tx.at],
    );
    if (made.length === 0) refuse('AlreadyShown');
    await audit(tx, actor, {
      act: 'volunteer.claim-licence',
      noun: 'person',
      subjectId: personId,
      placeId: volunteer.homePlaceId,
    });
    await emit(tx, licenceClaimed, actor, { claimId: id, personId, checkerId });
    return oneVolunteerView(tx, actor, personId);
  });
}

const endOf = (tx: Tx, lastDay: string): Date =>
  new Date(nextMidnight(new Date(`${lastDay}T04:00:00Z`), tx.ctx.county.timeZone).getTime() - 60_000);
