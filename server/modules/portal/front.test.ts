import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frontView } from '#newsroom/contract';
import type { FrontView } from '#newsroom/contract';
import { openDesk, refused, story, textOf } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { portalOptions } from './options.ts';

/** The headlines of a page, from its head down. */
const headlines = (html: string): string[] =>
  [...html.matchAll(/<h[23][^>]*><a[^>]*href="\/stories\/[^"]*"[^>]*>(.*?)<\/a>/g)].map(([, title = '']) =>
    title.replaceAll(/<[^>]+>/g, ''),
  );

async function homeOf(desk: Desk) {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  return {
    async titles(url = '/'): Promise<string[]> {
      const { body } = await server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
      return headlines(body);
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

async function threeStories(desk: Desk): Promise<{ old: string; middle: string; latest: string }> {
  const publish = async (title: string): Promise<string> => {
    desk.county.clock.advance({ minutes: 1 });
    return (await desk.publish({ text: textOf(title, ['今天的事。']) })).id;
  };
  return { old: await publish('旧的一篇'), middle: await publish('中间一篇'), latest: await publish('最新一篇') };
}

test('an editor puts a story at the head until a time; the page turns at that time, and the newest stands there again', async () => {
  await using desk = await openDesk();
  await using home = await homeOf(desk);
  const { old, middle } = await threeStories(desk);
  const editor = desk.county.as('editor');
  assert.deepEqual((await home.titles()).slice(0, 3), ['最新一篇', '中间一篇', '旧的一篇']);
  const now = desk.county.clock.now().getTime();
  const later = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
  const placed = await editor.post('/placements', { slot: 1, storyId: old, untilAt: later(10) });
  assert.equal(placed.status, 201, placed.text);
  assert.deepEqual(
    (await home.titles()).slice(0, 3),
    ['旧的一篇', '最新一篇', '中间一篇'],
    'at once, though the page was kept',
  );
  assert.equal(
    (await editor.post('/placements', { slot: 1, storyId: middle, fromAt: later(5), untilAt: later(8) })).status,
    201,
  );
  const preview = await desk.county.as('editor').get(`/front-preview?at=${later(6)}`);
  assert.deepEqual(headlines(preview.text).slice(0, 2), ['中间一篇', '最新一篇'], 'as it will be');
  assert.deepEqual((await home.titles())[0], '旧的一篇', 'not yet');
  const planned = await desk.submit(
    await desk.write('correspondent', { text: textOf('定在六分钟后的', ['到时候见。']) }),
  );
  await desk.county.as('chief-editor').put(`/stories/${planned.id}/schedule`, { publishAt: later(6) });
  await desk.signAll(planned);
  const [soon, then] = await Promise.all(
    [5, 7].map((minutes) => desk.county.as('editor').get(`/front-preview?at=${later(minutes)}`)),
  );
  assert.ok(
    !soon?.text.includes('定在六分钟后的') && then?.text.includes('定在六分钟后的'),
    'what goes out until then',
  );
  assert.equal((await desk.see(planned.id)).publicState, 'unpublished', 'and nothing went out by looking');
  for (const [minutes, head] of [
    [5.1, '中间一篇'],
    [8.1, '旧的一篇'],
    [10.1, '最新一篇'],
  ] as const) {
    desk.county.clock.advance({ seconds: (minutes * 60_000 + now - desk.county.clock.now().getTime()) / 1000 });
    assert.equal((await home.titles())[0], head, `after ${minutes} minutes`);
  }
});

test('two stories change places; taken away, a story leaves its place to the newest, and the record says who', async () => {
  await using desk = await openDesk();
  const { old, middle, latest } = await threeStories(desk);
  const editor = desk.county.as('editor');
  const shown = (front: FrontView): (string | undefined)[] => front.slots.map((slot) => slot.story?.id);
  await editor.post('/placements', { slot: 1, storyId: old });
  const front = (await editor.post('/placements', { slot: 2, storyId: middle })).read(frontView);
  assert.deepEqual(shown(front), [old, middle, latest, undefined]);
  const second = front.slots[1]?.placement?.id;
  const moved = (await editor.patch(`/placements/${second}`, { slot: 1 })).read(frontView);
  assert.deepEqual(shown(moved), [middle, old, latest, undefined]);
  refused(await editor.patch(`/placements/${second}`, { slot: 3 }), 404, 'NotFound');
  const head = moved.slots[0]?.placement?.id;
  const both = await Promise.all([1, 2].map(() => editor.post(`/placements/${head}/removals`, {})));
  assert.deepEqual(
    both.map((one) => one.status),
    [201, 201],
  );
  const after = (await editor.get('/front')).read(frontView);
  assert.deepEqual(shown(after), [latest, old, middle, undefined]);
  assert.ok(after.past.every((one) => one.removedBy?.name));
  refused(await desk.county.as('correspondent').post('/placements', { slot: 1, storyId: old }), 403, 'Forbidden');
});

test('only what is published is placed, and a section shows its own; a withdrawn story leaves its place', async () => {
  await using desk = await openDesk();
  await using home = await homeOf(desk);
  const { old } = await threeStories(desk);
  const chief = desk.county.as('chief-editor');
  const draft = await desk.write();
  refused(await chief.post('/placements', { slot: 1, storyId: draft.id }), 409, 'NotPublished');
  const other = await chief.post('/sections', { slug: 'farm', name: { 'zh-CN': '农事', en: 'Farming' }, position: 2 });
  const section = String(other.body['id']);
  refused(await chief.post('/placements', { slot: 1, storyId: old, section }), 422, 'NotInSection');
  assert.equal((await chief.post('/placements', { slot: 1, storyId: old, section: desk.sectionId })).status, 201);
  assert.deepEqual(await home.titles('/sections/life'), ['旧的一篇', '最新一篇', '中间一篇']);
  await desk.onDuty('chief-editor');
  story(await chief.post(`/stories/${old}/withdrawals`, { reason: '核实' }), 201);
  assert.deepEqual(await home.titles('/sections/life'), ['最新一篇', '中间一篇']);
});
