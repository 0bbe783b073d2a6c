import { openApp } from '../server/platform/app.ts';
import type { App } from '../server/platform/app.ts';
import { machineClock } from '../server/platform/clock.ts';
import { modules } from '../server/modules.ts';

/** The program in this process, without a server, to prepare what is measured: on the database at `databaseUrl`, with its files under `directory`. */
export const openBesides = (databaseUrl: string, directory: string): Promise<App> =>
  openApp(
    {
      databaseUrl,
      varDirectory: directory,
      publicAddress: 'http://localhost',
      logLevel: 'silent',
      trustedProxies: [],
      severalProcesses: false,
      poolSize: 4,
    },
    modules,
    machineClock,
  );
