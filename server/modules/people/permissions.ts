import type { Actor } from '#platform/actor';
import { definePermissions } from '#platform/permits';
import type { Thing } from '#platform/permits';
import type { Person } from './person/person.ts';

/** A person as rules see one. */
export interface PersonThing extends Thing {
  readonly personId?: string;
}

const self = (actor: Actor, person: PersonThing): boolean =>
  actor.kind === 'person' && person.personId !== undefined && actor.id === person.personId;

/** Persons: who they are is for colleagues who plan with them; how to reach them is for those who look after them. */
export const personPermissions = definePermissions<PersonThing>('person', {
  'person.see': {
    roles: ['administrator', 'auditor', 'chief-editor', 'section-head', 'coordinator', 'station-keeper', 'team-leader'],
    relations: { self },
  },
  'person.see-contact': { roles: ['administrator', 'coordinator', 'station-keeper'], relations: { self } },
  'person.add': { roles: ['administrator', 'coordinator', 'station-keeper'] },
  'person.change': { roles: ['administrator', 'coordinator', 'station-keeper'], relations: { self } },
  'person.deactivate': { roles: ['administrator', 'coordinator'] },
});

/** Where a person belongs, and who they are, for the rules. */
export const personThing = (person: Pick<Person, 'id' | 'placeId'>): PersonThing => ({
  personId: person.id,
  placeId: person.placeId,
});
