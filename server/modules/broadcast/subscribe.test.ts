import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ChannelView, CopyView, Departure, PlannedTurn } from '#channels/contract';
import { correctPublished } from '#channels/testing';
import { openDesk, story } from '#newsroom/testing';
import { players, subscribe } from './testing/little-broadcast.ts';

subscribe();
const desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());
const { county } = desk;

async function add(name: string, settings: Record<string, unknown>, more: object = {}): Promise<ChannelView> {
  const answer = await county.as('administrator').post('/channels', {
    name,
    placeId: county.placeId('town-1'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 30,
    dailyLimit: null,
    keeperId: null,
    settings,
    ...more,
  });
  assert.equal(answer.status, 201, answer.text);
  return answer.body['channel'] as ChannelView;
}
const secret = [{ part: 'token', value: 'open sesame' }];
const screens = await add('柳河大屏', { kind: 'screen', lines: 4 }, { secret });
const speakers = await add('柳河大喇叭', { kind: 'loudspeaker', hour: 7 });

async function copies(storyId: string, { id }: ChannelView): Promise<CopyView[]> {
  const { body } = await county.as('editor').get(`/stories/${storyId}/copies`);
  return (body['items'] as CopyView[]).filter(({ channelId }) => channelId === id);
}
const states = async (storyId: string, channel: ChannelView): Promise<unknown[]> =>
  (await copies(storyId, channel)).map(({ editionNumber, state }) => [editionNumber, state]);
const deliver = (): Promise<void> => county.tick('channels.deliver');

/** The players fetch their orders, do them, and say so by their own door. */
async function play(): Promise<void> {
  for (const { copyId, storyId, words, key } of players.orders.splice(0)) {
    const { body } = await county.as('editor').get(`/copies/${copyId}/attempts`);
    assert.ok((body['items'] as unknown[]).length > 0, 'the ledger knows of the try');
    if (words === '') players.shown.delete(storyId);
    else if (/^(更正|柳河桥今天通车。)/.test(words)) players.said.push(words);
    else players.shown.set(storyId, { words, hasEnded: false });
    if (key.includes('.withdraw.')) continue;
    const told = await county.request('POST', '/api/v1/player-reports', { copyId });
    assert.deepEqual([told.status, told.body], [201, { isKnown: true }], told.text);
  }
}

test('a later module brings a screen and loudspeakers, and channels know what each can do before anything is sent', async () => {
  assert.deepEqual(
    [screens, speakers].map((one) => [one.kindName, one.correct, one.withdraw, one.endsNotices, one.beyondRecall]),
    [
      ['大屏', 'edit', 'delete', true, false],
      ['大喇叭', 'notice', 'notice', false, true],
    ],
  );
  const validUntil = new Date(county.clock.now().getTime() + 3_600_000).toISOString();
  const written = await desk.submit(await desk.write('editor', { kind: 'notice', validUntil }), 'editor');
  const plan = (await county.as('editor').get(`/stories/${written.id}/departure-plan`)).body['items'] as Departure[];
  assert.deepEqual(
    plan.slice(1).map((one) => [one.channelName, one.endsNotice, one.leavesAfterSeconds]),
    [
      ['柳河大屏', true, 0],
      ['柳河大喇叭', false, 30],
    ],
    'what is said aloud leaves last, and its end will not be heard',
  );
});

test('its copies are planned, taken over, shown, read back, corrected, ended and withdrawn in the one ledger', async () => {
  const validUntil = new Date(county.clock.now().getTime() + 7_200_000).toISOString();
  const published = await desk.publish({ kind: 'notice', validUntil });
  await deliver();
  assert.deepEqual(
    [await states(published.id, screens), await states(published.id, speakers)],
    [[[1, 'accepted']], [[1, 'waiting']]],
    'taken over is not shown, and what nothing calls back waits for its pause',
  );
  assert.equal(players.orders[0]?.token, 'open sesame', 'its own secret is handed to it');
  await play();
  county.clock.advance({ seconds: 31 });
  await deliver();
  await play();
  assert.deepEqual(
    [await states(published.id, screens), await states(published.id, speakers)],
    [[[1, 'published']], [[1, 'published']]],
  );
  assert.match(players.said.join(), /限重十吨/);
  county.clock.advance({ seconds: 10 });
  await county.tick('channels.read-back');
  const [seen] = await copies(published.id, screens);
  assert.equal(seen?.hashSeen, seen?.hashSent, 'the screen shows what was signed');

  const turns = (await county.as('editor').get(`/stories/${published.id}/correction-plan`)).body[
    'items'
  ] as PlannedTurn[];
  assert.deepEqual(
    turns.slice(1).map((one) => [one.channelName, one.correct, one.withdraw, one.endsNotice]),
    [
      ['柳河大喇叭', 'notice', 'notice', false],
      ['柳河大屏', 'edit', 'delete', true],
    ],
  );
  await correctPublished(desk, published);
  await deliver();
  assert.deepEqual(
    await states(published.id, screens),
    [
      [2, 'accepted'],
      [1, 'published'],
    ],
    'until the player shows the new words the old ones stand there',
  );
  await play();
  for (const channel of [screens, speakers])
    assert.deepEqual(await states(published.id, channel), [
      [2, 'published'],
      [1, 'superseded'],
    ]);
  assert.match(players.shown.get(published.id)?.words ?? '', /限重十二吨/);
  assert.equal(players.said.at(-1), '更正第 1 版：限重写错了');

  county.clock.advance({ hours: 2 });
  await county.tick('channels.end-notices');
  await deliver();
  await deliver();
  assert.equal(players.shown.get(published.id)?.hasEnded, true, 'the screen shows that it is over');
  assert.deepEqual(
    [(await copies(published.id, screens))[0]?.endedAt, (await copies(published.id, speakers))[0]?.endedAt],
    [validUntil, null],
    'and nobody claims that it was heard',
  );
  const longer = new Date(county.clock.now().getTime() + 7_200_000).toISOString();
  story(await county.as('editor').patch(`/stories/${published.id}`, { validUntil: longer }), 200);
  await county.tick('channels.end-notices');
  await deliver();
  assert.equal(players.shown.get(published.id)?.hasEnded, false, 'a notice that goes on is shown so again');
  assert.equal((await copies(published.id, screens))[0]?.endedAt, null);

  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  await deliver();
  assert.deepEqual(
    [(await states(published.id, screens))[0], (await states(published.id, speakers))[0]],
    [
      [2, 'withdrawing'],
      [2, 'withdrawn'],
    ],
    'a screen is dark when its player says so; of what was said a note is said',
  );
  assert.match(players.said.at(-1) ?? '', /正在核实/);
  await play();
  county.clock.advance({ minutes: 6 });
  await deliver();
  assert.deepEqual((await states(published.id, screens))[0], [2, 'withdrawn']);
});

test('a player that is silent is asked, and one that shows other words has drifted', async () => {
  const published = await desk.publish();
  await deliver();
  const [order] = players.orders.splice(0);
  assert.ok(order);
  players.shown.set(published.id, { words: '别的字', hasEnded: false });
  county.clock.advance({ minutes: 6 });
  await county.tick('channels.read-back');
  assert.deepEqual(await states(published.id, screens), [[1, 'published']]);
  county.clock.advance({ seconds: 10 });
  await county.tick('channels.read-back');
  assert.deepEqual(await states(published.id, screens), [[1, 'drifted']]);
});
