import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testWorld } from '#testing';

test('everybody of the cast finds themselves and their place', async () => {
  await using county = await testWorld();
  const me = await county.as('town-coordinator').get('/me');
  assert.equal(me.status, 200, me.text);
  assert.equal(me.body['name'], 'town-coordinator');
  assert.deepEqual(
    (me.body['places'] as { code: string }[]).map((place) => place.code),
    ['110101100'],
  );
});

test('a visitor is asked to sign in', async () => {
  await using county = await testWorld();
  const me = await county.request('GET', '/api/v1/me');
  assert.equal(me.status, 401);
  assert.equal(me.body['code'], 'SignInRequired');
});

test('a chief editor with a password alone holds nothing until the second factor is given', async () => {
  await using county = await testWorld();
  const me = await county.as('chief-editor', { assurance: 1 }).get('/me');
  assert.equal(me.body['needs'], 'enrolment');
  assert.deepEqual(me.body['grants'], []);
});

test('a session of one county is nothing in the other', async () => {
  await using county = await testWorld();
  const cookie = await county.as('coordinator').cookie();
  const there = await county.request('GET', '/api/v1/me', undefined, { host: 'two.test', cookie });
  assert.equal(there.status, 401);
  assert.equal(there.body['code'], 'SignInAgain');
});

test('a view of a list is kept, opened first, shared with colleagues, and changed by its owner alone', async () => {
  await using county = await testWorld();
  const place = county.placeId('town-1');
  const keeper = county.as('town-coordinator');
  const view = { list: 'orders', name: '等派的', search: 'state=waiting&sort=oldest' };
  const kept = await keeper.post('/views', view);
  assert.equal(kept.status, 201, kept.text);
  const id = String(kept.body['id']);
  assert.equal((await keeper.post('/views', view)).body['code'], 'ViewNameTaken');
  assert.equal((await keeper.put('/first-views', { list: 'orders', viewId: id })).status, 204);
  const seen = async (who: Parameters<typeof county.as>[0], of: 1 | 2 = 1) =>
    (await county.as(who, { county: of }).get('/views?list=orders')).body['items'] as {
      id: string;
      name: string;
      isFirst: boolean;
      mayChange: boolean;
    }[];
  assert.deepEqual(
    (await seen('town-coordinator')).map(({ name, isFirst }) => [name, isFirst]),
    [['等派的', true]],
  );
  assert.deepEqual(await seen('station-keeper'), [], 'nobody else has it');
  const other = county.as('station-keeper');
  assert.equal((await other.patch(`/views/${id}`, { version: 1, name: '我的' })).status, 404);
  assert.equal((await other.put('/first-views', { list: 'orders', viewId: id })).status, 404);

  const far = await keeper.patch(`/views/${id}`, { version: 1, audience: { placeId: county.placeId('town-2') } });
  assert.equal(far.body['code'], 'Forbidden', 'shared with colleagues of one’s own place only');
  assert.equal((await keeper.patch(`/views/${id}`, { version: 1, audience: { placeId: place } })).status, 200);
  assert.equal((await keeper.patch(`/views/${id}`, { version: 1, name: '旧的' })).body['code'], 'StaleVersion');
  const shared = await seen('station-keeper');
  assert.deepEqual(
    shared.map(({ name, isFirst, mayChange }) => [name, isFirst, mayChange]),
    [['等派的', false, false]],
  );
  assert.deepEqual(
    (await seen('coordinator')).map(({ mayChange }) => mayChange),
    [true],
    'whoever keeps order there may',
  );
  assert.deepEqual(
    [await seen('correspondent-2'), await seen('volunteer'), await seen('coordinator', 2)],
    [[], [], []],
  );
  assert.equal((await other.delete(`/views/${id}`)).body['code'], 'Forbidden');
  assert.equal((await other.put('/first-views', { list: 'orders', viewId: id })).status, 204);
  assert.equal((await keeper.delete(`/views/${id}`)).status, 204);
  assert.deepEqual(await seen('station-keeper'), [], 'and no list opens with what is gone');
});
