import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ownerClient, testWorld } from '#testing';
import { openOrderDesk } from '#volunteering/testing';
import { backupFolder } from './backup-record.ts';
import { eraseAgain, noteErasure, readErasures } from './erasures.ts';

test('whoever left a newsletter after an archive was made is no reader of it after the restore', async () => {
  await using county = await testWorld();
  const made = await county.as('administrator').post('/channels', {
    name: '甲县邮报',
    placeId: county.placeId('county'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: {
      kind: 'newsletter',
      lead: '县里今天的事',
      from: 'paper@news.one.test',
      returnTo: null,
      signs: false,
      digestHour: 0,
      digestWeekday: 1,
    },
  });
  assert.equal(made.status, 201, made.text);
  const owner = await ownerClient(county.database);
  const id = '0b5f3c1e-0000-7000-8000-000000000001';
  const token = 'a'.repeat(24);
  // As the archive has it.
  const bringBack = () =>
    owner.query(
      `insert into channels.subscribers (county_id, id, channel_id, email, language, pace, state, token, asked_at) values (1, $1, $2, 'ann@example.test', 'en', 'daily', 'active', $3, '2026-03-01')`,
      [id, Object(made.body['channel'])['id'], token],
    );
  const readers = async (): Promise<number | null> =>
    (await owner.query('select 1 from channels.subscribers where county_id = 1')).rowCount;
  const again = async (): Promise<number> =>
    (await eraseAgain(county.app, await readErasures([backupFolder(county.app)]))).done;
  try {
    await bringBack();
    const left = await county.request('POST', `/api/v1/unsubscriptions/${token}`);
    assert.equal(left.status, 204, left.text);
    await county.deliver();
    assert.equal(await readers(), 0);
    await bringBack();
    const listed = await readErasures([backupFolder(county.app)]);
    assert.deepEqual(
      listed.map(({ noun, subjectId }) => [noun, subjectId]),
      [['subscriber', id]],
    );
    assert.deepEqual([await again(), await readers()], [1, 0]);
    assert.equal(await again(), 0, 'harmless twice');
  } finally {
    await owner.end();
  }
});

test('whoever wanted no more messages after an archive was made gets none after the restore; who agreed once more later does', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const notices = { channel: 'email', email: 'wang@example.test', purposes: ['progress', 'booked'] };
  const id = await desk.accepted({ contacts: [{ name: '王阿姨', phone: '13800001234', notices }] });
  county.clock.advance({ minutes: 5 });
  await desk.done(keeper.post(`/orders/${id}/notice-endings`, { position: 1 }));
  await county.deliver();
  const owner = await ownerClient(county.database);
  const end = async (): Promise<string | null> => {
    const { items } = (await keeper.get(`/orders/${id}/notices`)).body as { items: { endedAt: string | null }[] };
    return items[0]?.endedAt ?? null;
  };
  /** As an archive has it in which the contact agreed at that time. */
  const bringBack = async (agreedAt: Date): Promise<void> => {
    await owner.query(
      `update volunteering.order_notices set email = 'wang@example.test', agreed_at = $2, ended_at = null, ended_by = null where county_id = 1 and order_id = $1`,
      [id, agreedAt],
    );
    assert.equal(await end(), null);
  };
  try {
    const endedAt = new Date((await end()) ?? '');
    const listed = await readErasures([backupFolder(county.app)]);
    assert.deepEqual(
      listed.map(({ noun, subjectId, at }) => [noun, subjectId, at]),
      [['order-notices', `${id}:1`, endedAt.toISOString()]],
    );
    await bringBack(new Date(endedAt.getTime() - 60_000));
    assert.deepEqual(await eraseAgain(county.app, listed), { done: 1, faults: [] });
    assert.notEqual(await end(), null);
    assert.deepEqual(await eraseAgain(county.app, listed), { done: 0, faults: [] }, 'harmless twice');
    const kept = await owner.query<{ email: string | null }>(
      'select email from volunteering.order_notices where county_id = 1 and order_id = $1',
      [id],
    );
    assert.deepEqual(kept.rows, [{ email: null }], 'the address goes with it');
    await bringBack(new Date(endedAt.getTime() + 60_000));
    assert.deepEqual([(await eraseAgain(county.app, listed)).done, await end()], [0, null]);
  } finally {
    await owner.end();
  }
});

