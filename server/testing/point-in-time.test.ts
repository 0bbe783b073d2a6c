import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { existsNow } from '#platform/process-identity';
import type { Command } from '#platform/manifest';
import { inCounty } from '#platform/transaction';

test(
  'the paper’s way back to a moment: log archived, machine killed, recovered to just before the mistake; chains and signatures hold, whoever asked to be deleted since stays deleted, and the county goes on',
  drill,
);

async function drill(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xy-moment-'));
  const [directory, archive, base] = ['postgres', 'archive', 'base'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(archive);
  // A server of our own, unlike those of other tests one that archives; whatever reads this setting is imported after it.
  process.env['XIANGYIN_TEST_VAR'] = directory;
  delete process.env['DATABASE_URL'];
  const { startEmbeddedPostgres } = await import('#platform/postgres/index');
  const { choosePlacement } = await import('#platform/postgres/placement');
  const { ask, copyRunning, superuserUrl } = await import('./standby.ts');
  const { dataDirectory } = await choosePlacement(directory, { useSocket: true, log: () => undefined });
  const start = () => startEmbeddedPostgres({ directory, durable: false });
  // As docs/operations/point-in-time.md has it.
  const first = await start();
  const administrator = superuserUrl(first.adminUrl('postgres'));
  await ask(administrator, `alter system set archive_mode = on`);
  await ask(
    administrator,
    `alter system set archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f'`,
  );
  await first.stop({ force: true });

  const { ownerClient } = await import('./index.ts');
  const { testServer } = await import('./server.ts');
  const { openDesk } = await import('#newsroom/testing');
  const { auditVerify, restore } = await import('#operations/testing');
  await testServer();
  const desk = await openDesk();
  const { county } = desk;
  county.app.pool.on('error', () => undefined);
  county.app.backgroundPool.on('error', () => undefined);
  try {
    await ask(administrator, `select pg_switch_wal()`);
    await copyRunning(administrator, base);

    // What stands before the mistake, some of it written after the base backup.
    const published = await desk.publish();
    const gone = await addPerson('王不留');
    await county.tick('platform.seal');
    await county.tick('platform.sign-heads');
    const session = await county.as('administrator').cookie();
    const moment = await clockOf(administrator);
    // Somebody asks to be deleted, and then comes the mistake.
    await until100(2);
    assert.equal((await county.as('administrator').delete(`/people/${gone}/data`, { name: '王不留' })).status, 204);
    await county.deliver();
    const owner = await ownerClient(county.database);
    await owner.query('truncate newsroom.stories cascade');
    await owner.end();
    await archived(administrator);

    await killNow(dataDirectory);
    await rm(dataDirectory, { recursive: true });
    await rename(base, dataDirectory);
    await writeFile(join(dataDirectory, 'recovery.signal'), '');
    await appendFile(
      join(dataDirectory, 'postgresql.auto.conf'),
      `\nrestore_command = 'cp ${archive}/%f %p'\nrecovery_target_time = '${moment}'\nrecovery_target_action = 'promote'\n`,
    );
    const again = await start();
    // It takes questions before it is done, and writes nothing.
    while ((await question<{ is: boolean }>(administrator, 'select pg_is_in_recovery() as is'))?.is !== false)
      await until100(1);

    const settled = await command(restore, { recovered: true });
    assert.equal(settled.code, 0, settled.said);
    assert.match(settled.said, /deleted again at people’s wish: 1[^]*recovered, and all of it holds/);
    assert.equal((await county.request('GET', '/api/v1/people', undefined, { cookie: session })).status, 401);
    assert.equal((await desk.see(published.id)).title, published.title);
    assert.notEqual(await nameOf(gone), '王不留');
    // The county goes on, on a new time line.
    await addPerson('陈再来');
    await county.tick('platform.seal');
    await county.tick('platform.sign-heads');
    assert.equal((await command(auditVerify)).code, 0);
    await again.stop({ force: true });
  } finally {
    await desk[Symbol.asyncDispose]().catch(() => undefined);
    await (await testServer()).stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }

  async function addPerson(name: string): Promise<string> {
    const made = await county.as('administrator').post('/people', { name });
    assert.equal(made.status, 201, made.text);
    return String(made.body['id']);
  }

  async function nameOf(id: string): Promise<string | null | undefined> {
    const rows = await county.inCounty((ctx) =>
      ctx.transaction((tx) =>
        tx.named<{ name: string | null }>(
          'test.name-of',
          'select name from people.persons where county_id = 1 and id = $1',
          [id],
        ),
      ),
    );
    return rows[0]?.name;
  }

  async function command(one: Command, flags: Record<string, true> = {}): Promise<{ code: number; said: string }> {
    const said: string[] = [];
    const [own] = county.app.counties.all();
    assert.ok(own);
    const code = await one.run({
      app: county.app,
      ownerUrl: (await testServer()).ownerUrl(county.database),
      args: [],
      flags,
      say: (line) => void said.push(line),
      inCounty: (work) => inCounty(county.app, own, work),
    });
    return { code, said: said.join('\n') };
  }
}

const until100 = (times: number): Promise<void> => new Promise((done) => setTimeout(done, 100 * times));

async function question<Row extends pg.QueryResultRow>(address: string, text: string): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows[0];
  } finally {
    await client.end();
  }
}

const clockOf = async (address: string): Promise<string> =>
  (await question<{ now: string }>(address, `select clock_timestamp()::text as now`))?.now ?? '';

/** Waits until everything written so far lies in the archive: what does not is lost with the machine. */
async function archived(address: string): Promise<void> {
  const last = await question<{ file: string }>(address, `select pg_walfile_name(pg_current_wal_lsn()) as file`);
  await question(address, `select pg_switch_wal()`);
  for (let tries = 0; tries < 300; tries += 1) {
    const seen = await question<{ file: string | null }>(
      address,
      `select last_archived_wal as file from pg_stat_archiver`,
    );
    if (seen?.file && seen.file >= (last?.file ?? '')) return;
    await until100(1);
  }
  throw new Error('the log was not archived');
}

/** The power goes. */
async function killNow(dataDirectory: string): Promise<void> {
  const pid = Number((await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  while (existsNow(pid)) await until100(1);
  // Its helpers notice within a second.
  await until100(15);
}
