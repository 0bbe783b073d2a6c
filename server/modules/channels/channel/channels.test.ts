import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addTestPicture } from '#media/testing';
import { openDesk, refused, story, textOf, writerAt } from '#newsroom/testing';
import type { Desk, SeenStory } from '#newsroom/testing';
import type { Answer } from '#testing';
import { copyPackageView, correctionPlanView, leavingCopiesView, previewsView } from '../contract.ts';
import type { ChannelView, CopyPackageView, CopyView, Departure, LeavingStory, NewChannel } from '../contract.ts';
import { channelView } from '../testing/channel-shapes.ts';
import { correctPublished } from '../testing/correct-published.ts';

const desk: Desk = await openDesk();
after(() => desk[Symbol.asyncDispose]());
const { county } = desk;

const aGroup = (more: Partial<NewChannel> = {}): NewChannel => ({
  name: '柳河村群',
  placeId: county.placeId('town-1'),
  sectionIds: null,
  language: null,
  isOn: true,
  pauseSeconds: 0,
  dailyLimit: null,
  keeperId: null,
  settings: { kind: 'manual', instructions: '发在群里，置顶一天。', correct: 'notice', withdraw: 'delete' },
  ...more,
});
const made = (answer: Answer): ChannelView => {
  assert.equal(answer.status, 201, answer.text);
  return answer.body['channel'] as ChannelView;
};
const add = async (more: Partial<NewChannel> = {}): Promise<ChannelView> =>
  made(await county.as('administrator').post('/channels', aGroup(more)));
const read = async ({ id }: ChannelView): Promise<ChannelView> =>
  (await county.as('administrator').get(`/channels/${id}`)).read(channelView);
const off = (channel: ChannelView): Promise<void> => change(channel, false);
const change = async (channel: ChannelView, isOn: boolean): Promise<void> => {
  const { id, version, name, placeId, sectionIds, language, pauseSeconds, dailyLimit, keeperId, settings } = channel;
  const facts = { version, name, placeId, sectionIds, language, pauseSeconds, dailyLimit, keeperId, settings };
  const answer = await county.as('administrator').put(`/channels/${id}`, { ...facts, isOn });
  assert.equal(answer.status, 200, answer.text);
};
const copies = async (id: string, channel: ChannelView): Promise<CopyView[]> =>
  ((await county.as('editor').get(`/stories/${id}/copies`)).body['items'] as CopyView[]).filter(
    (copy) => copy.channelId === channel.id,
  );
const states = async (id: string, channel: ChannelView): Promise<unknown[]> =>
  (await copies(id, channel)).map((copy) => [copy.editionNumber, copy.state]);
/** What the plan before a correction or a withdrawal says of a channel. */
const planned = async ({ id }: SeenStory, { name }: ChannelView): Promise<unknown[]> =>
  (await county.as('editor').get(`/stories/${id}/correction-plan`))
    .read(correctionPlanView)
    .items.filter(({ channelName }) => channelName === name)
    .map(({ editionNumber, behindNote, address, withdraw }) => [editionNumber, behindNote, address, withdraw]);
/** The states that a copy came into, one after the other. */
const movesOf = (id: string): Promise<string[]> =>
  county.inCounty((ctx) =>
    ctx.transaction(async (tx) =>
      (
        await tx.client.query<{ to_state: string }>(
          `select to_state from platform.moves where noun = 'copy' and subject_id = $1 order by id`,
          [id],
        )
      ).rows.map((row) => row.to_state),
    ),
  );
const receipt = (id: string, by: 'volunteer' | 'editor' | 'correspondent' = 'editor', address: string | null = null) =>
  county.as(by).post(`/copies/${id}/receipts`, { address, pictureHash: null });
const work = async (by: 'volunteer'): Promise<{ kind: string; reason: string; href: string }[]> =>
  ((await county.as(by).get('/me/waiting')).body['items'] as { kind: string; reason: string; href: string }[]).filter(
    (card) => card.kind.startsWith('channels.'),
  );
/** What the mark of a package claims. */
function claimIn({ mark }: CopyPackageView): { sub: string; rev: number; head: string } | null {
  const [address, claim] = /^http:\/\/one\.test\/verify#[\w-]+\.([\w-]+)\.[\w-]+$/.exec(mark?.address ?? '') ?? [];
  if (!address || !claim || !mark?.qr.path.startsWith('M')) return null;
  const { sub, rev, head } = JSON.parse(Buffer.from(claim, 'base64url').toString()) as {
    sub: string;
    rev: number;
    head: string;
  };
  return { sub, rev, head };
}
const correct = (published: SeenStory): Promise<void> => correctPublished(desk, published);

test('a channel is set up by whoever arranges the ways to the public, and by nobody else', async () => {
  refused(await county.as('editor').post('/channels', aGroup()), 403, 'Forbidden');
  const channel = await add();
  assert.deepEqual([channel.beyondRecall, channel.correct, channel.sentToday], [false, 'notice', 0]);
  refused(await county.as('administrator').post('/channels', aGroup()), 409, 'ChannelTaken');
  refused(
    await county.as('administrator').put(`/channels/${channel.id}`, { ...aGroup(), version: 9 }),
    409,
    'StaleVersion',
  );
  const other = await add({ name: '另一个群', isOn: false });
  refused(
    await county.as('administrator').put(`/channels/${other.id}`, { ...aGroup(), version: other.version }),
    409,
    'ChannelTaken',
  );
  await off(channel);
});

