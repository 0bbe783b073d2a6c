import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk } from '#newsroom/testing';
import type { CopyView } from '../contract.ts';
import { Receiver } from '../testing/receiver.ts';

test('what a clock that was ahead put off is tried when it is right again: a wait, a breaker, what a process left in hand, a pause', async () => {
  await using desk = await openDesk({ innerHosts: ['127.0.0.1'] });
  await using receiver = await Receiver.start();
  const { county } = desk;
  const add = async (name: string, settings: Record<string, unknown>, pauseSeconds = 0): Promise<string> => {
    const answer = await county.as('administrator').post('/channels', {
      name,
      placeId: county.placeId('county'),
      sectionIds: null,
      language: null,
      isOn: true,
      pauseSeconds,
      dailyLimit: null,
      keeperId: null,
      settings,
    });
    assert.equal(answer.status, 201, answer.text);
    return String(Object(answer.body['channel'])['id']);
  };
  const webhook = await add('省平台', { kind: 'webhook', address: receiver.address });
  const group = { kind: 'manual', instructions: '', correct: 'none', withdraw: 'none' };
  const byHand = await add('柳河镇群', group, 60);
  const copyIn = async (storyId: string, channelId: string): Promise<CopyView> => {
    const { body } = await county.as('editor').get(`/stories/${storyId}/copies`);
    return (body['items'] as CopyView[]).find((copy) => copy.channelId === channelId) ?? assert.fail('no copy');
  };
  const deliver = (): Promise<void> => county.tick('channels.deliver');

  const right = county.clock.now();
  county.clock.advance({ days: 2 });
  receiver.answer = (response) => void response.writeHead(500).end();
  const first = await desk.publish();
  for (let tries = 0; tries < 6; tries += 1) {
    await deliver();
    county.clock.advance({ minutes: 20 });
  }
  const left = await desk.publish();
  const until = new Date(county.clock.now().getTime() + 60_000);
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `update channels.copies set state = 'sending', claimed_until = $3, due_at = $3, tries = 1 where story_id = $1 and channel_id = $2`,
        [left.id, webhook, until],
      ),
    ),
  );

  county.clock.set(new Date(right.getTime() + 15 * 60_000));
  receiver.answer = (response) => void response.writeHead(204).end();
  const before = receiver.received.length;
  await deliver();
  assert.equal(receiver.received.length, before, 'all of it waits for a time in two days');
  await county.tick('channels.bring-copies-forward');
  assert.deepEqual(
    [(await copyIn(left.id, byHand)).state, (await copyIn(left.id, byHand)).waitsFor],
    ['waiting', 'pause'],
  );
  await deliver();
  await deliver();
  assert.deepEqual(
    [(await copyIn(first.id, webhook)).state, (await copyIn(left.id, webhook)).state],
    ['accepted', 'accepted'],
  );
  county.clock.advance({ seconds: 61 });
  await deliver();
  assert.equal((await copyIn(left.id, byHand)).state, 'manual', 'its pause began anew, and is over');

  // Waits of a clock that is right stay as they are.
  receiver.answer = (response) => void response.writeHead(503, { 'retry-after': '7200' }).end();
  const patient = await desk.publish();
  await deliver();
  const { dueAt } = await copyIn(patient.id, webhook);
  county.clock.advance({ minutes: 5 });
  await county.tick('channels.bring-copies-forward');
  assert.deepEqual([(await copyIn(patient.id, webhook)).dueAt, typeof dueAt], [dueAt, 'string']);
});

test('letters and what other servers are owed do not wait for a clock that was ahead either', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const answer = await county.as('administrator').post('/channels', {
    name: '柳河镇群',
    placeId: county.placeId('county'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: { kind: 'manual', instructions: '', correct: 'none', withdraw: 'none' },
  });
  const channel = String(Object(answer.body['channel'])['id']);
  const query = (sql: string, values: readonly unknown[]): Promise<Record<string, unknown>[]> =>
    county.inCounty((ctx) =>
      ctx.transaction(async (tx) => (await tx.client.query(sql, [tx.countyId, ...values])).rows as never),
    );
  const now = county.clock.now();
  const hours = (more: number): Date => new Date(now.getTime() + more * 3_600_000);
  const [reader] = await query(
    `insert into channels.subscribers (county_id, id, channel_id, email, language, pace, state, token, asked_at) values ($1, gen_random_uuid(), $2, 'wang@mail.test', 'zh-CN', 'daily', 'asked', 'a-token', $3) returning id`,
    [channel, now],
  );
  // Planned by a clock that was ahead; in hand then; put off for an hour by one that is right.
  const waits = [
    { made: hours(48), due: hours(48), claimed: null },
    { made: hours(-1), due: hours(48), claimed: hours(48) },
    { made: hours(-1), due: hours(1), claimed: null },
  ];
  for (const { made, due, claimed } of waits) {
    await query(
      `insert into channels.mailings (county_id, id, channel_id, subscriber_id, what, story_ids, state, due_at, claimed_until, made_at) values ($1, gen_random_uuid(), $2, $3, 'confirmation', '{}', 'planned', $4, $5, $6)`,
      [channel, reader?.['id'], due, claimed, made],
    );
    await query(
      `insert into channels.activitypub_deliveries (county_id, id, channel_id, accepts, inbox, server, state, due_at, claimed_until, planned_at, changed_at) values ($1, gen_random_uuid(), $2, '{}', 'https://peer.example/inbox', 'peer.example', 'waiting', $3, $4, $5, $5)`,
      [channel, due, claimed, made],
    );
  }
  await query(
    `insert into channels.activitypub_servers (county_id, server, signs, opens_at) values ($1, 'peer.example', 'cavage', $2), ($1, 'other.example', 'cavage', $3)`,
    [hours(48), hours(1)],
  );
  await query(
    'insert into channels.wechat_accounts (county_id, channel_id, taken_until, forced_at) values ($1, $2, $3, $3)',
    [channel, hours(48)],
  );
  for (const what of ['letters', 'activities', 'copies', 'tokens']) await county.tick(`channels.bring-${what}-forward`);
  for (const table of ['mailings', 'activitypub_deliveries'])
    assert.deepEqual(
      await query(
        `select due_at as at from channels.${table} where county_id = $1 and (claimed_until is null or claimed_until <= $2) order by due_at`,
        [now],
      ),
      [now, now, hours(1)].map((at) => ({ at })),
      table,
    );
  assert.deepEqual(
    await query('select opens_at as at from channels.activitypub_servers where county_id = $1 order by opens_at', []),
    [now, hours(1)].map((at) => ({ at })),
  );
  assert.deepEqual(
    await query(
      'select taken_until as taken, forced_at as forced from channels.wechat_accounts where county_id = $1',
      [],
    ),
    [{ taken: null, forced: null }],
  );
});
