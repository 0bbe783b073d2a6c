import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDesk, refused, story } from '#newsroom/testing';
import type { Desk, SeenStory } from '#newsroom/testing';
import { callOut } from '#platform/outbound/call-out';
import { OutboundFailure } from '#platform/outbound/outbound-failure';
import { isInnerAddress } from '#platform/outbound/inner-addresses';
import type { AttemptView, ChannelView, CopyView } from '../contract.ts';
import { signedHeaders } from '#platform/outbound/signed-call';
import { claimCopies, slots } from './claim-copies.ts';
import { Receiver } from '../testing/receiver.ts';
import { channelView, channelWithSecret } from '../testing/channel-shapes.ts';
import { correctPublished } from '../testing/correct-published.ts';

let desk: Desk;
let receiver: Receiver;
let slow: Receiver;
before(async () => {
  const now = (): Date => desk.county.clock.now();
  [receiver, slow] = await Promise.all([Receiver.start(now), Receiver.start(now)]);
  desk = await openDesk({ innerHosts: ['127.0.0.1'] });
});
after(async () => {
  await desk[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
  await slow[Symbol.asyncDispose]();
});

let named = 0;
async function add(
  address: string,
  more: Record<string, unknown> = {},
): Promise<Omit<ChannelView, 'secret'> & { secret: string }> {
  const answer = await desk.county.as('administrator').post('/channels', {
    name: `省平台 ${(named += 1)}`,
    placeId: desk.county.placeId('town-1'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: { kind: 'webhook', address },
    ...more,
  });
  assert.equal(answer.status, 201, answer.text);
  const { channel, secret } = answer.read(channelWithSecret);
  assert.ok(secret, 'its secret is shown this once');
  return { ...channel, secret };
}
async function seeChannel(id: string): Promise<ChannelView> {
  return (await desk.county.as('administrator').get(`/channels/${id}`)).read(channelView);
}
async function off({ id }: { id: string }): Promise<void> {
  const { version, name, placeId, sectionIds, language, pauseSeconds, dailyLimit, keeperId, settings } =
    await seeChannel(id);
  const facts = { version, name, placeId, sectionIds, language, pauseSeconds, dailyLimit, keeperId, settings };
  await desk.county.as('administrator').put(`/channels/${id}`, { ...facts, isOn: false });
}
const deliver = (): Promise<void> => desk.county.tick('channels.deliver');
async function copiesIn(storyId: string, channel: { id: string }): Promise<CopyView[]> {
  const { body } = await desk.county.as('editor').get(`/stories/${storyId}/copies`);
  return (body['items'] as CopyView[]).filter((copy) => copy.channelId === channel.id);
}
const states = async (storyId: string, channel: { id: string }): Promise<unknown[]> =>
  (await copiesIn(storyId, channel)).map((copy) => [copy.editionNumber, copy.state, copy.problem]);
const correct = (published: SeenStory): Promise<void> => correctPublished(desk, published);
async function withdraw({ id }: SeenStory): Promise<void> {
  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${id}/withdrawals`, { reason: '核实' }), 201);
}
const calls = (at: Receiver, published: SeenStory) =>
  at.received.filter((one) => String(one.data['uri']).endsWith(published.slug ?? '?'));

test('a publication, its correction and its withdrawal reach a receiver, each signed, in ninjs, with its receipt', async () => {
  const channel = await add(receiver.address);
  assert.equal(channel.endsNotices, true, 'it is told when a notice ends');
  receiver.secrets.push(channel.secret);
  receiver.answer = (response, { id }) => {
    const address = `https://news.example/${id.slice(0, 8)}`;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ address, id: 'p-7' }));
  };
  const published = await desk.publish();
  assert.deepEqual(await states(published.id, channel), [[1, 'planned', null]]);
  await deliver();
  const [copy] = await copiesIn(published.id, channel);
  assert.deepEqual([copy?.state, copy?.address?.startsWith('https://news.example/')], ['published', true]);
  await correct(published);
  await deliver();
  assert.deepEqual(await states(published.id, channel), [
    [2, 'published', null],
    [1, 'superseded', null],
  ]);
  await withdraw(published);
  assert.deepEqual((await states(published.id, channel))[0], [2, 'withdrawing', null]);
  await deliver();
  assert.deepEqual((await states(published.id, channel))[0], [2, 'withdrawn', null]);
  story(await desk.county.as('chief-editor').post(`/stories/${published.id}/restorations`, { reason: '核实' }), 201);
  await deliver();
  assert.deepEqual((await states(published.id, channel))[0], [2, 'published', null]);
  const seen = calls(receiver, published);
  assert.deepEqual(
    seen.map(({ type, data }) => [type, data['version'], data['pubStatus'], data['edNote']]),
    [
      ['story.published', '1', 'usable', undefined],
      ['story.published', '2', 'usable', '限重写错了'],
      ['story.withdrawn', '2', 'canceled', undefined],
      ['story.published', '2', 'usable', '限重写错了'],
    ],
  );
  assert.equal(new Set(seen.map((one) => one.id)).size, 4, 'each sending has a key of its own');
  assert.equal(seen[2]?.data['bodies'], undefined, 'a recall carries no words');
  assert.match(JSON.stringify(seen[0]?.data['bodies']), /限重十吨/);
  await off(channel);
});

