import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { sha256 } from '#platform/canonical';
import { SetClock } from '#platform/clock';
import { openApp } from '#platform/app';
import { migrate, readMigrations } from '#platform/migrate';
import { modules } from '../modules.ts';
import { testServer } from './server.ts';
import type { TestServer } from './server.ts';
import { buildTestCounties, testSettings } from './counties.ts';

/** County time at which every test begins: a Monday morning in Shanghai. */
export const testStart = '2026-03-02T01:00:00.000Z';

let made: Promise<string> | undefined;

/** Name of the template database: migrated, with the two test counties and their cast. Made once per state of the migrations and builders. */
export function templateDatabase(): Promise<string> {
  made ??= makeTemplate();
  return made;
}

async function makeTemplate(): Promise<string> {
  const server = await testServer();
  const name = `xy_template_${(await fingerprint()).slice(0, 16)}`;
  const owner = new pg.Client({ connectionString: server.ownerUrl('postgres') });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock(771100)');
    const known = await owner.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await build(server, owner, name);
  } finally {
    await owner.end();
  }
  return name;
}

// Built under another name and renamed when whole: a half-made template is never used.
async function build(server: TestServer, owner: pg.Client, name: string): Promise<void> {
  const draft = `${name}_draft`;
  await owner.query(`drop database if exists ${draft} with (force)`);
  await owner.query(`create database ${draft}`);
  await fillDatabase(server, draft);
  await owner.query(`alter database ${draft} rename to ${name}`);
}

/** Migrates an empty database and puts the two counties and their cast into it. */
export async function fillDatabase(server: TestServer, name: string): Promise<void> {
  const subscribers = modules
    .flatMap((module) => module.subscriptions ?? [])
    .flatMap((one) => (one.kind === 'after' ? [one.name] : []));
  await migrate(server.ownerUrl(name), { appRole: server.appRole, subscribers });
  await server.distribute?.(name);
  const root = new pg.Client({ connectionString: server.ownerUrl(name) });
  await root.connect();
  await buildTestCounties.rows(root);
  await root.end();
  const app = await openApp(testSettings(server.appUrl(name)), modules, new SetClock(testStart));
  await buildTestCounties.cast(app);
  await app.close();
}

// The template depends on the migrations and on whatever builds the cast.
async function fingerprint(): Promise<string> {
  const builders = await builderFiles(join(import.meta.dirname, '..'));
  const texts = await Promise.all([
    ...(await readMigrations()).map((one) => Promise.resolve(one.text)),
    ...builders.map((file) => readFile(file, 'utf8')),
  ]);
  return sha256(texts.join('\n'));
}

async function builderFiles(server: string): Promise<string[]> {
  const names = await readdir(join(server, 'modules'));
  const testing = names.map((name) => join(server, 'modules', name, 'testing.ts'));
  const present = await Promise.all(
    testing.map((file) =>
      readFile(file).then(
        () => file,
        () => undefined,
      ),
    ),
  );
  return [join(import.meta.dirname, 'counties.ts'), ...present.filter((file) => file !== undefined)];
}
