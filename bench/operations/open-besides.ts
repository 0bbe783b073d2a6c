import { openApp } from '../../server/platform/app.ts';
import type { App } from '../../server/platform/app.ts';
import { machineClock } from '../../server/platform/clock.ts';
import { modules } from '../../server/modules.ts';
import type { BenchCounty } from '../prepare.ts';

/** The program in this process, without a server, to prepare what is measured. */
export const openBesides = (county: BenchCounty): Promise<App> =>
  openApp(
    {
      databaseUrl: county.postgres.appUrl('xiangyin'),
      varDirectory: county.directory,
      publicAddress: 'http://localhost',
      logLevel: 'silent',
      trustedProxies: [],
      severalProcesses: false,
      poolSize: 4,
    },
    modules,
    machineClock,
  );
