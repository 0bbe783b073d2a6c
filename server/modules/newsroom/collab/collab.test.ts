import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { sharedTypes } from '@xiangyin/document/working-copy';
import { renderPlain } from '@xiangyin/document';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { CastName } from '#access/testing';
import { openDesk, refused, story, textOf } from '../testing.ts';
import type { SeenStory } from '../testing.ts';
import { socketTo, Writer } from '../testing/writer.ts';
import type { WriterAt } from '../testing/writer.ts';
import { openDraftsOf } from './open-drafts.ts';

const desk = await openDesk();
const { county } = desk;
const port = Number(new URL(await county.server.listen({ port: 0, host: '127.0.0.1' })).port);
after(() => desk[Symbol.asyncDispose]());

const at = async (who: CastName, county_: 1 | 2 = 1): Promise<WriterAt> => ({
  port,
  host: county_ === 1 ? 'one.test' : 'two.test',
  cookie: await county.as(who, { county: county_ }).cookie(),
});
const join = async (one: { id: string }, who: CastName = 'editor'): Promise<Writer> =>
  new Writer(one.id, await at(who)).synced();
const plain = (one: SeenStory): string => renderPlain(one.text as Parameters<typeof renderPlain>[0]);
// The last to leave leaves a version behind, in the background.
const left = (): Promise<void> => openDraftsOf(county.app).empty();

const suggestion = '0b5f3c1e-0000-4000-8000-00000000000';
const suggest = (writer: Writer, id: string): void => {
  const words = writer.paragraph(0);
  words.doc?.transact(() => {
    words.format(0, 2, { deleted: { id } });
    words.insert(2, '花了', { inserted: { id }, deleted: null });
  });
};
const accept = (writer: Writer): void => {
  const words = writer.paragraph(0);
  words.doc?.transact(() => {
    words.format(2, 2, { inserted: null });
    words.delete(0, 2);
  });
};
const turnDown = (writer: Writer): void => {
  const words = writer.paragraph(0);
  words.doc?.transact(() => {
    words.delete(2, 2);
    words.format(0, 2, { deleted: null });
  });
};
test('a text that somebody had open lies again when their last window closes; what they took on stays theirs', async () => {
  const draft = await desk.write('correspondent');
  const holder = async (): Promise<string | undefined> =>
    ((await county.as('chief-editor').get(`/stories/${draft.id}`)).body['holder'] as { name: string } | null)?.name;
  const waits = async (): Promise<string[]> =>
    ((await county.as('editor').get('/me/waiting')).body['items'] as { subjectId: string }[]).map(
      (one) => one.subjectId,
    );
  const [first, second] = [await join(draft), await join(draft)];
  await county.as('editor').post(`/stories/${draft.id}/holds`, { over: false });
  first.leave();
  await second.synced();
  assert.equal(await holder(), 'editor');
  assert.ok(!(await waits()).includes(draft.id), 'a stranger’s text that I looked into is no work of mine');
  second.leave();
  await left();
  assert.equal(await holder(), undefined);
  const third = await join(draft);
  await county.as('section-head').post(`/stories/${draft.id}/holds`, { over: false });
  await county.as('editor').post(`/stories/${draft.id}/holds`, { over: true });
  third.leave();
  await left();
  assert.equal(await holder(), 'editor');
  assert.ok((await waits()).includes(draft.id));
});
test('a process that ends lays down what somebody closed a moment before; whom it cut off itself keeps theirs', async () => {
  await using other = await openDesk();
  const address = await other.county.server.listen({ port: 0, host: '127.0.0.1' });
  const open = async (who: CastName): Promise<[Writer, string]> => {
    const { id } = await other.write('correspondent');
    const cookie = await other.county.as(who).cookie();
    const writer = await new Writer(id, { port: Number(new URL(address).port), host: 'one.test', cookie }).synced();
    const holds = await other.county.as(who).post(`/stories/${id}/holds`, { over: false });
    assert.ok(holds.status < 300, holds.text);
    return [writer, id];
  };
  const [closed, laidDown] = await open('editor');
  const [stays, cutOff] = await open('section-head');
  const { socket } = closed;
  assert.ok(socket);
  const isClosed = once(socket, 'close');
  closed.leave();
  await isClosed;
  await other.county.server.close();
  await openDraftsOf(other.county.app).settle();
  stays.leave();
  const held = await other.county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query<{ id: string }>(
        'select id from newsroom.stories where county_id = $1 and holder_id is not null and id = any($2::uuid[])',
        [tx.countyId, [laidDown, cutOff]],
      ),
    ),
  );
  assert.deepEqual(held.rows, [{ id: cutOff }]);
});

