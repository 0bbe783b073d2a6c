import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, textOf } from '#newsroom/testing';
import type { Desk } from '#newsroom/testing';
import { Turn } from '#platform/due';
import { buildServer } from '#platform/http/server';
import { portalOptions } from '../options.ts';

/** What readers find, and how the desk adds names. */
async function reader(desk: Desk) {
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  return {
    async find(q: string, host = 'one.test'): Promise<string[]> {
      const url = `/search?${new URLSearchParams({ q })}`;
      const { body } = await server.inject({ method: 'GET', url, headers: { host } });
      const list = /<ol class="results">(.*?)<\/ol>/s.exec(body)?.[1] ?? '';
      // Places are found from memory, whatever the index holds.
      return [...list.matchAll(/<h3><a href="(\/stories[^"]+)"/g)].map(([, href = '']) => href);
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const renewal = async (desk: Desk) => (await desk.county.as('editor').get('/lexicon-renewal')).body;
const add = (desk: Desk, term: string, kind = 'organisation') =>
  desk.county.as('editor').post('/lexicon-terms', { term, kind });

test('a name of the lexicon is one word to those who ask, once every index holds it so', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const whole = await desk.publish({ text: textOf('柳河水利站今天放水', ['请离开河滩。']) });
  const apart = await desk.publish({
    text: textOf('柳河边修路', ['县水利站派人看过。']),
  });
  await desk.county.deliver();
  await desk.county.tick('places.renew-words');
  assert.equal((await renewal(desk))['state'], 'at-rest');
  const [one, other] = [`/stories/${whole.slug}`, `/stories/${apart.slug}`];
  assert.deepEqual((await site.find('柳河水利站')).toSorted(), [one, other].toSorted(), 'its parts stand in both');

  assert.equal((await add(desk, '柳河水利站')).status, 201);
  assert.equal((await renewal(desk))['state'], 'waiting');
  assert.equal((await site.find('柳河水利站')).length, 2, 'until then it is asked as before');
  await desk.county.tick('places.renew-words');
  const { state, done, total } = await renewal(desk);
  assert.deepEqual([state, done], ['at-rest', total]);
  assert.ok(Number(total) >= 4, 'both stories, for readers and for the desk');

  assert.deepEqual(await site.find('柳河水利站'), [one]);
  assert.deepEqual(await site.find('柳河水利站放水'), [one], 'beside other words too');
  assert.deepEqual(await site.find('水利站放水'), [one], 'its parts are words still');
  const later = await desk.publish({ text: textOf('柳河水利站招人', ['下周面试。']) });
  await desk.county.deliver();
  assert.deepEqual((await site.find('柳河水利站')).toSorted(), [one, `/stories/${later.slug}`].toSorted());
  const found = await desk.county.as('editor').get(`/stories?${new URLSearchParams({ q: '柳河水利站' })}`);
  assert.deepEqual(
    (found.body['items'] as { id: string }[]).map(({ id }) => id).toSorted(),
    [whole.id, later.id].toSorted(),
    'the lists of the desk know it too',
  );
});

test('what was stopped on its way says how far it has come, goes on later, and changes no question before its end', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const { county } = desk;
  const [whole, apart] = [
    await desk.publish({ text: textOf('柳河水利站今天放水', ['请离开河滩。']) }),
    await desk.publish({ text: textOf('柳河边修路', ['县水利站派人看过。']) }),
  ];
  await county.deliver();
  await county.tick('places.renew-words');
  await add(desk, '柳河水利站');
  const work = county.app.modules.flatMap(({ recurring }) => recurring ?? []);
  const renew = work.find(({ name }) => name === 'places.renew-words') ?? assert.fail('no such work');
  await county.inCounty((ctx) => renew.run(ctx, AbortSignal.abort(), new Turn()));
  assert.equal((await renewal(desk))['state'], 'under-way');
  assert.equal((await site.find('柳河水利站')).length, 2);
  // What is written meanwhile is found by both, before and after.
  const between = await desk.publish({ text: textOf('柳河水利站换锁', ['下周换。']) });
  await county.deliver();
  assert.equal((await site.find('柳河水利站')).length, 3);
  await county.tick('places.renew-words');
  assert.equal((await renewal(desk))['state'], 'at-rest');
  assert.deepEqual(
    (await site.find('柳河水利站')).toSorted(),
    [whole, between].map(({ slug }) => `/stories/${slug}`).toSorted(),
  );
  assert.deepEqual(await site.find('水利站 看过'), [`/stories/${apart.slug}`]);
});

test('a name that is ended, and one of a place, follow in the same way; people’s names are found without their sign', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const { county } = desk;
  const term = await add(desk, '阿依古丽·买买提', 'person');
  const published = await desk.publish({ text: textOf('新站长到任', ['阿依古丽·买买提今天到杏花岭上班。']) });
  await county.deliver();
  await county.tick('places.renew-words');
  const href = `/stories/${published.slug}`;
  for (const q of ['阿依古丽·买买提', '阿依古丽买买提']) assert.deepEqual(await site.find(q), [href], q);
  assert.deepEqual(await site.find('阿依古丽買買提'), []);

  const change = { version: Number(term.body['version']), ended: true };
  assert.equal((await county.as('editor').patch(`/lexicon-terms/${String(term.body['id'])}`, change)).status, 200);
  const place = {
    parentId: county.placeId('town-1'),
    level: 'village',
    name: { 'zh-CN': '杏花岭村' },
    validFrom: '2026-01-01',
    localCode: 'xhl',
  };
  const made = await county.as('administrator').post('/places', place);
  assert.equal(made.status, 201, made.text);
  assert.equal((await renewal(desk))['state'], 'waiting');
  await county.tick('places.renew-words');
  assert.equal((await renewal(desk))['state'], 'at-rest');
  assert.ok((await site.find('杏花岭')).includes(href));
  assert.deepEqual(await site.find('阿依古丽·买买提'), [href], 'its parts are there');
});

