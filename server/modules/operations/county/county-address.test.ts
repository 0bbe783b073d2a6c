import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import type { App } from '#platform/app';
import { inCounty } from '#platform/transaction';
import { portalOptions } from '#portal';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { countyAddress } from './county-address-command.ts';

async function run(app: App, flags: Record<string, string | true>): Promise<{ exit: number; said: string }> {
  const said: string[] = [];
  const [county] = app.counties.all();
  assert.ok(county);
  const exit = await countyAddress.run({
    app,
    ownerUrl: undefined,
    args: [],
    flags,
    say: (line) => void said.push(line),
    secret: () => Promise.resolve(''),
    inCounty: (work) => inCounty(app, county, work),
  });
  return { exit, said: said.join('\n') };
}

/** Gives somebody of the cast a passkey made under a host name. */
async function addPasskey(county: TestWorld, who: 'administrator' | 'editor', host: string): Promise<void> {
  const owner = await ownerClient(county.database);
  await owner.query(
    `insert into access.passkeys (county_id, id, person_id, credential_id, public_key, algorithm, counter, rp_id, name, made_at)
     values (1, gen_random_uuid(), $1, gen_random_uuid()::text, '', -7, 0, $2, 'key', now())`,
    [await county.personId(who), host],
  );
  await owner.end();
}

test('a county gets another address while people work; before the earlier one goes it is said how many passkeys die with it, and what to do', async () => {
  await using county = await testWorld();
  const { app } = county;
  const server = await buildServer(app, portalOptions(app));
  const home = async (host: string): Promise<number> =>
    (await server.inject({ method: 'GET', url: '/', headers: { host } })).statusCode;
  try {
    await server.ready();
    await addPasskey(county, 'administrator', 'one.test');
    await addPasskey(county, 'editor', 'one.test');
    const owner = await ownerClient(county.database);
    await owner.query('update access.accounts set totp_confirmed_at = null where county_id = 1');
    await owner.query('delete from access.recovery_codes');
    await owner.end();

    assert.deepEqual([await home('one.test'), await home('news.example.org')], [200, 404]);
    assert.match((await run(app, {})).said, /one\.test .*2 passkeys of 2 people/);
    assert.equal((await run(app, { add: 'https://news.example.org' })).exit, 2);
    await assert.rejects(run(app, { add: 'two.test' }), /Another county has the host two\.test/);

    const added = await run(app, { add: 'news.example.org' });
    assert.equal(added.exit, 0, added.said);
    assert.match(added.said, /PUBLIC_ADDRESS=https:\/\/news\.example\.org/);
    assert.match(added.said, /2 passkeys of 2 people work under one\.test alone[\s\S]*2 of them have neither/);
    assert.deepEqual([await home('one.test'), await home('news.example.org')], [200, 200]);

    // The settings say the new one from the next start on.
    const later: App = { ...app, settings: { ...app.settings, publicAddress: 'https://news.example.org' } };
    assert.match((await run(app, { drop: 'one.test' })).said, /in use/);
    const held = await run(later, { drop: 'one.test' });
    assert.deepEqual([held.exit, /Nothing was touched[\s\S]*signs in at https:\/\/news/.test(held.said)], [1, true]);
    assert.equal(await home('one.test'), 200);
    const dropped = await run(later, { drop: 'one.test', 'passkeys-end': true });
    assert.equal(dropped.exit, 0, dropped.said);
    assert.deepEqual([await home('one.test'), await home('news.example.org')], [404, 200]);
    const shown = await run(later, {});
    assert.match(shown.said, /→ news\.example\.org .*0 passkeys[\s\S]*✗ one\.test .*2 passkeys of 2 people.*of no use/);
    assert.equal((await run(later, { drop: 'news.example.org' })).exit, 1, 'the last one stays');

    const { rows } = await app.pool.query(`select 1 from platform.hosts where county_id = 1`);
    assert.equal(rows.length, 1);
    const acts = await county.inCounty((ctx) =>
      ctx.transaction((tx) =>
        tx.named<{ act: string }>(
          'test.address-acts',
          `select act from platform.audit where county_id = $1 and act like 'county.%host' order by id`,
          [tx.countyId],
        ),
      ),
    );
    assert.deepEqual(
      acts.map(({ act }) => act),
      ['county.add-host', 'county.drop-host'],
    );
  } finally {
    await server.close();
  }
});
