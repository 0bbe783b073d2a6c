import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import sharp from 'sharp';
import type { CastName } from '#access/testing';
import type { ChannelView, CopyView } from '#channels/contract';
import { channelView, correctPublished } from '#channels/testing';
import { storedPictureView } from '#media/contract';
import { adoptionSheet } from '#newsroom/contract';
import type { OriginView, SubmissionView } from '#newsroom/contract';
import { refused, story, textOf } from '#newsroom/testing';
import type { SeenStory } from '#newsroom/testing';
import { Line, startCentre } from './testing/centre.ts';

// Two centres, each a program of its own with its own database, over real HTTP.
const lower = await startCentre();
const higher = await startCentre();
const line = await Line.to(higher.origin);
const token = await tokenOf('correspondent');
const channel = await addChannel('市里', token);
after(async () => {
  await line[Symbol.asyncDispose]();
  await lower[Symbol.asyncDispose]();
  await higher[Symbol.asyncDispose]();
});

async function tokenOf(who: CastName, scopes = ['contribution.send']): Promise<string> {
  const made = await higher.desk.county.as(who).post('/me/tokens', { name: '柳河上报', scopes, days: 90 });
  assert.equal(made.status, 201, made.text);
  return String(made.body['token']);
}

async function addChannel(name: string, secret: string, more: Record<string, unknown> = {}): Promise<ChannelView> {
  const { county } = lower.desk;
  const added = await county.as('administrator').post('/channels', {
    name,
    placeId: county.placeId('county'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: { kind: 'contribution', address: line.address, section: '', level: 'city', ...more },
    secret: [{ part: 'token', value: secret }],
  });
  assert.equal(added.status, 201, added.text);
  return added.body['channel'] as ChannelView;
}

const off = async ({ id }: ChannelView): Promise<void> => {
  const { county } = lower.desk;
  const seen = (await county.as('administrator').get(`/channels/${id}`)).read(channelView);
  const { name, placeId, sectionIds, language, pauseSeconds, dailyLimit, settings, version } = seen;
  const facts = { name, placeId, sectionIds, language, pauseSeconds, dailyLimit, settings, keeperId: null };
  const put = await county.as('administrator').put(`/channels/${id}`, { ...facts, isOn: false, version });
  assert.equal(put.status, 200, put.text);
};

async function copies({ id }: Pick<SeenStory, 'id'>, of = channel): Promise<CopyView[]> {
  const { body } = await lower.desk.county.as('editor').get(`/stories/${id}/copies`);
  return (body['items'] as CopyView[]).filter((copy) => copy.channelId === of.id);
}
const standing = async (one: Pick<SeenStory, 'id'>, of = channel): Promise<unknown[]> =>
  (await copies(one, of)).map(({ editionNumber, state, remark }) => [editionNumber, state, remark?.code ?? null]);

const deliver = (): Promise<void> => lower.desk.county.tick('channels.deliver');
async function minutesLater(minutes: number): Promise<void> {
  for (const { desk } of [lower, higher]) desk.county.clock.advance({ minutes });
  await lower.desk.county.tick('channels.read-back');
}

const inbox = async (): Promise<SubmissionView[]> =>
  (await higher.desk.county.as('editor').get('/submissions?limit=100')).body['items'] as SubmissionView[];
const originOf = async (id: string): Promise<OriginView> => {
  const { body } = await higher.desk.county.as('editor').get(`/stories/${id}/origins`);
  return (body['items'] as OriginView[])[0] ?? assert.fail('it has no origin');
};
const newest = async (): Promise<string> => (await inbox())[0]?.id ?? assert.fail('nothing arrived');

async function withPicture(): Promise<Record<string, unknown>> {
  // Noise, so that encoding it once more gives other bytes.
  const noise = Buffer.alloc(600 * 400 * 3, randomBytes(60_001));
  const file = await sharp(noise, { raw: { width: 600, height: 400, channels: 3 } })
    .jpeg()
    .toBuffer();
  const stored = await lower.desk.county.as('editor').post('/files', undefined, {
    headers: { 'content-type': 'multipart/form-data; boundary=xy' },
    payload: Buffer.concat([
      Buffer.from('--xy\r\ncontent-disposition: form-data; name="alt"\r\n\r\n桥\r\n'),
      Buffer.from('--xy\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n'),
      Buffer.from('content-type: image/jpeg\r\n\r\n'),
      file,
      Buffer.from('\r\n--xy--\r\n'),
    ]),
  });
  assert.equal(stored.status, 201, stored.text);
  const { hash, width, height } = stored.read(storedPictureView);
  const figure = { hash, width, height, alt: '桥', caption: '新桥通车', credit: '柳河镇' };
  return { text: textOf('柳河桥今天通车', ['限重十吨，[看通告](/stories/notice)。', { figure }]) };
}

test('a story is handed in at another centre with its picture and its mark, comes back with a reason, is handed in anew, published there, and counts here', async () => {
  const published = await lower.desk.publish(await withPicture());
  await deliver();
  assert.deepEqual(await standing(published), [[1, 'accepted', 'received']]);
  assert.deepEqual(line.calls.splice(0), [
    'POST /api/v1/contributions',
    'POST /api/v1/contributions/pictures',
    'POST /api/v1/contributions',
  ]);
  const id = await newest();
  const received = await higher.desk.see(id, 'editor');
  assert.equal(received.byline, `甲县融媒体中心 ${published.byline}`);
  const words = JSON.stringify(received.text);
  assert.match(words, new RegExp(`"href":"${lower.origin}/stories/notice"`), 'a link leads where it led');
  const [mine = '', theirs = ''] = [published.text, received.text].map(
    (text) => /"hash":"([0-9a-f]{64})"/.exec(JSON.stringify(text))?.[1],
  );
  assert.notEqual(theirs, mine, 'the picture is decoded and stored there anew');
  assert.equal((await higher.desk.county.as('editor').get(`/pictures/${theirs}`)).status, 200);
  const origin = await originOf(id);
  assert.deepEqual(
    [origin.issuer, origin.publisher, origin.edition, origin.steps, origin.page, origin.moves],
    [new URL(lower.origin).host, '甲县融媒体中心', 1, 'aaa', `${lower.origin}/stories/${published.slug}`, []],
  );
  assert.ok(origin.checkHref.startsWith(`${lower.origin}/verify#ey`));
  refused(await higher.desk.county.as('volunteer').get(`/stories/${id}/origins`), 404, 'NotFound');

  // Sent back there: its reason is read here.
  const back = await higher.desk.sign(received, 'editor', 'first_review', {
    verdict: 'returned',
    reason: '请写明绕行',
  });
  assert.equal(back.status, 201, back.text);
  await minutesLater(6);
  const [first] = await copies(published);
  assert.deepEqual(
    [first?.state, first?.problem, first?.remark],
    ['failed', 'refused', { code: 'returned', words: '请写明绕行' }],
  );

  // What is corrected here is handed in anew there.
  await correctPublished(lower.desk, published);
  await deliver();
  assert.equal((await inbox()).length, 1, 'it is the same story there');
  assert.deepEqual((await standing(published))[0], [2, 'accepted', 'received']);
  const anew = await higher.desk.see(id, 'editor');
  assert.match(JSON.stringify(anew.text), /限重十二吨/);
  assert.equal((await originOf(id)).edition, 2);

  // Published there: receipt and adoption.
  const there = await higher.desk.signAll(anew);
  await minutesLater(6);
  const [second] = await copies(published);
  assert.deepEqual(
    [second?.state, second?.address, second?.remark?.code],
    ['published', `${higher.origin}/stories/${there.slug}`, 'published'],
  );
  await minutesLater(1);
  const read = (await copies(published))[0];
  assert.deepEqual(
    [read?.state, read?.problem, read?.uncompared, read?.hashSeen === read?.hashSent],
    ['published', null, null, true],
    'its page there says word for word what was signed here',
  );
  const sheet = (await lower.desk.county.as('correspondent').get('/adoptions?limit=20')).read(adoptionSheet);
  const entered = sheet.items.find((one) => one.story.id === published.id && one.why === 'entered');
  assert.deepEqual(
    [entered?.level, entered?.outlet, entered?.href, entered?.enteredBy, entered?.kind],
    ['city', '甲县融媒体中心', second?.address, null, 'counted'],
  );

  // Corrected once more: what is public there waits for its own desk, which takes the text over.
  const begun = story(
    await lower.desk.county.as('editor').post(`/stories/${published.id}/corrections`, { note: '吨位又错了' }),
    201,
  );
  const saved = await lower.desk.county.as('editor').put(`/stories/${published.id}/text`, {
    version: begun.version,
    text: textOf('柳河桥今天通车', ['限重八吨。']),
  });
  await lower.desk.signAll(await lower.desk.submit(story(saved, 200), 'editor'), 'editor-2');
  await deliver();
  assert.deepEqual((await standing(published))[0], [3, 'accepted', 'waiting']);
  const changed = await originOf(id);
  assert.deepEqual(
    [changed.edition, changed.correction?.edition, changed.correction?.words, changed.moves],
    [2, 3, '吨位又错了', ['leave']],
  );
  const desk = higher.desk.county.as('editor');
  const settle = (how: string, edition: number | null) =>
    desk.post(`/contributions/${changed.id}/settlements`, { how, edition });
  refused(await settle('take', 3), 409, 'NothingInWork');
  refused(await settle('leave', 2), 409, 'StaleVersion');
  story(await desk.post(`/stories/${id}/corrections`, { note: '吨位错了' }), 201);
  assert.deepEqual((await originOf(id)).moves, ['take', 'leave']);
  refused(
    await higher.desk.county
      .as('correspondent')
      .post(`/contributions/${changed.id}/settlements`, { how: 'take', edition: 3 }),
    403,
    'Forbidden',
  );
  assert.equal((await settle('take', 3)).status, 201);
  await minutesLater(6);
  assert.deepEqual((await standing(published))[0], [3, 'accepted', 'waiting'], 'taken over is not yet published');
  const taken = await higher.desk.see(id, 'editor');
  assert.match(JSON.stringify(taken.text), /限重八吨/);
  await higher.desk.signAll(await higher.desk.submit(taken, 'editor'), 'editor-2');
  await minutesLater(6);
  assert.deepEqual(
    (await standing(published)).map((one) => (one as unknown[])[1]),
    ['published', 'superseded', 'superseded'],
  );
  assert.equal(
    (await lower.desk.county.as('correspondent').get('/adoptions?limit=20')).text.split('"entered"').length,
    2,
    'it counts once',
  );

  // Taken down here: there it stays until its own desk decides, which is told.
  await lower.desk.onDuty('chief-editor');
  story(
    await lower.desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }),
    201,
  );
  await deliver();
  assert.deepEqual((await standing(published))[0], [3, 'withdrawn', 'withdrawal-told']);
  const gone = await originOf(id);
  assert.deepEqual([gone.withdrawnAt !== null, gone.correction, gone.moves], [true, null, ['leave']]);
  assert.equal((await higher.desk.see(id)).publicState, 'published');
  assert.match(
    (await higher.desk.county.as('editor').get('/notices')).text,
    /contribution\.changed/,
    'whoever took it is told',
  );
  assert.equal((await settle('leave', null)).status, 201);
  assert.deepEqual([(await originOf(id)).withdrawnAt, (await originOf(id)).moves], [null, []]);
});

