import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import type { Answer } from '#testing';
import { registerEntries } from '../lists/register.ts';
import { openDesk, refused, story, textOf } from '../testing.ts';
import type { Desk, SeenStory } from '../testing.ts';

const inHours = (desk: Desk, hours: number): string =>
  new Date(desk.county.clock.now().getTime() + hours * 3_600_000).toISOString();
const post = (desk: Desk, by: CastName, one: SeenStory, what: string, body: object = {}) =>
  desk.county.as(by).post(`/stories/${one.id}/${what}`, body);
const cards = async (desk: Desk, who: CastName): Promise<string[]> =>
  ((await desk.county.as(who).get('/me/waiting')).body['items'] as { kind: string }[]).map((one) => one.kind);
const notices = async (desk: Desk, who: CastName): Promise<string[]> => {
  await desk.county.deliver();
  return ((await desk.county.as(who).get('/notices')).body['items'] as { kind: string }[]).map((one) => one.kind);
};
const titlesOf = async (desk: Desk, query: string): Promise<string[]> =>
  ((await desk.county.as('editor').get(`/stories${query}`)).body['items'] as { id: string }[]).map((one) => one.id);

test('a reviewer keeps a text for later; it comes back to its step with the signatures it had', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  refused(await post(desk, 'editor', submitted, 'hold-overs'), 403, 'Forbidden');
  refused(
    await post(desk, 'section-head', submitted, 'hold-overs', { remindAt: inHours(desk, -1) }),
    400,
    'BadRequest',
  );
  const held = story(
    await post(desk, 'section-head', submitted, 'hold-overs', { remindAt: inHours(desk, 48), note: '等通车那天' }),
    201,
  );
  assert.deepEqual(
    [held.state, held.dueAt, held.held?.step, held.held?.note, held.held?.by.name],
    ['held', null, 'second_review', '等通车那天', 'section-head'],
  );
  refused(await desk.sign(submitted, 'section-head', 'second_review'), 409, 'WrongState');
  refused(
    await desk.county.as('editor').put(`/stories/${held.id}/text`, { version: 1, text: textOf('别的', ['别的。']) }),
    409,
    'NothingInWork',
  );
  refused(await desk.county.as('editor').patch(`/stories/${held.id}`, { byline: '柳河' }), 409, 'WrongState');
  assert.ok((await notices(desk, 'correspondent')).includes('story.held'));
  assert.deepEqual(await cards(desk, 'section-head'), []);
  assert.equal((await desk.county.as('editor').get('/stories/counts')).body['held'], 1);
  desk.county.clock.advance({ hours: 49 });
  await desk.county.tick('newsroom.remind-held');
  await desk.county.tick('newsroom.remind-held');
  assert.deepEqual(await cards(desk, 'section-head'), ['newsroom.held']);
  assert.equal((await notices(desk, 'section-head')).filter((kind) => kind === 'story.held-reminder').length, 1);
  const resumed = story(await post(desk, 'section-head', held, 'resumptions'), 201);
  assert.deepEqual(
    [resumed.state, resumed.remindAt, resumed.held, resumed.dueAt, resumed.signatures[0]?.standing],
    ['second_review', null, null, inHours(desk, 2), 'valid'],
  );
  refused(await post(desk, 'section-head', held, 'resumptions'), 409, 'WrongState');
  story(await desk.sign(resumed, 'section-head', 'second_review'), 201);
});

test('of keeping for later and signing at once exactly one wins', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  await Promise.all([desk.county.as('editor').cookie(), desk.county.as('editor-2').cookie()]);
  const both = await Promise.all([
    desk.sign(submitted, 'editor', 'first_review'),
    post(desk, 'editor-2', submitted, 'hold-overs'),
  ]);
  const [first, ...rest] = both.map((one) => one.status).toSorted((a, b) => a - b);
  assert.equal(first, 201);
  assert.ok(
    rest.every((status) => status === 403 || status === 409),
    String(rest),
  );
});

