import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { openDesk, refused, story } from '../testing.ts';

test('a story made on a phone is the same story when it arrives again days later', async () => {
  await using desk = await openDesk();
  const body = desk.draft('桥头的路灯修好了', { id: randomUUID() });
  const first = story(await desk.county.as('correspondent').post('/stories', body), 201);
  const again = story(await desk.county.as('correspondent').post('/stories', body), 201);
  assert.equal(first.id, body['id']);
  assert.equal(again.id, first.id);
  assert.equal(again.version, 1);
});

test('nobody takes a story over by its id', async () => {
  await using desk = await openDesk();
  const body = desk.draft('桥头的路灯修好了', { id: randomUUID() });
  story(await desk.county.as('correspondent').post('/stories', body), 201);
  refused(await desk.county.as('editor').post('/stories', body), 409, 'Conflict');
});
