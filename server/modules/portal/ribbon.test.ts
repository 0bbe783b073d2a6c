import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildServer } from '#platform/http/server';
import { openDesk, refused, story, textOf } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { portalOptions } from './options.ts';

/** The ribbon as a reader sees it: its level and its words; null when there is none. */
async function ribbons(desk: Desk): Promise<{
  seen: (path?: string) => Promise<string | null>;
  toKnow: (path: string) => Promise<string[]>;
  close: () => Promise<unknown>;
}> {
  const { county } = desk;
  const server = await buildServer(county.app, portalOptions(county.app));
  await server.ready();
  const pageAt = async (path: string): Promise<string> =>
    (await server.inject({ method: 'GET', url: path, headers: { host: 'one.test' } })).body;
  /** The first column of "today to know". */
  const toKnow = async (path: string): Promise<string[]> => {
    const list = /<section class="card today".*?<\/section>/s.exec(await pageAt(path))?.[0] ?? '';
    return [...list.matchAll(/<time[^>]*>(.*?)<\/time>/g)].map(([, words = '']) => words);
  };
  const seen = async (path = '/about'): Promise<string | null> => {
    const body = await pageAt(path);
    const ribbon = /<aside class="ribbon[^>]*>(.*?)<\/aside>/s.exec(body)?.[1];
    return (
      ribbon
        ?.replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() ?? null
    );
  };
  return { seen, toKnow, close: () => server.close() };
}

const notice = (title: string, level: string | null, validUntil: string | null) => ({
  kind: 'notice',
  text: textOf(title, ['请留意。']),
  validUntil,
  level,
});

test('above every page stands the highest of the notices in force, in words, and an ordinary one never', async () => {
  await using desk = await openDesk();
  const { seen, toKnow, close } = await ribbons(desk);
  await desk.publish(notice('图书馆周三闭馆', null, '2026-03-02T20:00:00.000Z'));
  assert.equal(await seen(), null);
  await desk.publish(notice('柳河涨水，请把车开走', 'orange', '2026-03-02T05:00:00.000Z'));
  await desk.publish(notice('周三分段停电', 'blue', '2026-03-04T05:00:00.000Z'));
  assert.match((await seen()) ?? '', /^橙色 · 尽快行动 柳河涨水，请把车开走 怎么做/);
  assert.match((await seen('/en/about')) ?? '', /^Orange · act soon 柳河涨水/);
  // When a notice ends is not when it happens.
  assert.deepEqual(await toKnow('/'), ['到13:00', '到明早', '到周三']);
  assert.deepEqual(await toKnow('/en/'), ['until 13:00', 'until tomorrow', 'until Wed']);
  desk.county.clock.advance({ days: 1 });
  assert.match((await seen()) ?? '', /^蓝色 · 留意 周三分段停电/, 'the higher one is over');
  desk.county.clock.advance({ days: 3 });
  assert.equal(await seen(), null);
  await close();
});

test('a notice without an end stands there for a day, and one whose successor is public no longer', async () => {
  await using desk = await openDesk();
  const { seen, close } = await ribbons(desk);
  const first = await desk.publish(notice('下午涨水', 'red', null));
  assert.match((await seen()) ?? '', /^红色 · 马上行动 下午涨水/);
  const next = await desk.publish(notice('晚上涨水', 'yellow', null));
  story(await desk.county.as('editor').patch(`/stories/${first.id}`, { successorId: next.id }), 200);
  assert.match((await seen()) ?? '', /^黄色 · 做好准备 晚上涨水/);
  desk.county.clock.advance({ days: 1, minutes: 1 });
  assert.equal(await seen(), null);
  await close();
});

test('the level is signed: a change in review voids the signatures, and a published one changes by a correction only', async () => {
  await using desk = await openDesk();
  const { seen, close } = await ribbons(desk);
  const editor = desk.county.as('editor');
  const submitted = await desk.submit(await desk.write('correspondent', notice('柳河涨水', 'yellow', null)));
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  const raised = story(await editor.patch(`/stories/${submitted.id}`, { level: 'orange' }), 200);
  assert.deepEqual([raised.state, raised.signatures.map((one) => one.standing)], ['first_review', ['voided']]);
  await desk.signAll(raised);
  refused(await editor.patch(`/stories/${submitted.id}`, { level: 'red' }), 409, 'NothingInWork');
  story(await editor.post(`/stories/${submitted.id}/updates`, {}), 201);
  story(await editor.patch(`/stories/${submitted.id}`, { level: 'red' }), 200);
  assert.match((await seen()) ?? '', /^橙色/, 'until the new level is signed');
  const dropped = story(await editor.post(`/stories/${submitted.id}/discards`, {}), 201);
  assert.equal(dropped.level, 'orange');
  await close();
});

test('only a notice has a level, and a translation begins with that of its original', async () => {
  await using desk = await openDesk();
  const correspondent = desk.county.as('correspondent');
  refused(await correspondent.post('/stories', desk.draft('通车', { level: 'red' })), 400, 'BadRequest');
  const original = await desk.write('correspondent', notice('柳河涨水', 'orange', null));
  const translation = await desk.write('correspondent', {
    kind: 'notice',
    language: 'en',
    translationOf: original.id,
    text: { ...textOf('The river rises', ['Take care.']), language: 'en' },
  });
  assert.equal(translation.level, 'orange');
  const asStory = story(await correspondent.patch(`/stories/${original.id}`, { kind: 'story' }), 200);
  assert.equal(asStory.level, null);
});
