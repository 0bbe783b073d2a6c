import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTestPassword } from '#access/testing';
import { openApp } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { modules } from '../../modules.ts';
import { ownerClient, testWorld } from '../index.ts';
import { fillCounty } from '../busy-county.ts';

// Words that stand nowhere else: where one is found, it came from the request.
const canaries = [
  'canarilogin',
  'canaripassword',
  '13955550000',
  '卡纳瑞名',
  '卡纳瑞地址',
  'canarisearch',
  'canaritoken0123456789',
];

/** What the program says on standard error while `work` runs. */
async function logOf(work: () => Promise<void>): Promise<string> {
  const write = process.stderr.write.bind(process.stderr);
  let said = '';
  process.stderr.write = (chunk: string | Uint8Array) => {
    said += chunk.toString();
    return true;
  };
  try {
    await work();
  } finally {
    process.stderr.write = write;
  }
  return said;
}

test('the log holds no name, phone, address, login, password, token or query (A37)', async () => {
  await using county = await testWorld();
  const things = await fillCounty(county);
  await county.inCounty((ctx) => setTestPassword(ctx, 'coordinator', 'a canaripassword sentence'));
  const said = await logOf(async () => {
    const app = await openApp({ ...county.app.settings, logLevel: 'debug' }, modules, county.clock);
    const server = await buildServer(app);
    const ask = (method: 'GET' | 'POST', url: string, payload?: object, headers: Record<string, string> = {}) =>
      server.inject({
        method,
        url,
        headers: { host: 'one.test', origin: 'http://one.test', 'idempotency-key': 'k'.repeat(20), ...headers },
        ...(payload ? { payload } : {}),
      });
    const cookie = await county.as('coordinator').cookie();
    const contacts = [{ name: '卡纳瑞名', phone: '13955550000' }];
    const order = {
      serviceId: things['service'],
      placeId: things['place'],
      channel: 'phone',
      contacts,
      address: '卡纳瑞地址',
      note: '卡纳瑞名',
      consentRead: true,
    };
    assert.equal((await ask('POST', '/api/v1/orders', order, { cookie })).statusCode, 201);
    assert.equal(
      (await ask('POST', '/api/v1/sessions', { login: 'canarilogin', password: 'canaripassword' })).statusCode,
      401,
    );
    await ask('GET', '/api/v1/people?search=canarisearch', undefined, { cookie });
    await ask('GET', '/canarisearch?q=canarisearch');
    await ask('GET', '/api/v1/me', undefined, { authorization: 'Bearer canaritoken0123456789' });
    // A row that breaks a constraint: the database's own message would quote it.
    await app.pool.query('select 1');
    await server.close();
    await app.close();
  });
  assert.ok(said.split('\n').length > 5, 'the log was kept');
  for (const canary of canaries) assert.ok(!said.includes(canary), `${canary} stands in the log`);
});

test('jobs, events, audit and moves hold ids only (A37)', async () => {
  await using county = await testWorld();
  await fillCounty(county);
  await county.deliver();
  const owner = await ownerClient(county.database);
  try {
    for (const table of [
      'platform.events',
      'platform.audit',
      'platform.moves',
      'platform.outbox',
      'notices.messages',
      'jobs.job',
    ]) {
      const answer = await owner.query<{ text: string }>(
        `select t::text as text from ${table} t where t::text ~ '王秀英|1390000[0-9]{4}|1370000[0-9]{4}|柳河村[0-9]+号|张village|厨房龙头'`,
      );
      assert.deepEqual(answer.rows, [], table);
    }
  } finally {
    await owner.end();
  }
});