test('what another centre publishes in its own words is not measured by ours; what it changes or takes down later is told here', async () => {
  const published = await lower.desk.publish();
  await deliver();
  const received = await higher.desk.see(await newest(), 'editor');
  const own = await higher.desk.county.as('editor').put(`/stories/${received.id}/text`, {
    version: received.version,
    text: textOf('柳河桥通车了', ['市里提醒：限重十吨。']),
  });
  const there = await higher.desk.signAll(story(own, 200), 'editor-2');
  await minutesLater(6);
  await minutesLater(1);
  const seen = async (): Promise<unknown[]> => {
    const [copy] = await copies(published);
    return [copy?.state, copy?.problem, copy?.uncompared, copy?.remark?.code];
  };
  assert.deepEqual(await seen(), ['published', null, 'own-words', 'published']);
  const begun = story(
    await higher.desk.county.as('editor').post(`/stories/${there.id}/corrections`, { note: '吨位错了' }),
    201,
  );
  const saved = await higher.desk.county.as('editor').put(`/stories/${there.id}/text`, {
    version: begun.version,
    text: textOf('柳河桥通车了', ['市里提醒：限重八吨。']),
  });
  await higher.desk.signAll(await higher.desk.submit(story(saved, 200), 'editor'), 'editor-2');
  await minutesLater(25 * 60);
  assert.deepEqual(await seen(), ['drifted', 'other-words', null, 'published']);

  const second = await lower.desk.publish();
  await deliver();
  const adopted = await higher.desk.signAll(await higher.desk.see(await newest(), 'editor'));
  await minutesLater(6);
  await minutesLater(1);
  await higher.desk.onDuty('chief-editor');
  story(
    await higher.desk.county.as('chief-editor').post(`/stories/${adopted.id}/withdrawals`, { reason: '核实' }),
    201,
  );
  await minutesLater(25 * 60);
  const [gone] = await copies(second);
  assert.deepEqual([gone?.state, gone?.problem, gone?.remark?.code], ['drifted', 'not-there', 'withdrawn']);
});

