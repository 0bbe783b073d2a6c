import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import { openDesk, story, textOf } from './testing.ts';
import type { Desk, SeenStory } from './testing.ts';

interface Card {
  kind: string;
  subjectId: string;
  reason: string;
  href: string;
}

const cards = async (desk: Desk, who: CastName): Promise<Card[]> =>
  ((await desk.county.as(who).get('/me/waiting')).body['items'] as Card[]).filter((one) =>
    one.kind.startsWith('newsroom.'),
  );

/** Hands in as many stories about a place as asked, ten at a time. */
async function handIn(desk: Desk, count: number, more: Record<string, unknown>): Promise<void> {
  for (let at = 0; at < count; at += 10)
    await Promise.all(
      Array.from({ length: Math.min(10, count - at) }, async () =>
        desk.submit(await desk.write('proofreader', more), 'proofreader'),
      ),
    );
}

test('a long queue in another town hides nobody’s work', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const granted = await county.as('administrator').post('/grants', {
    personId: await county.personId('volunteer'),
    role: 'editor',
    placeId: county.placeId('town-1'),
  });
  assert.equal(granted.status, 201, granted.text);
  await handIn(desk, 210, { placeIds: [county.placeId('village-2-1')] });
  county.clock.advance({ minutes: 30 });
  const mine = await desk.submit(await desk.write());
  assert.deepEqual(
    (await cards(desk, 'volunteer')).map((card) => [card.kind, card.subjectId]),
    [['newsroom.review', mine.id]],
  );
  assert.equal((await cards(desk, 'editor')).length, 30, 'the most urgent first; the next ones follow');
});

async function failedUrgent(desk: Desk): Promise<SeenStory> {
  await desk.onDuty('chief-editor');
  const submitted = await desk.submit(await desk.write('editor'), 'editor', 'urgent');
  const published = story(await desk.sign(submitted, 'chief-editor', 'urgent_review'), 201);
  story(
    await desk.sign(published, 'section-head', 'after_review', { verdict: 'returned', reason: '限重应是十二吨' }),
    201,
  );
  return published;
}

test('an urgent story that failed its review waits for the person on duty until its correction is begun', async () => {
  await using desk = await openDesk();
  const published = await failedUrgent(desk);
  const failed = (card: Card): boolean => card.kind === 'newsroom.failed-review';
  const [card] = (await cards(desk, 'chief-editor')).filter(failed);
  assert.equal(card?.reason, '急稿已发，复核没有通过：限重应是十二吨');
  assert.equal(card.href, `/console/stories/${published.id}?correct=1`);
  assert.deepEqual((await cards(desk, 'chief-editor-2')).filter(failed), [], 'not on duty');
  await desk.county.deliver();
  assert.match((await desk.county.as('chief-editor').get('/notices')).text, /stories\/[0-9a-f-]+\?correct=1/);
  const seen = await desk.see(published.id);
  assert.equal(seen.failedReview?.reason, '限重应是十二吨');
  const begun = story(
    await desk.county.as('chief-editor').post(`/stories/${published.id}/corrections`, { note: '限重写错了' }),
    201,
  );
  assert.deepEqual(
    (await cards(desk, 'chief-editor')).map((one) => one.kind),
    ['newsroom.draft'],
  );
  const text = textOf('柳河桥今天通车', ['限重十二吨。']);
  const saved = story(
    await desk.county.as('chief-editor').put(`/stories/${published.id}/text`, { version: begun.version, text }),
    200,
  );
  await desk.onDuty('section-head');
  desk.county.clock.advance({ minutes: 1 });
  const corrected = story(
    await desk.sign(await desk.submit(saved, 'chief-editor', 'urgent'), 'section-head', 'urgent_review'),
    201,
  );
  assert.equal(corrected.failedReview, null, 'the new edition answers it');
  assert.deepEqual((await cards(desk, 'chief-editor')).filter(failed), []);
});

test('with nobody on duty a failed review waits for the editors, and a withdrawn story no longer', async () => {
  await using desk = await openDesk();
  const published = await failedUrgent(desk);
  desk.county.clock.advance({ days: 2 });
  const kinds = async (who: CastName) => (await cards(desk, who)).map((one) => one.kind);
  assert.deepEqual(await kinds('editor-2'), ['newsroom.failed-review']);
  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  assert.deepEqual(await kinds('chief-editor'), []);
});
