import { placeOrRefuse, rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { may, must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { PersonChangeRequest, PersonView } from '../contract.ts';
import { personChanged } from '../events.ts';
import { personThing } from '../permissions.ts';
import { personById, personForUpdate } from '../person-queries.ts';
import { phoneOrRefuse } from './add-person.ts';
import type { Person } from './person.ts';
import { personView } from './person-view.ts';

/** Changes what is known of a person. Somebody themselves may change their names, language and how to reach them; title, place and activity are for those who look after them.
 *  Refuses: StaleVersion (409) with the present version, PersonErased (409), Forbidden (403), PhoneNotUnderstood (422). */
export async function changePerson(
  ctx: Ctx,
  actor: Actor,
  id: string,
  change: PersonChangeRequest,
): Promise<PersonView> {
  return ctx.transaction(async (tx) => {
    const person = await personForUpdate(tx, id);
    mustSee(tx, actor, 'person.see', personThing(person));
    must(tx, actor, 'person.change', personThing(person));
    if (person.erasedAt) refuse('PersonErased');
    mustBeAsRead(person.version, change.version);
    mustBeTheirs(tx, actor, person, change);
    await write(tx, person, change);
    const changed = found(await personById(tx, id));
    // Whether somebody takes part and how they are reached are facts of their own for who gives roles: said only where they changed.
    const stay = ownFacts.filter((fact) => changed[fact] === person[fact]);
    const what = Object.keys(change).filter((key) => key !== 'version' && !stay.some((fact) => fact === key));
    await audit(tx, actor, {
      act: 'person.change',
      noun: 'person',
      subjectId: id,
      placeId: person.placeId,
      detail: { what },
    });
    await emit(tx, personChanged, actor, { personId: id, what, active: changed.active });
    return personView(tx, actor, changed);
  });
}

const ownFacts = ['active', 'email', 'phone'] as const;

function mustBeTheirs(tx: Tx, actor: Actor, person: Person, change: PersonChangeRequest): void {
  const others = { placeId: person.placeId };
  if (change.title !== undefined) must(tx, actor, 'person.change', others);
  if (change.active !== undefined && change.active !== person.active) must(tx, actor, 'person.deactivate', others);
  if (change.placeId === undefined || change.placeId === person.placeId) return;
  must(tx, actor, 'person.change', others);
  // Nobody hands a person to a place that they do not look after themselves; without a place they are the whole county's.
  const { id } = change.placeId ? placeOrRefuse(tx, change.placeId) : rootPlace(tx);
  if (!may(tx, actor, 'person.change', { placeId: id })) refuse('Forbidden', { ability: 'person.change' });
}

async function write(tx: Tx, person: Person, change: PersonChangeRequest): Promise<void> {
  const kept = <T>(wanted: T | undefined, present: T): T => (wanted === undefined ? present : wanted);
  const title = kept(change.title, person.title);
  const phone = change.phone === undefined ? person.phone : phoneOrRefuse(tx, change.phone, '/phone');
  await tx.named(
    'people.change',
    `update people.persons set name = $3, display_name = $4, title = $5, language = $6, email = $7, phone = $8, place_id = $9, active = $10, changed_at = $11, version = version + 1
      where county_id = $1 and id = $2`,
    [
      tx.countyId,
      person.id,
      kept(change.name, person.name),
      kept(change.displayName, person.displayName),
      title ? JSON.stringify(title) : null,
      kept(change.language, person.language),
      kept(change.email, person.email),
      phone,
      kept(change.placeId, person.placeId),
      kept(change.active, person.active),
      tx.at,
    ],
  );
}
