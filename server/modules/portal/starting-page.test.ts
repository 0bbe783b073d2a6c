import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import { testWorld } from '#testing';
import { StaticFolder } from './files/static-folder.ts';
import { portalOptions } from './options.ts';
import { tellBuild, tellBuildFailed, tellPictures } from './starting-state.ts';

test('before the desk is built its page says which step is being done, and when one failed what to do', async () => {
  await using county = await testWorld();
  const folder = await mkdtemp(join(tmpdir(), 'xy-starting-'));
  const files = new StaticFolder(folder);
  const server = await buildServer(county.app, portalOptions(county.app, { phone: files, console: files }));
  await server.ready();
  const look = async (url = '/console/', language = 'zh-CN') => {
    const headers = { host: 'one.test', 'accept-language': language };
    const answer = await server.inject({ method: 'GET', url, headers });
    const steps = [...answer.body.matchAll(/<b>([^<]+)<\/b><span>([^<]+)<\/span>/g)].map(
      ([, name, state]) => `${name}: ${state}`,
    );
    const percent = Number(/<progress[^>]* value="(\d+)"/.exec(answer.body)?.[1]);
    return { ...answer, steps, percent };
  };
  const names = ['console/phone', 'console'];
  assert.deepEqual((await look()).steps, ['数据库和公开网站: 好了', '工作台: 等一等']);

  tellBuild(county.app, { name: 'console/phone', state: 'building', done: 0, of: 2, names });
  tellPictures(county.app, 16, 64);
  const working = await look();
  assert.deepEqual(working.steps, [
    '数据库和公开网站: 好了',
    '手机上的工作台: 正在做',
    '工作台: 等一等',
    '演示的图片: 正在做 · 64张里好了16张',
  ]);
  assert.equal(working.percent, 31);
  assert.equal(working.statusCode, 503);
  assert.match(working.body, /<noscript><meta http-equiv="refresh" content="5"/, 'also without script');
  assert.doesNotMatch(working.body, /<style|<script>|\sstyle=/);

  tellBuild(county.app, { name: 'console/phone', state: 'built', done: 1, of: 2, names });
  tellBuild(county.app, { name: 'console', state: 'building', done: 1, of: 2, names });
  tellPictures(county.app, 64, 64);
  assert.equal((await look()).percent, 75);
  tellBuildFailed(county.app);
  const failed = await look('/console/stories', 'en');
  assert.match(failed.body, /<h1>The desk could not be made<\/h1>/);
  assert.match(failed.body, /start the program again/);
  assert.deepEqual(failed.steps.slice(1), [
    'The desk for phones: done',
    'The desk: failed',
    'Pictures of the demonstration: done',
  ]);

  await writeFile(join(folder, 'index.html'), '<!doctype html><title>desk</title>');
  files.forget();
  assert.equal((await look()).statusCode, 200, 'it comes by itself once it is built');
  await server.close();
  await rm(folder, { recursive: true });
});
