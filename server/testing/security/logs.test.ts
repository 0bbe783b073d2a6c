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
  '1395555000',
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
    await using open = new AsyncDisposableStack();
    const app = await openApp({ ...county.app.settings, logLevel: 'debug' }, modules, county.clock);
    open.defer(() => app.close());
    const server = await buildServer(app);
    open.defer(() => server.close());
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
    // A row that breaks a constraint: the database's own message quotes it.
    const owner = await ownerClient(county.database);
    await owner.query(
      `alter table volunteering.order_contacts add constraint planted check (name not like '卡纳瑞%') not valid`,
    );
    await owner.end();
    const another = { ...order, contacts: [{ name: '卡纳瑞名', phone: '13955550001' }] };
    const broken = await ask('POST', '/api/v1/orders', another, { cookie, 'idempotency-key': 'b'.repeat(20) });
    assert.equal(broken.statusCode, 500, broken.body);
    for (const canary of canaries) assert.ok(!broken.body.includes(canary), `${canary} stands in the answer`);
  });
  assert.ok(said.split('\n').length > 5, 'the log was kept');
  assert.match(said, /"level":"error"[^\n]*"constraint":"planted"/, 'the fault itself stands there');
  for (const canary of canaries) assert.ok(!said.includes(canary), `${canary} stands in the log`);
});

test('jobs, events, audit and moves hold ids only (A37)', async () => {
  await using county = await testWorld();
  await fillCounty(county);
  await county.deliver();
  const owner = await ownerClient(county.database);
  const holding = async (table: string): Promise<unknown[]> =>
    (
      await owner.query<{ text: string }>(
        `select t::text as text from ${table} t where t::text ~ '王秀英|1390000[0-9]{4}|1370000[0-9]{4}|柳河村[0-9]+号|张village|厨房龙头'`,
      )
    ).rows;
  try {
    for (const table of ['people.persons', 'volunteering.order_contacts', 'volunteering.order_details'])
      assert.notDeepEqual(await holding(table), [], `${table}: what is looked for is there`);
    for (const table of [
      'platform.events',
      'platform.audit',
      'platform.moves',
      'platform.outbox',
      'notices.messages',
      'jobs.job',
    ])
      assert.deepEqual(await holding(table), [], table);
  } finally {
    await owner.end();
  }
});