test('a secret is shown once; after a change the former one signs too, for a day (A26)', async () => {
  const channel = await add(receiver.address);
  receiver.secrets.push(channel.secret);
  const admin = desk.county.as('administrator');
  assert.doesNotMatch((await admin.get(`/channels/${channel.id}`)).text, /whsec/);
  refused(await admin.post(`/channels/${channel.id}/secrets`, { version: 9 }), 409, 'StaleVersion');
  const { secret } = (await admin.post(`/channels/${channel.id}/secrets`, { version: channel.version })).body;
  receiver.secrets.push(String(secret));
  const tested = async (): Promise<readonly string[] | undefined> => {
    assert.equal((await admin.post(`/channels/${channel.id}/tests`, {})).body['isTesting'], true);
    await deliver();
    const { test, isTesting } = await seeChannel(channel.id);
    assert.deepEqual([test?.problem, test?.status, isTesting], [null, 200, false]);
    return receiver.received.at(-1)?.secrets;
  };
  assert.deepEqual(await tested(), [channel.secret, secret]);
  desk.county.clock.advance({ hours: 25 });
  assert.deepEqual(await tested(), [secret]);
  await off(channel);
  // The example of the standard's own papers.
  const example = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1_614_265_330_000), body: '{"test": 2432232314}' };
  assert.equal(
    signedHeaders(example, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])['webhook-signature'],
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

test('who listened on the line cannot send a call again: at once it is known as repeated, after five minutes it is refused, and its time cannot be changed', async () => {
  const channel = await add(receiver.address);
  receiver.secrets.push(channel.secret);
  receiver.answer = (response) => void response.writeHead(204).end();
  const published = await desk.publish();
  await deliver();
  const [call] = calls(receiver, published);
  assert.ok(call);
  const replay = async (changed: Record<string, string> = {}): Promise<[number, boolean | undefined]> => {
    const before = receiver.received.length;
    const { headers, body } = call.sent;
    const answer = await fetch(receiver.address, { method: 'POST', headers: { ...headers, ...changed }, body });
    return [answer.status, receiver.received[before]?.isRepeated];
  };
  assert.deepEqual(await replay(), [204, true]);
  desk.county.clock.advance({ minutes: 4 });
  assert.deepEqual(await replay(), [204, true], 'a try that was long on its way still arrives');
  desk.county.clock.advance({ minutes: 2 });
  assert.deepEqual(await replay(), [401, undefined]);
  const now = String(Math.floor(desk.county.clock.now().getTime() / 1_000));
  assert.deepEqual(await replay({ 'webhook-timestamp': now }), [401, undefined], 'the time is signed too');
  assert.deepEqual(await states(published.id, channel), [[1, 'accepted', null]]);
  await off(channel);
});