test('whoever keeps a channel brings the copy there and enters the receipt; the correction and the withdrawal ask them again', async () => {
  const keeperId = await county.personId('volunteer');
  const channel = await add({ name: '柳河渡口群', keeperId });
  const elsewhere = await add({ name: '远处的群', placeId: county.placeId('town-2') });
  const foreign = await add({ name: 'Readers of English', language: 'en' });
  const published = await desk.publish();
  assert.deepEqual(
    [await states(published.id, channel), await states(published.id, elsewhere), await states(published.id, foreign)],
    [[[1, 'manual']], [], []],
  );
  const [card] = await work('volunteer');
  const [copy] = await copies(published.id, channel);
  assert.match(card?.reason ?? '', /发到“柳河渡口群”/);
  assert.equal(card?.href, `/console/copies/${copy?.id}`);
  refused(await county.as('correspondent').get(`/copies/${copy?.id}/package`), 404, 'NotFound');
  const brought = (await county.as('volunteer').get(`/copies/${copy?.id}/package`)).read(copyPackageView);
  assert.deepEqual([brought.todo, brought.instructions], ['publish', '发在群里，置顶一天。']);
  assert.match(brought.text, /限重十吨。[^]*原文：http[^]*验真伪：[^]*http:\/\/one\.test\/verify/);
  assert.deepEqual(claimIn(brought), { sub: published.slug, rev: 1, head: '柳河桥今天通车' });
  refused(await receipt(copy?.id ?? '', 'correspondent'), 404, 'NotFound');
  const entered = await receipt(copy?.id ?? '', 'volunteer', 'https://group.example/7');
  assert.deepEqual(
    [entered.status, entered.body['state'], entered.body['address']],
    [201, 'published', 'https://group.example/7'],
  );
  refused(await receipt(copy?.id ?? '', 'volunteer'), 409, 'WrongState');
  assert.deepEqual(await work('volunteer'), []);

  const plan = (await county.as('editor').get(`/stories/${published.id}/correction-plan`)).body['items'];
  assert.deepEqual(
    (plan as { channelName: string; correct: string; withdraw: string }[]).map((one) => [
      one.channelName,
      one.correct,
      one.withdraw,
    ]),
    [
      ['公开网站', 'edit', 'edit'],
      ['柳河渡口群', 'notice', 'delete'],
    ],
  );
  await correct(published);
  // Until somebody was there the old words stand in the group, and the ledger says so.
  assert.deepEqual(await states(published.id, channel), [
    [2, 'manual'],
    [1, 'published'],
  ]);
  const [second] = await copies(published.id, channel);
  const note = (await county.as('volunteer').get(`/copies/${second?.id}/package`)).read(copyPackageView);
  assert.deepEqual([note.todo, note.formerAddress], ['notice', 'https://group.example/7']);
  assert.match(note.text, /^前面发的《柳河桥今天通车》有更正。\n\n【更正】限重写错了/);
  assert.equal(claimIn(note)?.rev, 2, 'the mark is that of the edition that is carried');
  await receipt(second?.id ?? '', 'volunteer');
  assert.deepEqual(await states(published.id, channel), [
    [2, 'published'],
    [1, 'superseded'],
  ]);

  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  // What the correction could only follow is there as well.
  assert.deepEqual(await states(published.id, channel), [
    [2, 'withdrawing'],
    [1, 'withdrawing'],
  ]);
  assert.deepEqual(
    (await work('volunteer')).map((one) => one.kind),
    ['channels.take-down', 'channels.take-down'],
  );
  await receipt((await copies(published.id, channel))[1]?.id ?? '', 'volunteer');
  const recalled = (await county.as('volunteer').get(`/copies/${second?.id}/package`)).body;
  assert.deepEqual([recalled['mark'], /验真伪/.test(String(recalled['text']))], [null, false]);
  await receipt(second?.id ?? '', 'volunteer');
  assert.deepEqual((await states(published.id, channel))[0], [2, 'withdrawn']);
  story(await county.as('chief-editor').post(`/stories/${published.id}/restorations`, { reason: '核实' }), 201);
  assert.deepEqual((await states(published.id, channel))[0], [2, 'manual']);

  // Withdrawn and out anew before anybody took it down: the new text follows what stands there.
  await receipt(second?.id ?? '', 'volunteer');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  await correct(published);
  assert.deepEqual((await states(published.id, channel)).slice(0, 2), [
    [3, 'manual'],
    [2, 'published'],
  ]);
  await off(channel);
});

