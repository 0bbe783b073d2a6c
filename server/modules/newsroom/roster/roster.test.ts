import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import { sha256Hex, statementHash } from '@xiangyin/document';
import type { Statement } from '@xiangyin/document';
import { handoverView, preparedHandover, rosterView } from '../contract.ts';
import type { RosterView } from '../contract.ts';
import type { Answer, TestWorld } from '#testing';
import { openDesk, refused } from '../testing.ts';
import { changeDays, uncovered } from './spans.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 0, 1, hour));
const span = (from: number, until: number) => ({ fromAt: at(from), untilAt: at(until) });

// A program that may keep views, and nothing else of what is its owner's.
async function byToken(county: TestWorld, who: CastName, path: string, body: unknown): Promise<Answer> {
  const made = await county.as(who).post('/me/tokens', { name: '样子', scopes: ['view.keep'], days: 30 });
  assert.equal(made.status, 201, made.text);
  return county.request('POST', `/api/v1${path}`, body, { token: String(made.body['token']) });
}

test('what nobody covers is found, however the shifts overlap', () => {
  assert.deepEqual(uncovered(span(0, 24), []), [span(0, 24)]);
  assert.deepEqual(uncovered(span(0, 24), [span(8, 16), span(4, 10), span(20, 30)]), [span(0, 4), span(16, 20)]);
  assert.deepEqual(uncovered(span(0, 24), [span(-5, 30)]), []);
});

test('a half-month rotation changes on the 1st and the 16th, whatever the month', () => {
  assert.deepEqual(changeDays('2026-02-10', '2026-03-20', 'half-month'), [
    '2026-02-10',
    '2026-02-16',
    '2026-03-01',
    '2026-03-16',
    '2026-03-21',
  ]);
  assert.deepEqual(changeDays('2026-03-03', '2026-03-10', 'week'), ['2026-03-03', '2026-03-09', '2026-03-11']);
});

