import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type pg from 'pg';
import { openDesk } from '#newsroom/testing';
import { sha256 } from '#platform/canonical';
import { migrate, readMigrations } from '#platform/migrate';
import { ownerClient } from '#testing';
import { testServer } from '../server.ts';

/** The migrations that a county of 29 November 2026 (af138e86) has had: their hashes and names, as sha256sum writes them. */
async function migrationsOf29November(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(import.meta.dirname, 'migrations-of-29-november.txt'), 'utf8');
  return new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
  );
}

const tablesOf = async (owner: pg.Client): Promise<string[]> => {
  const { rows } = await owner.query<{ says: string }>(
    `select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as says
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'jobs') order by 1`,
  );
  return rows.map(({ says }) => says);
};

test('a county of 29 November finds every migration it has had, unaltered, and comes to the tables of today', async () => {
  const had = await migrationsOf29November();
  const here = new Map((await readMigrations()).map(({ name, text }) => [name, sha256(text)]));
  assert.equal(had.size, 127);
  assert.deepEqual(
    [...had].filter(([name, hash]) => here.get(name) !== hash),
    [],
    'the upgrade, and the restore of an archive of then, would be turned away',
  );
  const server = await testServer();
  const ways = [new Set(had.keys()), undefined].map(async (only) => {
    const name = `xy_test_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
    const maker = await ownerClient('postgres');
    await maker.query(`create database ${name} template template0`);
    const how = { appRole: server.appRole, subscribers: [] };
    try {
      if (only) await migrate(server.ownerUrl(name), { ...how, only });
      await migrate(server.ownerUrl(name), how);
      const owner = await ownerClient(name);
      const tables = await tablesOf(owner);
      await owner.end();
      return tables;
    } finally {
      await maker.query(`drop database ${name} with (force)`);
      await maker.end();
    }
  });
  const [upgraded, fresh] = await Promise.all(ways);
  assert.deepEqual(upgraded, fresh);
});

test('the films that it has become attachments, and the version before still finds them', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const story = await desk.write();
  const owner = await ownerClient(county.database);
  const server = await testServer();
  const again = (): Promise<string[]> =>
    migrate(server.ownerUrl(county.database), {
      appRole: server.appRole,
      subscribers: county.app.bus.allAfter().map(({ name }) => name),
    });
  const [id, upload] = [randomUUID(), randomUUID()];
  try {
    // As it stood before this version came.
    const films = (await readMigrations()).find(({ name }) => name === '0153-newsroom-films.sql');
    await owner.query(`select set_config('xiangyin.app_role', $1, false)`, [server.appRole]);
    await owner.query(films?.text ?? '');
    await owner.query(`delete from public.migrations where name = '0273-newsroom-films-went-over.sql'`);
    await owner.query(
      `update public.migrations set applied_at = applied_at - interval '1 day' where name = '0153-newsroom-films.sql'`,
    );
    await owner.query(
      `insert into newsroom.films (county_id, id, story_id, name, bytes, seconds, sent_by, told_at) values (1, $1, $2, '洪水.mp4', 3000, 12, $3, '2026-03-02')`,
      [id, story.id, await county.personId('correspondent')],
    );
    await owner.query(
      `insert into media.uploads (county_id, id, person_id, name, bytes, arrived, fingerprint, alt, caption, credit, began_at, expires_at) values (1, $1, $2, '洪水.mp4', 3000, 1000, $3, '', '', '', '2026-03-02', '2100-01-01')`,
      [upload, await county.personId('correspondent'), `film:${id}`],
    );
    assert.deepEqual(await again(), ['0273-newsroom-films-went-over.sql']);
    const { items } = (await county.as('editor').get(`/stories/${story.id}/attachments`)).body;
    assert.deepEqual(
      (items as { id: string; name: string; state: string; arrived: number }[]).map((one) => [
        one.id,
        one.name,
        one.state,
        one.arrived,
      ]),
      [[id, '洪水.mp4', 'coming', 1_000]],
    );
    // What the version before asks for, as it asks: by the program's role, within its county.
    const asBefore = (statement: string, values: unknown[]) =>
      county.inCounty((ctx) => ctx.transaction((tx) => tx.client.query(statement, values)));
    const seen = await asBefore('select name from newsroom.films where county_id = $1 and story_id = $2', [
      1,
      story.id,
    ]);
    assert.deepEqual(seen.rows, [{ name: '洪水.mp4' }]);
    await asBefore(
      `update newsroom.films set refusal = 'NotAFilm', settled_at = '2026-03-02' where county_id = $1 and id = $2`,
      [1, id],
    );
    await asBefore(
      'insert into newsroom.films (county_id, id, story_id, name, bytes, seconds, sent_by, told_at) values ($1, $2, $3, $4, 10, 1, $5, $6)',
      [1, randomUUID(), story.id, '又一段.mp4', await county.personId('correspondent'), '2026-03-03'],
    );
    const both = (await county.as('editor').get(`/stories/${story.id}/attachments`)).body;
    assert.deepEqual(
      (both['items'] as { name: string; state: string }[]).map((one) => [one.name, one.state]),
      [
        ['洪水.mp4', 'refused'],
        ['又一段.mp4', 'coming'],
      ],
    );
  } finally {
    await owner.end();
  }
});
