import type { Manifest } from '#platform/manifest';
import { auditVerify } from './audit/audit-verify-command.ts';
import { backup } from './backup/backup-command.ts';
import { nightlyBackup } from './backup/nights.ts';
import { restore } from './backup/restore-command.ts';
import { countyAdd } from './county/county-add-command.ts';
import { countyClose, countyReopen } from './county/county-close-command.ts';
import { countyList } from './county/county-list-command.ts';
import { countyStart } from './county/start/county-start-command.ts';
import { doctor } from './doctor/doctor-command.ts';
import { subscriptions } from './subscriptions.ts';
import { texts } from './texts/index.ts';
import { watchTroubles } from './trouble/watch-troubles.ts';
import { operationsRoutes } from './http/operations-routes.ts';
import { auditPermissions, jobPermissions, settingPermissions } from './permissions.ts';

/** What the module operations gives to the program: audit, jobs, settings, and the commands of the one who looks after it. */
export const operations: Manifest = {
  name: 'operations',
  routes: operationsRoutes,
  subscriptions,
  permissions: [auditPermissions, jobPermissions, settingPermissions],
  recurring: [nightlyBackup, watchTroubles],
  texts,
  commands: [countyStart, countyAdd, countyList, countyClose, countyReopen, doctor, auditVerify, backup, restore],
};