test('what was posted before a withdrawal or a later edition came is known by its receipt, and taken down, or followed', async () => {
  const keeperId = await county.personId('volunteer');
  const channel = await add({ name: '手快的群', keeperId });
  const packed = async (id: string): Promise<CopyPackageView> =>
    (await county.as('volunteer').get(`/copies/${id}/package`)).read(copyPackageView);
  const published = await desk.publish();
  const [first] = await copies(published.id, channel);
  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  assert.deepEqual(await states(published.id, channel), [[1, 'withdrawn']]);
  const late = await packed(first?.id ?? '');
  assert.deepEqual([late.todo, late.text, late.mark, late.copy.abilities], ['overtaken', '', null, ['copy.bring']]);
  const entered = await receipt(first?.id ?? '', 'volunteer', 'https://group.example/8');
  assert.deepEqual([entered.status, entered.body['state']], [201, 'withdrawing'], entered.text);
  assert.deepEqual(
    (await work('volunteer')).map((one) => one.kind),
    ['channels.take-down'],
  );
  assert.equal((await packed(first?.id ?? '')).formerAddress, 'https://group.example/8');
  assert.equal((await receipt(first?.id ?? '', 'volunteer')).body['state'], 'withdrawn');
  refused(await receipt(first?.id ?? '', 'volunteer'), 409, 'WrongState');

  const other = await desk.publish();
  const [wrong] = await copies(other.id, channel);
  await correct(other);
  assert.deepEqual(await states(other.id, channel), [
    [2, 'manual'],
    [1, 'superseded'],
  ]);
  assert.equal((await receipt(wrong?.id ?? '', 'volunteer', 'https://group.example/9')).body['state'], 'published');
  const [right] = await copies(other.id, channel);
  const note = await packed(right?.id ?? '');
  assert.deepEqual([note.todo, note.formerAddress], ['notice', 'https://group.example/9']);
  await receipt(right?.id ?? '', 'volunteer');
  assert.deepEqual(await states(other.id, channel), [
    [2, 'published'],
    [1, 'superseded'],
  ]);
  refused(await receipt(wrong?.id ?? '', 'volunteer'), 409, 'WrongState');

  // What somebody left out was posted by nobody, and of what stands there already no earlier one does.
  const third = await desk.publish();
  const [left] = await copies(third.id, channel);
  assert.equal((await county.as('volunteer').post(`/copies/${left?.id}/surrenders`, {})).status, 201);
  story(await county.as('chief-editor').post(`/stories/${third.id}/withdrawals`, { reason: '核实' }), 201);
  refused(await receipt(left?.id ?? '', 'volunteer'), 409, 'WrongState');
  await off(channel);
});

