import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { z } from 'zod';
import { openDesk, refused } from '#newsroom/testing';
import type { SeenStory } from '#newsroom/testing';
import { bilingual } from '#platform/i18n';
import type { ChannelView, CopyView } from '../contract.ts';
import { answerCopy } from '../send/answer-copy.ts';
import { readBack } from '../read-back/read-back.ts';
import { channelView } from '../testing/channel-shapes.ts';
import { correctPublished } from '../testing/correct-published.ts';
import type { Kind } from './kind.ts';
import { addKinds } from './registry.ts';
import { partsOf } from './sending.ts';
import type { FailureClass, Outcome } from './sending.ts';

/** A board of the county's neighbour, as a later module might bring it: takes a post over, shows it a while later, knows what it has, and lets nobody tell it twice what it has. */
const board = {
  posts: new Map<string, { title: string; isShown: boolean; words: string }>(),
  asked: [] as string[],
  tokens: [] as (string | undefined)[],
  /** What the next sending meets with; `lost`: it arrives, and the answer does not. */
  meets: null as FailureClass | 'lost' | null,
};
const settings = z.strictObject({ kind: z.literal('wall'), room: z.int().min(1).max(9) });
const taken = (id: string): Outcome => ({ outcome: 'accepted', remoteId: id, lookAfterSeconds: 60, detail: {} });
const shown = (id: string): Outcome => ({
  outcome: 'published',
  remoteId: id,
  address: `https://board.example/${id}`,
  detail: { status: 200 },
});
const kind: Kind<z.infer<typeof settings>> = {
  key: 'wall',
  settings,
  texts: bilingual(
    { 'channels.kind.wall': '邻县的栏', 'channels.fact.room': '版面' },
    { 'channels.kind.wall': 'Board', 'channels.fact.room': 'Room' },
  ),
  secret: { from: 'given', parts: { token: 'needed', stamp: 'optional' } },
  capabilities: () => ({
    correct: 'edit',
    withdraw: 'delete',
    endsNotices: false,
    readsBack: true,
    carrier: 'program',
  }),
  looksPerDay: 1,
  limits: ({ room }) => ({ title: 5, perDay: room }),
  async send({ key, piece, secrets }) {
    board.asked.push(`send ${piece.editionNumber}`);
    board.tokens.push(partsOf(secrets)['token']);
    const met = board.meets;
    if (met !== 'right-lost') board.meets = null;
    if (met !== null && met !== 'lost') return { outcome: 'failed', problem: met, detail: { code: 48001 } };
    board.posts.set(key, { title: piece.text.title, isShown: false, words: '' });
    return met === 'lost' ? { outcome: 'failed', problem: 'timeout', detail: {} } : taken(key);
  },
  async correct({ former, piece }) {
    board.asked.push(`correct ${former?.remoteId === null ? '?' : former?.editionNumber} by ${piece.editionNumber}`);
    return shown(former?.remoteId ?? '?');
  },
  async withdraw({ copy }) {
    board.asked.push('withdraw');
    board.posts.delete(copy.remoteId ?? '');
    return { outcome: 'accepted', detail: {} };
  },
  async lookUp({ key }) {
    board.asked.push('look-up');
    const post = board.posts.get(key);
    return !post ? 'absent' : post.isShown ? shown(key) : taken(key);
  },
  async readBack({ copy }) {
    return { words: board.posts.get(copy.remoteId ?? '')?.words ?? '', wanted: '' };
  },
  facts: async (_, channel) => [{ key: 'room', value: String(channel.settings.room) }],
};
addKinds([kind]);

const desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());
const { county } = desk;
const admin = county.as('administrator');

