import { giveGrant, grantsOf } from '#access';
import { addPerson, personAdded, personsByPhone } from '#people';
import { placesOf } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ApplicationLine } from '../contract.ts';
import { onTheWall } from '../county-day.ts';
import { volunteerChanged } from '../events.ts';
import { addVolunteer } from '../volunteer/add-volunteer.ts';
import { ageBandsOf, bandOf } from '../volunteer/age-bands.ts';
import { joinTeam, teamById } from '../volunteer/team-queries.ts';
import { comeBack } from '../volunteer/come-back.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { applicationForUpdate, applicationLines } from './application-queries.ts';
import type { ApplicationRow } from './application-queries.ts';
import { writeConsent } from './consents.ts';

/** Takes somebody in as they applied, or not. Taken in: a person (or the one who has that name and phone; whoever had left comes back with what they say now), the role of a volunteer, a place in the team; their first home visit is beside somebody who leads. The account is opened by an invitation, as for everybody. Not taken in: name and phone are forgotten at once, and no reason is kept.
 *  Refuses: AlreadyAnswered (409), GuardianNeeded (422) for a minor without a consent on paper, AlreadyVolunteer (409). */
export async function answerApplication(
  ctx: Ctx,
  actor: Actor,
  id: string,
  answer: { verdict: 'taken-in' | 'declined'; guardianAgreed: boolean },
): Promise<ApplicationLine> {
  return ctx.transaction(async (tx) => {
    const application = await applicationForUpdate(tx, id);
    mustSee(tx, actor, 'application.read', application);
    must(tx, actor, 'application.answer', application);
    if (application.verdict !== null) refuse('AlreadyAnswered');
    const personId = answer.verdict === 'taken-in' ? await takeIn(ctx, tx, actor, application, answer) : null;
    await tx.named(
      'volunteering.answer-application',
      'update volunteering.applications set verdict = $3, person_id = $4, answered_by = $5, answered_at = $6 where county_id = $1 and id = $2',
      [tx.countyId, id, answer.verdict, personId, actor.id, tx.at],
    );
    await forgetApplication(tx, id);
    await audit(tx, actor, {
      act: `application.${answer.verdict}`,
      noun: 'application',
      subjectId: id,
      placeId: application.placeId,
    });
    return found((await applicationLines(tx, actor, [await applicationForUpdate(tx, id)]))[0]);
  });
}

async function takeIn(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  application: ApplicationRow,
  { guardianAgreed }: { guardianAgreed: boolean },
): Promise<string> {
  const { day } = onTheWall(tx.at, tx.ctx.county.timeZone);
  const band = bandOf((await ageBandsOf(tx)).bands, application.bornOn, false, day);
  if (band?.guardian && !guardianAgreed) refuse('GuardianNeeded', {}, [{ path: '/guardianAgreed', code: 'required' }]);
  const personId = await personFor(tx, actor, application, guardianAgreed);
  const { skills, availability, withinKm, placeId, bornOn } = application;
  const said = { homePlaceId: placeId, skills: [...skills], availability: [...availability], withinKm, bornOn };
  const guardian = band !== null && guardianAgreed;
  const before = (await volunteersByIds(tx, [personId])).get(personId);
  const agreed = { applicationId: application.id, personId, given: true } as const;
  if (before?.state === 'left') {
    await comeBack(tx, actor, before, { ...said, guardianAgreed: guardian, applicationId: application.id });
    await emit(tx, volunteerChanged, actor, { personId });
  } else {
    await addVolunteer(tx, { personId, ...said, guardianAgreed: guardian, needsMentor: true });
    await writeConsent(tx, actor, { ...agreed, purpose: 'volunteering', givenBy: 'self' });
  }
  const held = await grantsOf(tx, personId);
  if (!held.some((one) => one.role === 'volunteer' && placesOf(tx).covers(one.placeId, placeId)))
    await giveGrant(ctx, actor, { personId, role: 'volunteer', placeId, duty: false });
  if (application.teamId && !(await teamById(tx, application.teamId)).closed)
    await joinTeam(tx, application.teamId, personId);
  if (band && guardianAgreed) await writeConsent(tx, actor, { ...agreed, purpose: 'minor', givenBy: 'guardian' });
  return personId;
}

async function personFor(tx: Tx, actor: Actor, application: ApplicationRow, agreed: boolean): Promise<string> {
  const { name, phone, placeId, language, guardianName, guardianPhone, bornOn } = application;
  // A family shares a telephone: whoever has another name is somebody else.
  const known = (await personsByPhone(tx, phone)).find((one) => one.name === name);
  if (known) return known.id;
  // Under 14 the guardian stands in the record of the person itself (个人信息保护法 art. 31).
  const isChild = bornOn !== null && agreed && isUnderFourteen(tx, bornOn);
  const guardian =
    isChild && guardianName && guardianPhone ? { name: guardianName, phone: guardianPhone, agreedAt: tx.at } : null;
  const person = await addPerson(tx, { name, phone, placeId, language, guardian });
  await emit(tx, personAdded, actor, { personId: person.id, placeId });
  return person.id;
}

const isUnderFourteen = (tx: Tx, bornOn: string): boolean => {
  const { day } = onTheWall(tx.at, tx.ctx.county.timeZone);
  return `${Number(bornOn.slice(0, 4)) + 14}${bornOn.slice(4)}` > day;
};

/** Erases what an application says of a person; that there was one, and what became of it, stays. */
export const forgetApplication = (tx: Tx, id: string): Promise<unknown> =>
  tx.named(
    'volunteering.forget-application',
    `update volunteering.applications set name = '', phone = '', phone_hash = '', skills = '{}', availability = '[]', within_km = null, born_on = null, guardian_name = null, guardian_phone = null, forgotten_at = $3 where county_id = $1 and id = $2`,
    [tx.countyId, id, tx.at],
  );
