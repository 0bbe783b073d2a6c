import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDesk, refused, story, textOf } from '../testing.ts';
import type { Desk, SeenStory } from '../testing.ts';

const inHours = (desk: Desk, hours: number): string =>
  new Date(desk.county.clock.now().getTime() + hours * 3_600_000).toISOString();

async function scheduled(desk: Desk, one: SeenStory, body: object, by: 'editor' | 'chief-editor' = 'editor') {
  return desk.county.as(by).put(`/stories/${one.id}/schedule`, body);
}

/** A story of which every signature is there, to be published in two hours. */
async function signedOff(desk: Desk, body?: object): Promise<SeenStory> {
  const submitted = await desk.submit(await desk.write());
  story(await scheduled(desk, submitted, body ?? { publishAt: inHours(desk, 2) }), 200);
  return desk.signAll(submitted);
}

const isPublic = async (desk: Desk): Promise<boolean> =>
  ((await desk.county.request('GET', '/api/v1/public/stories')).body['items'] as unknown[]).length > 0;

test('a text signed now is published at its time, once, with the signatures it has', async () => {
  await using desk = await openDesk();
  const one = await signedOff(desk);
  assert.deepEqual([one.state, one.publicState, one.dueAt], ['signed_off', 'unpublished', null]);
  await desk.county.tick('newsroom.publish-due');
  assert.equal(await isPublic(desk), false);
  // The program was off when the time came: late is better than never.
  desk.county.clock.advance({ hours: 5 });
  await Promise.all([desk.county.tick('newsroom.publish-due'), desk.county.tick('newsroom.publish-due')]);
  const published = await desk.see(one.id);
  assert.deepEqual([published.state, published.publicState, published.edition?.number], ['done', 'published', 1]);
  assert.equal(published.publishAt, null);
  assert.equal(published.edition?.publishedAt, desk.county.clock.now().toISOString());
  assert.equal(await isPublic(desk), true);
  const report = await desk.county.as('auditor').get(`/stories/${one.id}/verification`);
  assert.equal(report.body['valid'], true, report.text);
});

test('the clock jumps back and forth: nothing is published twice, what is public stays, and a correction made in between follows in order', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const one = await signedOff(desk);
  const jump = async (hours: number): Promise<SeenStory> => {
    county.clock.advance({ hours });
    for (const sweep of ['newsroom.publish-due', 'newsroom.archive-old', 'newsroom.remind-overdue', 'platform.seal'])
      await county.tick(sweep);
    return desk.see(one.id);
  };
  assert.equal((await jump(3)).edition?.number, 1);
  const back = await jump(-2);
  assert.deepEqual([back.publicState, back.edition?.number], ['published', 1], 'before it was published, and public');
  assert.equal(await isPublic(desk), true);
  const begun = story(await county.as('editor').post(`/stories/${one.id}/corrections`, { note: '限重写错了' }), 201);
  const text = textOf('柳河桥今天通车', ['限重十二吨。']);
  const saved = story(
    await county.as('chief-editor-2').put(`/stories/${one.id}/text`, { version: begun.version, text }),
    200,
  );
  await desk.signAll(await desk.submit(saved, 'chief-editor-2'));
  for (const hours of [48, -46, 400]) assert.equal((await jump(hours)).edition?.number, 2);
  const told = (await county.request('GET', '/api/v1/public/changes')).body['items'] as { kind: string }[];
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ['published', 'corrected'],
    'in the order in which it was done',
  );
  const report = await county.as('auditor').get(`/stories/${one.id}/verification`);
  assert.equal(report.body['valid'], true, report.text);
});

test('what is kept ready waits for somebody who may sign it off, and for nobody else', async () => {
  await using desk = await openDesk();
  const one = await signedOff(desk, { publishAt: null, held: true });
  assert.equal(one.state, 'signed_off');
  desk.county.clock.advance({ days: 2 });
  await desk.county.tick('newsroom.publish-due');
  assert.equal(await isPublic(desk), false);
  refused(await scheduled(desk, one, { publishAt: null }), 403, 'Forbidden');
  const published = story(await scheduled(desk, one, { publishAt: null }, 'chief-editor'), 200);
  assert.equal(published.publicState, 'published');
  refused(await scheduled(desk, one, { publishAt: null }, 'chief-editor'), 409, 'NothingInWork');
});