test('each class of failure has its way: again later and later, to a person, or the channel off; one dead receiver slows no other', async () => {
  const [well, ill] = [await add(receiver.address), await add(slow.address)];
  receiver.secrets.length = 0;
  receiver.answer = (response) => void response.writeHead(202).end();
  slow.answer = (response) => void response.writeHead(500).end();
  const published = await desk.publish();
  await deliver();
  assert.deepEqual(await states(published.id, well), [[1, 'accepted', null]]);
  const [waiting] = await copiesIn(published.id, ill);
  assert.deepEqual([waiting?.state, waiting?.waitsFor, waiting?.problem], ['waiting', 'retry', 'server']);
  await deliver();
  assert.equal(calls(slow, published).length, 1, 'nothing is tried before its time');
  for (let tries = 0; tries < 4; tries += 1) {
    desk.county.clock.advance({ hours: 1 });
    await deliver();
  }
  assert.equal(calls(slow, published).length, 5);
  assert.ok(new Set(calls(slow, published).map((one) => one.id)).size === 1, 'one key for every try');
  assert.notEqual((await seeChannel(ill.id)).heldUntil, null, 'after five it is left alone for a while');
  const next = await desk.publish();
  await deliver();
  assert.deepEqual([calls(slow, next).length, await states(next.id, well)], [0, [[1, 'accepted', null]]]);

  // Somebody has it tried at once; it is well again.
  slow.answer = (response) => void response.writeHead(204).end();
  assert.equal((await desk.county.as('editor').post(`/copies/${waiting?.id}/retries`, {})).status, 201);
  await deliver();
  await deliver();
  assert.deepEqual(await states(published.id, ill), [[1, 'accepted', null]]);
  const tried = (await desk.county.as('editor').get(`/copies/${waiting?.id}/attempts`)).body['items'] as AttemptView[];
  assert.deepEqual(
    tried.map(({ outcome, problem, status }) => [outcome, problem, status]),
    [['accepted', null, 204], ...Array.from({ length: 5 }, () => ['failed', 'server', 500])],
    'every try stands there, the latest first',
  );
  assert.deepEqual([(await seeChannel(ill.id)).heldUntil, await states(next.id, ill)], [null, [[1, 'accepted', null]]]);

  const ways: [(response: Parameters<Receiver['answer']>[0]) => void, string][] = [
    [(response) => response.writeHead(302, { location: receiver.address }).end(), 'redirect'],
    [(response) => response.writeHead(403).end(), 'denied'],
    [(response) => response.writeHead(422).end(), 'refused'],
    [(response) => response.writeHead(410).end(), 'gone'],
  ];
  for (const [answer, problem] of ways) {
    slow.answer = answer;
    const one = await desk.publish();
    await deliver();
    assert.deepEqual(await states(one.id, ill), [[1, 'failed', problem]]);
  }
  const gone = await seeChannel(ill.id);
  assert.deepEqual([gone.isOn, gone.problem], [false, 'gone']);
  await off(well);
});

