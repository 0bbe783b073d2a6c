import { personById } from '#people';
import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { may, must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { NewVolunteer, VolunteerChange, VolunteerView } from '../contract.ts';
import { volunteerChanged } from '../events.ts';
import { hasTakenBack } from '../join/consents.ts';
import { mustBeKnownTerms, termsAt } from '../service/known-terms.ts';
import type { UsedTerm } from '../service/known-terms.ts';
import { addVolunteer, setLicences } from './add-volunteer.ts';
import { oneVolunteerView, thingOf } from './list-volunteers.ts';
import { noteConsent } from './note-consent.ts';
import { lockVolunteer } from './volunteer-queries.ts';
import type { Volunteer } from './volunteer-queries.ts';

/** Takes a person in as volunteer. Refuses: AlreadyVolunteer (409), NotFound (404) also for somebody of elsewhere, BadRequest (400) for a skill or licence that is not on the county's lists, OwnLicence (403) for oneself with papers, or without somebody beside whom one goes first. */
export async function enrolVolunteer(ctx: Ctx, actor: Actor, request: NewVolunteer): Promise<VolunteerView> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'volunteer.write', { placeId: placeOrRefuse(tx, request.homePlaceId).id });
    const { id, placeId } = found(await personById(tx, request.personId));
    const person = { personId: id, placeId };
    mustSee(tx, actor, 'person.see', person);
    mustNotVouchForOneself(actor, request.personId, {}, request);
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

// What volunteers set themselves: also what they can do, which is a word and no paper. Papers, training, insurance and a guardian's consent are seen by somebody else.
const ownFields = new Set([
  'version',
  'skills',
  'withinKm',
  'availability',
  'away',
  'visitsPerDay',
  'visitsPerWeek',
  'languages',
  'state',
  'pausedUntil',
]);

/** Changes what is known of a volunteer. One's own skills, reach, times, caps and pause anybody may set; papers the coordinator. Visits already promised stay; where a paper or consent was taken away they go back to dispatch (`visit/give-back.ts`).
 *  Nobody vouches for themselves. Whoever leaves by their own word takes their consent back; nobody comes back against it.
 *  Refuses: StaleVersion (409), OwnLicence (403) for one's own papers, training or insurance, ConsentTakenBack (409) for whoever has not agreed again, WrongState (409) for one's own return, which is an agreement (`change-consent.ts`) or the station's word, Forbidden (403), BadRequest (400) for a skill or licence that is not on the county's lists, or days that end before they begin. */
export async function changeVolunteer(
  ctx: Ctx,
  actor: Actor,
  personId: string,
  change: VolunteerChange,
): Promise<VolunteerView> {
  return ctx.transaction(async (tx) => {
    const before = await lockVolunteer(tx, personId);
    const thing = thingOf(before);
    mustSee(tx, actor, 'volunteer.list', thing);
    if (!may(tx, actor, 'volunteer.write', thing)) mustBeOwn(tx, actor, thing, change);
    mustNotVouchForOneself(actor, personId, before, change);
    mustBeAsRead(before.version, change.version);
    const leaves = change.state === 'left' && before.state !== 'left' && personId === actor.id;
    if (before.state === 'left' && change.state !== undefined && change.state !== 'left')
      await mustNotBeTheirsToSay(tx, actor, personId);
    if (change.homePlaceId) placeOrRefuse(tx, change.homePlaceId);
    mustEndAfterBeginning(change);
    await mustBeKnownTerms(tx, termsOfVolunteer(change, before.skills));
    await writeChange(tx, before, change);
    if (change.licences) await setLicences(tx, personId, change.licences);
    if (change.guardianAgreed !== undefined && change.guardianAgreed !== before.guardianAgreed)
      await noteConsent(tx, actor, before, { purpose: 'minor', given: change.guardianAgreed });
    if (leaves) await noteConsent(tx, actor, before, { purpose: 'volunteering', given: false });
    if (!leaves || saysMore(change))
      await audit(tx, actor, {
        act: 'volunteer.change',
        noun: 'person',
        subjectId: personId,
        placeId: before.homePlaceId,
      });
    await emit(tx, volunteerChanged, actor, { personId });
    return oneVolunteerView(tx, actor, personId);
  });
}

const nothing = {
  trained: false,
  licences: [],
  insuredUntil: null,
  guardianAgreed: false,
  needsMentor: true,
  bornOn: null,
};
type Vouched = keyof typeof nothing;