test('an answer that is lost doubles nothing, and what nobody signed yet is taken back', async () => {
  const before = (await inbox()).length;
  line.lost = 1;
  const published = await lower.desk.publish();
  await deliver();
  assert.deepEqual(await standing(published), [[1, 'waiting', null]]);
  line.calls.length = 0;
  lower.desk.county.clock.advance({ minutes: 2 });
  await deliver();
  assert.deepEqual(line.calls, ['GET /api/v1/contributions'], 'it was looked up, not sent again');
  assert.deepEqual(await standing(published), [[1, 'accepted', 'received']]);
  assert.equal((await inbox()).length, before + 1);
  await lower.desk.onDuty('chief-editor');
  story(
    await lower.desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }),
    201,
  );
  await deliver();
  assert.equal((await inbox())[0]?.state, 'taken_back');
  assert.deepEqual(await standing(published), [[1, 'withdrawn', 'taken-back']]);
  story(
    await lower.desk.county.as('chief-editor').post(`/stories/${published.id}/restorations`, { reason: '没有错' }),
    201,
  );
  await deliver();
  assert.equal((await inbox())[0]?.state, 'waiting', 'it stands here again, and is handed in again');
  assert.equal((await inbox()).length, before + 1);
});

test('the same edition twice at once is one story; a mark that is forged, stolen or for other words is refused', async () => {
  const published = await lower.desk.publish();
  await off(channel);
  const mark =
    /\/verify#([\w.-]+)/.exec(await (await fetch(`${lower.origin}/stories/${published.slug}`)).text())?.[1] ??
    assert.fail('no mark');
  const body = {
    mark,
    page: `${lower.origin}/stories/${published.slug}`,
    kind: 'story',
    section: 'life',
    byline: '柳河镇通讯员',
    correction: null,
    text: published.text,
  };
  const send = (more: Record<string, unknown>, by = token, host?: string) =>
    higher.desk.county.request(
      'POST',
      '/api/v1/contributions',
      { ...body, ...more },
      { token: by, ...(host ? { host } : {}) },
    );
  const foreign = await higher.desk.publish();
  const before = (await inbox()).length;
  const [head = '', claim = '', signature = ''] = mark.split('.');
  const other = JSON.parse(Buffer.from(claim, 'base64url').toString()) as Record<string, unknown>;
  const forgedClaim = Buffer.from(JSON.stringify({ ...other, rev: 9 })).toString('base64url');
  const faults: [Record<string, unknown>, string][] = [
    [{ mark: `${head}.${forgedClaim}.${signature}` }, 'signature'],
    [{ mark: `${head}.${Buffer.from('{}').toString('base64url')}.${signature}` }, 'form'],
    [{ page: `${higher.origin}/stories/${published.slug}` }, 'issuer'],
    [{ text: textOf('柳河桥今天塌了', ['没有限重。']) }, 'text'],
  ];
  for (const [more, part] of faults) {
    const answer = await send(more);
    refused(answer, 422, 'MarkForged');
    assert.deepEqual(answer.body['detail'], { part });
  }
  // Signed by a centre that has its own keys, in the name of another.
  const theirs = /\/verify#([\w.-]+)/.exec(await (await fetch(`${higher.origin}/stories/${foreign.slug}`)).text())?.[1];
  const [theirHead = '', , theirSignature = ''] = (theirs ?? '').split('.');
  assert.deepEqual((await send({ mark: `${theirHead}.${claim}.${theirSignature}` })).body['detail'], { part: 'key' });
  refused(
    await send({ page: 'http://192.0.2.1/stories/x', mark: markFor(mark, '192.0.2.1') }),
    503,
    'OriginUnreachable',
  );
  refused(await send({ section: 'no-such' }), 404, 'NotFound');
  refused(await send({}, 'xyt_0000000000000000000000000000000000000000000'), 401, 'SignInAgain');
  refused(await send({}, await tokenOf('correspondent', ['story.read'])), 403, 'Forbidden');
  refused(await send({}, token, 'two.test'), 401, 'SignInAgain');
  assert.equal((await inbox()).length, before, 'nothing of all this was kept');

  const [one, two] = await Promise.all([send({}), send({})]);
  assert.deepEqual([one.status, two.status], [201, 201], one.text + two.text);
  assert.deepEqual(one.body, two.body);
  assert.equal((await inbox()).length, before + 1);
  refused(await send({}, await tokenOf('editor')), 409, 'Conflict');
  const query = `/api/v1/contributions?issuer=${new URL(lower.origin).host}&source=${published.slug}&edition=1`;
  assert.equal((await higher.desk.county.request('GET', query, undefined, { token })).status, 200);
  const another = await tokenOf('editor');
  refused(await higher.desk.county.request('GET', query, undefined, { token: another }), 404, 'NotFound');
  // The other county of the same installation knows nothing of it.
  const { id } = await originOf(await newest());
  refused(
    await higher.desk.county
      .as('editor', { county: 2 })
      .post(`/contributions/${id}/settlements`, { how: 'leave', edition: null }),
    404,
    'NotFound',
  );
});

