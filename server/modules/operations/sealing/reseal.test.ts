import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Keys } from '#platform/keys';
import { unsealUnder } from '#platform/sealing-keys';
import { inCounty } from '#platform/transaction';
import { ownerClient, testWorld } from '#testing';
import { testServer } from '../../../testing/server.ts';
import { CountyFiller } from '../../../testing/busy-county.ts';
import type { TestWorld } from '#testing';

/** `cli keys reseal`, as the terminal runs it. */
async function command(county: TestWorld, flags: Record<string, true> = {}): Promise<{ code: number; said: string }> {
  const one = county.app.modules.flatMap(({ commands = [] }) => commands).find(({ name }) => name === 'keys reseal');
  assert.ok(one);
  const said: string[] = [];
  const code = await one.run({
    app: county.app,
    ownerUrl: (await testServer()).ownerUrl(county.database),
    args: [],
    flags,
    say: (line) => void said.push(line),
    inCounty: (work) => {
      const [here] = county.app.counties.all();
      return here ? inCounty(county.app, here, work) : assert.fail('no county');
    },
  });
  return { code, said: said.join('\n') };
}

const fileOf = (county: TestWorld): string => join(county.app.settings.varDirectory, 'keys', 'sealing.key');
const keysIn = async (county: TestWorld): Promise<string[]> =>
  (await readFile(fileOf(county), 'utf8')).trim().split('\n');

/** Every sealed thing of both counties: what it is, and whether this key alone opens it. */
async function openedBy(county: TestWorld, hex: string): Promise<Map<string, boolean[]>> {
  const owner = await ownerClient(county.database);
  const found = new Map<string, boolean[]>();
  for (const { table, column, purpose, holds } of county.app.modules.flatMap(({ sealed = [] }) => sealed)) {
    const { rows } = await owner.query<{ id: number; it: Buffer | string }>(
      `select county_id as id, ${column} as it from ${table} where ${column} is not null`,
    );
    const opens = await Promise.all(
      rows.map(async ({ id, it }) => {
        const sealed = typeof it === 'string' ? await county.app.files.read(id, it) : it;
        assert.ok(sealed, `${table}.${column} ${holds}`);
        try {
          unsealUnder(Buffer.from(hex, 'hex'), purpose, sealed);
          return true;
        } catch {
          return false;
        }
      }),
    );
    if (opens.length > 0) found.set(`${table}.${column}`, opens);
  }
  await owner.end();
  return found;
}

async function addSecrets(county: TestWorld): Promise<{ consent: string; files: string[] }> {
  const things = await (await CountyFiller.open(county, 1)).fillPlace('town-1');
  await (await CountyFiller.open(county, 2)).fillPlace('town-1');
  assert.equal((await county.as('editor').post('/me/totp', {})).status, 201);
  const head = '--xy\r\ncontent-disposition: form-data; name="file"; filename="form.pdf"\r\n\r\n';
  const form = await county.as('editor').post(`/consents/${things['consent']}/form`, undefined, {
    headers: { 'content-type': 'multipart/form-data; boundary=xy' },
    payload: `${head}%PDF-1.7 同意书\r\n--xy--\r\n`,
  });
  assert.equal(form.status, 201, form.text);
  return { consent: String(things['consent']), files: await formFiles(county) };
}

async function formFiles(county: TestWorld): Promise<string[]> {
  const owner = await ownerClient(county.database);
  const { rows } = await owner.query<{ hash: string }>(
    'select form_hash as hash from media.consents where form_hash is not null',
  );
  await owner.end();
  return rows.map(({ hash }) => hash);
}

test('the key that seals is changed while the program goes on: everything lies under the new one, nobody signs in again, and the former is destroyed when nothing needs it (A38)', async () => {
  await using county = await testWorld();
  const { consent, files } = await addSecrets(county);
  const editor = county.as('editor');
  assert.equal((await editor.get('/me')).status, 200);
  // Another process on the same folder.
  const other = new Keys(county.app.settings.varDirectory);
  const kept = await other.seal('test.thing', Buffer.from('secret'));
  const [former = ''] = await keysIn(county);
  const before = await openedBy(county, former);
  const kinds = [...before.keys()];
  for (const kind of ['access.accounts.totp_secret', 'media.consents.form_hash', 'notices.hooks.sealed'])
    assert.ok(kinds.includes(kind), `${kind} of ${kinds.join()}`);

  const { code, said } = await command(county);
  assert.equal(code, 0, said);
  const things = [...before.values()].flat().length;
  assert.match(said, new RegExp(`${things} things sealed anew`));
  const [present = '', ...rest] = await keysIn(county);
  assert.notEqual(present, former);
  assert.deepEqual(rest, [former]);
  const after = await openedBy(county, present);
  assert.deepEqual([...after.keys()], kinds);
  assert.ok([...after.values()].flat().every(Boolean), 'each opens under the new key alone');
  const form = await editor.get(`/consents/${consent}/form`);
  assert.equal(form.status, 200);
  assert.match(form.text, /^%PDF-1.7 同意书/);
  for (const hash of files) assert.equal(await county.app.files.read(1, hash), undefined, 'the former file is gone');
  assert.equal((await editor.get('/me')).status, 200, 'nobody is signed out');
  assert.equal((await other.unseal('test.thing', kept)).toString(), 'secret', 'what is under way still opens');
  unsealUnder(Buffer.from(present, 'hex'), 'test.thing', await other.seal('test.thing', Buffer.from('later')));
  const audit = await county.as('auditor').get('/audit?act=key.reseal');
  assert.equal((audit.body['items'] as unknown[]).length, 1, 'on record in the county that was looked at');

  // Broken off and begun once more: the same new key.
  assert.match((await command(county)).said, /0 things sealed anew/);
  assert.deepEqual(await keysIn(county), [present, former]);
  const finished = await command(county, { finish: true });
  assert.equal(finished.code, 0, finished.said);
  assert.deepEqual(await keysIn(county), [present]);
  await assert.rejects(other.unseal('test.thing', kept));
  assert.equal(await other.isUsable(), true);
  assert.match((await command(county, { finish: true })).said, /no former key/);
});

test('while something lies under the former key it is not destroyed, and what no key opens stays as it is', async () => {
  await using county = await testWorld();
  await addSecrets(county);
  const [former = ''] = await keysIn(county);
  await command(county);
  // A process that had read the file a moment before sealed one more thing.
  const late = new Keys(county.app.settings.varDirectory);
  const [present = ''] = await keysIn(county);
  await writeFile(fileOf(county), `${former}\n${present}`);
  const sealed = await late.seal('access.totp', Buffer.from('late'));
  const owner = await ownerClient(county.database);
  await writeFile(fileOf(county), `${present}\n${former}`);
  await owner.query('update access.accounts set totp_secret = $1 where totp_secret is not null', [sealed]);
  await owner.query(`update notices.hooks set sealed = '\\x00'`);
  const { code, said } = await command(county, { finish: true });
  assert.equal(code, 1, said);
  assert.match(said, /opened under no key here/);
  assert.deepEqual(await keysIn(county), [present, former]);
  const again = await command(county, { finish: true });
  assert.equal(again.code, 0, again.said);
  assert.deepEqual(await keysIn(county), [present]);
});
