import assert from 'node:assert/strict';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openApp } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { doorBefore, testWorld } from '#testing';
import { portalOptions } from './options.ts';

test('the program is ready only while its keys sign and seal', async () => {
  await using county = await testWorld();
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const ready = async () => {
    const answer = await server.inject({ method: 'GET', url: '/readyz', headers: { host: 'one.test' } });
    return { status: answer.statusCode, ...answer.json<{ ok: boolean; database: boolean; keys: boolean }>() };
  };
  await county.inCounty((ctx) => ctx.transaction((tx) => county.app.keys.countyKey(tx, 'county')));
  const sealed = await county.app.keys.seal('access.totp', Buffer.from('secret'));
  assert.deepEqual(await ready(), { status: 200, ok: true, database: true, jobs: true, keys: true });

  const folder = join(county.app.settings.varDirectory, 'keys');
  const files = (await readdir(folder)).filter((name) => name === 'sealing.key' || name.startsWith('county-1-county'));
  assert.equal(files.length, 2, 'a key that signs and the key that seals');
  for (const name of files) {
    const file = join(folder, name);
    const whole = await readFile(file, 'utf8');
    for (const broken of ['', whole.slice(0, 20), 'not a key at all'])
      assert.deepEqual(
        await writeFile(file, broken).then(ready),
        { status: 503, ok: false, database: true, jobs: true, keys: false },
        `${name}: ${broken}`,
      );
    await rename(file, `${file}.away`);
    assert.equal((await ready()).status, 503, `${name} is gone`);
    await rename(`${file}.away`, file);
    await writeFile(file, whole);
    assert.equal((await ready()).status, 200, `${name} is whole again`);
  }
  // Whole, but not the one under which everything was sealed.
  await writeFile(join(folder, 'sealing.key'), 'ab'.repeat(32));
  assert.equal((await ready()).status, 503);
  assert.equal((await county.app.keys.unseal('access.totp', sealed)).toString(), 'secret');
  await server.close();
});

test('whoever watches hears within seconds that the database went silent, and that it is back', async () => {
  await using county = await testWorld();
  const door = await doorBefore(county.app.settings.databaseUrl);
  const app = await openApp({ ...county.app.settings, databaseUrl: door.address }, county.app.modules, county.clock);
  const server = await buildServer(app, portalOptions(app));
  const ready = async () => {
    const began = performance.now();
    const answer = await server.inject({ method: 'GET', url: '/readyz', headers: { host: 'one.test' } });
    return { status: answer.statusCode, waited: performance.now() - began };
  };
  assert.equal((await ready()).status, 200);
  door.freeze();
  const silent = await ready();
  assert.equal(silent.status, 503);
  assert.ok(silent.waited < 15_000, `${silent.waited} ms`);
  door.thaw();
  assert.equal((await ready()).status, 200);
  await server.close();
  await app.close();
  await door.close();
});