test('a rotation fills what is free, once; a gap is seen before it comes; the watch is handed over', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const placeId = county.placeId('county');
  const now = county.clock.now();
  const day = (after: number): string => new Date(now.getTime() + after * 86_400_000).toISOString().slice(0, 10);
  const roster = async (who: CastName = 'editor'): Promise<RosterView> =>
    (await county.as(who).get(`/duty-roster?from=${day(0)}&until=${day(20)}`)).read(rosterView);
  const [post] = (await roster()).posts;
  assert.deepEqual([post?.role, post?.gaps.length, post?.mayArrange], ['chief-editor', 1, false]);
  refused(await county.as('volunteer').get(`/duty-roster?from=${day(0)}&until=${day(1)}`), 403, 'Forbidden');
  const [first, second] = [await county.personId('chief-editor'), await county.personId('chief-editor-2')];
  const rotation = {
    role: 'chief-editor',
    placeId,
    personIds: [first, second],
    fromOn: day(0),
    untilOn: day(9),
    each: 'day',
    changesAt: '08:00',
  };
  const fill = (who: CastName, more: object = {}) => county.as(who).post('/duty-rotations', { ...rotation, ...more });
  refused(await fill('editor'), 403, 'Forbidden');
  refused(await fill('chief-editor'), 409, 'OwnGrant');
  refused(await fill('administrator', { personIds: [await county.personId('volunteer')] }), 422, 'NotOnThisPost');
  refused(await fill('administrator', { untilOn: day(900) }), 400, 'BadRequest');
  const filled = await Promise.all([fill('administrator'), fill('administrator-2')]);
  const made = filled.map(({ body }) => Number(body['shifts'])).toSorted((a, b) => a - b);
  assert.equal(made[0], 0, 'the second of two finds it filled');
  assert.ok((made[1] ?? 0) >= 9, JSON.stringify(made));
  const [full] = (await roster()).posts;
  assert.equal(full?.shifts.length, made[1]);
  assert.equal(full?.gaps.length, full?.shifts[0] && Date.parse(full.shifts[0].fromAt) > now.getTime() ? 2 : 1);
  county.clock.advance({ days: 1, hours: 12 });
  const shift = (await roster('chief-editor')).posts[0]?.shifts.findLast(({ mayHandOver }) => mayHandOver);
  const note = '柳河桥的稿等水利站回话';
  const handOver = (who: CastName, comingId: string, more: object = {}) =>
    county.as(who).post('/handovers', { shiftId: shift?.id, comingId, note, ...more });
  const prepare = (who: CastName, about: object) => county.as(who).post('/handover-statements', about);
  refused(await handOver('chief-editor-2', first), 404, 'NotFound');
  refused(await handOver('chief-editor', first), 422, 'NotOnThisPost');
  // What is open is part of what is signed: ids and hashes, never words or names.
  const open = await desk.submit(await desk.write());
  const wanted = { verdict: 'handed-over', shiftId: shift?.id, comingId: second, note };
  const early = await prepare('chief-editor', wanted);
  assert.equal(early.status, 200, early.text);
  assert.equal((await desk.sign(open, 'editor', 'first_review')).status, 201);
  const stale = await handOver('chief-editor', second, { statement: early.body['statement'] });
  refused(stale, 409, 'StatementStale');
  const ready = preparedHandover.parse((await prepare('chief-editor', wanted)).body);
  assert.deepEqual(
    ready.open.map(({ id, state, title }) => [id, state, typeof title]),
    [[open.id, 'second_review', 'string']],
  );
  assert.equal(ready.statement.textHash, sha256Hex(ready.paper));
  assert.doesNotMatch(ready.paper, /柳河桥/);
  refused(
    await handOver('chief-editor', second, { statement: ready.statement, note: '另一句' }),
    409,
    'StatementStale',
  );
  const both = await Promise.all([1, 2].map(() => handOver('chief-editor', second, { statement: ready.statement })));
  const given = both[0] as (typeof both)[number];
  for (const one of both) assert.deepEqual([one.status, one.body['id']], [201, ready.statement.story], one.text);
  assert.equal((await handOver('chief-editor', second)).body['id'], given.body['id'], 'handed over once');
  refused(await prepare('chief-editor', wanted), 409, 'AlreadySigned');
  const waits = (await county.as('chief-editor-2').get('/me/waiting')).body['items'] as { kind: string }[];
  assert.ok(waits.some(({ kind }) => kind === 'newsroom.handover'));
  refused(await county.as('chief-editor').post(`/handovers/${String(given.body['id'])}/takings`, {}), 404, 'NotFound');
  const taking = { verdict: 'taken-over', handoverId: given.body['id'] };
  refused(await prepare('chief-editor', taking), 404, 'NotFound');
  const { statement } = preparedHandover.parse((await prepare('chief-editor-2', taking)).body);
  assert.equal(statement.previous, statementHash(ready.statement as Statement), 'signed over the signature before it');
  refused(
    await county.as('chief-editor-2').post(`/handovers/${String(given.body['id'])}/takings`, {
      statement: ready.statement,
    }),
    409,
    'StatementStale',
  );
  const taken = await county.as('chief-editor-2').post(`/handovers/${String(given.body['id'])}/takings`, { statement });
  assert.ok(taken.read(handoverView).takenAt, taken.text);
  const under = async () =>
    (await roster()).handovers[0]?.signatures.map(({ side, kind, holds }) => [side, kind, holds]) ?? [];
  assert.deepEqual(await under(), [
    ['leaving', 'attested', true],
    ['coming', 'attested', true],
  ]);
  // A note that was changed behind everybody's back is no longer what was signed.
  await county.inCounty((ctx) =>
    ctx.transaction((tx) => tx.client.query(`update newsroom.handovers set note = '没事' where county_id = 1`)),
  );
  assert.deepEqual(
    (await under()).map(([, , holds]) => holds),
    [false, false],
  );
  assert.match((await county.as('chief-editor-2').get('/notices')).text, /duty\.handed-over/);
});