test('nobody is asked for the receipt of what a later edition has replaced, or of what was never in their hands', async () => {
  const keeperId = await county.personId('volunteer');
  const channel = await add({ name: '换了新版的群', keeperId });
  const asked = async (id: string): Promise<unknown[]> => {
    const { todo, copy } = (await county.as('volunteer').get(`/copies/${id}/package`)).read(copyPackageView);
    return [todo, copy.abilities];
  };
  const published = await desk.publish();
  await correct(published);
  const [right, wrong] = await copies(published.id, channel);
  assert.deepEqual(await asked(wrong?.id ?? ''), ['overtaken', ['copy.bring']], 'until the later one is there');
  await receipt(right?.id ?? '', 'volunteer', 'https://group.example/right');
  assert.deepEqual(await asked(wrong?.id ?? ''), ['done', []]);
  refused(await receipt(wrong?.id ?? '', 'volunteer'), 409, 'WrongState');
  await off(channel);

  const settings = { kind: 'manual', instructions: '', correct: 'none', withdraw: 'none' } as const;
  const slow = await add({ name: '要停一停的群', keeperId, pauseSeconds: 30, settings });
  const second = await desk.publish();
  const [waiting] = await copies(second.id, slow);
  assert.equal(waiting?.waitsFor, 'pause');
  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${second.id}/withdrawals`, { reason: '核实' }), 201);
  assert.deepEqual(await states(second.id, slow), [[1, 'withdrawn']]);
  assert.deepEqual(await asked(waiting?.id ?? ''), ['done', []]);
  refused(await receipt(waiting?.id ?? '', 'volunteer'), 409, 'WrongState');
  await off(slow);
});

test('where a correction only follows, a withdrawal takes down the wrong text too, and not the note alone', async () => {
  const keeperId = await county.personId('volunteer');
  const channel = await add({ name: '只能再发的群', keeperId });
  const published = await desk.publish();
  await receipt((await copies(published.id, channel))[0]?.id ?? '', 'volunteer', 'https://group.example/wrong');
  await correct(published);
  await receipt((await copies(published.id, channel))[0]?.id ?? '', 'volunteer', 'https://group.example/note');
  const following = [
    [2, 'published'],
    [1, 'superseded'],
  ];
  assert.deepEqual(await states(published.id, channel), following);
  assert.deepEqual(
    (await copies(published.id, channel)).map(({ behindNote }) => behindNote),
    [false, true],
    'it is not called replaced: its text is still there',
  );
  assert.deepEqual(await planned(published, channel), [
    [2, false, 'https://group.example/note', 'delete'],
    [1, true, 'https://group.example/wrong', 'delete'],
  ]);
  const chief = county.as('chief-editor');
  await desk.onDuty('chief-editor');
  const turn = async (what: 'withdrawals' | 'restorations'): Promise<void> =>
    void story(await chief.post(`/stories/${published.id}/${what}`, { reason: '核实' }), 201);
  await turn('withdrawals');
  const going = [
    [2, 'withdrawing'],
    [1, 'withdrawing'],
  ];
  assert.deepEqual(await states(published.id, channel), going);
  assert.deepEqual(
    (await work('volunteer')).map((one) => one.kind),
    ['channels.take-down', 'channels.take-down'],
  );
  assert.deepEqual(
    await movesOf((await copies(published.id, channel))[1]?.id ?? ''),
    ['manual', 'published', 'superseded', 'withdrawing'],
    'nobody brought it there a second time',
  );
  // Nobody was there yet: all is as it was.
  await turn('restorations');
  assert.deepEqual(await states(published.id, channel), following);
  await turn('withdrawals');
  const [note, wrong] = await copies(published.id, channel);
  const brought = (await county.as('volunteer').get(`/copies/${wrong?.id}/package`)).read(copyPackageView);
  assert.deepEqual([brought.todo, brought.formerAddress], ['take-down', 'https://group.example/wrong']);
  await receipt(wrong?.id ?? '', 'volunteer');
  await receipt(note?.id ?? '', 'volunteer');
  assert.deepEqual(await states(published.id, channel), [
    [2, 'withdrawn'],
    [1, 'superseded'],
  ]);
  assert.deepEqual(await planned(published, channel), []);
  // What was taken down is not asked for again.
  await turn('restorations');
  await receipt(note?.id ?? '', 'volunteer');
  await turn('withdrawals');
  assert.deepEqual(await states(published.id, channel), [
    [2, 'withdrawing'],
    [1, 'superseded'],
  ]);
  await receipt(note?.id ?? '', 'volunteer');
  await off(channel);
});

test('what is behind a note stays behind it when a new edition comes before anybody took either down', async () => {
  const channel = await add({ name: '又改又撤的群', keeperId: await county.personId('volunteer') });
  const published = await desk.publish();
  const bringLatest = async (): Promise<void> =>
    void (await receipt((await copies(published.id, channel))[0]?.id ?? '', 'volunteer'));
  await bringLatest();
  await correct(published);
  await bringLatest();
  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  await correct(published);
  assert.deepEqual(
    (await copies(published.id, channel)).map(({ state, behindNote }) => [state, behindNote]),
    [
      ['manual', false],
      ['published', false],
      ['superseded', true],
    ],
  );
  await off(channel);
});

test('what was taken down before a new edition came is not behind it, and nobody is sent to take it down again', async () => {
  const channel = await add({ name: '撤干净了的群', keeperId: await county.personId('volunteer') });
  const published = await desk.publish();
  const bring = async (at: number, address: string | null): Promise<void> =>
    void (await receipt((await copies(published.id, channel))[at]?.id ?? '', 'volunteer', address));
  await bring(0, 'https://group.example/gone');
  await desk.onDuty('chief-editor');
  const chief = county.as('chief-editor');
  story(await chief.post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  await bring(0, null);
  await correct(published);
  await bring(0, 'https://group.example/new');
  assert.deepEqual(await planned(published, channel), [[2, false, 'https://group.example/new', 'delete']]);
  story(await chief.post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  assert.deepEqual(await states(published.id, channel), [
    [2, 'withdrawing'],
    [1, 'superseded'],
  ]);
  await bring(0, null);
  await off(channel);
});

test('whoever keeps a channel may give up what is in their hands, and nothing else; the desk takes it up again', async () => {
  const channel = await add({ name: '柳河码头群', keeperId: await county.personId('volunteer') });
  const [first, second] = [await desk.publish(), await desk.publish()];
  const [left, brought] = [...(await copies(first.id, channel)), ...(await copies(second.id, channel))];
  const giveUp = (id: string | undefined, by: 'volunteer' | 'correspondent') =>
    county.as(by).post(`/copies/${id}/surrenders`, {});
  const kinds = async (): Promise<string[]> => (await work('volunteer')).map(({ kind }) => kind);
  refused(await giveUp(left?.id, 'correspondent'), 404, 'NotFound');
  const packed = await county.as('volunteer').get(`/copies/${left?.id}/package`);
  const { copy } = packed.read(copyPackageView);
  assert.deepEqual(copy.abilities, ['copy.give-up', 'copy.bring']);
  const given = await giveUp(left?.id, 'volunteer');
  assert.deepEqual([given.status, given.body['problem'], given.body['retry']], [201, 'given-up', 'hand-over']);
  refused(await giveUp(left?.id, 'volunteer'), 403, 'Forbidden');
  refused(await county.as('volunteer').post(`/copies/${left?.id}/retries`, {}), 404, 'NotFound');
  assert.equal((await county.as('editor').post(`/copies/${left?.id}/retries`, {})).body['state'], 'manual');
  await giveUp(left?.id, 'volunteer');

  await receipt(brought?.id ?? '', 'volunteer');
  refused(await giveUp(brought?.id, 'volunteer'), 403, 'Forbidden');
  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${second.id}/withdrawals`, { reason: '核实' }), 201);
  assert.deepEqual(await kinds(), ['channels.take-down']);
  const stays = await giveUp(brought?.id, 'volunteer');
  assert.deepEqual(
    [stays.body['state'], stays.body['problem'], stays.body['retry']],
    ['published', 'not-withdrawn', 'take-down'],
  );
  assert.deepEqual(await kinds(), []);
  assert.equal((await county.as('editor').post(`/copies/${brought?.id}/retries`, {})).body['state'], 'withdrawing');
  assert.deepEqual(await kinds(), ['channels.take-down'], 'it is in their hands again');
  assert.equal((await receipt(brought?.id ?? '', 'volunteer')).body['state'], 'withdrawn');
  assert.deepEqual((await county.as('volunteer').get('/me/leaving-copies')).status, 403, 'the stop is the desk’s');
  await off(channel);
});