test('ten people write at once and not a sign is lost; the version names the last of them and counts all as writers', async () => {
  const draft = await desk.write('correspondent');
  const cast = ['correspondent', 'editor', 'section-head', 'chief-editor'] as const;
  const writers = await Promise.all(Array.from({ length: 10 }, (_, i) => join(draft, cast[i % cast.length])));
  for (let letter = 0; letter < 20; letter += 1) {
    for (const [i, writer] of writers.entries())
      writer.paragraph(i % 2).insert(0, String.fromCodePoint(0x4e00 + 20 * i + letter));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(writers.map((one) => one.synced()));
  const wanted = Array.from({ length: 200 }, (_, i) => String.fromCodePoint(0x4e00 + i));
  const holdsAll = (text: string): boolean => wanted.every((sign) => text.includes(sign));
  for (const writer of writers) await writer.sees((text) => holdsAll(JSON.stringify(text)));
  const cut = story(await county.as('editor').post(`/stories/${draft.id}/revisions`, {}), 201);
  assert.equal(cut.version, 2);
  assert.ok(holdsAll(plain(cut)));
  for (const writer of writers) writer.leave();
  await left();
  const again = await join(draft);
  assert.ok(holdsAll(JSON.stringify(again.text())));
  again.leave();
  await left();
  assert.equal((await desk.see(draft.id)).version, 2, 'nothing new makes no version');
  const { items } = (await county.as('editor').get(`/stories/${draft.id}/revisions`)).body;
  assert.deepEqual(
    (items as { writers: unknown[] }[]).map((one) => one.writers.length),
    [4, 1],
  );
});

test('the last to leave leaves a version; a pause does so too; in review only whoever hands it in', async () => {
  const draft = await desk.write('correspondent');
  const writer = await join(draft, 'correspondent');
  writer.title().insert(0, '快讯：');
  await writer.synced();
  county.clock.advance({ seconds: 15 });
  await county.tick('newsroom.cut-drafts');
  assert.deepEqual([(await desk.see(draft.id)).version, (await desk.see(draft.id)).title], [2, '快讯：柳河桥今天通车']);
  writer.title().insert(0, '柳河');
  await writer.synced();
  writer.leave();
  await left();
  const written = await desk.see(draft.id);
  assert.deepEqual(
    [written.version, written.title, written.savedBy.name],
    [3, '柳河快讯：柳河桥今天通车', written.author.name],
  );
  const submitted = await desk.submit(written);
  story(
    await desk
      .sign(submitted, 'section-head', 'first_review')
      .then((answer) => (answer.status === 201 ? answer : desk.sign(submitted, 'editor', 'first_review'))),
    201,
  );
  const late = await join(draft, 'editor');
  const beside = async (): Promise<unknown> =>
    (await county.as('proofreader').get(`/stories/${draft.id}/changes-beside`)).body;
  assert.deepEqual(await beside(), { writers: [], places: 0, added: 0, removed: 0, suggestions: 0 });
  late.title().insert(0, '再');
  suggest(late, `${suggestion}0`);
  await late.synced();
  const { writers, ...amount } = (await beside()) as { writers: { name: string }[] };
  assert.deepEqual(
    [writers.map(({ name }) => name), amount],
    [['editor'], { places: 1, added: 1, removed: 0, suggestions: 1 }],
    'reviewers see that somebody writes on, and how much',
  );
  const suggestedTo = (who: CastName) => county.as(who).get(`/stories/${draft.id}/open-suggestions`);
  const { items, total } = (await suggestedTo('proofreader')).body as {
    items: { part: string; runs: { kind: string; text: string; by: { name: string } | null }[] }[];
    total: number;
  };
  assert.equal(total, 1);
  assert.deepEqual(
    items.map(({ part, runs }) => [part, ...runs.map(({ kind, text, by }) => [kind, text, by?.name ?? ''].join(' '))]),
    [['body', 'deleted 修了 editor', 'inserted 花了 editor', 'same 三个月的柳河桥，今天上午八点重新通车。 ']],
    'and what is suggested, by whom',
  );
  refused(await suggestedTo('volunteer'), 404, 'NotFound');
  turnDown(late);
  await late.synced();
  late.leave();
  await left();
  county.clock.advance({ seconds: 300 });
  await county.tick('newsroom.cut-drafts');
  assert.equal((await desk.see(draft.id)).state, 'second_review', 'the text under review stands still');
  const voided = story(await county.as('editor').post(`/stories/${draft.id}/revisions`, {}), 201);
  assert.deepEqual([voided.state, voided.version, voided.title], ['first_review', 4, '再柳河快讯：柳河桥今天通车']);
});

const writersOf = async (draft: { id: string }): Promise<string[]> => {
  const { items } = (await county.as('editor').get(`/stories/${draft.id}/revisions`)).body;
  return (items as { writers: { name: string }[] }[])[0]?.writers.map(({ name }) => name).toSorted() ?? [];
};

test('a suggestion is its maker’s and no part of any version until somebody accepts it; then both wrote', async () => {
  const draft = await desk.write('correspondent');
  using head = await join(draft, 'section-head');
  using author = await join(draft, 'correspondent');
  suggest(head, `${suggestion}1`);
  await head.synced();
  await author.sees(() => author.paragraph(0).toJSON().includes('花了'));
  assert.equal(story(await county.as('editor').post(`/stories/${draft.id}/revisions`, {}), 201).version, 1);
  // The same id in another's hands: moving and undoing carry it along, and it stays whose it was.
  author.paragraph(1).format(0, 1, { deleted: { id: `${suggestion}1` } });
  await author.synced();
  const { items } = (await county.as('proofreader').get(`/stories/${draft.id}/suggestions`)).body as {
    items: { id: string; by: { name: string } }[];
  };
  assert.deepEqual(
    items.map(({ id, by }) => [id, by.name]),
    [[`${suggestion}1`, 'section-head']],
  );
  refused(await county.as('volunteer').get(`/stories/${draft.id}/suggestions`), 404, 'NotFound');
  author.paragraph(1).format(0, 1, { deleted: null });
  accept(author);
  await author.synced();
  const cut = story(await county.as('editor').post(`/stories/${draft.id}/revisions`, {}), 201);
  assert.equal(cut.version, 2);
  assert.match(plain(cut), /花了三个月/);
  assert.deepEqual(await writersOf(draft), ['correspondent', 'section-head']);
});

test('eight suggest in the same lines at once, half of them away from the line: no word is lost, and no mark is another’s', async () => {
  const draft = await desk.write('correspondent', { text: textOf('老井', ['井边的人说起打水的事，'.repeat(8)]) });
  const cast = ['correspondent', 'editor', 'section-head', 'chief-editor'] as const;
  const writers = await Promise.all(Array.from({ length: 8 }, (_, i) => join(draft, cast[i % cast.length])));
  const [seen] = writers;
  assert.ok(seen);
  const before = seen.text();
  const original = seen.paragraph(0).toString();
  const idOf = (who: number, round: number): string => `0b5f3c1e-${who}000-4000-8000-00000000000${round}`;
  const phraseOf = (who: number, round: number): string => `〈${who}说${round}〉`;
  const marked = new Map<number, string>();
  for (let round = 0; round < 4; round += 1) {
    for (const [who, writer] of writers.entries()) if ((who + round) % 2 === 0) writer.socket?.terminate();
    for (const [who, writer] of writers.entries()) {
      const [words, id] = [writer.paragraph(0), idOf(who, round)];
      const runs = words.toDelta() as { insert: string; attributes?: { inserted?: object } }[];
      // In turn all at one sign of the text, which stands here between words that others put in, and each at a sign of their own, which they take out.
      const isShared = round % 2 === 1;
      const wanted = isShared ? 5 : 10 * who + 8 + round;
      let [at, passed] = [0, 0];
      for (const { insert, attributes } of runs) {
        if (attributes?.inserted) at += insert.length;
        else if (passed + insert.length > wanted) {
          at += wanted - passed;
          break;
        } else [at, passed] = [at + insert.length, passed + insert.length];
      }
      words.doc?.transact(() => {
        if (!isShared) words.format(at, 1, { deleted: { id } });
        words.insert(at, phraseOf(who, round), { inserted: { id }, deleted: null });
      });
      if (!isShared) marked.set(wanted, id);
    }
    // The line comes back by itself; half of what was written waits for it.
    if (round % 2 === 1) for (const writer of writers) await writer.synced();
  }
  for (const writer of writers) await writer.synced();
  const phrases = writers.flatMap((_, who) => Array.from({ length: 4 }, (__, round) => phraseOf(who, round)));
  await Promise.all(
    writers.map((writer) => writer.sees(() => phrases.every((one) => writer.paragraph(0).toString().includes(one)))),
  );
  const [first, ...others] = writers.map((writer) => JSON.stringify(writer.paragraph(0).toDelta()));
  for (const other of others) assert.equal(other, first, 'everybody sees the same');
  for (const writer of writers) assert.deepEqual(writer.text(), before, 'and the text is as it was');

  type Marks = { inserted?: { id: string }; deleted?: { id: string } };
  let place = 0;
  for (const { insert, attributes = {} } of seen.paragraph(0).toDelta() as {
    insert: string;
    attributes?: Marks;
  }[]) {
    const { inserted, deleted } = attributes;
    if (inserted) {
      const [, who = '', round = ''] = /^〈(\d)说(\d)〉$/.exec(insert) ?? [];
      assert.equal(inserted.id, idOf(Number(who), Number(round)), insert);
    } else
      for (const sign of insert) {
        assert.equal(sign, original[place]);
        assert.equal(deleted?.id, marked.get(place), `${sign} at ${place}`);
        place += 1;
      }
  }
  assert.equal(place, original.length);
  const { items } = (await county.as('proofreader').get(`/stories/${draft.id}/suggestions`)).body as {
    items: { id: string; by: { name: string } }[];
  };
  const nameOf = new Map(items.map(({ id, by }) => [id, by.name]));
  for (const [who] of writers.entries())
    for (let round = 0; round < 4; round += 1)
      assert.equal(nameOf.get(idOf(who, round)), nameOf.get(idOf(who % cast.length, 0)), 'the desk knows each maker');
  assert.equal(new Set(nameOf.values()).size, cast.length);
  for (const writer of writers) writer.leave();
  await left();
});

test('whoever’s suggestion is turned down wrote nothing, and may review', async () => {
  const draft = await desk.write('correspondent');
  using reviewer = await join(draft, 'editor');
  suggest(reviewer, `${suggestion}2`);
  await reviewer.synced();
  using author = await join(draft, 'correspondent');
  turnDown(author);
  await author.synced();
  author.title().insert(0, '快讯：');
  await author.synced();
  const cut = story(await county.as('correspondent').post(`/stories/${draft.id}/revisions`, {}), 201);
  assert.equal(cut.version, 2);
  assert.deepEqual(await writersOf(draft), [cut.author.name]);
  story(await desk.sign(await desk.submit(cut), 'editor', 'first_review'), 201);
});

test('a phone that saves on the present version merges with what others write meanwhile', async () => {
  const draft = await desk.write('correspondent');
  using writer = await join(draft);
  writer.paragraph(1).insert(0, '请注意，');
  await writer.synced();
  const text = textOf('柳河桥今天通车', ['修了四个月的柳河桥，今天上午八点重新通车。', '镇上提醒：限重十吨。']);
  const saved = story(await county.as('correspondent').put(`/stories/${draft.id}/text`, { version: 1, text }), 200);
  assert.equal(saved.version, 2);
  await writer.sees((seen) => /四个月/.test(JSON.stringify(seen)) && /请注意，镇上/.test(JSON.stringify(seen)));
  const cut = story(await county.as('editor').post(`/stories/${draft.id}/revisions`, {}), 201);
  assert.match(plain(cut), /四个月[\s\S]*请注意，镇上提醒/);
  refused(await county.as('correspondent').put(`/stories/${draft.id}/text`, { version: 2, text }), 409, 'StaleVersion');
});

test('an earlier version is taken up again; what was written since stays in the history, and everybody sees it', async () => {
  const draft = await desk.write('correspondent');
  using writer = await join(draft);
  writer.title().insert(0, '错写');
  await writer.synced();
  const restored = story(
    await county.as('editor').post(`/stories/${draft.id}/reversions`, { revisionId: draft.revisionId }),
    201,
  );
  assert.deepEqual([restored.version, restored.title], [3, '柳河桥今天通车']);
  await writer.sees((text) => text.title === '柳河桥今天通车');
  const other = await desk.write('correspondent');
  refused(
    await county.as('editor').post(`/stories/${draft.id}/reversions`, { revisionId: other.revisionId }),
    404,
    'NotFound',
  );
});

const bytes = async (
  socket: WebSocket,
  kind: number,
  ...parts: ((encoder: encoding.Encoder) => void)[]
): Promise<string> => {
  if (socket.readyState === socket.CONNECTING) await once(socket, 'open');
  const encoder = encoding.createEncoder();
  const id = /stories\/([^/]+)/.exec(socket.url)?.[1] ?? '';
  encoding.writeVarString(encoder, id);
  encoding.writeVarUint(encoder, kind);
  for (const part of parts) part(encoder);
  socket.send(encoding.toUint8Array(encoder));
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer];
  return `${code} ${String(reason)}`;
};

