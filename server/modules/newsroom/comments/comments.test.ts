import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { CastName } from '#access/testing';
import { messageList } from '#notices/contract';
import { openDesk, refused, story, writerAt } from '#newsroom/testing';
import type { SeenStory } from '#newsroom/testing';
import { findQuote } from '@xiangyin/document';
import { anchorOfQuote, sharedTypes } from '@xiangyin/document/working-copy';
import * as Y from 'yjs';
import { colleagueListView } from '../contract.ts';
import type { CommentView } from '../contract.ts';

const desk = await openDesk();
const { county } = desk;
after(() => desk[Symbol.asyncDispose]());

const path = (one: SeenStory, rest = ''): string => `/stories/${one.id}/comments${rest}`;
const limit = { part: 'body', quote: '限重十吨', before: '镇上提醒：', after: '。', words: '从哪天起？' };
const seen = async (one: SeenStory, by: CastName = 'proofreader'): Promise<CommentView[]> =>
  (await county.as(by).get(path(one))).body['items'] as CommentView[];
const told = async (by: CastName): Promise<string[]> => {
  await county.deliver();
  const { items } = (await county.as(by).get('/notices')).read(messageList);
  return items.map(({ kind }) => kind).filter((kind) => kind.startsWith('comment.'));
};

test('a reviewer comments on the text under review; it is answered, settled and taken up again; no signature falls', async () => {
  const waiting = await desk.submit(await desk.write());
  story(await desk.sign(waiting, 'editor', 'first_review'), 201);
  const proofreader = county.as('proofreader');
  const editorId = await county.personId('editor');
  const made = await proofreader.post(path(waiting), { ...limit, mentions: [editorId] });
  assert.equal(made.status, 201, made.text);
  const [comment] = await seen(waiting);
  assert.deepEqual(
    [comment?.quote, comment?.version, comment?.open, comment?.entries[0]?.mentioned.map(({ id }) => id)],
    ['限重十吨', 1, true, [editorId]],
  );
  const say = (body: object, by: CastName = 'editor') =>
    county.as(by).post(path(waiting, `/${comment?.id}/entries`), body);
  assert.equal((await say({ kind: 'said', words: '十二月一日。' })).status, 201);
  const [one, two] = await Promise.all([say({ kind: 'resolved' }), say({ kind: 'resolved' }, 'section-head')]);
  assert.deepEqual([one.status, two.status], [201, 201]);
  assert.deepEqual(
    (await seen(waiting))[0]?.entries.map(({ kind }) => kind),
    ['said', 'said', 'resolved'],
    'of two who settle at once the second finds it done',
  );
  await say({ kind: 'reopened' });
  assert.deepEqual(
    (await seen(waiting)).map(({ open }) => open),
    [true],
  );
  const now = await desk.see(waiting.id);
  assert.deepEqual([now.state, now.textHash], ['second_review', waiting.textHash]);
  assert.deepEqual(await told('editor'), ['comment.mentioned']);
  assert.deepEqual(await told('proofreader'), ['comment.answered']);
  assert.deepEqual(await told('correspondent'), ['comment.made']);
});

test('whoever may not see the story neither reads nor writes there, and nobody without sight of it is named', async () => {
  const draft = await desk.write();
  refused(await county.as('volunteer').post(path(draft), limit), 404, 'NotFound');
  refused(await county.as('auditor').post(path(draft), limit), 403, 'Forbidden');
  assert.equal((await county.as('auditor').get(path(draft))).status, 200);
  const volunteer = await county.personId('volunteer');
  refused(await county.as('editor').post(path(draft), { ...limit, mentions: [volunteer] }), 422, 'CannotSee');
  const other = await desk.write();
  const said = await county.as('editor').post(path(other), { part: 'story', words: '照片呢？' });
  assert.equal(said.status, 201, said.text);
  const [comment] = await seen(other);
  refused(
    await county.as('editor').post(path(draft, `/${comment?.id}/entries`), { kind: 'resolved' }),
    404,
    'NotFound',
  );
  const { items } = (await county.as('editor').get(`/stories/${draft.id}/colleagues`)).read(colleagueListView);
  assert.ok(items.some(({ id }) => id === draft.author.id) && !items.some(({ id }) => id === volunteer));
});

test('words that a reader marked are found in the working copy and stay marked while others write around them', async () => {
  const draft = await desk.write();
  const port = Number(new URL(await county.server.listen({ port: 0, host: '127.0.0.1' })).port);
  using writer = await writerAt(draft.id, { port, host: 'one.test', cookie: await county.as('editor').cookie() });
  await county.as('proofreader').post(path(draft), limit);
  const anchor = (await seen(draft))[0]?.anchor;
  writer.paragraph(1).insert(0, '请注意，');
  writer.paragraph(1).insert(writer.paragraph(1).length - 1, '，违者劝返');
  await writer.synced();
  const at = (position: unknown): number | undefined =>
    Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), writer.doc)?.index;
  assert.equal(String(writer.paragraph(1).toJSON()).slice(at(anchor?.from), at(anchor?.to)), '限重十吨');
  assert.equal(anchorOfQuote(sharedTypes(writer.doc).body, { ...limit, quote: '限重百吨' }), null);
});

test('a quote is found again by what stands around it', () => {
  const lines = ['桥头限重十吨。', '镇上提醒：限重十吨。'];
  assert.deepEqual(findQuote(lines, limit), { line: 1, from: 5, to: 9 });
  assert.deepEqual(findQuote(['限重'], { ...limit, quote: '限重' }), { line: 0, from: 0, to: 2 });
  assert.equal(
    findQuote(['甲限', '乙限'], { quote: '限', before: '丙', after: '重' }),
    null,
    'a sign alone tells nothing',
  );
});