test('what nothing calls back waits for the pause; a withdrawal in it finds it at home', async () => {
  const channel = await add({
    name: '报社的报箱',
    pauseSeconds: 30,
    settings: { kind: 'manual', instructions: '', correct: 'none', withdraw: 'none' },
  });
  assert.equal(channel.beyondRecall, true);
  const published = await desk.publish();
  const [copy] = await copies(published.id, channel);
  assert.deepEqual([copy?.state, copy?.waitsFor], ['waiting', 'pause']);
  await county.tick('channels.deliver');
  assert.deepEqual(await states(published.id, channel), [[1, 'waiting']]);
  county.clock.advance({ seconds: 31 });
  await county.tick('channels.deliver');
  assert.deepEqual(await states(published.id, channel), [[1, 'manual']]);
  await receipt(copy?.id ?? '');
  await correct(published);
  assert.deepEqual(
    await states(published.id, channel),
    [[1, 'published']],
    'nothing can follow it, so nothing pretends to',
  );

  const another = await desk.publish();
  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${another.id}/withdrawals`, { reason: '核实' }), 201);
  county.clock.advance({ seconds: 31 });
  await county.tick('channels.deliver');
  assert.deepEqual(await states(another.id, channel), [[1, 'withdrawn']]);
  await off(channel);
});

test('where only a note can follow, the note says what happened: an update is no withdrawal, and the withdrawal of what was corrected no correction', async () => {
  const settings = { kind: 'manual', instructions: '', correct: 'notice', withdraw: 'notice' } as const;
  const channel = await add({ name: '只能跟一条的群', pauseSeconds: 30, settings });
  const published = await desk.publish();
  county.clock.advance({ seconds: 31 });
  await county.tick('channels.deliver');
  const words = async (): Promise<string> => {
    const [copy] = await copies(published.id, channel);
    const { text } = (await county.as('editor').get(`/copies/${copy?.id}/package`)).read(copyPackageView);
    await receipt(copy?.id ?? '');
    return text;
  };
  assert.match(await words(), /限重十吨/);
  const editor = county.as('editor');
  const begun = story(await editor.post(`/stories/${published.id}/updates`, { note: '补充了公交改线' }), 201);
  const text = textOf('柳河桥今天通车', ['限重十吨。', '12 路恢复走桥。']);
  const saved = story(await editor.put(`/stories/${published.id}/text`, { version: begun.version, text }), 200);
  await desk.signAll(await desk.submit(saved, 'editor'), 'editor-2');
  assert.match(await words(), /^前面发的《柳河桥今天通车》有新内容，请看原文。\n\n甲县融媒体中心/);
  await correct(published);
  assert.match(await words(), /^前面发的《柳河桥今天通车》有更正。\n\n【更正】限重写错了/);
  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  const gone = await words();
  assert.match(gone, /^前面发的《柳河桥今天通车》正在核实，已从网站撤下/);
  assert.doesNotMatch(gone, /限重|更正/);
  assert.deepEqual((await states(published.id, channel))[0], [3, 'withdrawn']);
  // Out anew before anybody took it down: the plan before the signature says what will happen.
  story(await county.as('chief-editor').post(`/stories/${published.id}/restorations`, { reason: '核实' }), 201);
  await words();
  story(await county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  story(await editor.post(`/stories/${published.id}/corrections`, { note: '限重写错了' }), 201);
  const { items } = (await editor.get(`/stories/${published.id}/departure-plan`)).body as { items: Departure[] };
  const planned = items.find(({ channelId }) => channelId === channel.id);
  assert.deepEqual([planned?.way, planned?.leavesAfterSeconds], ['notice', 0]);
  await off(await read(channel));
});

test('a story that stands again leaves nothing behind its pause, and nothing that somebody kept at home', async () => {
  const settings = { kind: 'manual', instructions: '', correct: 'none', withdraw: 'none' } as const;
  const patient = await add({ name: '电台的信箱', pauseSeconds: 30, settings });
  const group = await add({ name: '要关掉的群' });
  const [first, stopped, givenUp] = [await desk.publish(), await desk.publish(), await desk.publish()];
  assert.equal((await county.as('editor').post(`/stories/${stopped.id}/stops`, {})).status, 201);
  const [copy] = await copies(givenUp.id, patient);
  assert.equal((await county.as('editor').post(`/copies/${copy?.id}/surrenders`, {})).status, 201);
  await desk.onDuty('chief-editor');
  const chief = county.as('chief-editor');
  for (const { id } of [first, stopped, givenUp])
    story(await chief.post(`/stories/${id}/withdrawals`, { reason: '核实' }), 201);
  await off(await read(group));
  for (const { id } of [first, stopped, givenUp])
    story(await chief.post(`/stories/${id}/restorations`, { reason: '核实' }), 201);
  const standing = async (id: string, at = patient): Promise<unknown[]> =>
    (await copies(id, at)).map(({ state, waitsFor, problem }) => [state, waitsFor, problem]);
  assert.deepEqual(
    [await standing(first.id), await standing(stopped.id), await standing(givenUp.id)],
    [[['waiting', 'pause', null]], [['failed', null, 'stopped']], [['failed', null, 'given-up']]],
  );
  assert.deepEqual(await standing(first.id, group), [['failed', null, 'channel-off']], 'a channel that is off owes it');
  assert.equal((await chief.post(`/stories/${first.id}/stops`, {})).status, 201, 'it can be stopped once more');
  county.clock.advance({ seconds: 31 });
  await county.tick('channels.deliver');
  assert.deepEqual(await standing(first.id), [['failed', null, 'stopped']]);
  // Whoever kept it at home may send it.
  const [kept] = await copies(stopped.id, patient);
  assert.equal((await county.as('editor').post(`/copies/${kept?.id}/retries`, {})).body['state'], 'manual');
  await off(await read(patient));
});

test('two accounts of the fediverse cannot have one handle, and the refusal says so', async () => {
  const settings = { kind: 'activitypub', handle: 'liuhe', title: '', summary: '' } as const;
  const account = await add({ name: '柳河', settings });
  const second = aGroup({ name: '柳河镇', settings });
  refused(await county.as('administrator').post('/channels', second), 409, 'HandleTaken');
  const other = await add({ ...second, settings: { ...settings, handle: 'liuhezhen' } });
  const change = { ...second, version: other.version };
  refused(await county.as('administrator').put(`/channels/${other.id}`, change), 409, 'HandleTaken');
  await off(account);
  refused(await county.as('administrator').put(`/channels/${other.id}`, change), 409, 'HandleTaken');
  await off(other);
});

test('what waits for a channel that is turned off is owed; turned on again it gets all of it at once; a number for the day holds what persons carry too', async () => {
  const channel = await add({ name: '一天一份的群', dailyLimit: 1 });
  const [first, second] = [await desk.publish(), await desk.publish()];
  assert.deepEqual(await states(first.id, channel), [[1, 'planned']]);
  await county.tick('channels.deliver');
  assert.deepEqual(
    [...(await states(first.id, channel)), ...(await states(second.id, channel))],
    [
      [1, 'manual'],
      [1, 'waiting'],
    ],
    'the second waits for tomorrow',
  );
  assert.equal((await copies(second.id, channel))[0]?.waitsFor, 'quota');
  await off(channel);
  const owed = (await county.as('administrator').get(`/channels/${channel.id}`)).body;
  assert.deepEqual([owed['owed'], await work('volunteer')], [2, []]);
  refused(await county.as('editor').post(`/channels/${channel.id}/retries`, { of: 'owed' }), 409, 'WrongState');
  refused(await county.as('proofreader').post(`/channels/${channel.id}/retries`, { of: 'owed' }), 403, 'Forbidden');
  const { name, placeId, sectionIds, language, pauseSeconds, keeperId, settings } = channel;
  const facts = { name, placeId, sectionIds, language, pauseSeconds, keeperId, settings, dailyLimit: null };
  const version = owed['version'];
  await county.as('administrator').put(`/channels/${channel.id}`, { ...facts, isOn: true, version });
  const sent = await county.as('editor').post(`/channels/${channel.id}/retries`, { of: 'owed' });
  assert.deepEqual([sent.status, sent.body['copies']], [201, 2], sent.text);
  assert.deepEqual(
    [...(await states(first.id, channel)), ...(await states(second.id, channel))],
    [
      [1, 'manual'],
      [1, 'manual'],
    ],
  );
  await off(await read(channel));
  const given = await county.as('editor').post(`/channels/${channel.id}/surrenders`, { of: 'troubled' });
  assert.equal(given.body['copies'], 2);
  assert.equal((await copies(first.id, channel))[0]?.problem, 'given-up');
});

test('a copy for a channel that was turned off is owed, can be given up, and taken up again', async () => {
  const channel = await add({ name: '一度关掉的群' });
  const published = await desk.publish();
  const [copy] = await copies(published.id, channel);
  await receipt(copy?.id ?? '');
  await off(channel);
  await correct(published);
  const [owed] = await copies(published.id, channel);
  assert.deepEqual([owed?.state, owed?.problem], ['failed', 'channel-off']);
  const given = await county.as('editor').post(`/copies/${owed?.id}/surrenders`, {});
  assert.deepEqual([given.status, given.body['problem']], [201, 'given-up'], given.text);
  refused(await county.as('editor').post(`/copies/${owed?.id}/surrenders`, {}), 409, 'WrongState');
  const troubled = (await county.as('editor').get(`/copies?channel=${channel.id}`)).body['items'] as CopyView[];
  assert.deepEqual(troubled, []);
  // Nothing is handed to anybody for a channel that is off; turned on again it can be.
  refused(await county.as('editor').post(`/copies/${owed?.id}/retries`, {}), 409, 'WrongState');
  await change(await read(channel), true);
  assert.equal((await county.as('editor').post(`/copies/${owed?.id}/retries`, {})).body['state'], 'manual');
  await off(await read(channel));
});

test('before the last signature the desk sees where the text goes; what nothing calls back leaves last, and can be stopped', async () => {
  const settings = { kind: 'manual', instructions: '', correct: 'notice', withdraw: 'none' } as const;
  const paper = await add({ name: '县报', pauseSeconds: 30, dailyLimit: 2, settings });
  const limits = { title: 5, digest: null, body: 1_000 };
  const group = await add({
    name: '柳河东头群',
    settings: { kind: 'manual', instructions: '', correct: 'notice', withdraw: 'delete', limits },
  });
  const submitted = await desk.submit(await desk.write());
  const plan = (await county.as('editor').get(`/stories/${submitted.id}/departure-plan`)).body['items'] as Departure[];
  assert.deepEqual(
    plan.map((one) => [one.channelName, one.way, one.beyondRecall, one.leavesAfterSeconds, one.dailyLimit]),
    [
      ['公开网站', 'publish', false, 0, null],
      ['柳河东头群', 'publish', false, 0, null],
      ['县报', 'publish', true, 30, 2],
    ],
  );
  assert.equal(plan[2]?.title, '柳河桥今天通车');
  assert.deepEqual(
    plan.map((one) => one.endsNotice),
    [null, null, null],
    'only a notice ends',
  );
  assert.deepEqual(plan[1]?.breaks, [{ part: 'title', has: 7, most: 5 }]);
  assert.deepEqual(plan[1]?.budgets, { correct: null, withdraw: null }, 'what persons do there, nobody counts here');
  const preview = await county
    .as('editor')
    .post(`/stories/${submitted.id}/previews`, { text: textOf('桥', ['通了。']) });
  const { items, likeSite } = preview.read(previewsView);
  assert.deepEqual(
    items.map((one) => [one.channelName, one.limits.map(({ part, has, most }) => [part, has, most])]),
    [
      ['公开网站', []],
      [
        '柳河东头群',
        [
          ['title', 1, 5],
          ['body', 3, 1_000],
        ],
      ],
    ],
    'whoever writes is told of the limits that its keeper set, and of no others',
  );
  assert.deepEqual(likeSite, ['县报']);
  refused(await county.as('volunteer').get(`/stories/${submitted.id}/departure-plan`), 404, 'NotFound');
  const published = await desk.signAll(submitted);
  const signers = ['editor', 'section-head', 'chief-editor'] as const;
  const leaving = async (by: (typeof signers)[number]): Promise<LeavingStory[]> =>
    (await county.as(by).get('/me/leaving-copies')).read(leavingCopiesView).items;
  const seen = [];
  for (const by of signers) seen.push(await leaving(by));
  assert.deepEqual(
    seen.flat(),
    [{ storyId: published.id, title: '柳河桥今天通车', channelNames: ['县报'], leavesInSeconds: 30 }],
    'whoever signed last sees it wherever they are, and nobody else',
  );
  county.clock.advance({ seconds: 6 });
  const [soon] = (await Promise.all(signers.map(leaving))).flat();
  assert.equal(soon?.leavesInSeconds, 24);
  refused(await county.as('proofreader').get('/me/leaving-copies'), 403, 'Forbidden');
  refused(await county.as('proofreader').post(`/stories/${published.id}/stops`, {}), 403, 'Forbidden');
  assert.equal((await county.as('editor').post(`/stories/${published.id}/stops`, {})).status, 201);
  refused(await county.as('editor').post(`/stories/${published.id}/stops`, {}), 409, 'NothingToStop');
  assert.deepEqual((await Promise.all(signers.map(leaving))).flat(), []);
  county.clock.advance({ seconds: 31 });
  await county.tick('channels.deliver');
  const [stopped] = await copies(published.id, paper);
  assert.deepEqual(
    [stopped?.state, stopped?.problem, await states(published.id, group)],
    ['failed', 'stopped', [[1, 'manual']]],
  );
  const acts = [{ do: 'retry', id: stopped?.id }];
  const sent = await county.as('editor').post('/copies/batches', { acts });
  assert.deepEqual(
    (sent.body['items'] as { done: boolean }[]).map((one) => one.done),
    [true],
    sent.text,
  );
  assert.deepEqual(await states(published.id, paper), [[1, 'manual']]);
  await off(paper);
  await off(group);
});

test('before it leaves, a text is seen whole as those will see it who get it: with what is just being written, and with the mark of a picture that a machine made', async () => {
  const hash = await county.inCounty((ctx) =>
    ctx.transaction((tx) => addTestPicture(tx, county.placeId('village-1-1'))),
  );
  assert.equal((await county.as('editor').patch(`/pictures/${hash}`, { version: 1, machine: 'made' })).status, 200);
  const figure = { hash, alt: '新桥', caption: '桥面', credit: '县融媒体中心', width: 600, height: 400 };
  const text = textOf('柳河桥今天通车', ['限重十吨，见 [公告](https://example.com/a)。', { figure }], {
    deck: '修了三个月',
  });
  const written = await desk.write('editor', { text });
  const settings = [
    { kind: 'newsletter', lead: '', from: null, returnTo: null, signs: false, digestHour: 7, digestWeekday: 1 },
    { kind: 'activitypub', handle: 'qingxi', title: '清溪', summary: '' },
    { kind: 'wechat', way: 'hand', appId: '', correct: 'replace' },
  ] as const;
  const added = [];
  for (const one of settings) added.push(await add({ name: `看样 ${one.kind}`, settings: one }));
  const port = Number(new URL(await county.server.listen({ port: 0, host: '127.0.0.1' })).port);
  const writer = await writerAt(written.id, { port, host: 'one.test', cookie: await county.as('editor').cookie() });
  writer.title().insert(0, '刚写的：');
  await writer.synced();
  const asked = await county.as('editor').post(`/stories/${written.id}/previews`, { text });
  const { items } = asked.read(previewsView);
  assert.deepEqual(
    items.filter(({ whole }) => whole).map(({ channelId }) => channelId),
    added.map(({ id }) => id),
  );
  const see = (channel: ChannelView, by: 'editor' | 'volunteer' = 'editor') =>
    county.as(by).get(`/stories/${written.id}/previews/${channel.id}`);
  for (const channel of added) {
    const seen = await see(channel);
    assert.deepEqual([seen.status, seen.headers['cache-control']], [200, 'no-store'], seen.text);
    assert.match(String(seen.headers['content-security-policy']), /default-src 'none'/);
    for (const words of ['刚写的：柳河桥今天通车', '限重十吨', '这张图由人工智能生成', `src="/media/${hash}.jpg"`])
      assert.ok(seen.text.includes(words), `${channel.name}: ${words}\n${seen.text}`);
    assert.doesNotMatch(seen.text, /<script/);
    refused(await see(channel, 'volunteer'), 404, 'NotFound');
    await off(channel);
    refused(await see(channel), 404, 'NotFound');
  }
  assert.equal((await desk.see(written.id, 'editor')).version, written.version, 'no version was made');
  writer.leave();
});

test('a headline with signs that programs have a meaning for stands in a letter as it was written', async () => {
  const settings = {
    kind: 'newsletter',
    lead: '',
    from: null,
    returnTo: null,
    signs: false,
    digestHour: 7,
    digestWeekday: 1,
  } as const;
  const channel = await add({ name: '看样的信', settings });
  const title = "车费 $& 与 $1、$$、$'、$`，都是字";
  const written = await desk.write('editor', { text: textOf(title, ['限重十吨。']) });
  const seen = await county.as('editor').get(`/stories/${written.id}/previews/${channel.id}`);
  const shown = title.replace('&', () => '&amp;').replace("'", () => '&#39;');
  assert.equal(seen.text.split(shown).length, 4, `title, subject and headline: ${seen.text}`);
  assert.equal(seen.text.split('</head>').length, 2);
  await off(channel);
});

