import type { Manifest } from '#platform/manifest';
import { auditVerify } from './audit/audit-verify-command.ts';
import { backup } from './backup/backup-command.ts';
import { nightlyBackup } from './backup/nights.ts';
import { restore } from './backup/restore-command.ts';
import { countyAdd } from './county/county-add-command.ts';
import { countyAddress } from './county/county-address-command.ts';
import { countyClose, countyReopen } from './county/county-close-command.ts';
import { countyLimits } from './county/county-limits-command.ts';
import { countyList } from './county/county-list-command.ts';
import { countyStart } from './county/start/county-start-command.ts';
import { countyExport } from './county/move/county-export-command.ts';
import { countyImport } from './county/move/county-import-command.ts';
import { doctor } from './doctor/doctor-command.ts';
import { measure } from './measurements/measure.ts';
import { provincePage } from './province/province-page-command.ts';
import { reseal } from './sealing/reseal-command.ts';
import { subscriptions } from './subscriptions.ts';
import { texts } from './texts/index.ts';
import { watchTroubles } from './trouble/watch-troubles.ts';
import { operationsRoutes } from './http/operations-routes.ts';
import { auditPermissions, jobPermissions, measurementPermissions, settingPermissions } from './permissions.ts';

/** What the module operations gives to the program: audit, jobs, settings, and the commands of the one who looks after it. */
export const operations: Manifest = {
  name: 'operations',
  routes: operationsRoutes,
  subscriptions,
  permissions: [auditPermissions, jobPermissions, measurementPermissions, settingPermissions],
  recurring: [measure, nightlyBackup, watchTroubles],
  refusals: { LevelsInUse: 409 },
  texts,
  commands: [
    countyStart,
    countyAdd,
    countyAddress,
    countyList,
    countyLimits,
    countyClose,
    countyReopen,
    countyExport,
    countyImport,
    provincePage,
    doctor,
    auditVerify,
    reseal,
    backup,
    restore,
  ],
};