test('what no editor of ours can have written closes its own socket and reaches nobody', async (t) => {
  const draft = await desk.write('correspondent');
  using good = await join(draft, 'section-head');
  const hostile: Record<string, (doc: Y.Doc) => void> = {
    'UpdateRefused:NotAllowedHere': (doc) => sharedTypes(doc).body.insert(0, [new Y.XmlText('crash')]),
    'UpdateRefused:UnknownNode': (doc) => sharedTypes(doc).body.insert(0, [new Y.XmlElement('script')]),
    'UpdateRefused:Unknown': (doc) => doc.getMap('more').set('a', 1),
    'UpdateRefused:TooLong': (doc) => sharedTypes(doc).title.insert(0, '长'.repeat(3_000)),
    PictureUnknown: (doc) => {
      const figure = new Y.XmlElement('figure');
      figure.setAttribute('hash', 'a'.repeat(64));
      sharedTypes(doc).body.insert(0, [figure]);
    },
  };
  for (const [reason, write] of Object.entries(hostile))
    await t.test(reason, async () => {
      const bad = await join(draft);
      const closed = bad.closed();
      write(bad.doc);
      // What rests on the refused update falls with it.
      sharedTypes(bad.doc).title.insert(0, '坏');
      assert.equal(await closed, `4422 ${reason}`);
    });
  await t.test('bytes that are no update', async () => {
    const where = await at('editor');
    const text = (words: string) => (encoder: encoding.Encoder) => encoding.writeVarString(encoder, words);
    const number = (value: number) => (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, value);
    const garbage = (encoder: encoding.Encoder): void =>
      encoding.writeVarUint8Array(encoder, Uint8Array.from([255, 255, 3, 7, 9]));
    assert.equal(await bytes(socketTo(draft.id, where), 0, number(2), garbage), '4422 UpdateRefused:WrongType');
    assert.equal(await bytes(socketTo(draft.id, where), 6, text('to everybody')), '4400 BadRequest');
    assert.equal(await bytes(socketTo(draft.id, where), 5, text('to the server')), '4400 BadRequest');
  });
  good.title().insert(0, '好');
  await good.synced();
  const fresh = await join(draft);
  assert.equal(fresh.text().title, '好柳河桥今天通车');
  assert.equal(good.text().title, fresh.text().title);
  fresh.leave();
});

