import { placeOrRefuse, rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { NewPersonRequest, PersonView } from '../contract.ts';
import { personAdded } from '../events.ts';
import { addPerson } from './add-person.ts';
import { personView } from './person-view.ts';

/** Writes down a person at a place the actor looks after. For a child under 14 the guardian has agreed first (PIPL art. 28, 31). Refuses: PhoneNotUnderstood (422). */
export async function makePerson(ctx: Ctx, actor: Actor, request: NewPersonRequest): Promise<PersonView> {
  return ctx.transaction(async (tx) => {
    const placeId = request.placeId ? placeOrRefuse(tx, request.placeId).id : null;
    // Somebody without a place belongs to the whole county.
    must(tx, actor, 'person.add', { placeId: placeId ?? rootPlace(tx).id });
    const guardian = request.guardian ? { ...request.guardian, agreedAt: tx.at } : null;
    const person = await addPerson(tx, { ...request, placeId, guardian });
    await audit(tx, actor, { act: 'person.add', noun: 'person', subjectId: person.id, placeId });
    await emit(tx, personAdded, actor, { personId: person.id, placeId });
    return personView(tx, actor, person);
  });
}
