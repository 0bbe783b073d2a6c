import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, writerAt } from '#newsroom/testing';
import { openApp } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { listenToCommits } from '#platform/listen';
import { modules } from '../modules.ts';
import { Program } from './crash/program.ts';

test('a process that is killed loses nothing that it said was kept', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const draft = await desk.write();
  const cookie = await county.as('editor').cookie();
  await using program = await Program.start(county, {
    start: county.clock.now().toISOString(),
    base: Date.now(),
  });
  const writer = await writerAt(draft.id, { port: program.port, host: 'one.test', cookie });
  for (const sign of '断电之前写下的字') writer.title().insert(writer.title().length, sign);
  await writer.synced();
  await program[Symbol.asyncDispose]();
  writer.leave();
  const port = Number(new URL(await county.server.listen({ port: 0, host: '127.0.0.1' })).port);
  const again = await writerAt(draft.id, { port, host: 'one.test', cookie });
  assert.equal(again.text().title, `${draft.title}断电之前写下的字`);
  again.leave();
});

test('a process for writing alone answers nothing else, and two of them show each other every word', async () => {
  await using desk = await openDesk({ severalProcesses: true });
  const { county } = desk;
  const draft = await desk.write();
  const cookie = await county.as('editor').cookie();
  const ears = [listenToCommits(county.app, () => undefined)];
  const app = await openApp(county.app.settings, modules, county.clock);
  const server = await buildServer(app, { socketsOnly: true });
  ears.push(listenToCommits(app, () => undefined));
  try {
    const ports = await Promise.all(
      [county.server, server].map(async (one) =>
        Number(new URL(await one.listen({ port: 0, host: '127.0.0.1' })).port),
      ),
    );
    const writers = await Promise.all(ports.map((port) => writerAt(draft.id, { port, host: 'one.test', cookie })));
    const [here, there] = writers;
    assert.ok(here && there);
    here.title().insert(0, '这边：');
    await there.sees((text) => text.title.startsWith('这边：'));
    there.paragraph(0).insert(0, '那边写的。');
    await here.sees((text) => JSON.stringify(text.body).includes('那边写的。'));
    const pages = await server.inject({ url: '/api/v1/stories', headers: { host: 'one.test', cookie } });
    assert.equal(pages.statusCode, 404);
    for (const writer of writers) writer.leave();
  } finally {
    for (const one of ears) await one.close();
    await server.close();
    await app.close();
  }
});

test('a process that is told to end keeps what was typed in its last moment, as a version too, although nobody comes back', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const draft = await desk.write();
  const cookie = await county.as('editor').cookie();
  const app = await openApp(county.app.settings, modules, county.clock);
  const server = await buildServer(app, { socketsOnly: true });
  const port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
  const writer = await writerAt(draft.id, { port, host: 'one.test', cookie });
  const last = '下班前最后一秒写下的字';
  for (const sign of last) writer.title().insert(writer.title().length, sign);
  await server.close();
  await app.close();
  writer.leave();
  const { version, title } = await desk.see(draft.id);
  assert.deepEqual([version, title], [2, `${draft.title}${last}`]);
});