test('a text is turned away with a reason under a signature, ends there, and is opened again by the desk alone', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  refused(await desk.sign(submitted, 'editor', 'first_review', { verdict: 'rejected' }), 422, 'ReasonMissing');
  const rejected = story(
    await desk.sign(submitted, 'editor', 'first_review', { verdict: 'rejected', reason: '已经有人写过' }),
    201,
  );
  assert.deepEqual(
    [rejected.state, rejected.rejected?.reason, rejected.signatures.at(-1)?.verdict],
    ['rejected', '已经有人写过', 'rejected'],
  );
  assert.ok((await notices(desk, 'correspondent')).includes('story.rejected'));
  assert.deepEqual(await cards(desk, 'correspondent'), []);
  refused(await post(desk, 'correspondent', rejected, 'submissions', { version: 1 }), 403, 'Forbidden');
  refused(await post(desk, 'correspondent', rejected, 'reopenings'), 403, 'Forbidden');
  const opened = story(await post(desk, 'editor', rejected, 'reopenings'), 201);
  assert.deepEqual([opened.state, opened.rejected], ['draft', null]);
  const report = await desk.county.as('auditor').get(`/stories/${rejected.id}/verification`);
  assert.equal(report.body['valid'], true, report.text);
  assert.equal((await desk.signAll(await desk.submit(opened))).publicState, 'published');
});

test('a rejection is not taken back once another translation into its language was begun', async () => {
  await using desk = await openDesk();
  const original = await desk.publish();
  const english = {
    language: 'en',
    translationOf: original.id,
    text: textOf('The bridge is open', ['It is open.'], { language: 'en' }),
  };
  const first = await desk.submit(await desk.write('correspondent', english));
  const rejected = story(
    await desk.sign(first, 'editor', 'first_review', { verdict: 'rejected', reason: 'too early' }),
    201,
  );
  const second = await desk.write('correspondent', english);
  const signatureId = rejected.signatures.at(-1)?.id;
  refused(await post(desk, 'editor', rejected, 'signature-take-backs', { signatureId }), 409, 'TranslationExists');
  assert.equal((await desk.see(rejected.id)).state, 'rejected');
  story(await post(desk, 'correspondent', second, 'discards'), 201);
  story(await post(desk, 'editor', rejected, 'signature-take-backs', { signatureId }), 201);
});

test('the correction of a published story is returned or dropped, never turned away', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const begun = story(await post(desk, 'editor', published, 'corrections', { note: '限重' }), 201);
  const saved = story(
    await desk.county.as('editor').put(`/stories/${begun.id}/text`, {
      version: begun.version,
      text: textOf('柳河桥今天通车', ['限重十二吨。']),
    }),
    200,
  );
  const submitted = await desk.submit(saved, 'editor');
  refused(
    await desk.sign(submitted, 'editor-2', 'first_review', { verdict: 'rejected', reason: '不用' }),
    409,
    'WrongState',
  );
  story(await desk.sign(submitted, 'editor-2', 'first_review', { verdict: 'returned', reason: '再核' }), 201);
});

