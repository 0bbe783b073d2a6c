import { mkdtempSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openApp } from '#platform/app';
import type { App, AppSettings } from '#platform/app';
import { SetClock } from '#platform/clock';
import { migrate } from '#platform/migrate';
import { modules } from '../modules.ts';
import { testServer } from './server.ts';

/** A program on a migrated database without any county, as on the very first start. */
export interface EmptyProgram extends AsyncDisposable {
  readonly app: App;
  readonly clock: SetClock;
  readonly ownerUrl: string;
  /** The name of its database. */
  readonly database: string;
  /** Another process on the same database and folder: the next start, or a command while the first runs (`severalProcesses`, so that the first hears of it). */
  again(changed?: Partial<Pick<AppSettings, 'severalProcesses' | 'configFile'>>): Promise<App>;
}

/** Opens such a program under localhost; its real time stands still where the test sets it. */
export async function emptyProgram(startsAt = '2026-03-02T01:00:00.000Z'): Promise<EmptyProgram> {
  const server = await testServer();
  const name = `xy_test_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const owner = new pg.Client({ connectionString: server.ownerUrl('postgres') });
  await owner.connect();
  await owner.query(`create database ${name}`);
  const subscribers = modules
    .flatMap((module) => module.subscriptions ?? [])
    .flatMap((one) => (one.kind === 'after' ? [one.name] : []));
  await migrate(server.ownerUrl(name), { appRole: server.appRole, subscribers });
  await server.distribute?.(name);
  const clock = new SetClock(startsAt);
  const settings = {
    databaseUrl: server.appUrl(name),
    varDirectory: mkdtempSync(join(tmpdir(), 'xy-test-')),
    publicAddress: 'http://localhost',
    logLevel: 'silent',
    trustedProxies: [],
    severalProcesses: false,
    poolSize: 8,
  } as const;
  const opened: App[] = [];
  const open = async (changed: Partial<AppSettings> = {}): Promise<App> => {
    const app = await openApp({ ...settings, ...changed }, modules, clock);
    opened.push(app);
    return app;
  };
  return {
    app: await open(),
    clock,
    ownerUrl: server.ownerUrl(name),
    database: name,
    again: open,
    async [Symbol.asyncDispose]() {
      for (const app of opened) await app.close();
      await dropDatabase(owner, name);
      await owner.end();
    },
  };
}

// PostgreSQL's own autovacuum may be at work in a database that was just filled, and only a superuser may end that: it is over soon.
async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await owner.query(`drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      if (tries === 40) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
