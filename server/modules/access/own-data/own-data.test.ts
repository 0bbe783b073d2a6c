import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setDuty } from '../testing.ts';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';

/** Every place in the database where one of the texts stands, as schema.table.column; the owner sees past row-level security. */
async function whereStands(county: TestWorld, ...texts: string[]): Promise<string[]> {
  const owner = await ownerClient(county.database);
  try {
    const { rows } = await owner.query<{ s: string; t: string; c: string }>(
      `select table_schema s, table_name t, column_name c from information_schema.columns
        where table_schema not in ('pg_catalog', 'information_schema') and data_type in ('text', 'jsonb', 'ARRAY', 'character varying')`,
    );
    const hits: string[] = [];
    for (const { s, t, c } of rows) {
      const found = await owner.query(`select 1 from "${s}"."${t}" where "${c}"::text like any($1) limit 1`, [
        texts.map((text) => `%${text}%`),
      ]);
      if (found.rowCount) hits.push(`${s}.${t}.${c}`);
    }
    return hits;
  } finally {
    await owner.end();
  }
}

test('a person exports everything the system holds about them (A40)', async () => {
  await using county = await testWorld();
  const id = await county.personId('volunteer');
  const data = await county.as('volunteer').get(`/people/${id}/data`);
  assert.equal(data.status, 200, data.text);
  const modules = data.body['modules'] as Record<string, Record<string, { name?: string; role?: string }[]>>;
  assert.equal(modules['people']?.['people.persons']?.[0]?.name, 'volunteer');
  assert.equal(modules['access']?.['access.grants']?.[0]?.role, 'volunteer');
  assert.ok(!data.text.includes('token_hash') && !data.text.includes('password_hash'));
});

test("nobody reads another's data but an administrator at their request, and that is written down", async () => {
  await using county = await testWorld();
  const id = await county.personId('volunteer');
  assert.equal((await county.as('coordinator').get(`/people/${id}/data`)).status, 403);
  assert.equal((await county.as('administrator').get(`/people/${id}/data`)).status, 200);
  const rows = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named(
        'test.audit',
        "select act from platform.audit where county_id = 1 and act = 'own-data.export' and subject_id = $1",
        [id],
      ),
    ),
  );
  assert.equal(rows.length, 1);
});

test('a person deletes their data: no name, phone or login is left anywhere (A40)', async () => {
  await using county = await testWorld();
  const made = await county.as('administrator').post('/people', {
    name: '独一无二的名字',
    phone: '13612345678',
    email: 'only.one@example.test',
    placeId: county.placeId('village-1-1'),
  });
  const id = String(made.body['id']);
  assert.ok((await whereStands(county, '独一无二的名字')).length > 0);
  const wrong = await county.as('administrator').delete(`/people/${id}/data`, { name: '别的名字' });
  assert.equal(wrong.body['code'], 'NameDiffers');
  assert.equal((await county.as('administrator').delete(`/people/${id}/data`, { name: '独一无二的名字' })).status, 204);
  assert.deepEqual(await whereStands(county, '独一无二的名字', '13612345678', 'only.one@example.test'), []);
  const view = await county.as('administrator').get(`/people/${id}`);
  assert.equal(view.body['contact'], null);
  assert.ok(view.body['erasedAt']);
});

test('a volunteer deletes themselves: the session ends, and the login is free again', async () => {
  await using county = await testWorld();
  const volunteer = county.as('volunteer');
  const cookie = await volunteer.cookie();
  const id = await county.personId('volunteer');
  assert.equal((await volunteer.delete(`/people/${id}/data`, { name: 'volunteer' })).status, 204);
  assert.equal((await county.request('GET', '/api/v1/me', undefined, { cookie })).status, 401);
  assert.deepEqual(await whereStands(county, '13901000013'), []);
});

test('the last administrator cannot delete themselves before somebody else has taken over', async () => {
  await using county = await testWorld();
  const [first, second] = [await county.personId('administrator'), await county.personId('administrator-2')];
  assert.equal(
    (await county.as('administrator').delete(`/people/${second}/data`, { name: 'administrator-2' })).status,
    204,
  );
  const refused = await county.as('administrator').delete(`/people/${first}/data`, { name: 'administrator' });
  assert.equal(refused.body['code'], 'LastAdministrator');
  assert.equal((await county.as('administrator').get('/me')).status, 200, 'nothing was deleted');
});

test('the data map is public and names purpose, ground and time for each column', async () => {
  await using county = await testWorld();
  const map = await county.request('GET', '/api/v1/data-map');
  const columns = map.body['columns'] as {
    table: string;
    column: string;
    purpose: string;
    basis: string;
    retention: string;
  }[];
  assert.ok(columns.some((one) => one.table === 'people.persons' && one.column === 'phone'));
  for (const one of columns) assert.ok(one.purpose && one.basis && one.retention, `${one.table}.${one.column}`);
});

test('whoever watches alone hands over before they delete themselves', async () => {
  await using county = await testWorld();
  const id = await county.personId('chief-editor');
  await county.inCounty((ctx) => ctx.transaction((tx) => setDuty(tx, 'chief-editor')));
  const erase = () => county.as('chief-editor').delete(`/people/${id}/data`, { name: 'chief-editor' });
  assert.equal((await erase()).body['code'], 'OnDuty');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named(
        'test.end-duty',
        'update access.grants set until_at = $2 where county_id = 1 and duty and person_id = $1',
        [id, tx.at],
      ),
    ),
  );
  assert.equal((await erase()).status, 204);
});