test('what is over leaves the working lists, is found by a search and by its own list, and comes back with its correction', async () => {
  await using desk = await openDesk();
  const published = await desk.publish();
  const draft = await desk.write('correspondent', { text: textOf('另一篇', ['草稿。']) });
  const archive = (one: SeenStory, archived: boolean, by: CastName = 'editor') =>
    desk.county.as(by).put(`/stories/${one.id}/archived`, { archived });
  refused(await archive(draft, true), 409, 'WrongState');
  refused(await archive(published, true, 'correspondent'), 403, 'Forbidden');
  assert.ok(story(await archive(published, true), 200).archivedAt);
  assert.deepEqual(await titlesOf(desk, ''), [draft.id]);
  assert.deepEqual(await titlesOf(desk, '?archived=true'), [published.id]);
  assert.deepEqual(await titlesOf(desk, `?q=${encodeURIComponent('柳河桥')}`), [published.id]);
  assert.equal((await desk.county.request('GET', `/api/v1/public/stories/${published.slug}`)).status, 200);
  assert.equal(story(await archive(published, false), 200).archivedAt, null);
  desk.county.clock.advance({ days: 366 });
  await desk.county.tick('newsroom.archive-old');
  assert.deepEqual(await titlesOf(desk, '?archived=true'), [published.id], 'a draft is never archived by itself');
  assert.equal(story(await archive(published, false), 200).archivedAt, null);
  await desk.county.tick('newsroom.archive-old');
  assert.deepEqual(await titlesOf(desk, '?archived=true'), [], 'what somebody took out rests anew');
  desk.county.clock.advance({ days: 366 });
  await desk.county.tick('newsroom.archive-old');
  assert.deepEqual(await titlesOf(desk, '?archived=true'), [published.id]);
  const begun = story(await post(desk, 'editor', published, 'corrections', { note: '限重' }), 201);
  assert.equal(begun.archivedAt, null);
});

const takeBack = (desk: Desk, by: CastName, one: SeenStory, more: object = {}) =>
  post(desk, by, one, 'signature-take-backs', { signatureId: one.signatures.at(-1)?.id, ...more });

test('a signature is taken back by its signer until the next step acts; both stay, and the proof still holds', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  const signed = story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  assert.equal(signed.mayTakeBack?.step, 'first_review');
  refused(await takeBack(desk, 'editor-2', signed), 403, 'Forbidden');
  const prepared = await post(desk, 'editor', signed, 'signing-statements', {
    verdict: 'taken-back',
    signatureId: signed.signatures[0]?.id,
  });
  const open = story(await takeBack(desk, 'editor', signed, { statement: prepared.body['statement'] }), 201);
  assert.deepEqual([open.state, open.mayTakeBack, open.dueAt], ['first_review', null, inHours(desk, 2)]);
  assert.deepEqual(
    open.signatures.map((one) => [one.verdict, one.standing]),
    [
      ['approved', 'taken-back'],
      ['taken-back', 'valid'],
    ],
  );
  refused(await takeBack(desk, 'editor', signed), 409, 'NextHasActed');
  assert.deepEqual(await cards(desk, 'section-head'), []);
  // A colleague signs it now: the step is open to whoever may.
  story(await desk.sign(submitted, 'editor-2', 'first_review'), 201);
  story(await desk.sign(submitted, 'section-head', 'second_review'), 201);
  refused(await takeBack(desk, 'editor', signed), 409, 'NextHasActed');
  const published = story(await desk.sign(submitted, 'chief-editor', 'final_review'), 201);
  refused(await takeBack(desk, 'chief-editor', published), 409, 'NextHasActed');
  const report = await desk.county.as('auditor').get(`/stories/${published.id}/verification`);
  assert.equal(report.body['valid'], true, report.text);
  const dossier = await desk.county.as('auditor').get(`/stories/${published.id}/dossier/page`);
  assert.match(dossier.text, /本人收回/);
});

test('a return sent by mistake is taken back before the author changes a word, and the round goes on', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  story(await desk.sign(submitted, 'editor', 'first_review'), 201);
  const back = { verdict: 'returned', reason: '点错了' };
  const returned = story(await desk.sign(submitted, 'section-head', 'second_review', back), 201);
  const open = story(await takeBack(desk, 'section-head', returned), 201);
  assert.deepEqual([open.state, open.returned, open.signatures[0]?.standing], ['second_review', null, 'valid']);
  assert.ok((await notices(desk, 'correspondent')).includes('story.verdict-taken-back'));
  const again = story(await desk.sign(submitted, 'section-head', 'second_review', back), 201);
  const text = textOf('柳河桥今天通车', ['限重十二吨。']);
  story(await desk.county.as('correspondent').put(`/stories/${again.id}/text`, { version: 1, text }), 200);
  refused(await takeBack(desk, 'section-head', again), 409, 'NextHasActed');
});