test('the names of one county are nothing to another', async () => {
  await using desk = await openDesk();
  await using site = await reader(desk);
  const { county } = desk;
  const abroad = { county: 2 } as const;
  assert.equal(
    (await county.as('editor', abroad).post('/lexicon-terms', { term: '车站修好', kind: 'term' })).status,
    201,
  );
  const published = await desk.publish({ text: textOf('车站今天修好了', ['修好了。']) });
  await county.deliver();
  await county.tick('places.renew-words');
  assert.deepEqual(await site.find('车站修好'), [`/stories/${published.slug}`], 'two words here');
  assert.equal((await county.as('editor', abroad).get('/lexicon-renewal')).body['state'], 'at-rest');
  const known = await county.inCounty(
    (ctx) => ctx.transaction((tx) => tx.client.query('select known from places.own_words')),
    1,
  );
  assert.ok(!JSON.stringify(known.rows).includes('车站修好'));
});

test('names that cannot be read again, since the database is gone, end no program', async (t) => {
  await using desk = await openDesk();
  const { app } = desk.county;
  const county = app.counties.all()[0] ?? assert.fail('no county');
  const gone = t.mock.method(app.backgroundPool, 'connect', () => Promise.reject(new Error('gone')));
  const event = {
    id: desk.county.placeId('county'),
    name: 'own-words.changed',
    subjectId: desk.county.placeId('county'),
    payload: { placeId: desk.county.placeId('county') },
    actor: { kind: 'system' as const, id: 'test' },
    at: new Date(),
  };
  // As they come from another process: nobody waits for what they promise.
  for (const one of app.bus.of(event.name, 'committed'))
    await assert.doesNotReject(async () => one.react(app, county, event));
  assert.ok(gone.mock.callCount() > 0);
  gone.mock.restore();
});