test('presence names who is here as the desk knows them, whatever a window says of itself', async () => {
  const draft = await desk.write('correspondent');
  using one = await join(draft, 'editor');
  using two = await join(draft, 'section-head');
  one.provider.setAwarenessField('user', { name: 'Somebody else', colour: 'red' });
  one.provider.setAwarenessField('cursor', { anchor: { tname: 'evil', item: null, type: null }, head: {} });
  const seen = (): unknown => two.provider.awareness?.getStates().get(one.doc.clientID);
  while (!seen()) await new Promise((resolve) => setTimeout(resolve, 5));
  const name = (await county.as('editor').get('/me')).body['name'];
  assert.deepEqual(seen(), { user: { id: await county.personId('editor'), name, colour: 0 }, cursor: null });
  assert.ok((two.provider.awareness?.getStates().size ?? 0) <= 2);
  assert.equal(county.app.rightOfWay.isTaken, false, 'nobody waits for an open socket');
});

test('a socket ends with its session, its role and its text', async () => {
  const draft = await desk.write('correspondent');
  const signedOut = await join(draft, 'section-head');
  const out = signedOut.closed();
  assert.equal((await county.as('section-head').delete('/sessions/current')).status, 204);
  // The client above opened its own session; the writer's is ended with the account's.
  await county.as('administrator').patch(`/people/${await county.personId('section-head')}/account`, { closed: true });
  assert.equal(await out, '4401 SignInAgain');
  await county.as('administrator').patch(`/people/${await county.personId('section-head')}/account`, { closed: false });
});

test('whoever may not edit gets nothing: no role, another county, another site, a text of which nothing is in work', async () => {
  const draft = await desk.write('correspondent');
  const answer = async (one: { id: string }, where: WriterAt): Promise<number> => {
    const socket = socketTo(one.id, where);
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    socket.terminate();
    return response.statusCode;
  };
  assert.equal(await answer(draft, await at('volunteer')), 404);
  assert.equal(await answer(draft, await at('proofreader')), 403);
  assert.equal(await answer(draft, await at('editor', 2)), 404);
  assert.equal(await answer(draft, { ...(await at('editor')), cookie: '' }), 401);
  assert.equal(await answer(draft, { ...(await at('editor')), origin: 'https://evil.example' }), 403);
  assert.equal(await answer(draft, { ...(await at('editor')), origin: '' }), 403);
  refused(await county.as('editor').get(`/stories/${draft.id}/draft`), 426, 'UpgradeRequired');
  assert.equal(await answer(await desk.publish(), await at('editor')), 409);
});