test('of taking a signature back and the next signature at once exactly one wins; the same request again gets the same answer', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  const key = 'a-line-that-broke-in-the-middle';
  const body = {
    step: 'first_review',
    revisionId: submitted.revisionId,
    textHash: submitted.textHash,
    verdict: 'approved',
  };
  const path = `/stories/${submitted.id}/signatures`;
  const first = await desk.county.as('editor').post(path, body, { key });
  const second = await desk.county.as('editor').post(path, body, { key });
  assert.deepEqual([first.status, second.status, second.text], [201, 201, first.text]);
  const signed = story(first, 201);
  await desk.county.as('section-head').cookie();
  const both = await Promise.all([
    takeBack(desk, 'editor', signed),
    desk.sign(submitted, 'section-head', 'second_review'),
  ]);
  assert.deepEqual(
    both.map((one) => one.status).toSorted((a, b) => a - b),
    [201, 409],
  );
  const now = await desk.see(submitted.id);
  assert.equal(now.state, both[0]?.status === 201 ? 'first_review' : 'final_review');
  assert.equal(now.signatures.length, 2);
});

test('what is signed off and waits for its hour is taken back as well, and is not published then', async () => {
  await using desk = await openDesk();
  const submitted = await desk.submit(await desk.write());
  await desk.county.as('editor').put(`/stories/${submitted.id}/schedule`, { publishAt: inHours(desk, 2) });
  const ready = await desk.signAll(submitted);
  assert.equal(ready.state, 'signed_off');
  assert.equal(story(await takeBack(desk, 'chief-editor', ready), 201).state, 'final_review');
  desk.county.clock.advance({ hours: 3 });
  await desk.county.tick('newsroom.publish-due');
  assert.equal((await desk.see(ready.id)).publicState, 'unpublished');
  story(await desk.sign(ready, 'chief-editor', 'final_review'), 201);
});

test('the last signature is that of whoever is on duty; another’s is an exception with a reason, kept everywhere', async () => {
  await using desk = await openDesk();
  const ready = async (): Promise<SeenStory> => {
    const submitted = await desk.submit(await desk.write());
    story(await desk.sign(submitted, 'editor', 'first_review'), 201);
    return story(await desk.sign(submitted, 'section-head', 'second_review'), 201);
  };
  const [first, second, third] = [await ready(), await ready(), await ready()];
  // A desk without a roster goes on as it is.
  assert.equal((await desk.see(first.id)).outOfTurn, false);
  story(await desk.sign(first, 'chief-editor', 'final_review'), 201);
  await desk.onDuty('chief-editor-2');
  assert.equal((await desk.see(second.id)).outOfTurn, true);
  assert.equal((await desk.see(second.id, 'chief-editor-2')).outOfTurn, false);
  refused(await desk.sign(second, 'chief-editor', 'final_review'), 409, 'NotOnDuty');
  const exception = '值班的同事参与了这篇';
  const signed = story(await desk.sign(second, 'chief-editor', 'final_review', { exception }), 201);
  assert.deepEqual([signed.publicState, signed.signatures.at(-1)?.exception], ['published', exception]);
  const dossier = await desk.county.as('auditor').get(`/stories/${second.id}/dossier/page`);
  assert.ok(dossier.text.includes(exception));
  const given = story(await desk.sign(third, 'chief-editor-2', 'final_review', { exception }), 201);
  assert.equal(given.signatures.at(-1)?.exception, null, 'whoever is on duty needs none');
  const section = (body: object) => desk.county.as('chief-editor').patch(`/sections/${desk.sectionId}`, body);
  assert.equal((await section({ lastHand: 'anybody' })).status, 200);
  const fourth = await ready();
  story(await desk.sign(fourth, 'chief-editor', 'final_review'), 201);
  assert.equal((await section({ lastHand: 'always' })).body['lastHand'], 'always');
  const fifth = await ready();
  desk.county.clock.advance({ days: 2 });
  refused(await desk.sign(fifth, 'chief-editor', 'final_review'), 409, 'NotOnDuty');
  // A gap in a watch that is kept makes nobody's hand the last.
  assert.equal((await section({ lastHand: 'rostered' })).status, 200);
  const shift = { personId: await desk.county.personId('chief-editor-2'), role: 'chief-editor', duty: true };
  const onWatch = await desk.county
    .as('administrator')
    .post('/grants', { ...shift, placeId: desk.county.placeId('county'), untilAt: inHours(desk, 1) });
  assert.equal(onWatch.status, 201, onWatch.text);
  desk.county.clock.advance({ hours: 2 });
  refused(await desk.sign(fifth, 'chief-editor', 'final_review'), 409, 'NotOnDuty');
  desk.county.clock.advance({ days: 8 });
  story(await desk.sign(fifth, 'chief-editor', 'final_review'), 201);
});