test('whoever a watch is handed to may decline it with a reason: its giver is told and hands over once more, and the roster stays', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const day = (after: number): string =>
    new Date(county.clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10);
  const filled = await county.as('administrator').post('/duty-rotations', {
    role: 'chief-editor',
    placeId: county.placeId('county'),
    personIds: [await county.personId('chief-editor'), await county.personId('chief-editor-2')],
    fromOn: day(0),
    untilOn: day(9),
    each: 'day',
    changesAt: '08:00',
  });
  assert.equal(filled.status, 201, filled.text);
  county.clock.advance({ days: 2, hours: 12 });
  const roster = async (who: CastName): Promise<RosterView> =>
    (await county.as(who).get(`/duty-roster?from=${day(-1)}&until=${day(9)}`)).read(rosterView);
  const shifts = async () => (await roster('editor')).posts[0]?.shifts.map(({ id, person }) => [id, person.id]);
  const before = await shifts();
  const mine = (await roster('chief-editor')).posts[0]?.shifts.findLast(({ mayHandOver }) => mayHandOver);
  const handOver = { shiftId: mine?.id, comingId: await county.personId('chief-editor-2'), note: '' };
  const given = await county.as('chief-editor').post('/handovers', handOver);
  assert.equal(given.status, 201, given.text);
  const id = String(given.body['id']);
  const decline = (who: CastName, reason = '我那天请了假') =>
    county.as(who).post(`/handovers/${id}/declines`, { reason });
  refused(await decline('chief-editor'), 404, 'NotFound');
  refused(await decline('editor'), 404, 'NotFound');
  refused(await byToken(county, 'chief-editor-2', `/handovers/${id}/declines`, { reason: '不接' }), 403, 'Forbidden');
  refused(await decline('chief-editor-2', ' '), 400, 'BadRequest');
  // Of two clicks at once the first stands.
  const both = await Promise.all([decline('chief-editor-2'), decline('chief-editor-2', '再点一次')]);
  const declined = both.map(({ status, body }) => [status, body['mayTake'], body['declineReason']]);
  assert.deepEqual(declined[0], declined[1]);
  assert.equal(declined[0]?.[1], false);
  refused(await county.as('chief-editor-2').post(`/handovers/${id}/takings`, {}), 409, 'WrongState');
  refused(
    await county.as('chief-editor-2').post('/handover-statements', { verdict: 'taken-over', handoverId: id }),
    409,
    'WrongState',
  );
  assert.deepEqual(await shifts(), before, 'on duty is who the roster names');
  const waits = async (who: CastName) =>
    ((await county.as(who).get('/me/waiting')).body['items'] as { kind: string; reason: string }[]).filter(({ kind }) =>
      kind.startsWith('newsroom.handover'),
    );
  assert.deepEqual(
    (await waits('chief-editor')).map(({ kind, reason }) => [kind, reason]),
    [['newsroom.handover-declined', declined[0]?.[2]]],
  );
  assert.deepEqual(await waits('chief-editor-2'), []);
  assert.match((await county.as('chief-editor').get('/notices')).text, /duty\.handover-declined/);
  const { items } = (await county.as('auditor').get('/audit?act=duty.decline-handover')).body as {
    items: { actor: object }[];
  };
  assert.equal(items.length, 1);
  const shown = (await roster('chief-editor')).posts[0]?.shifts.find((one) => one.id === mine?.id);
  assert.equal(shown?.mayHandOver, true, 'the shift is to be handed over once more');
  const again = await county.as('chief-editor').post('/handovers', handOver);
  assert.equal(again.status, 201, again.text);
  assert.notEqual(again.body['id'], id);
  assert.deepEqual(await waits('chief-editor'), []);
  const taken = await county.as('chief-editor-2').post(`/handovers/${String(again.body['id'])}/takings`, {});
  assert.equal(taken.status, 201, taken.text);
  const late = await county.as('chief-editor-2').post(`/handovers/${String(again.body['id'])}/declines`, {
    reason: '还是不行',
  });
  refused(late, 409, 'WrongState');
  const papers = (await roster('editor')).handovers.map(({ takenAt, declinedAt, signatures }) => [
    takenAt !== null,
    declinedAt !== null,
    signatures.map(({ side, holds }) => `${side} ${holds}`),
  ]);
  assert.deepEqual(papers, [
    [true, false, ['leaving true', 'coming true']],
    [false, true, ['leaving true']],
  ]);
});

