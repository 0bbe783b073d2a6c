import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { VolunteerConsentChange, VolunteerConsents } from '../contract.ts';
import { volunteerChanged } from '../events.ts';
import { hasTakenBack } from '../join/consents.ts';
import { comeBack } from './come-back.ts';
import { statesOf } from './consent-states.ts';
import { thingOf } from './list-volunteers.ts';
import { noteConsent } from './note-consent.ts';
import { lockVolunteer, volunteersByIds } from './volunteer-queries.ts';
import type { Volunteer } from './volunteer-queries.ts';

/** Gives a consent, or takes it back, at any time and without a reason; both stand in the ledger for ever (个人信息保护法 art. 15, 31). What follows at once: without `volunteering` they are no volunteer any more: nothing is offered, open offers end, what they promised goes back to dispatch (hours stay; they may come back by agreeing again). Without `home-visits` no home is offered, and promised ones go back. Without `minor` nobody under age is sent anywhere.
 *  One's own are one's own to say; a guardian's is said at the station and written down by whoever keeps volunteers. Saying it again changes nothing. Refuses: WrongState (409) for somebody who has left, unless they left by taking their consent back and agree again. */
export async function changeConsent(
  ctx: Ctx,
  actor: Actor,
  personId: string,
  { purpose, given }: VolunteerConsentChange,
): Promise<VolunteerConsents> {
  return ctx.transaction(async (tx) => {
    const volunteer = await lockVolunteer(tx, personId);
    mustSee(tx, actor, 'volunteer.see-consents', thingOf(volunteer));
    mustBeTheirs(tx, actor, volunteer, purpose);
    if (volunteer.state === 'left' && !(purpose === 'volunteering' && (await hasTakenBack(tx, personId))))
      refuse('WrongState', { noun: 'volunteer', state: volunteer.state, wanted: 'active' });
    const { items } = await statesOf(tx, actor, volunteer);
    if (items.find((one) => one.purpose === purpose)?.given !== given) {
      if (purpose === 'volunteering' && given) await comeBack(tx, actor, volunteer);
      else await follow(tx, actor, volunteer, { purpose, given });
      await emit(tx, volunteerChanged, actor, { personId });
    }
    return statesOf(tx, actor, found((await volunteersByIds(tx, [personId])).get(personId)));
  });
}

function mustBeTheirs(tx: Tx, actor: Actor, volunteer: Volunteer, purpose: VolunteerConsentChange['purpose']): void {
  const isOwn = purpose !== 'minor' && volunteer.personId === actor.id;
  must(tx, actor, isOwn ? 'volunteer.change-own' : 'volunteer.write', thingOf(volunteer));
  // Nobody agrees for a grown-up: a keeper writes down what a guardian says, nothing else.
  if (!isOwn && purpose !== 'minor') refuse('Forbidden', { ability: 'volunteer.change-own' });
}

async function follow(
  tx: Tx,
  actor: Actor,
  volunteer: Volunteer,
  { purpose, given }: VolunteerConsentChange,
): Promise<void> {
  await noteConsent(tx, actor, volunteer, { purpose, given });
  if (purpose === 'home-visits') return;
  const column =
    purpose === 'volunteering'
      ? `state = 'left', paused_until = null`
      : `guardian_agreed_at = ${given ? '$3::timestamptz' : 'null'}`;
  await tx.client.query(
    `update volunteering.volunteers set ${column}, version = version + 1, changed_at = $3 where county_id = $1 and person_id = $2`,
    [tx.countyId, volunteer.personId, tx.at],
  );
}