test('in a gap of the roster whoever may sign last withdraws alone, at once, with a reason that stays', async () => {
  await using desk = await openDesk();
  const one = await desk.publish();
  assert.ok((await desk.see(one.id)).abilities.includes('story.withdraw-in-gap'));
  refused(await post(desk, 'editor', one, 'withdrawals', { reason: '水位写错', exception: '无人' }), 403, 'Forbidden');
  refused(await post(desk, 'chief-editor', one, 'withdrawals', { reason: '水位写错' }), 409, 'NobodyOnDuty');
  assert.equal((await desk.see(one.id)).publicState, 'published');
  const exception = '夜里值班表空着，水位写错要马上撤';
  const turned = await post(desk, 'chief-editor', one, 'withdrawals', { reason: '水位写错', exception });
  const withdrawn = story(turned, 201);
  const last = withdrawn.signatures.at(-1);
  assert.deepEqual(
    [withdrawn.publicState, last?.role, last?.reason, last?.exception, withdrawn.turnReviewDueAt],
    ['withdrawn', 'chief-editor', '水位写错', exception, inHours(desk, 24)],
  );
  const auditor = desk.county.as('auditor');
  assert.ok((await auditor.get(`/stories/${one.id}/dossier/page`)).text.includes(exception));
  assert.equal((await auditor.get(`/stories/${one.id}/verification`)).body['valid'], true);
  assert.deepEqual(await cards(desk, 'section-head'), ['newsroom.withdrawal-review']);
  const logged = (await auditor.get('/audit?act=story.withdraw')).body['items'] as { detail: unknown }[];
  assert.deepEqual(
    logged.map((entry) => (entry.detail as { duty?: string }).duty),
    ['nobody-on-duty'],
  );
  // Somebody is on duty: it is theirs again.
  const two = await desk.publish();
  await desk.onDuty('chief-editor-2');
  assert.ok(!(await desk.see(two.id)).abilities.some((ability) => ability.startsWith('story.withdraw')));
  refused(await post(desk, 'chief-editor', two, 'withdrawals', { reason: '核实', exception }), 403, 'Forbidden');
  const given = story(await post(desk, 'chief-editor-2', two, 'withdrawals', { reason: '核实', exception }), 201);
  assert.equal(given.signatures.at(-1)?.exception, null, 'whoever is on duty needs none');
});

