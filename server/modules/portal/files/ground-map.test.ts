import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import { testWorld } from '#testing';
import { portalOptions } from '../options.ts';
import { StaticFolder } from './static-folder.ts';

test('the console asks other hosts only for the ground of its own county’s maps, which an administrator names (A1)', async () => {
  await using county = await testWorld();
  const folder = await mkdtemp(join(tmpdir(), 'xy-ground-'));
  await writeFile(join(folder, 'index.html'), '<meta name="csp-nonce" content="__NONCE__">');
  const files = new StaticFolder(folder);
  const server = await buildServer(county.app, portalOptions(county.app, { phone: files, console: files }));
  await server.ready();
  try {
    const mayAsk = async (host: string): Promise<string> => {
      const answer = await server.inject({ method: 'GET', url: '/console/orders', headers: { host } });
      return /connect-src ([^;]*);/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '';
    };
    const administrator = county.as('administrator');
    const seen = async () =>
      ((await administrator.get('/settings')).body['county'] as Record<string, object>)['groundMap'];
    const read = await seen();
    assert.deepEqual(read, { tiles: '', labels: '', attribution: '', origin: null });
    assert.equal(await mayAsk('one.test'), "'self'");

    const ground = {
      tiles: 'https://t0.maps.example/vec?z={z}&x={x}&y={y}&tk=secret',
      labels: 'https://T0.maps.example/names/{z}/{x}/{y}.png',
      attribution: '某图 GS(2026)0001号',
      origin: { latitude: 30.2, longitude: 118.1 },
    };
    for (const name of ['auditor', 'coordinator', 'chief-editor'] as const)
      assert.equal((await county.as(name).put('/ground-map', { ...ground, read })).status, 403, name);
    for (const tiles of [
      'http://maps.example/{z}/{x}/{y}.png',
      'https://maps.example/{z}/{x}.png',
      'https://maps.example;script-src/{z}/{x}/{y}',
      'https://*/{z}/{x}/{y}',
      'https://name:password@maps.example/{z}/{x}/{y}',
      'https://maps.example/{z}/{x}/{y} https://else.example',
      'javascript:alert({z}{x}{y})',
    ]) {
      const refused = await administrator.put('/ground-map', { ...ground, tiles, read });
      assert.deepEqual([refused.status, refused.body['code']], [400, 'BadRequest'], tiles);
    }
    const nowhere = await administrator.put('/ground-map', { ...ground, origin: null, read });
    assert.equal(nowhere.status, 400, 'tiles, and nobody knows where the list of places lies');
    assert.equal(await mayAsk('one.test'), "'self'");

    assert.equal((await administrator.put('/ground-map', { ...ground, read })).status, 200);
    assert.deepEqual(await seen(), ground);
    assert.equal(await mayAsk('one.test'), "'self' https://t0.maps.example", 'each host once');
    assert.equal(await mayAsk('two.test'), "'self'", 'the other county asks nobody');
    assert.equal((await administrator.put('/ground-map', { ...ground, read })).body['code'], 'StaleVersion');
    const { items } = (await county.as('auditor').get('/audit?act=county.change-ground-map')).body;
    assert.equal((items as unknown[]).length, 1);
    assert.doesNotMatch(JSON.stringify(items), /secret/, 'a key is not put on record');
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
});