test('an answer that holds what cannot be kept is a receipt all the same, and a time of day is a wait like any other', async () => {
  const channel = await add(receiver.address);
  receiver.secrets.length = 0;
  receiver.answer = (response) => {
    const said = { address: 'https://news.example/a\u0000b', id: 'p\u0000-\ud800' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  };
  const published = await desk.publish();
  await deliver();
  const [copy] = await copiesIn(published.id, channel);
  assert.deepEqual([copy?.state, copy?.address], ['published', 'https://news.example/ab']);

  receiver.answer = (response) => {
    const [now, until] = ['Sun, 06 Nov 1994 08:00:00 GMT', 'Sun, 06 Nov 1994 10:00:00 GMT'];
    response.writeHead(503, { date: now, 'retry-after': until }).end();
  };
  const later = await desk.publish();
  await deliver();
  const [waiting] = await copiesIn(later.id, channel);
  const wait = (Date.parse(waiting?.dueAt ?? '') - desk.county.clock.now().getTime()) / 60_000;
  assert.ok(wait > 118 && wait <= 120, `two hours, by the receiver's own clock: ${wait}`);
  receiver.answer = (response) => void response.writeHead(204).end();
  await off(channel);
});

test('a withdrawal overtakes a sending, and a correction follows one: no copy is lost, doubled or passed by', async () => {
  const channel = await add(slow.address);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const begun = new Promise<void>((resolve) => {
    slow.answer = (response) => {
      resolve();
      void held.then(() => response.writeHead(204).end());
    };
  });
  const [first, second] = [await desk.publish(), await desk.publish()];
  const turn = deliver();
  await begun;
  await withdraw(first);
  await correct(second);
  assert.deepEqual(await states(first.id, channel), [[1, 'sending', null]]);
  release();
  await turn;
  await deliver();
  assert.deepEqual(await states(first.id, channel), [[1, 'withdrawn', null]]);
  assert.deepEqual(await states(second.id, channel), [
    [2, 'accepted', null],
    [1, 'superseded', null],
  ]);
  assert.deepEqual(
    [first, second].map((one) => calls(slow, one).map(({ type, data }) => [type, data['version']])),
    [
      [
        ['story.published', '1'],
        ['story.withdrawn', '1'],
      ],
      [
        ['story.published', '1'],
        ['story.published', '2'],
      ],
    ],
  );
  await off(channel);
});

test('a text that was withdrawn and comes out anew is sent when its recall has ended, or over what could not be recalled', async () => {
  const channel = await add(receiver.address);
  receiver.secrets.length = 0;
  receiver.answer = (response) => void response.writeHead(204).end();
  const [first, second] = [await desk.publish(), await desk.publish()];
  await deliver();
  receiver.answer = (response) => void response.writeHead(503).end();
  await withdraw(first);
  await deliver();
  receiver.answer = (response) => void response.writeHead(403).end();
  await withdraw(second);
  await deliver();
  receiver.answer = (response) => void response.writeHead(204).end();
  for (const one of [first, second]) await correct(one);
  await deliver();
  assert.deepEqual(
    await states(first.id, channel),
    [
      [2, 'planned', null],
      [1, 'withdrawing', 'busy'],
    ],
    'the new text waits for the recall',
  );
  const [stuck, followed] = [await copiesIn(second.id, channel), calls(receiver, second)];
  assert.deepEqual(
    stuck.map(({ editionNumber, state }) => [editionNumber, state]),
    [
      [2, 'accepted'],
      [1, 'superseded'],
    ],
  );
  assert.deepEqual(followed.at(-1)?.type, 'story.published');
  desk.county.clock.advance({ minutes: 1 });
  await deliver();
  await deliver();
  assert.deepEqual(
    [await states(first.id, channel), calls(receiver, first).map(({ type, data }) => [type, data['version']])],
    [
      [
        [2, 'accepted', null],
        [1, 'superseded', 'taken-down'],
      ],
      [
        ['story.published', '1'],
        ['story.withdrawn', '1'],
        ['story.withdrawn', '1'],
        ['story.published', '2'],
      ],
    ],
  );
  // What comes back after another withdrawal is the latest text, and it alone.
  await withdraw(first);
  await deliver();
  story(await desk.county.as('chief-editor').post(`/stories/${first.id}/restorations`, { reason: '核实' }), 201);
  await deliver();
  assert.deepEqual(await states(first.id, channel), [
    [2, 'accepted', null],
    [1, 'superseded', 'taken-down'],
  ]);
  await off(channel);
});

test('a recall that was given up is on record until it is taken up again: no look wipes it, the undo of a batch takes it up, and a story that is restored has nothing to take down', async () => {
  const channel = await add(receiver.address);
  receiver.secrets.length = 0;
  receiver.answer = (response) => void response.writeHead(204).end();
  const [first, second] = [await desk.publish(), await desk.publish()];
  await deliver();
  receiver.answer = (response) => void response.writeHead(403).end();
  for (const one of [first, second]) await withdraw(one);
  await deliver();
  const [stuck] = await copiesIn(first.id, channel);
  const [other] = await copiesIn(second.id, channel);
  assert.deepEqual(
    [stuck?.state, stuck?.problem, stuck?.dueAt, stuck?.retry],
    ['withdrawing', 'denied', null, 'take-down'],
  );
  const act = async (acts: unknown[]): Promise<{ done: boolean; back: unknown }[]> => {
    const { body } = await desk.county.as('editor').post('/copies/batches', { acts });
    return body['items'] as { done: boolean; back: unknown }[];
  };
  const given = await act([
    { do: 'give-up', id: stuck?.id },
    { do: 'give-up', id: other?.id },
  ]);
  assert.deepEqual(
    given.map(({ done, back }) => [done, back]),
    [stuck, other].map((one) => [true, { do: 'retry', id: one?.id }]),
  );
  assert.deepEqual(await states(first.id, channel), [[1, 'published', 'not-withdrawn']]);
  // Somebody was just looking there when it was given up.
  await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query('update channels.copies set look_at = $2 where id = $1', [stuck?.id, ctx.app.clock.now()]),
    ),
  );
  await desk.county.tick('channels.read-back');
  const [left] = await copiesIn(first.id, channel);
  assert.deepEqual([left?.state, left?.problem, left?.retry], ['published', 'not-withdrawn', 'take-down']);

  const undone = await act([given[0]?.back]);
  assert.deepEqual([undone[0]?.done, await states(first.id, channel)], [true, [[1, 'withdrawing', null]]]);
  receiver.answer = (response) => void response.writeHead(204).end();
  await deliver();
  assert.deepEqual(await states(first.id, channel), [[1, 'withdrawn', null]]);
  assert.equal(calls(receiver, first).at(-1)?.type, 'story.withdrawn');

  story(await desk.county.as('chief-editor').post(`/stories/${second.id}/restorations`, { reason: '核实' }), 201);
  assert.deepEqual(await states(second.id, channel), [[1, 'published', null]]);
  assert.equal((await copiesIn(second.id, channel))[0]?.retry, null, 'it is where it belongs');
  await off(channel);
});