test('a withdrawal acts at once and is reviewed within a day by somebody else: it stands, or the story comes back', async () => {
  await using desk = await openDesk();
  // On duty elsewhere too: that is not what they sign as here.
  await desk.county.as('administrator').post('/grants', {
    personId: await desk.county.personId('chief-editor'),
    role: 'section-head',
    placeId: desk.county.placeId('town-2'),
    duty: true,
    untilAt: inHours(desk, 12),
  });
  await desk.onDuty('chief-editor');
  const withdrawn = async (): Promise<SeenStory> =>
    story(await post(desk, 'chief-editor', await desk.publish(), 'withdrawals', { reason: '核实数字' }), 201);
  const one = await withdrawn();
  assert.deepEqual([one.publicState, one.turnReviewDueAt], ['withdrawn', inHours(desk, 24)]);
  assert.equal(one.signatures.at(-1)?.role, 'chief-editor');
  assert.ok((await notices(desk, 'section-head')).includes('story.withdrawal-review'));
  assert.deepEqual(await cards(desk, 'section-head'), ['newsroom.withdrawal-review']);
  assert.deepEqual(await cards(desk, 'chief-editor'), [], 'whoever withdrew does not review it');
  refused(await desk.sign(one, 'chief-editor', 'withdrawal_review'), 409, 'DutiesNotSeparated');
  refused(await desk.sign(one, 'editor', 'withdrawal_review'), 403, 'Forbidden');
  const seen = await desk.see(one.id, 'section-head');
  assert.equal(seen.step?.step, 'withdrawal_review');
  const stands = story(await desk.sign(one, 'section-head', 'withdrawal_review'), 201);
  assert.deepEqual([stands.publicState, stands.turnReviewDueAt, stands.state], ['withdrawn', null, 'done']);
  refused(await desk.sign(one, 'section-head-2', 'withdrawal_review'), 409, 'AlreadySigned');
  const two = await withdrawn();
  const no = { verdict: 'returned', reason: '数字没有错' };
  const back = story(await desk.sign(two, 'section-head', 'withdrawal_review', no), 201);
  assert.deepEqual(
    [back.publicState, back.turnReviewDueAt, back.signatures.at(-1)?.reason],
    ['published', null, '数字没有错'],
  );
  assert.equal((await desk.county.request('GET', `/api/v1/public/stories/${back.slug}`)).status, 200);
  assert.ok((await notices(desk, 'chief-editor')).includes('story.restored'));
  const told = await desk.county.inCounty((ctx) =>
    ctx.transaction((tx) => registerEntries(tx, 'zh-CN', { limit: 10 })),
  );
  assert.deepEqual(
    told.filter((entry) => entry.story.slug === back.slug).map((entry) => entry.kind),
    ['restoration', 'withdrawal'],
    'the register tells that it stands again',
  );
  const report = await desk.county.as('auditor').get(`/stories/${two.id}/verification`);
  assert.equal(report.body['valid'], true, report.text);
  // Put back by whoever is on duty: nothing is left to review.
  const three = await withdrawn();
  const put = story(await post(desk, 'chief-editor', three, 'restorations', { reason: '核对过了' }), 201);
  assert.deepEqual([put.publicState, put.turnReviewDueAt], ['published', null]);
  assert.deepEqual(await cards(desk, 'section-head-2'), []);
});

const isPublic = async (desk: Desk): Promise<number> =>
  ((await desk.county.request('GET', '/api/v1/public/stories')).body['items'] as unknown[]).length;