test('a word or a byline changed after the sign-off voids the signatures, and the time passes without a publication', async () => {
  await using desk = await openDesk();
  for (const change of [
    (one: SeenStory) =>
      desk.county
        .as('editor')
        .put(`/stories/${one.id}/text`, { version: one.version, text: textOf('柳河桥今天通车', ['限重十二吨。']) }),
    (one: SeenStory) => desk.county.as('editor').patch(`/stories/${one.id}`, { byline: '柳河' }),
  ]) {
    const one = await signedOff(desk);
    assert.equal(story(await change(one), 200).state, 'first_review');
    desk.county.clock.advance({ hours: 3 });
    await desk.county.tick('newsroom.publish-due');
    assert.equal((await desk.see(one.id)).publicState, 'unpublished');
    for (let turn = 0; turn < 2; turn += 1) await desk.county.tick('newsroom.tell-missed');
    const told = (await desk.county.as('correspondent').get('/notices')).body['items'] as {
      kind: string;
      href: string;
    }[];
    assert.equal(told.filter(({ kind, href }) => kind === 'story.not-published' && href.includes(one.id)).length, 1);
  }
});

test('a correction that is timed does not lift a withdrawal: from then on somebody must say so', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const one = await desk.publish();
  const begun = story(await county.as('editor').post(`/stories/${one.id}/corrections`, { note: '限重写错了' }), 201);
  const text = textOf('柳河桥今天通车', ['限重十二吨。']);
  const saved = story(
    await county.as('chief-editor-2').put(`/stories/${one.id}/text`, { version: begun.version, text }),
    200,
  );
  story(await scheduled(desk, saved, { publishAt: inHours(desk, 2) }), 200);
  assert.equal((await desk.signAll(await desk.submit(saved, 'chief-editor-2'))).state, 'signed_off');
  await desk.onDuty('chief-editor');
  story(await county.as('chief-editor').post(`/stories/${one.id}/withdrawals`, { reason: '桥面积水，先撤' }), 201);
  county.clock.advance({ hours: 3 });
  await county.tick('newsroom.publish-due');
  const waiting = await desk.see(one.id);
  assert.deepEqual([waiting.publicState, waiting.state, waiting.publishHeld], ['withdrawn', 'signed_off', true]);
  const said = story(await scheduled(desk, one, { publishAt: null, held: false }, 'chief-editor'), 200);
  assert.deepEqual([said.publicState, said.edition?.number], ['published', 2]);
});

test('what a withdrawal held goes out by its time again once the story is restored; what a person held waits for a person', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const chief = county.as('chief-editor');
  await desk.onDuty('chief-editor');
  const turn = async ({ id }: SeenStory, what: 'withdrawals' | 'restorations'): Promise<SeenStory> =>
    story(await chief.post(`/stories/${id}/${what}`, { reason: '核实' }), 201);
  const corrected = async (): Promise<SeenStory> => {
    const one = await desk.publish();
    const begun = story(await county.as('editor').post(`/stories/${one.id}/corrections`, { note: '限重写错了' }), 201);
    const text = textOf('柳河桥今天通车', ['限重十二吨。']);
    const said = { version: begun.version, text };
    const saved = story(await county.as('chief-editor-2').put(`/stories/${one.id}/text`, said), 200);
    story(await scheduled(desk, saved, { publishAt: inHours(desk, 2) }), 200);
    return desk.signAll(await desk.submit(saved, 'chief-editor-2'));
  };
  const [timed, kept, meant] = [await corrected(), await corrected(), await corrected()];
  story(await scheduled(desk, kept, { publishAt: null, held: true }, 'chief-editor'), 200);
  for (const one of [timed, kept, meant]) assert.equal((await turn(one, 'withdrawals')).publishHeld, true);
  // While it is withdrawn somebody says that it is to be kept ready.
  story(await scheduled(desk, meant, { publishAt: null, held: true }, 'chief-editor'), 200);
  const back = await turn(timed, 'restorations');
  assert.deepEqual([back.publishHeld, back.publishAt], [false, timed.publishAt]);
  for (const one of [kept, meant]) assert.equal((await turn(one, 'restorations')).publishHeld, true);
  county.clock.advance({ hours: 3 });
  await county.tick('newsroom.publish-due');
  const editions = await Promise.all([timed, kept, meant].map(async ({ id }) => (await desk.see(id)).edition?.number));
  assert.deepEqual(editions, [2, 1, 1]);
});

