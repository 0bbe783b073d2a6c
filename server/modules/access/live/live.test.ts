import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { testWorld } from '#testing';
import type { CastClient, TestWorld } from '#testing';
import { hubOf } from './live-hub.ts';

async function opened(county: TestWorld, client: CastClient): Promise<{ ended: Promise<string> }> {
  const before = hubOf(county.app).size;
  const ended = client.get('/live').then((answer) => answer.text);
  for (let waits = 0; hubOf(county.app).size === before && waits < 400; waits += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(hubOf(county.app).size, before + 1, 'the stream is open');
  return { ended };
}

test('a stream says that something changed, and ends within a second of its session (A10)', async () => {
  await using county = await testWorld();
  const volunteer = county.as('volunteer');
  const { ended } = await opened(county, volunteer);
  assert.equal(county.app.rightOfWay.isTaken, false, 'nobody waits for an open stream');
  await county
    .as('coordinator')
    .post('/units', { kind: 'team', placeId: county.placeId('town-1'), name: { en: 'A team' } });
  await county.as('administrator').post('/grants', {
    personId: await county.personId('correspondent'),
    role: 'volunteer',
    placeId: county.placeId('town-1'),
  });
  await new Promise((resolve) => setTimeout(resolve, 600));
  await county.as('administrator').patch(`/people/${await county.personId('volunteer')}/account`, { closed: true });
  const text = await ended;
  assert.match(text, /event: changed\ndata: \{"nouns":\["grant"\]\}/);
  assert.match(text, /event: ended\n/);
  assert.equal(hubOf(county.app).size, 0);
});

test('a stream hears nothing of the other county', async () => {
  await using county = await testWorld();
  const volunteer = county.as('volunteer');
  const { ended } = await opened(county, volunteer);
  await county.as('administrator', { county: 2 }).post('/grants', {
    personId: await county.personId('correspondent', 2),
    role: 'volunteer',
    placeId: county.placeId('town-1', 2),
  });
  await new Promise((resolve) => setTimeout(resolve, 600));
  await volunteer.delete('/sessions/current');
  const text = await ended;
  assert.ok(!text.includes('"grant"'), text);
});

test('a visitor has no stream', async () => {
  await using county = await testWorld();
  assert.equal((await county.request('GET', '/api/v1/live')).status, 401);
});

test('over a real connection the stream comes at once, and does not hold the server up when it stops', async () => {
  const county = await testWorld();
  const address = new URL(await county.server.listen({ port: 0, host: '127.0.0.1' }));
  const cookie = await county.as('volunteer').cookie();
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    request(
      { port: address.port, host: '127.0.0.1', path: '/api/v1/live', headers: { host: 'one.test', cookie } },
      resolve,
    )
      .on('error', reject)
      .end();
  });
  assert.match(String(stream.headers['content-type']), /^text\/event-stream/);
  const first = await new Promise<Buffer>((resolve) => stream.once('data', resolve));
  assert.match(first.toString(), /event: open/);
  const closed = new Promise((resolve) => stream.on('close', resolve).on('error', resolve));
  await county[Symbol.asyncDispose]();
  await closed;
});