let named = 0;
const facts = (room = 9, more: Record<string, unknown> = {}) => ({
  name: `邻县 ${(named += 1)}`,
  placeId: county.placeId('town-1'),
  sectionIds: null,
  language: null,
  isOn: true,
  pauseSeconds: 0,
  dailyLimit: null,
  keeperId: null,
  settings: { kind: 'wall', room },
  secret: [{ part: 'token', value: 'open sesame' }],
  ...more,
});
async function add(room = 9, more: Record<string, unknown> = {}): Promise<ChannelView> {
  const answer = await admin.post('/channels', facts(room, more));
  assert.equal(answer.status, 201, answer.text);
  return answer.body['channel'] as ChannelView;
}
const channelNow = async (id: string): Promise<ChannelView> => (await admin.get(`/channels/${id}`)).read(channelView);
async function copies(storyId: string, channel: ChannelView): Promise<CopyView[]> {
  const { body } = await county.as('editor').get(`/stories/${storyId}/copies`);
  return (body['items'] as CopyView[]).filter((copy) => copy.channelId === channel.id);
}
const states = async ({ id }: SeenStory, channel: ChannelView): Promise<unknown[]> =>
  (await copies(id, channel)).map((copy) => [copy.editionNumber, copy.state, copy.problem]);
const deliver = (): Promise<void> => county.tick('channels.deliver');
const look = (): Promise<number> => county.inCounty((ctx) => readBack(ctx, async () => ({ status: 503, html: '' })));
const put = async (channel: ChannelView, more: Record<string, unknown> = {}) => {
  const { version } = await channelNow(channel.id);
  return admin.put(`/channels/${channel.id}`, { ...facts(9, { secret: [] }), name: channel.name, version, ...more });
};
const off = async (channel: ChannelView): Promise<void> => void (await put(channel, { isOn: false }));

test('a kind says what it must be told, what secret it needs, and what it shows; the secret is never shown again', async () => {
  refused(await admin.post('/channels', facts(0)), 400, 'BadRequest');
  refused(await admin.post('/channels', facts(1, { secret: [] })), 400, 'BadRequest');
  refused(await admin.post('/channels', facts(1, { secret: [{ part: 'key', value: 'x' }] })), 400, 'BadRequest');
  const channel = await add(7);
  assert.deepEqual(
    [channel.kindName, channel.secret, channel.secretParts, channel.mostInADay],
    ['邻县的栏', 'given', ['token'], 7],
  );
  assert.deepEqual((await admin.get(`/channels/${channel.id}/facts`)).body['items'], [
    { label: '版面', value: '7', isTakenAlong: true },
  ]);
  assert.doesNotMatch((await admin.get(`/channels/${channel.id}`)).text, /sesame/);
  refused(await admin.post(`/channels/${channel.id}/secrets`, { version: channel.version }), 400, 'BadRequest');
  const changed = await put(channel, { isOn: false, secret: [{ part: 'stamp', value: 's' }] });
  assert.deepEqual(changed.body['secretParts'], ['token', 'stamp'], changed.text);
});

test('what a channel takes over is published when it says so, asked or by itself; its drift and its correction follow', async () => {
  const channel = await add();
  const published = await desk.publish();
  await deliver();
  assert.deepEqual(await states(published, channel), [[1, 'accepted', null]]);
  assert.equal(board.tokens.at(-1), 'open sesame');
  await look();
  assert.equal(board.asked.at(-1), 'send 1', 'it is not asked before its time');
  county.clock.advance({ seconds: 61 });
  await look();
  assert.deepEqual(await states(published, channel), [[1, 'accepted', null]], 'still only taken over');
  const [key] = [...board.posts.keys()];
  const post = board.posts.get(key ?? '');
  assert.ok(key && post);
  Object.assign(post, { isShown: true, words: '别的字' });
  county.clock.advance({ seconds: 61 });
  await look();
  const [copy] = await copies(published.id, channel);
  assert.deepEqual([copy?.state, copy?.address], ['published', `https://board.example/${key}`]);
  county.clock.advance({ seconds: 10 });
  await look();
  assert.deepEqual(await states(published, channel), [[1, 'drifted', 'other-words']]);
  await correctPublished(desk, published);
  await deliver();
  assert.equal(board.asked.at(-1), 'correct 1 by 2');
  assert.deepEqual(await states(published, channel), [
    [2, 'published', null],
    [1, 'superseded', null],
  ]);

  const other = await desk.publish();
  await deliver();
  const remoteId = [...board.posts.keys()].at(-1) ?? '';
  const say = (outcome: Outcome, id = remoteId): Promise<boolean> =>
    county.inCounty((ctx) => answerCopy(ctx, { channelId: channel.id, remoteId: id }, outcome));
  assert.equal(await say(shown(remoteId), 'nobody knows it'), false);
  assert.deepEqual([await say(shown(remoteId)), await say(shown(remoteId))], [true, true]);
  assert.deepEqual(await states(other, channel), [[1, 'published', null]]);
  const third = await desk.publish();
  await deliver();
  await say({ outcome: 'failed', problem: 'refused', detail: {} }, [...board.posts.keys()].at(-1));
  assert.deepEqual(await states(third, channel), [[1, 'failed', 'refused']]);
  await off(channel);
});

