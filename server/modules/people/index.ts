export type { Person } from './person/person.ts';
export { peopleCount } from './person/people-left.ts';
export { addPerson } from './person/add-person.ts';
export type { NewPerson } from './person/add-person.ts';
export {
  displayNames,
  personById,
  personForUpdate,
  personsByEmail,
  personsByIds,
  personsByPhone,
  shownName,
} from './person-queries.ts';
export { personAdded, personChanged } from './events.ts';
