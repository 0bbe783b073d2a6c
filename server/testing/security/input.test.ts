import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { modules } from '../../modules.ts';
import { z } from 'zod';
import { testWorld } from '../index.ts';

test('NUL, half characters and endless nesting are refused by name, at the field (A32)', async () => {
  await using county = await testWorld();
  const coordinator = county.as('coordinator');
  const deep = JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`) as unknown;
  for (const [value, code] of [
    ['王\u0000', 'nul'],
    ['王\ud800', 'lone_surrogate'],
    [deep, 'too_deep'],
  ] as const) {
    const answer = await coordinator.post('/people', { name: value, placeId: county.placeId('village-1-1') });
    assert.equal(answer.status, 400, answer.text);
    assert.match(answer.text, new RegExp(`"code":"${code}"`));
    assert.match(answer.text, /"path":"\/name/);
  }
  const bomb = await county.request('POST', '/api/v1/people', undefined, {
    cookie: await coordinator.cookie(),
    headers: { 'content-type': 'application/json' },
    payload: '['.repeat(200_000),
  });
  assert.equal(bomb.status, 400);
  const half = await county.request('POST', '/api/v1/people', undefined, {
    cookie: await coordinator.cookie(),
    headers: { 'content-type': 'application/json' },
    payload: '{"name": "王',
  });
  assert.equal(half.status, 400);
  assert.match(half.text, /"path":"\/body","code":"unreadable"/);
  assert.match(half.text, /没有传完整/);
});

test('a body beyond 2 MB is refused before it is read whole (A32)', async () => {
  await using county = await testWorld();
  const answer = await county.as('coordinator').post('/people', { name: 'x'.repeat(3_000_000) });
  assert.equal(answer.status, 413, answer.text);
});

test('an id that nothing can have answers like one that nothing has, and a method that an address does not take names those it does', async () => {
  await using county = await testWorld();
  const coordinator = county.as('coordinator');
  for (const id of ['not-an-id', '%20', '1', '00000000-0000-4000-8000-000000000000', "'%20or%20true--"]) {
    const answer = await coordinator.get(`/orders/${id}`);
    assert.deepEqual([id, answer.status, answer.body['code']], [id, 404, 'NotFound']);
  }
  for (const path of ['/open311/requests/%0D%0Aset-cookie%3Aa.json', '/open311/tokens/%0Aa.xml'])
    assert.equal((await coordinator.get(path)).status, 404, path);
  const answer = await coordinator.put('/orders', {});
  assert.deepEqual(
    [answer.status, answer.body['code'], answer.headers['allow']],
    [405, 'MethodNotAllowed', 'GET, POST'],
  );
  assert.equal((await coordinator.put('/nothing-here', {})).status, 404);
});

test('what no parser can read is told by code and in words too, and the line is closed (A32)', async () => {
  await using county = await testWorld();
  const { port } = new URL(await county.server.listen({ port: 0, host: '127.0.0.1' }));
  const say = async (request: string): Promise<string> => {
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
    socket.end(request);
    return (await socket.toArray()).join('');
  };
  const long = await say(`GET /search?q=${'%E9%95%BF'.repeat(3_000)} HTTP/1.1\r\nhost: one.test\r\n\r\n`);
  assert.match(
    long,
    /^HTTP\/1\.1 431 [^]*application\/problem\+json[^]*地址或请求头太长了。 The address[^]*"code":"HeadTooLarge"/,
  );
  assert.match(await say('no HTTP at all\r\n\r\n'), /^HTTP\/1\.1 400 [^]*"code":"BadRequest"/);
});

test('no pattern of a request takes more than a moment, however long the text (A32)', () => {
  const patterns = new Set<string>();
  const collect = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'pattern' && typeof value === 'string') patterns.add(value);
      else collect(value);
    }
  };
  for (const route of modules.flatMap((module) => module.routes ?? []))
    for (const shape of [route.params, route.query, route.body])
      if (shape) collect(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }));
  assert.ok(patterns.size > 5, 'patterns were found');
  const texts = ['a', '0', ' ', '-', '.', '@', 'a-', 'a.', '0-', '13'].flatMap((unit) => [
    unit.repeat(25_000),
    `${unit.repeat(25_000)}!`,
    `a@${unit.repeat(20_000)}`,
  ]);
  for (const pattern of patterns) {
    const regex = new RegExp(pattern, 'u');
    for (const text of texts) {
      // Of the processor, not of the clock: a busy machine may pause us.
      const began = process.cpuUsage();
      regex.test(text);
      const { user } = process.cpuUsage(began);
      assert.ok(user < 1_000_000, `${pattern} on ${text.slice(0, 10)}… took ${Math.round(user / 1_000)} ms`);
    }
  }
});