test('the number of a channel’s sweep is what the sweep touches: what failed, and what waits for its next try', async () => {
  const channel = await add(slow.address);
  const sweep = (how: 'retries' | 'surrenders') =>
    desk.county.as('editor').post(`/channels/${channel.id}/${how}`, { of: 'troubled' });
  slow.answer = (response) => void response.writeHead(422).end();
  const refusedThere = await desk.publish();
  await deliver();
  slow.answer = (response) => void response.writeHead(500).end();
  const waiting = await desk.publish();
  await deliver();
  assert.deepEqual(
    [await states(refusedThere.id, channel), await states(waiting.id, channel)],
    [[[1, 'failed', 'refused']], [[1, 'waiting', 'server']]],
  );
  assert.equal((await seeChannel(channel.id)).troubled, 2);
  assert.equal((await sweep('retries')).body['copies'], 2);
  assert.equal((await seeChannel(channel.id)).troubled, 0, 'both are on their way');
  await deliver();
  assert.equal((await seeChannel(channel.id)).troubled, 2);
  assert.equal((await sweep('surrenders')).body['copies'], 2);
  assert.equal((await seeChannel(channel.id)).troubled, 0);
  await off(channel);
});

test('what a process left in hand is sent again under the same key; a day’s quota holds the rest until tomorrow', async () => {
  const channel = await add(receiver.address, { dailyLimit: 1 });
  const published = await desk.publish();
  await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `update channels.copies set state = 'sending', claimed_until = $2, due_at = $2, tries = 1 where story_id = $1 and channel_id is not null`,
        [published.id, ctx.app.clock.now()],
      ),
    ),
  );
  desk.county.clock.advance({ seconds: 1 });
  await deliver();
  assert.deepEqual(await states(published.id, channel), [[1, 'accepted', null]]);
  const next = await desk.publish();
  await deliver();
  const [held] = await copiesIn(next.id, channel);
  assert.deepEqual([held?.state, held?.waitsFor], ['waiting', 'quota']);
  desk.county.clock.advance({ hours: 24 });
  await deliver();
  assert.deepEqual(await states(next.id, channel), [[1, 'accepted', null]]);
  // The day's number is used: a correction of what stands there does not wait for tomorrow.
  await correct(next);
  await deliver();
  assert.deepEqual(await states(next.id, channel), [
    [2, 'accepted', null],
    [1, 'superseded', null],
  ]);
  // What is on its way counts: several at once never exceed the number.
  desk.county.clock.advance({ hours: 24 });
  const claim = (): Promise<string[]> =>
    desk.county.inCounty((ctx) =>
      ctx.transaction(async (tx) => (await claimCopies(tx, new Map(), 9)).map(({ copy }) => copy.storyId)),
    );
  const underWay = await desk.publish();
  assert.deepEqual(await claim(), [underWay.id]);
  const another = await desk.publish();
  assert.deepEqual(await claim(), []);
  assert.equal((await copiesIn(another.id, channel))[0]?.waitsFor, 'quota');
  await off(channel);
});

