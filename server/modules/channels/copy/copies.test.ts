import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, story, textOf } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { readBack } from '../read-back/read-back.ts';
import type { FetchPage } from '../kinds/site/fetch-page.ts';

interface SeenCopy {
  state: string;
  editionNumber: number;
  hashSent: string;
  hashSeen: string | null;
  address: string;
  problem: string | null;
}
const copies = async (desk: Desk, id: string): Promise<SeenCopy[]> =>
  (await desk.county.as('editor').get(`/stories/${id}/copies`)).body['items'] as SeenCopy[];

test('a publication plans its copy in the same transaction, with the receipt of the public site', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const [copy] = await copies(desk, published.id);
  assert.deepEqual(
    [copy?.state, copy?.hashSent, copy?.address],
    ['published', published.textHash, `/stories/${published.slug}`],
  );
  const plan = await desk.county.as('editor').get(`/stories/${published.id}/correction-plan`);
  assert.equal((plan.body['items'] as { correct: string }[])[0]?.correct, 'edit');
});

test('a page with other words has drifted; one that does not answer is asked again', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const other: FetchPage = async () => ({
    status: 200,
    html: '<h1>柳河桥今天通车</h1><div class="story-text"><p>限重一百吨。</p></div>',
  });
  await desk.county.inCounty((ctx) => readBack(ctx, async () => ({ status: 503, html: '' })));
  assert.deepEqual(
    (await copies(desk, published.id)).map((copy) => [copy.state, copy.problem]),
    [['published', 'status-503']],
  );
  desk.county.clock.advance({ minutes: 1 });
  await desk.county.inCounty((ctx) => readBack(ctx, other));
  assert.deepEqual(
    (await copies(desk, published.id)).map((copy) => [copy.state, copy.problem]),
    [['drifted', 'other-words']],
  );
  assert.equal(((await desk.county.as('editor').get('/copies')).body['items'] as unknown[]).length, 1);
  // Whoever is told of several reads which of them it is.
  const told = (await desk.county.as('editor').get('/notices')).body['items'] as {
    kind: string;
    about: string | null;
  }[];
  assert.equal(told.find(({ kind }) => kind === 'copy.drifted')?.about, '柳河桥今天通车');
});

test('copies follow a withdrawal and a correction', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  assert.deepEqual(
    (await copies(desk, published.id)).map((copy) => copy.state),
    ['withdrawn'],
  );
  story(await desk.county.as('chief-editor').post(`/stories/${published.id}/restorations`, { reason: '核实' }), 201);
  const begun = story(
    await desk.county.as('editor').post(`/stories/${published.id}/corrections`, { note: '限重写错了' }),
    201,
  );
  const saved = story(
    await desk.county.as('chief-editor-2').put(`/stories/${published.id}/text`, {
      version: begun.version,
      text: textOf('柳河桥今天通车', ['限重十二吨。']),
    }),
    200,
  );
  await desk.signAll(await desk.submit(saved, 'chief-editor-2'));
  assert.deepEqual(
    (await copies(desk, published.id)).map((copy) => [copy.editionNumber, copy.state]),
    [
      [2, 'published'],
      [1, 'superseded'],
    ],
  );
});

test('whoever deals with copies has a drifted one looked at again; others may not, and what no longer stands cannot', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const says =
    (words: string): FetchPage =>
    async () => ({ status: 200, html: words });
  await desk.county.inCounty((ctx) => readBack(ctx, says('<h1>别的</h1><div class="story-text"></div>')));
  const troubled = await desk.county.as('editor').get('/copies?state=drifted');
  const [copy] = troubled.body['items'] as { id: string; storyTitle: string; abilities: string[] }[];
  assert.deepEqual([copy?.storyTitle, copy?.abilities], ['柳河桥今天通车', ['copy.list', 'copy.retry']]);
  const address = `/copies/${copy?.id}/retries`;
  assert.equal((await desk.county.as('proofreader').post(address, {})).status, 403);
  const again = await desk.county.as('editor').post(address, {});
  assert.deepEqual([again.status, again.body['looks'], again.body['problem']], [201, 0, null], again.text);
  desk.county.clock.advance({ seconds: 1 });
  const right =
    '<h1>柳河桥今天通车</h1><div class="story-text"><p>修了三个月的柳河桥，今天上午八点重新通车。</p><p>镇上提醒：限重十吨。</p></div>';
  await desk.county.inCounty((ctx) => readBack(ctx, says(right)));
  assert.deepEqual(
    (await copies(desk, published.id)).map((one) => [one.state, one.problem, one.hashSeen === one.hashSent]),
    [['published', null, true]],
  );
  assert.deepEqual((await desk.county.as('editor').get('/copies')).body['items'], []);
  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  assert.equal((await desk.county.as('editor').post(address, {})).body['code'], 'WrongState');
});

test('a page that does not answer is on the list of those that need somebody; for a week each page is read once a day, and drift is told once', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  let asked = 0;
  const look = (html: string, status = 200): Promise<number> =>
    desk.county.inCounty((ctx) =>
      readBack(ctx, async () => {
        asked += 1;
        return { status, html };
      }),
    );
  await look('', 503);
  const items = (await desk.county.as('editor').get('/copies')).body['items'] as SeenCopy[];
  assert.deepEqual(
    items.map((copy) => [copy.state, copy.problem]),
    [['published', 'status-503']],
  );
  const right =
    '<h1>柳河桥今天通车</h1><div class="story-text"><p>修了三个月的柳河桥，今天上午八点重新通车。</p><p>镇上提醒：限重十吨。</p></div>';
  const wrong = right.replace('十吨', '百吨');
  const seen: unknown[] = [];
  desk.county.clock.advance({ minutes: 1 });
  for (const html of [right, right, wrong, wrong, right, right, right, wrong, wrong]) {
    await look(html);
    await look(html);
    seen.push([(await copies(desk, published.id))[0]?.state, asked]);
    desk.county.clock.advance({ hours: 25 });
  }
  assert.deepEqual(seen, [
    ['published', 2],
    ['published', 3],
    ['drifted', 4],
    ['drifted', 5],
    ['published', 6],
    ['published', 7],
    ['published', 8],
    ['published', 8],
    ['published', 8],
  ]);
  const told = await desk.county.inCounty((ctx) =>
    ctx.transaction(
      async (tx) => (await tx.client.query(`select 1 from notices.messages where kind = 'copy.drifted'`)).rowCount,
    ),
  );
  const onDesk = await desk.county.inCounty((ctx) =>
    ctx.transaction(
      async (tx) =>
        (await tx.client.query(`select distinct person_id from notices.messages where kind = 'copy.drifted'`)).rowCount,
    ),
  );
  assert.ok(told !== null && told > 0 && told === onDesk, 'each of the desk heard of it once');
});