test('a post on which somebody stood lately is still on the roster, with its gap, when its last shift has ended', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const placeId = county.placeId('town-1');
  const day = (after: number): string =>
    new Date(county.clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10);
  const ask = `/duty-roster/holders?role=editor&placeId=${placeId}`;
  const holders = (await county.as('administrator').get(ask)).body['items'] as { id: string }[];
  const begun = await county.as('administrator').post('/duty-rotations', {
    role: 'editor',
    placeId,
    personIds: holders.slice(0, 1).map(({ id }) => id),
    fromOn: day(0),
    untilOn: day(1),
    each: 'week',
    changesAt: '08:00',
  });
  assert.equal(begun.status, 201, begun.text);
  const post = async () =>
    (await county.as('administrator').get(`/duty-roster?from=${day(0)}&until=${day(10)}`))
      .read(rosterView)
      .posts.find((one) => one.role === 'editor' && one.place.id === placeId);
  assert.equal((await post())?.isKept, true, 'a post that nobody stood on before');
  county.clock.advance({ days: 4 });
  const ended = await post();
  assert.deepEqual([ended?.shifts.length, ended?.gaps.length, ended?.isKept], [0, 1, true]);
  county.clock.advance({ days: 8 });
  assert.equal(await post(), undefined, 'a post that is kept no more');
});

test('two people swap shifts: asked, accepted, and confirmed by a third; until then the roster is as it was', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const placeId = county.placeId('county');
  const [first, second] = [await county.personId('chief-editor'), await county.personId('chief-editor-2')];
  const day = (after: number): string =>
    new Date(county.clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10);
  const rotation = { role: 'chief-editor', placeId, personIds: [first, second], each: 'day', changesAt: '08:00' };
  const filled = { ...rotation, fromOn: day(1), untilOn: day(2) };
  assert.equal((await county.as('administrator').post('/duty-rotations', filled)).status, 201);
  const shifts = async () =>
    (await county.as('editor').get(`/duty-roster?from=${day(0)}&until=${day(4)}`)).read(rosterView).posts[0]?.shifts ??
    [];
  const [mine, theirs] = await shifts();
  assert.deepEqual([mine?.person.id, theirs?.person.id], [first, second]);
  const wanted = { shiftId: mine?.id, askedId: second, otherShiftId: theirs?.id, note: '孩子开学' };
  refused(await county.as('chief-editor-2').post('/shift-swaps', wanted), 404, 'NotFound');
  const stranger = { ...wanted, askedId: await county.personId('volunteer') };
  refused(await county.as('chief-editor').post('/shift-swaps', stranger), 422, 'NotOnThisPost');
  const asked = await county.as('chief-editor').post('/shift-swaps', wanted);
  assert.equal(asked.status, 201, asked.text);
  refused(await county.as('chief-editor').post('/shift-swaps', wanted), 409, 'SwapAsked');
  const answer = (who: CastName, said: string) =>
    county.as(who).post(`/shift-swaps/${String(asked.body['id'])}/answers`, { answer: said });
  refused(await answer('administrator', 'confirm'), 403, 'Forbidden');
  refused(await answer('chief-editor', 'accept'), 403, 'Forbidden');
  refused(
    await byToken(county, 'chief-editor-2', `/shift-swaps/${String(asked.body['id'])}/answers`, { answer: 'accept' }),
    403,
    'Forbidden',
  );
  assert.equal((await answer('chief-editor-2', 'accept')).body['state'], 'accepted');
  refused(await answer('chief-editor-2', 'confirm'), 403, 'Forbidden');
  refused(await answer('editor', 'confirm'), 403, 'Forbidden');
  assert.deepEqual(
    (await shifts()).map(({ person }) => person.id),
    [first, second],
    'agreed is not yet changed',
  );
  const both = await Promise.all([answer('administrator', 'confirm'), answer('administrator-2', 'confirm')]);
  assert.deepEqual(
    both.map(({ body }) => body['state']),
    ['confirmed', 'confirmed'],
    'once, whoever clicks',
  );
  assert.deepEqual(
    (await shifts()).map(({ person }) => person.id),
    [second, first],
  );
  refused(await answer('chief-editor', 'withdraw'), 409, 'WrongState');
  assert.match((await county.as('chief-editor-2').get('/notices')).text, /duty\.swap-asked/);
});