test('a sending or a recall that was in hand twelve times and never came back is left to a person', async () => {
  const channel = await add(receiver.address);
  receiver.answer = (response) => void response.writeHead(204).end();
  const leftInHand = async ({ id }: SeenStory, state: string, tries: number): Promise<void> => {
    const at = desk.county.clock.now();
    await desk.county.inCounty((ctx) =>
      ctx.transaction((tx) =>
        tx.client.query(
          'update channels.copies set state = $2, claimed_until = $3, due_at = $3, tries = $4 where story_id = $1 and channel_id is not null',
          [id, state, at, tries],
        ),
      ),
    );
    desk.county.clock.advance({ seconds: 1 });
    await deliver();
  };
  const published = await desk.publish();
  await leftInHand(published, 'sending', 12);
  assert.deepEqual(await states(published.id, channel), [[1, 'failed', 'interrupted']]);
  assert.equal(calls(receiver, published).length, 0);
  const [worn] = await copiesIn(published.id, channel);
  assert.equal((await desk.county.as('editor').post(`/copies/${worn?.id}/retries`, {})).status, 201);
  await deliver();
  assert.deepEqual(await states(published.id, channel), [[1, 'accepted', null]]);
  await withdraw(published);
  await leftInHand(published, 'withdrawing', 12);
  const [stuck] = await copiesIn(published.id, channel);
  assert.deepEqual(
    [stuck?.state, stuck?.problem, stuck?.dueAt, stuck?.retry],
    ['withdrawing', 'interrupted', null, 'take-down'],
  );
  assert.equal(calls(receiver, published).length, 1);
  await off(channel);
});

test('each channel has slots of its own: one whose calls never end holds no more than its four, and what is due elsewhere goes', async () => {
  const [well, hung] = [await add(receiver.address), await add(slow.address)];
  for (let stories = 0; stories < slots + 1; stories += 1) await desk.publish();
  const claim = async (busy: Record<string, number>, room: number): Promise<Record<string, number>> => {
    const claimed = await desk.county.inCounty((ctx) =>
      ctx.transaction((tx) => claimCopies(tx, new Map(Object.entries(busy)), room)),
    );
    const by = (id: string): number => claimed.filter(({ copy }) => copy.channelId === id).length;
    return { well: by(well.id), hung: by(hung.id), all: claimed.length };
  };
  assert.equal((await claim({ [well.id]: slots, [hung.id]: slots }, 256))['all'], 0, 'nothing beyond the slots');
  const first = await claim({ [hung.id]: slots }, 3);
  assert.deepEqual(first, { well: 3, hung: 0, all: 3 }, 'nor beyond what one process has room for');
  assert.deepEqual(await claim({ [well.id]: 3 }, 256), { well: 1, hung: slots, all: slots + 1 });
  // The calls of the one never end; those of the other did.
  assert.deepEqual(await claim({ [hung.id]: slots }, 256), { well: 1, hung: 0, all: 1 });
  await off(well);
  await off(hung);
});

