import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testWorld } from '#testing';
import type { Answer } from '#testing';

const refused = (answer: Answer, status: number, code: string): void =>
  assert.deepEqual([answer.status, answer.body['code']], [status, code], answer.text);

test('a key gives a program a limit of its own, is shown once, and ends at once when it is revoked', async () => {
  await using county = await testWorld({}, { readsPerMinute: 1 });
  const chief = county.as('chief-editor');
  const wish = { owner: '省图书馆 李老师', purpose: '地方文献收藏', perMinute: 60 };
  refused(await county.as('coordinator').post('/api-keys', wish), 403, 'Forbidden');
  refused(await county.as('auditor').post('/api-keys', wish), 403, 'Forbidden');
  refused(await chief.post('/api-keys', { ...wish, perMinute: 0 }), 400, 'BadRequest');
  const made = await chief.post('/api-keys', wish, { key: 'a-key-that-is-sent-twice' });
  assert.equal(made.status, 201, made.text);
  const again = await chief.post('/api-keys', wish, { key: 'a-key-that-is-sent-twice' });
  assert.equal(again.text, made.text, 'a second click makes no second key');
  const { id, key } = made.body as { id: string; key: string };
  assert.match(key, /^xyk_[\w-]{43}$/);
  const list = await county.as('auditor').get('/api-keys');
  assert.equal((list.body['items'] as unknown[]).length, 1);
  assert.ok(!list.text.includes(key), 'never again');
  const rows = await county.inCounty((ctx) =>
    ctx.read((tx) => tx.named('test.keys', 'select * from access.api_keys', [])),
  );
  assert.ok(!JSON.stringify(rows).includes(key), 'and nowhere kept');

  const read = (token?: string, host = 'one.test'): Promise<Answer> =>
    county.request('GET', '/api/v1/public/stories', undefined, { host, ...(token === undefined ? {} : { token }) });
  assert.equal((await read()).status, 200);
  const over = await read();
  refused(over, 429, 'TooManyRequests');
  assert.equal(over.headers['retry-after'], '60');
  for (let time = 0; time < 60; time += 1) assert.equal((await read(key)).status, 200, `with the key, time ${time}`);
  refused(await read(key), 429, 'TooManyRequests');
  const used = (await chief.get('/api-keys')).body['items'] as { usedAt: string | null }[];
  assert.equal(used[0]?.usedAt, county.clock.now().toISOString());
  refused(await read(key, 'two.test'), 401, 'KeyNotValid');
  county.clock.advance({ minutes: 1 });
  const inSmallLetters = (): Promise<Answer> =>
    county.request('GET', '/api/v1/public/stories', undefined, {
      host: 'one.test',
      headers: { authorization: `bearer ${key}` },
    });
  assert.deepEqual([(await inSmallLetters()).status, (await inSmallLetters()).status], [200, 200]);
  refused(await read(`${key}x`), 401, 'KeyNotValid');
  refused(await county.request('GET', '/api/v1/people', undefined, { token: key }), 401, 'SignInAgain');

  county.clock.advance({ minutes: 2 });
  assert.equal((await read(key)).status, 200);
  const revoked = await chief.delete(`/api-keys/${id}`);
  assert.deepEqual(revoked.body['abilities'], []);
  refused(await read(key), 401, 'KeyNotValid');
  const twice = await chief.delete(`/api-keys/${id}`);
  assert.equal(twice.body['revokedAt'], revoked.body['revokedAt'], 'once is enough');
  refused(await county.as('chief-editor', { county: 2 }).delete(`/api-keys/${id}`), 404, 'NotFound');
  const acts = (await county.as('auditor').get('/audit?limit=10')).body['items'] as { act: string }[];
  assert.deepEqual(
    acts.map(({ act }) => act).filter((act) => act.startsWith('api-key.')),
    ['api-key.revoke', 'api-key.make'],
  );
});