test('when a correction was to go out is dropped with it: the next one goes out with its last signature', async () => {
  await using desk = await openDesk();
  const editor = desk.county.as('editor');
  const one = await desk.publish();
  const correct = async (): Promise<SeenStory> =>
    story(await editor.post(`/stories/${one.id}/corrections`, { note: '限重写错了' }), 201);
  for (const plan of [{ publishAt: inHours(desk, 9) }, { publishAt: null, held: true }]) {
    await scheduled(desk, await correct(), plan);
    story(await editor.post(`/stories/${one.id}/discards`, {}), 201);
    const again = await correct();
    assert.deepEqual([again.publishAt, again.publishHeld], [null, false]);
    story(await editor.post(`/stories/${one.id}/discards`, {}), 201);
  }
  // Whose name stood over it goes with it as well.
  const begun = await correct();
  story(await editor.patch(`/stories/${one.id}`, { byline: '另一个署名' }), 200);
  const dropped = story(await editor.post(`/stories/${begun.id}/discards`, {}), 201);
  assert.equal(dropped.byline, one.byline);
  const saved = { version: (await correct()).version, text: textOf('柳河桥今天通车', ['限重十二吨。']) };
  const corrected = story(await editor.put(`/stories/${one.id}/text`, saved), 200);
  const signed = await desk.signAll(await desk.submit(corrected, 'editor'), 'editor-2');
  assert.deepEqual([signed.state, signed.edition?.number], ['done', 2]);
  // A draft that was put aside and is taken up again is what it was.
  const draft = await desk.write('editor');
  await scheduled(desk, draft, { publishAt: inHours(desk, 9) });
  story(await editor.post(`/stories/${draft.id}/discards`, {}), 201);
  assert.equal(story(await editor.post(`/stories/${draft.id}/recoveries`, {}), 201).publishAt, inHours(desk, 9));
});

test('a time that is over is refused, and one that has come by the last signature publishes at once', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  refused(await scheduled(desk, submitted, { publishAt: inHours(desk, -1) }), 400, 'BadRequest');
  const notice = await desk.write('correspondent', { kind: 'notice', validUntil: inHours(desk, 3) });
  refused(await scheduled(desk, notice, { publishAt: inHours(desk, 3) }), 400, 'BadRequest');
  story(await scheduled(desk, submitted, { publishAt: inHours(desk, 1) }), 200);
  desk.county.clock.advance({ hours: 2 });
  assert.equal((await desk.signAll(submitted)).publicState, 'published');
});

test('a notice that is over before anybody could read it is not published: not by its time, not by its last signature', async () => {
  await using desk = await openDesk();
  const write = () => desk.write('correspondent', { kind: 'notice', validUntil: inHours(desk, 3) });
  const timed = await desk.submit(await write());
  story(await scheduled(desk, timed, { publishAt: inHours(desk, 2) }), 200);
  await desk.signAll(timed);
  const late = await desk.submit(await write());
  story(await desk.sign(late, 'editor', 'first_review'), 201);
  story(await desk.sign(late, 'section-head', 'second_review'), 201);
  desk.county.clock.advance({ hours: 4 });
  await desk.county.tick('newsroom.publish-due');
  assert.equal((await desk.see(timed.id)).publicState, 'unpublished');
  refused(await desk.sign(late, 'chief-editor', 'final_review'), 409, 'NoticeOver');
  assert.equal(await isPublic(desk), false);
});