test('several signed stories go out at one moment: all of them, or none while one is unsigned', async () => {
  await using desk = await openDesk();
  const chief = desk.county.as('chief-editor');
  const [one, two] = [await desk.submit(await desk.write()), await desk.submit(await desk.write())];
  const planned = await chief.post('/releases', {
    name: '夏令专版',
    releaseAt: inHours(desk, 2),
    storyIds: [one.id, two.id],
  });
  assert.equal(planned.status, 201, planned.text);
  const release = `/releases/${String(planned.body['id'])}`;
  const other = await chief.post('/releases', { name: '另一组', storyIds: [one.id] });
  refused(other, 409, 'InRelease');
  refused(await chief.put(`/stories/${one.id}/schedule`, { publishAt: null }), 409, 'InRelease');
  assert.equal((await desk.signAll(one)).state, 'signed_off', 'signed, and held back until the others');
  refused(await chief.post(`${release}/runs`, {}), 409, 'NotAllReady');
  desk.county.clock.advance({ hours: 30 });
  await desk.county.tick('newsroom.publish-due');
  await desk.county.tick('newsroom.publish-due');
  assert.equal(await isPublic(desk), 0, 'none goes while one is unsigned');
  assert.equal((await notices(desk, 'chief-editor')).filter((kind) => kind === 'release.not-ready').length, 1);
  await desk.signAll(two);
  await Promise.all([desk.county.tick('newsroom.publish-due'), desk.county.tick('newsroom.publish-due')]);
  const [first, second] = [await desk.see(one.id), await desk.see(two.id)];
  assert.deepEqual([first.publicState, second.publicState], ['published', 'published']);
  assert.equal(first.edition?.publishedAt, second.edition?.publishedAt, 'at the very same moment');
  const seen = await chief.get(release);
  assert.deepEqual(
    [seen.body['state'], (seen.body['stories'] as { outcome: string }[]).map((row) => row.outcome)],
    ['released', ['published', 'published']],
  );
  refused(await chief.post(`${release}/runs`, {}), 409, 'WrongState');

  for (const name of ['Harvest', '中秋', '国庆']) {
    const made = await chief.post('/releases', { name, storyIds: [(await desk.write()).id] });
    assert.equal(made.status, 201, made.text);
  }
  const names = async (question = ''): Promise<string[]> => {
    const said: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await chief.get(`/releases?limit=2${question}${cursor}`);
      said.push(...(body['items'] as { name: string }[]).map((row) => row.name));
      const next = body['next'] as string | null;
      if (next === null) return said;
      cursor = `&cursor=${next}`;
    }
  };
  const all = await names();
  assert.equal(all.at(-1), '夏令专版', 'those to come stand before what went');
  assert.deepEqual([all.length, new Set(all).size], [4, 4], 'page by page each once');
  assert.deepEqual(await names('&state=released'), ['夏令专版']);
  assert.deepEqual(await names('&q=harv'), ['Harvest']);
  assert.deepEqual((await names('&sort=-at')).toReversed(), await names('&sort=at'));
});

test('what is not signed stays behind only when somebody says so; a release given up leaves its stories ready', async () => {
  await using desk = await openDesk();
  const chief = desk.county.as('chief-editor');
  const [one, two] = [await desk.submit(await desk.write()), await desk.submit(await desk.write())];
  const plan = async (): Promise<string> => {
    const made = await chief.post('/releases', { name: '一起', storyIds: [one.id, two.id] });
    assert.equal(made.status, 201, made.text);
    return `/releases/${String(made.body['id'])}`;
  };
  const first = await plan();
  refused(await chief.post(`${first}/runs`, { leaveBehind: true }), 409, 'NothingReady');
  await desk.signAll(one);
  refused(await chief.put(first, { name: '一起', storyIds: [two.id], version: 7 }), 409, 'StaleVersion');
  refused(await desk.county.as('correspondent').post(`${first}/runs`, {}), 403, 'Forbidden');
  assert.equal((await chief.post(`${first}/cancellations`, {})).status, 201);
  assert.deepEqual([(await desk.see(one.id)).state, (await desk.see(one.id)).publishHeld], ['signed_off', true]);
  const again = await plan();
  refused(await desk.county.as('editor').post(`${again}/runs`, { leaveBehind: true }), 403, 'Forbidden');
  const both = await Promise.all([1, 2].map(() => chief.post(`${again}/runs`, { leaveBehind: true })));
  assert.deepEqual(
    both.map((answer) => answer.status).toSorted((a, b) => a - b),
    [201, 409],
  );
  assert.equal((await desk.see(one.id)).publicState, 'published');
  const left = await desk.see(two.id);
  assert.deepEqual([left.publicState, left.releaseId, left.publishHeld], ['unpublished', null, true]);
  assert.equal((await desk.signAll(two)).state, 'signed_off', 'and waits for somebody to publish it');
});