test('the screenshot of a receipt stays in the library, also once another took its place; among thousands an index finds it', async () => {
  const channel = await add({ name: '留图的群' });
  const published = await desk.publish();
  const [copy] = await copies(published.id, channel);
  const placeId = county.placeId('village-1-1');
  const [first, second, free] = await county.inCounty((ctx) =>
    ctx.transaction(
      async (tx) =>
        [
          await addTestPicture(tx, placeId),
          await addTestPicture(tx, placeId),
          await addTestPicture(tx, placeId),
        ] as const,
    ),
  );
  const path = `/copies/${copy?.id ?? ''}/receipts`;
  const entered = await county.as('editor').post(path, { address: null, pictureHash: first });
  assert.equal(entered.status, 201, entered.text);
  const mended = await county.as('editor').put(path, { address: null, pictureHash: second });
  assert.equal(mended.status, 200, mended.text);
  const remove = (hash: string): Promise<Answer> =>
    county.as('editor').post(`/pictures/${hash}/removals`, { reason: '截错了' });
  for (const hash of [first, second]) {
    const kept = await remove(hash);
    refused(kept, 409, 'PictureInUse');
    assert.match(kept.text, /柳河桥今天通车/);
  }
  assert.equal((await remove(free)).status, 204);
  // As the app role, under row-level security.
  const plan = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      await tx.client.query(
        `insert into channels.receipt_pictures (county_id, picture_hash, copy_id, entered_at)
           select $1, encode(sha256(n::text::bytea), 'hex'), $2, $3 from generate_series(1, 5000) n`,
        [tx.countyId, copy?.id, tx.at],
      );
      const { rows } = await tx.client.query<{ 'QUERY PLAN': string }>(
        'explain select 1 from channels.receipt_pictures where county_id = $1 and picture_hash = $2',
        [tx.countyId, first],
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    }),
  );
  assert.match(plan, /Index (Only )?Scan|Bitmap Index Scan/);
  assert.doesNotMatch(plan, /Seq Scan/);
  await off(channel);
});