test('where an answer was lost, or a process died, the channel is asked before anything is sent again', async () => {
  const channel = await add();
  board.meets = 'lost';
  const published = await desk.publish();
  await deliver();
  assert.deepEqual(await states(published, channel), [[1, 'waiting', 'timeout']]);
  county.clock.advance({ minutes: 5 });
  board.asked.length = 0;
  await deliver();
  assert.deepEqual([board.asked, await states(published, channel)], [['look-up'], [[1, 'accepted', null]]]);

  const next = await desk.publish();
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `update channels.copies set state = 'sending', claimed_until = $2, due_at = $2, tries = 1 where story_id = $1 and channel_id is not null`,
        [next.id, ctx.app.clock.now()],
      ),
    ),
  );
  county.clock.advance({ seconds: 1 });
  board.asked.length = 0;
  await deliver();
  assert.deepEqual([board.asked, await states(next, channel)], [['look-up', 'send 1'], [[1, 'accepted', null]]]);
  await off(channel);
});

test('a day that is used up waits for tomorrow; an account that may not publish any more gives its channel into the hands of its keeper', async () => {
  const channel = await add(2, { keeperId: await county.personId('volunteer') });
  board.meets = 'quota';
  const [first, second, third] = [await desk.publish(), await desk.publish(), await desk.publish()];
  await deliver();
  const waits = async (one: SeenStory) => (await copies(one.id, channel))[0]?.waitsFor ?? null;
  const held = [await waits(first), await waits(second), await waits(third)];
  assert.deepEqual(
    held.filter((one) => one === 'quota'),
    ['quota', 'quota'],
    'one was refused there, one has no room here',
  );
  board.meets = 'right-lost';
  county.clock.advance({ hours: 24 });
  await deliver();
  const after48001 = await channelNow(channel.id);
  assert.deepEqual([after48001.carrier, after48001.problem, after48001.isOn], ['person', 'right-lost', true]);
  const all = [
    ...(await states(first, channel)),
    ...(await states(second, channel)),
    ...(await states(third, channel)),
  ];
  assert.equal(all.filter((one) => Array.isArray(one) && one[1] === 'manual').length, 2, JSON.stringify(all));
  const work = (await county.as('volunteer').get('/me/waiting')).body['items'] as { kind: string }[];
  assert.equal(work.filter((one) => one.kind === 'channels.bring').length, 2, 'its keeper finds them in their work');
  const [byHand] = (await Promise.all([first, second, third].map((one) => copies(one.id, channel))))
    .flat()
    .filter((copy) => copy.state === 'manual');
  const receipt = { address: 'https://board.example/by-hand', pictureHash: null };
  assert.equal((await county.as('editor').post(`/copies/${byHand?.id}/receipts`, receipt)).body['state'], 'published');
  const saved = await put(channel);
  assert.deepEqual([saved.body['carrier'], saved.body['problem']], ['program', null], saved.text);
  board.meets = null;
  await off(channel);
});

test('what stands there is looked at again for a week, a day apart and no more in a day than the channel lets', async () => {
  const channel = await add();
  const [first, second] = [await desk.publish(), await desk.publish()];
  await deliver();
  for (const post of board.posts.values()) post.isShown = true;
  county.clock.advance({ seconds: 61 });
  await look();
  county.clock.advance({ seconds: 10 });
  await look();
  assert.deepEqual(
    [await states(first, channel), await states(second, channel)],
    [[[1, 'published', null]], [[1, 'published', null]]],
  );
  const inDays = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      const { rows } = await tx.client.query<{ days: number }>(
        `select round(extract(epoch from look_at - $2::timestamptz) / 86400)::int as days from channels.copies where channel_id = $1 order by look_at`,
        [channel.id, ctx.app.clock.now()],
      );
      return rows.map(({ days }) => days);
    }),
  );
  assert.deepEqual(inDays, [1, 2]);
  await off(channel);
});