test('whose account was closed is on duty no more: the gap is seen and told, and blocks no withdrawal', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const published = await desk.publish();
  const personId = await county.personId('chief-editor');
  const day = (after: number): string =>
    new Date(county.clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10);
  const filled = await county.as('administrator').post('/duty-rotations', {
    role: 'chief-editor',
    placeId: county.placeId('county'),
    personIds: [personId],
    fromOn: day(0),
    untilOn: day(14),
    each: 'half-month',
    changesAt: '00:00',
  });
  assert.equal(filled.status, 201, filled.text);
  county.clock.advance({ days: 1 });
  const withdraw = (more: object = {}) =>
    county.as('chief-editor-2').post(`/stories/${published.id}/withdrawals`, { reason: '地名写错了', ...more });
  refused(await withdraw(), 403, 'Forbidden');
  const closed = await county.as('administrator').patch(`/people/${personId}/account`, { closed: true });
  assert.equal(closed.status, 200, closed.text);
  const roster = await county.as('editor').get(`/duty-roster?from=${day(0)}&until=${day(3)}`);
  const [post] = roster.read(rosterView).posts;
  assert.deepEqual([post?.shifts.length, post?.gaps.length], [0, 1]);
  refused(await withdraw(), 409, 'NobodyOnDuty');
  const withdrawn = await withdraw({ exception: '值班的同事离职了' });
  assert.ok(withdrawn.status < 300, withdrawn.text);
});

test('handed over to somebody whose shift was taken from them since, the watch is handed to whoever comes', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const placeId = county.placeId('county');
  const [first, second] = [await county.personId('chief-editor'), await county.personId('chief-editor-2')];
  const day = (after: number): string =>
    new Date(county.clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10);
  const fill = async (personIds: string[], fromOn: string): Promise<void> => {
    const span = { fromOn, untilOn: fromOn, each: 'day', changesAt: '00:00' };
    const answer = await county
      .as('administrator')
      .post('/duty-rotations', { role: 'chief-editor', placeId, personIds, ...span });
    assert.equal(answer.status, 201, answer.text);
  };
  await fill([first], day(1));
  await fill([second], day(2));
  county.clock.advance({ days: 1 });
  const shifts = async () =>
    (await county.as('chief-editor').get(`/duty-roster?from=${day(0)}&until=${day(3)}`)).read(rosterView).posts[0]
      ?.shifts ?? [];
  const [mine, theirs] = await shifts();
  const handOver = (comingId: string) =>
    county.as('chief-editor').post('/handovers', { shiftId: mine?.id, comingId, note: '' });
  const given = await handOver(second);
  assert.equal(given.status, 201, given.text);
  assert.equal((await shifts())[0]?.mayHandOver, false);
  assert.ok((await county.as('administrator').delete(`/grants/${theirs?.id ?? ''}`)).status < 300);
  assert.equal((await shifts())[0]?.mayHandOver, true);
  const third = await county.personId('volunteer');
  const role = { personId: third, role: 'chief-editor', placeId };
  assert.equal((await county.as('administrator').post('/grants', role)).status, 201);
  await fill([third], day(1));
  const again = await handOver(third);
  assert.equal(again.status, 201, again.text);
  assert.notEqual(again.body['id'], given.body['id']);
  refused(
    await county.as('chief-editor-2').post(`/handovers/${String(given.body['id'])}/takings`, {}),
    409,
    'WrongState',
  );
});