test('whoever may not publish one of a release neither moves its hour nor has the unsigned stay behind; a name they may change', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const administrator = county.as('administrator');
  const made = (answer: Answer): string => {
    assert.equal(answer.status, 201, answer.text);
    return String(answer.body['id']);
  };
  const placeId = county.placeId('county');
  const name = { 'zh-CN': '农事', en: 'Farming' };
  const unitId = made(await administrator.post('/units', { kind: 'section', placeId, name }));
  const chief = county.as('chief-editor');
  const sectionId = made(await chief.post('/sections', { slug: 'farming', name, position: 2, unitId }));
  // Plans as an editor of the whole county does, and publishes what is of one section.
  const personId = await county.personId('editor');
  made(await administrator.post('/grants', { personId, role: 'section-head', placeId, unitId }));
  const signed = async (more: Record<string, unknown> = {}): Promise<SeenStory> => {
    const one = await desk.submit(await desk.write('correspondent', more));
    story(await county.as('editor').put(`/stories/${one.id}/schedule`, { publishAt: null, held: true }), 200);
    return desk.signAll(one);
  };
  const [own, other] = [await signed({ sectionId }), await signed()];
  const plan = async (...storyIds: string[]): Promise<string> =>
    `/releases/${made(await chief.post('/releases', { name: '一起', releaseAt: inHours(desk, 2), storyIds }))}`;
  const change = (path: string, storyIds: string[], more: object) =>
    county.as('editor').put(path, { name: '一起', releaseAt: inHours(desk, 2), version: 1, storyIds, ...more });
  const [mixed, ownOnly] = [await plan(other.id), await plan(own.id)];
  for (const more of [{ releaseAt: inHours(desk, 5) }, { releaseAt: null }, { leaveBehind: true }]) {
    refused(await change(mixed, [other.id], more), 403, 'Forbidden');
  }
  // Nor do they keep it back: by leaving it out, or by giving the whole up.
  const unsigned = await desk.submit(await desk.write());
  const both = await plan((await signed()).id, unsigned.id);
  refused(await change(both, [unsigned.id], {}), 403, 'Forbidden');
  refused(await county.as('editor').post(`${mixed}/cancellations`, {}), 403, 'Forbidden');
  const named = await change(mixed, [other.id], { name: '春耕' });
  assert.deepEqual([named.status, named.body['name']], [200, '春耕'], named.text);
  const moved = await change(ownOnly, [own.id], { releaseAt: inHours(desk, 5), leaveBehind: true });
  assert.deepEqual([moved.status, moved.body['releaseAt']], [200, inHours(desk, 5)], moved.text);
  assert.equal((await county.as('editor').post(`${ownOnly}/cancellations`, {})).status, 201);
  const rest = ((await chief.get(both)).body['stories'] as { id: string }[]).map(({ id }) => id);
  const left = await change(
    both,
    rest.filter((id) => id !== unsigned.id),
    {},
  );
  assert.equal(left.status, 200, left.text);
});

test('what is put aside keeps the release with which it was to go out waiting no more', async () => {
  await using desk = await openDesk();
  const chief = desk.county.as('chief-editor');
  const [one, two] = [await desk.submit(await desk.write()), await desk.write()];
  const made = await chief.post('/releases', { name: '一起', storyIds: [one.id, two.id] });
  const release = `/releases/${String(made.body['id'])}`;
  await desk.signAll(one);
  refused(await chief.post(`${release}/runs`, {}), 409, 'NotAllReady');
  assert.ok((await desk.county.as('correspondent').post(`/stories/${two.id}/discards`, {})).status < 300);
  const left = (await chief.get(release)).body['stories'] as { id: string }[];
  assert.deepEqual(
    left.map(({ id }) => id),
    [one.id],
  );
  const ran = await chief.post(`${release}/runs`, {});
  assert.ok(ran.status < 300, ran.text);
  assert.equal((await desk.see(one.id)).publicState, 'published');
});
