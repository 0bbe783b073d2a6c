import { placeLine, placesOf } from '#places';
import type { Actor } from '#platform/actor';
import { abilitiesOn, may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { PersonView } from '../contract.ts';
import { personThing } from '../permissions.ts';
import { shownName } from '../person-queries.ts';
import type { Person } from './person.ts';

/** A person as the actor may see them. */
export function personView(tx: Tx, actor: Actor, person: Person): PersonView {
  const place = person.placeId ? placesOf(tx).byId(person.placeId) : undefined;
  const thing = personThing(person);
  return {
    id: person.id,
    displayName: shownName(tx, person),
    title: person.title,
    language: person.language,
    place: place ? placeLine(place) : null,
    active: person.active,
    isChild: person.isChild,
    erasedAt: person.erasedAt?.toISOString() ?? null,
    madeAt: person.madeAt.toISOString(),
    version: person.version,
    contact: may(tx, actor, 'person.see-contact', thing) && !person.erasedAt ? contactOf(person) : null,
    abilities: person.erasedAt ? ['person.see'] : abilitiesOn(tx, actor, 'person', thing),
  };
}

const contactOf = (person: Person): PersonView['contact'] => ({
  name: person.name,
  email: person.email,
  phone: person.phone,
  guardian:
    person.guardianName && person.guardianPhone && person.guardianAgreedAt
      ? { name: person.guardianName, phone: person.guardianPhone, agreedAt: person.guardianAgreedAt.toISOString() }
      : null,
});