/** The claim of a mark in the name of another host; whoever asks that host comes no further. */
function markFor(mark: string, host: string): string {
  const [head = '', claim = '', signature = ''] = mark.split('.');
  const said = JSON.parse(Buffer.from(claim, 'base64url').toString()) as Record<string, unknown>;
  return `${head}.${Buffer.from(JSON.stringify({ ...said, iss: host })).toString('base64url')}.${signature}`;
}

test('a channel is tried before it is used, and says what is wrong with token, section and address', async () => {
  const tried = async ({ id }: ChannelView): Promise<string | null | undefined> => {
    const { county } = lower.desk;
    assert.equal((await county.as('administrator').post(`/channels/${id}/tests`, {})).status, 201);
    await deliver();
    const seen = (await county.as('administrator').get(`/channels/${id}`)).read(channelView);
    await off(seen);
    return seen.test?.problem;
  };
  assert.equal(await tried(await addChannel('市里二', token)), null);
  assert.equal(await tried(await addChannel('市里三', token, { section: 'sport' })), 'setup');
  assert.equal(await tried(await addChannel('市里四', `${token}x`)), 'denied');
  assert.equal(await tried(await addChannel('市里五', token, { address: 'http://127.0.0.1:1' })), 'unreachable');
  await using elsewhere = await Line.to('http://127.0.0.1:1');
  assert.equal(await tried(await addChannel('市里六', token, { address: elsewhere.address })), 'broken-off');
});
