import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { may, must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { NewVolunteer, VolunteerChange, VolunteerView } from '../contract.ts';
import { mustBeKnownTerms, termsAt } from '../service/known-terms.ts';
import type { UsedTerm } from '../service/known-terms.ts';
import { addVolunteer, setLicences } from './add-volunteer.ts';
import { oneVolunteerView } from './list-volunteers.ts';
import { lockVolunteer } from './volunteer-queries.ts';

/** Takes a person in as volunteer. Refuses: AlreadyVolunteer (409), NotFound (404), BadRequest (400) for a skill or licence that is not on the county's lists. */
export async function enrolVolunteer(ctx: Ctx, actor: Actor, request: NewVolunteer): Promise<VolunteerView> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'volunteer.write', { placeId: placeOrRefuse(tx, request.homePlaceId).id });
    await mustBeKnownTerms(tx, termsOfVolunteer(request));
    const volunteer = await addVolunteer(tx, request);
    await audit(tx, actor, {
      act: 'volunteer.enrol',
      noun: 'person',
      subjectId: volunteer.personId,
      placeId: volunteer.homePlaceId,
    });
    return oneVolunteerView(tx, actor, volunteer.personId);
  });
}

const termsOfVolunteer = (
  given: Pick<VolunteerChange, 'skills' | 'licences'>,
  skills?: readonly string[],
): UsedTerm[] => [
  ...termsAt('skill', given.skills, (at) => `/skills/${at}`, skills),
  ...termsAt(
    'licence',
    given.licences?.map((one) => one.licence),
    (at) => `/licences/${at}/licence`,
  ),
];

// What volunteers set themselves; skills, papers and training are checked by somebody else.
const ownFields = new Set(['version', 'withinKm', 'availability', 'languages', 'state']);

/** Changes what is known of a volunteer. One's own reach, times and pause anybody may set; skills and papers the coordinator. Refuses: StaleVersion (409), Forbidden (403), BadRequest (400) for a skill or licence that is not on the county's lists. */
export async function changeVolunteer(
  ctx: Ctx,
  actor: Actor,
  personId: string,
  change: VolunteerChange,
): Promise<VolunteerView> {
  return ctx.transaction(async (tx) => {
    const before = await lockVolunteer(tx, personId);
    const thing = { placeId: before.homePlaceId, personId };
    mustSee(tx, actor, 'volunteer.list', thing);
    if (!may(tx, actor, 'volunteer.write', thing)) {
      must(tx, actor, 'volunteer.change-own', thing);
      const others = Object.keys(change).filter((field) => !ownFields.has(field));
      if (others.length > 0)
        refuse(
          'Forbidden',
          { ability: 'volunteer.write' },
          others.map((field) => ({ path: `/${field}`, code: 'invalid_value' })),
        );
    }
    if (before.version !== change.version) refuse('StaleVersion', { current: before.version });
    if (change.homePlaceId) placeOrRefuse(tx, change.homePlaceId);
    await mustBeKnownTerms(tx, termsOfVolunteer(change, before.skills));
    const trainedAt =
      change.trained === undefined ? 'trained_at' : change.trained ? 'coalesce(trained_at, $8)' : 'null';
    await tx.client.query(
      `update volunteering.volunteers set home_place_id = $3, skills = $4, within_km = $5, availability = $6, languages = $7, trained_at = ${trainedAt}, state = $9, version = version + 1, changed_at = $8 where county_id = $1 and person_id = $2`,
      [
        tx.countyId,
        personId,
        change.homePlaceId ?? before.homePlaceId,
        change.skills ?? before.skills,
        change.withinKm === undefined ? before.withinKm : change.withinKm,
        JSON.stringify(change.availability ?? before.availability),
        change.languages ?? before.languages,
        tx.at,
        change.state ?? before.state,
      ],
    );
    if (change.licences) await setLicences(tx, personId, change.licences);
    await audit(tx, actor, {
      act: 'volunteer.change',
      noun: 'person',
      subjectId: personId,
      placeId: before.homePlaceId,
    });
    return oneVolunteerView(tx, actor, personId);
  });
}