// Of whoever keeps volunteers and is one, too, somebody else sees the papers (as `answer-claim.ts`). What is sent along unchanged, or given up, is no such word.
function mustNotVouchForOneself(
  actor: Actor,
  personId: string,
  before: Partial<Pick<Volunteer, Vouched>>,
  said: { readonly [field in Vouched]?: NewVolunteer[field] | undefined },
): void {
  if (actor.id !== personId) return;
  const held = { ...nothing, ...before };
  const known = new Set((held.licences ?? []).map(({ licence, expiresOn }) => `${licence} ${expiresOn}`));
  const isNew: Readonly<Record<Vouched, boolean>> = {
    trained: Boolean(said.trained) && !held.trained,
    licences: (said.licences ?? []).some(({ licence, expiresOn }) => !known.has(`${licence} ${expiresOn}`)),
    insuredUntil: Boolean(said.insuredUntil) && said.insuredUntil !== held.insuredUntil,
    guardianAgreed: Boolean(said.guardianAgreed) && !held.guardianAgreed,
    needsMentor: said.needsMentor === false && held.needsMentor,
    // By another one a minor would be of age.
    bornOn: said.bornOn !== undefined && held.bornOn !== null && said.bornOn !== held.bornOn,
  };
  const own = Object.entries(isNew).flatMap(([field, is]) => (is ? [field] : []));
  if (own.length > 0)
    refuse(
      'OwnLicence',
      {},
      own.map((field) => ({ path: `/${field}`, code: 'invalid_value' })),
    );
}

// Coming back by one's own word is agreeing again (`come-back.ts`); a keeper takes in only whom a keeper let go.
async function mustNotBeTheirsToSay(tx: Tx, actor: Actor, personId: string): Promise<void> {
  if (personId === actor.id) refuse('WrongState', { noun: 'volunteer', state: 'left', wanted: 'active' });
  if (await hasTakenBack(tx, personId)) refuse('ConsentTakenBack');
}

// Beside that they leave.
const saysMore = (change: VolunteerChange): boolean =>
  Object.entries(change).some(
    ([field, value]) => value !== undefined && !['version', 'state', 'pausedUntil'].includes(field),
  );

function mustBeOwn(tx: Tx, actor: Actor, thing: { placeId: string; personId: string }, change: VolunteerChange): void {
  must(tx, actor, 'volunteer.change-own', thing);
  const others = Object.keys(change).filter((field) => !ownFields.has(field));
  if (others.length > 0)
    refuse(
      'Forbidden',
      { ability: 'volunteer.write' },
      others.map((field) => ({ path: `/${field}`, code: 'invalid_value' })),
    );
}

function mustEndAfterBeginning({ away = [], availability = [] }: VolunteerChange): void {
  away.forEach(({ from, until }, at) => {
    if (until < from) refuse('BadRequest', {}, [{ path: `/away/${at}/until`, code: 'invalid_value' }]);
  });
  availability.forEach(({ from, to }, at) => {
    if (to <= from) refuse('BadRequest', {}, [{ path: `/availability/${at}/to`, code: 'invalid_value' }]);
  });
}

async function writeChange(tx: Tx, before: Volunteer, change: VolunteerChange): Promise<void> {
  const state = change.state ?? before.state;
  const pausedUntil =
    change.pausedUntil === undefined && !change.state ? before.pausedUntil : (change.pausedUntil ?? null);
  const values: Record<string, unknown> = {
    home_place_id: change.homePlaceId,
    skills: change.skills,
    within_km: change.withinKm,
    availability: change.availability && JSON.stringify(change.availability),
    away: change.away && JSON.stringify(change.away),
    languages: change.languages,
    visits_per_day: change.visitsPerDay,
    visits_per_week: change.visitsPerWeek,
    born_on: change.bornOn,
    insured_until: change.insuredUntil,
    needs_mentor: change.needsMentor,
    state,
    paused_until: state === 'paused' ? pausedUntil : null,
    // Since when stays as it was for what is only said again.
    trained_at: sinceWhen(tx, before.trained, change.trained),
    guardian_agreed_at: sinceWhen(tx, before.guardianAgreed, change.guardianAgreed),
  };
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  await tx.client.query(
    `update volunteering.volunteers set ${said.map(([column], at) => `${column} = $${at + 4}`).join(', ')}, version = version + 1, changed_at = $3 where county_id = $1 and person_id = $2`,
    [tx.countyId, before.personId, tx.at, ...said.map(([, value]) => value)],
  );
}

const sinceWhen = (tx: Tx, before: boolean, now: boolean | undefined): Date | null | undefined =>
  now === undefined || now === before ? undefined : now ? tx.at : null;