test('of many channels with limits thirty are shown while somebody writes, the others are counted, and all are shown to whoever asks', async () => {
  const limits = { title: 5, digest: null, body: null };
  const settings = { kind: 'manual', instructions: '', correct: 'notice', withdraw: 'delete', limits } as const;
  const groups = [];
  for (let at = 1; at <= 32; at += 1) groups.push(await add({ name: `${at} 组的群`, settings }));
  const written = await desk.write();
  const seen = async (all?: boolean) => {
    const text = textOf('柳河桥今天通车', ['通了。']);
    const asked = await county.as('editor').post(`/stories/${written.id}/previews`, { text, ...(all && { all }) });
    return asked.read(previewsView);
  };
  const { items, more } = await seen();
  assert.deepEqual([items.length, more], [31, 2], 'the site, and thirty of thirty-two');
  const whole = await seen(true);
  assert.deepEqual([whole.items.length, whole.more], [33, 0]);
  assert.ok(whole.items.every(({ channelId, limits: [title] }) => channelId === null || title?.has === 7));
  for (const group of groups) await off(group);
});

test('the plan and the previews count a day’s number as it is held: what is in somebody’s hands, on its way or in its pause takes of it, and what follows a copy is not held', async () => {
  const beyond = { kind: 'manual', instructions: '', correct: 'notice', withdraw: 'none' } as const;
  const group = await add({ name: '一天两条的群', dailyLimit: 2 });
  const paper = await add({ name: '一天两份的报', dailyLimit: 2, pauseSeconds: 600, settings: beyond });
  const next = await desk.submit(await desk.write());
  const planned = async (id: string): Promise<unknown[]> => {
    const plan = (await county.as('editor').get(`/stories/${id}/departure-plan`)).body['items'] as Departure[];
    return [group, paper].map(({ id: channelId }) => {
      const one = plan.find((departure) => departure.channelId === channelId);
      return [one?.way, one?.takenToday, one?.dailyLimit];
    });
  };
  const nothing = [
    ['publish', 0, 2],
    ['publish', 0, 2],
  ];
  assert.deepEqual(await planned(next.id), nothing);
  const first = await desk.publish();
  const one = [
    ['publish', 1, 2],
    ['publish', 1, 2],
  ];
  assert.deepEqual(await planned(next.id), one, 'in line, and in its pause');
  // What persons carry within a day's number is handed to them by the worker.
  await county.tick('channels.deliver');
  await desk.publish();
  await county.tick('channels.deliver');
  const full = [
    ['publish', 2, 2],
    ['publish', 2, 2],
  ];
  assert.deepEqual(await planned(next.id), full, 'in their hands and in the pause');
  await county.tick('channels.deliver');
  const third = await desk.signAll(next);
  await county.tick('channels.deliver');
  county.clock.advance({ seconds: 601 });
  await county.tick('channels.deliver');
  for (const channel of [group, paper]) assert.equal((await copies(third.id, channel))[0]?.waitsFor, 'quota');
  await receipt((await copies(first.id, group))[0]?.id ?? '');
  await desk.onDuty('chief-editor');
  const correction = await county.as('editor').post(`/stories/${first.id}/corrections`, { note: '写错了' });
  assert.equal(correction.status, 201, correction.text);
  assert.deepEqual((await planned(first.id))[0], ['notice', null, null], 'a correction does not wait for tomorrow');
  for (const channel of [group, paper]) await off(channel);
});
