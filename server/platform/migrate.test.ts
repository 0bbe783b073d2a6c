import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { testServer } from '../testing/server.ts';
import { ExplainedError } from './explained-error.ts';
import { migrate } from './migrate.ts';

test('a migration that fails in the middle leaves nothing of itself, says what to do, and is done once it is mended; what was done before is not done again', async () => {
  const server = await testServer();
  const name = `xy_test_migrate_${process.pid}`;
  const postgres = new pg.Client({ connectionString: server.ownerUrl('postgres') });
  await postgres.connect();
  await postgres.query(`create database ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'xy-migrations-'));
  const write = (file: string, sql: string): void => writeFileSync(join(folder, file), sql);
  const upgrade = () => migrate(server.ownerUrl(name), { appRole: server.appRole, subscribers: [], folder });
  const owner = new pg.Client({ connectionString: server.ownerUrl(name) });
  await owner.connect();
  const here = async (): Promise<unknown> =>
    (
      await owner.query(
        `select array(select name from public.migrations order by name) as done, to_regclass('public.half') is not null as half, (select array_agg(n order by n) from public.kept) as kept`,
      )
    ).rows[0];
  try {
    write('0001-kept.sql', 'create table public.kept (n integer); insert into public.kept values (1);');
    assert.deepEqual(await upgrade(), ['0001-kept.sql']);

    write('0002-more.sql', 'insert into public.kept values (2);');
    write('0003-half.sql', 'create table public.half (n integer); update public.kept set n = n + 10; select 1 / 0;');
    write('0004-after.sql', 'insert into public.kept values (4);');
    const before = { done: ['0001-kept.sql', '0002-more.sql'], half: false, kept: [1, 2] };
    for (let time = 0; time < 2; time += 1) {
      await assert.rejects(upgrade(), (error) => {
        assert.ok(error instanceof ExplainedError);
        assert.match(error.message, /stands before 0003-half\.sql.*version before.*division by zero/s);
        return true;
      });
      assert.deepEqual(await here(), before);
    }

    write('0003-half.sql', 'create table public.half (n integer); update public.kept set n = n + 10;');
    assert.deepEqual(await upgrade(), ['0003-half.sql', '0004-after.sql']);
    assert.deepEqual(await here(), {
      done: ['0001-kept.sql', '0002-more.sql', '0003-half.sql', '0004-after.sql'],
      half: true,
      kept: [4, 11, 12],
    });

    // As in a copy that was brought over without its rights.
    await owner.query(`revoke usage on schema jobs from ${owner.escapeIdentifier(server.appRole)}`);
    await upgrade();
    const rights = await owner.query(`select has_schema_privilege($1, 'jobs', 'usage') as usage`, [server.appRole]);
    assert.deepEqual(rights.rows, [{ usage: true }], 'the program gets its rights on the job tables again');
  } finally {
    await owner.end();
    await postgres.query(`drop database ${name} with (force)`);
    await postgres.end();
    rmSync(folder, { recursive: true });
  }
});
