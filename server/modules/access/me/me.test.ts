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