test('a receiver is told once that a notice has ended, by its time or by what takes its place; what it cannot be told a person hears of', async () => {
  const channel = await add(receiver.address);
  receiver.secrets.length = 0;
  receiver.answer = (response) => void response.writeHead(204).end();
  const at = (hours: number): string => new Date(desk.county.clock.now().getTime() + hours * 3_600_000).toISOString();
  const notice = (hours: number | null): Promise<SeenStory> =>
    desk.publish({ kind: 'notice', validUntil: hours === null ? null : at(hours) });
  const [timed, replaced, held] = [await notice(2), await notice(null), await notice(90)];
  const successor = await desk.publish();
  await deliver();
  const end = async (): Promise<void> => {
    await desk.county.tick('channels.end-notices');
    await deliver();
  };
  await end();
  const told = (one: SeenStory): unknown[] =>
    calls(receiver, one).map(({ type, data }) => [type, type === 'story.ended' ? data['associations'] : undefined]);
  assert.deepEqual(told(timed), [['story.published', undefined]], 'it still holds');
  const change = await desk.county.as('editor').patch(`/stories/${replaced.id}`, { successorId: successor.id });
  assert.equal(change.status, 200, change.text);
  desk.county.clock.advance({ hours: 3 });
  await end();
  await end();
  assert.deepEqual(told(timed), [
    ['story.published', undefined],
    ['story.ended', undefined],
  ]);
  assert.deepEqual(told(held), [['story.published', undefined]]);
  const [, ended] = told(replaced) as [unknown, [string, { uri: string }[]]];
  assert.equal(ended[0], 'story.ended');
  assert.ok(ended[1][0]?.uri.endsWith(successor.slug ?? '?'), 'it says what took its place');
  assert.equal(calls(receiver, timed)[1]?.data['bodies'], undefined, 'the call carries no words');
  const [copy] = await copiesIn(timed.id, channel);
  assert.deepEqual([copy?.state, copy?.problem], ['accepted', null], 'its copy stands as it stood');
  const attempts = async (id: string | undefined): Promise<AttemptView[]> =>
    (await desk.county.as('editor').get(`/copies/${id}/attempts`)).body['items'] as AttemptView[];
  assert.deepEqual(
    (await attempts(copy?.id)).map(({ act, outcome }) => [act, outcome]),
    [
      ['end', 'accepted'],
      ['send', 'accepted'],
    ],
  );

  receiver.answer = (response) => void response.writeHead(422).end();
  desk.county.clock.advance({ hours: 90 });
  await end();
  const [refusal] = await copiesIn(held.id, channel);
  assert.deepEqual([refusal?.state, refusal?.problem, refusal?.retry], ['accepted', 'refused', 'tell-end']);
  assert.notEqual(refusal?.endedAt, null, 'it is the end that was not told, not the text');
  const listed = (await desk.county.as('editor').get('/copies')).body['items'] as CopyView[];
  assert.ok(
    listed.some(({ id }) => id === refusal?.id),
    'it stands among those that need somebody',
  );
  receiver.answer = (response) => void response.writeHead(204).end();
  assert.equal((await desk.county.as('editor').post(`/copies/${refusal?.id}/retries`, {})).status, 201);
  await deliver();
  assert.deepEqual(
    [await states(held.id, channel), (await attempts(refusal?.id)).map(({ act, outcome }) => [act, outcome])],
    [
      [[1, 'accepted', null]],
      [
        ['end', 'accepted'],
        ['end', 'failed'],
        ['send', 'accepted'],
      ],
    ],
  );
  await off(channel);
});