test('who ended the messages at an order younger than the archive is told of none that the series makes after the restore', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const keeper = county.as('station-keeper');
  const notices = { channel: 'email', email: 'wang@example.test', purposes: ['progress', 'booked'] };
  const contacts = [{ name: '王阿姨', phone: '13800001234', notices }];
  const first = await desk.accepted({ contacts, wishes: [{ on: '2026-03-03', part: 'morning' }] });
  const begun = await desk.done(keeper.post(`/orders/${first}/repetitions`, { rule: 'FREQ=WEEKLY;COUNT=5' }));
  const seriesId = String(begun.body['seriesId']);
  county.clock.advance({ days: 2 });
  await county.tick('volunteering.series');
  const orders = async (): Promise<string[]> => {
    const { items } = (await keeper.get('/orders')).body as { items: { id: string }[] };
    return items.map(({ id }) => id);
  };
  const second = (await orders()).find((id) => id !== first) ?? '';
  // At one that others follow, it ends for that one alone.
  await desk.done(keeper.post(`/orders/${first}/notice-endings`, { position: 1 }));
  await desk.done(keeper.post(`/orders/${second}/notice-endings`, { position: 1 }));
  await county.deliver();
  const listed = await readErasures([backupFolder(county.app)]);
  assert.deepEqual(
    listed.map(({ noun, subjectId }) => [noun, subjectId]),
    [
      ['order-notices', `${first}:1`],
      ['order-notices', `${second}:1`],
      ['order-series-notices', `${seriesId}:1`],
    ],
  );
  const owner = await ownerClient(county.database);
  const told = async (id: string): Promise<boolean> => {
    const { items } = (await keeper.get(`/orders/${id}/notices`)).body as { items: { endedAt: string | null }[] };
    return items.some(({ endedAt }) => endedAt === null);
  };
  try {
    // As an archive has it in which the second order is not made yet; the ending of the first is another test's.
    await owner.query('update volunteering.orders set series_id = null where county_id = 1 and id = $1', [second]);
    await owner.query(
      'update volunteering.order_notices set ended_at = null, ended_by = null, email = $2 where county_id = 1 and order_id = $1',
      [first, notices.email],
    );
    assert.equal(await told(first), true);
    const ofSeries = listed.filter(({ noun }) => noun === 'order-series-notices');
    assert.deepEqual(await eraseAgain(county.app, ofSeries), { done: 1, faults: [] });
    assert.deepEqual(await eraseAgain(county.app, ofSeries), { done: 0, faults: [] }, 'harmless twice');
    assert.equal(await told(first), false);
    const before = new Set(await orders());
    county.clock.advance({ days: 7 });
    await county.tick('volunteering.series');
    const made = (await orders()).filter((id) => !before.has(id));
    assert.equal(made.length, 1);
    assert.equal(await told(made[0] ?? ''), false);
  } finally {
    await owner.end();
  }
});

test('a line of the list that a power cut broke off takes none after it along', async () => {
  await using county = await testWorld();
  const folder = backupFolder(county.app);
  const note = (subjectId: string): Promise<void> =>
    county.inCounty((ctx) => noteErasure(ctx, { noun: 'person', subjectId, at: county.clock.now() }));
  const [first, second] = ['0b5f3c1e-0000-7000-8000-000000000001', '0b5f3c1e-0000-7000-8000-000000000002'];
  await note(first);
  await appendFile(join(folder, 'erasures.jsonl'), '{"county":1,"noun":"per');
  await note(second);
  await note(second);
  assert.deepEqual(
    (await readErasures([folder])).map(({ subjectId }) => subjectId),
    [first, second, second],
  );
});
