import type { Manifest } from '#platform/manifest';
import { peopleRoutes } from './http/people-routes.ts';
import { importPeopleCommand } from './import/import-people-command.ts';
import { personPermissions } from './permissions.ts';
import { personalData } from './personal-data.ts';
import { texts } from './texts/index.ts';

/** What the module people gives to the program. */
export const people: Manifest = {
  name: 'people',
  routes: peopleRoutes,
  permissions: [personPermissions],
  refusals: { PhoneNotUnderstood: 422, PersonErased: 409, NoNameColumn: 422 },
  commands: [importPeopleCommand],
  texts,
  personalData,
};