test('a receiver that was told of an end is told that the notice goes on, and until when, without a new edition', async () => {
  const channel = await add(receiver.address);
  receiver.answer = (response) => void response.writeHead(204).end();
  const at = (hours: number): string => new Date(desk.county.clock.now().getTime() + hours * 3_600_000).toISOString();
  const until = async (id: string, validUntil: string | null): Promise<void> => {
    const change = await desk.county.as('editor').patch(`/stories/${id}`, { validUntil });
    assert.equal(change.status, 200, change.text);
  };
  const tell = async (): Promise<void> => {
    await desk.county.tick('channels.end-notices');
    await deliver();
  };
  const first = at(2);
  const notice = await desk.publish({ kind: 'notice', validUntil: first });
  await deliver();
  const told = (): unknown[] => calls(receiver, notice).map(({ type, data }) => [type, data['expires']]);
  assert.deepEqual(told(), [['story.published', first]]);
  await tell();
  assert.equal(told().length, 1, 'nothing changed');

  const later = at(5);
  await until(notice.id, later);
  await tell();
  await tell();
  assert.deepEqual(told().slice(1), [['story.holds', later]], 'another time is told once, before any end');
  assert.equal(calls(receiver, notice)[1]?.data['bodies'], undefined, 'the call carries no words');

  desk.county.clock.advance({ hours: 6 });
  await tell();
  assert.deepEqual(told().slice(2), [['story.ended', later]]);
  assert.notEqual((await copiesIn(notice.id, channel))[0]?.endedAt, null);

  const again = at(10);
  await until(notice.id, again);
  receiver.answer = (response) => void response.writeHead(422).end();
  await tell();
  const [untold] = await copiesIn(notice.id, channel);
  assert.deepEqual(
    [untold?.state, untold?.problem, untold?.retry, untold?.holdsOn, untold?.endedAt],
    ['accepted', 'refused', 'tell-hold', true, null],
    'the end is none any more, and that it is not known there is on record',
  );
  const listed = (await desk.county.as('editor').get('/copies')).body['items'] as CopyView[];
  assert.ok(
    listed.some(({ id }) => id === untold?.id),
    'it stands among those that need somebody',
  );
  receiver.answer = (response) => void response.writeHead(204).end();
  assert.equal((await desk.county.as('editor').post(`/copies/${untold?.id}/retries`, {})).status, 201);
  await deliver();
  const [known] = await copiesIn(notice.id, channel);
  assert.deepEqual([known?.state, known?.problem, known?.retry, known?.holdsOn], ['accepted', null, null, false]);
  const attempts = (await desk.county.as('editor').get(`/copies/${known?.id}/attempts`)).body['items'] as AttemptView[];
  assert.deepEqual(
    attempts.map(({ act, outcome }) => [act, outcome]),
    [
      ['hold', 'accepted'],
      ['hold', 'failed'],
      ['end', 'accepted'],
      ['hold', 'accepted'],
      ['send', 'accepted'],
    ],
  );

  await until(notice.id, null);
  await tell();
  assert.deepEqual(told().at(-1), ['story.holds', undefined], 'without end it has none to tell');
  await off(channel);
});

test('the program calls no inner address, follows nothing, and reads no more than it must (A24)', async () => {
  const problem = async (address: string, hosts: readonly string[] = []): Promise<unknown> =>
    callOut(hosts, {
      method: 'POST',
      address,
      headers: {},
      body: '{}',
      timeoutMilliseconds: 300,
      mostBytes: 1_000,
    }).then(
      ({ status, isCut }) => [status, isCut],
      (error: unknown) => (error instanceof OutboundFailure ? error.problem : error),
    );
  for (const inner of [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:10.0.0.1]',
    '169.254.169.254',
    '0',
    '[fe80::1]',
    '[64:ff9b::a00:1]',
  ])
    assert.equal(await problem(`http://${inner}/`), 'inner-address', inner);
  assert.equal(await problem('http://localhost/'), 'inner-address', 'a name is judged where the connection is made');
  for (const bad of ['ftp://example.com/', 'http://example.com:22/', 'http://user:pw@example.com/', 'x'])
    assert.equal(await problem(bad), 'bad-address', bad);
  assert.deepEqual([isInnerAddress('93.184.216.34'), isInnerAddress('2606:2800:220:1::1')], [false, false]);
  const here = ['127.0.0.1'];
  const reached = receiver.received.length;
  slow.answer = (response) => void response.writeHead(307, { location: receiver.address }).end();
  assert.deepEqual(await problem(slow.address, here), [307, false], 'a redirect is an answer like any other');
  assert.equal(receiver.received.length, reached, 'and nobody went there');
  slow.answer = (response) => {
    response.writeHead(200);
    const pour = (): void => void (response.destroyed || (response.write(Buffer.alloc(65_536)), setImmediate(pour)));
    pour();
  };
  assert.deepEqual(await problem(slow.address, here), [200, true], 'a body without end is cut');
  slow.answer = (response) => void response.writeHead(200).write(' ');
  assert.deepEqual(await problem(slow.address, here), [200, true], 'a status that is in stands');
  slow.answer = () => undefined;
  assert.equal(await problem(slow.address, here), 'timeout');
  slow.answer = (response) => void response.socket?.destroy();
  assert.equal(await problem(slow.address, here), 'broken-off');
  assert.equal(await problem('http://127.0.0.1:1/', here), 'unreachable');
  assert.equal(await problem(slow.address.replace('http:', 'https:'), here), 'tls');
});