test('a swap gives no shift to whoever has left the post, and what nobody answered in time is asked no more', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const placeId = county.placeId('county');
  const [first, second] = [await county.personId('chief-editor'), await county.personId('chief-editor-2')];
  const day = (after: number): string =>
    new Date(county.clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10);
  const filled = await county.as('administrator').post('/duty-rotations', {
    role: 'chief-editor',
    placeId,
    personIds: [first],
    fromOn: day(2),
    untilOn: day(4),
    each: 'day',
    changesAt: '08:00',
  });
  assert.equal(filled.status, 201, filled.text);
  const shifts =
    (await county.as('editor').get(`/duty-roster?from=${day(0)}&until=${day(6)}`)).read(rosterView).posts[0]?.shifts ??
    [];
  const ask = async (at: number): Promise<string> => {
    const wanted = { shiftId: shifts[at]?.id, askedId: second, otherShiftId: null, note: '' };
    const asked = await county.as('chief-editor').post('/shift-swaps', wanted);
    assert.equal(asked.status, 201, asked.text);
    return String(asked.body['id']);
  };
  const answer = (who: CastName, id: string, said: string) =>
    county.as(who).post(`/shift-swaps/${id}/answers`, { answer: said });
  const agreed = await ask(0);
  const unanswered = await ask(1);
  assert.equal((await answer('chief-editor-2', agreed, 'accept')).body['state'], 'accepted');
  const grants = (await county.as('administrator').get(`/grants?personId=${second}&limit=100`)).body['items'] as {
    id: string;
    role: string;
  }[];
  for (const { id, role } of grants)
    if (role === 'chief-editor') await county.as('administrator').delete(`/grants/${id}`);
  refused(await answer('administrator', agreed, 'confirm'), 422, 'NotOnThisPost');
  const listed = async () =>
    ((await county.as('chief-editor').get('/shift-swaps')).body['items'] as { id: string }[]).map(({ id }) => id);
  assert.deepEqual((await listed()).toSorted(), [agreed, unanswered].toSorted());
  county.clock.advance({ days: 6 });
  assert.deepEqual(await listed(), []);
});

test('a gap in the watch is told three days before it comes, once, to whoever arranges it; a desk without a roster hears nothing', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const told = async (who: CastName): Promise<number> =>
    ((await county.as(who).get('/notices')).body['items'] as { kind: string }[]).filter(
      ({ kind }) => kind === 'duty.gap',
    ).length;
  await county.tick('newsroom.tell-gaps');
  assert.equal(await told('administrator'), 0);
  const day = (after: number): string =>
    new Date(county.clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10);
  const filled = await county.as('administrator').post('/duty-rotations', {
    role: 'chief-editor',
    placeId: county.placeId('county'),
    personIds: [await county.personId('chief-editor')],
    fromOn: day(0),
    untilOn: day(5),
    each: 'week',
    changesAt: '08:00',
  });
  assert.equal(filled.status, 201, filled.text);
  await county.tick('newsroom.tell-gaps');
  assert.equal(await told('administrator'), 0, 'more than three days away');
  county.clock.advance({ days: 4 });
  for (let turn = 0; turn < 2; turn += 1) await county.tick('newsroom.tell-gaps');
  assert.deepEqual([await told('administrator'), await told('chief-editor'), await told('editor')], [1, 1, 0]);
});

test('when whoever is on duty does not answer for half an hour, the deputies are asked, once', async () => {
  await using desk = await openDesk();
  const told = async (who: CastName): Promise<number> =>
    ((await desk.county.as(who).get('/notices')).body['items'] as { kind: string }[]).filter(
      ({ kind }) => kind === 'story.overdue-deputy',
    ).length;
  await desk.onDuty('chief-editor');
  await desk.submit(await desk.write());
  desk.county.clock.advance({ hours: 2, minutes: 1 });
  await desk.county.tick('newsroom.remind-overdue');
  assert.equal(await told('section-head'), 0, 'not yet');
  desk.county.clock.advance({ minutes: 31 });
  await desk.county.tick('newsroom.remind-overdue');
  await desk.county.tick('newsroom.remind-overdue');
  assert.deepEqual([await told('section-head'), await told('chief-editor')], [1, 0]);
});
