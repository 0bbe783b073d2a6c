import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import { guardsOf, mayMove } from '#platform/states';
import { assignmentView, ideaView } from '../contract.ts';
import type { AssignmentView, IdeaView } from '../contract.ts';
import { openDesk, refused, story } from '../testing.ts';
import type { Desk } from '../testing.ts';
import { assignmentStates } from './states.ts';
import type { AssignmentState } from './states.ts';

const idea = async (desk: Desk, by: CastName = 'editor', more: Record<string, unknown> = {}): Promise<IdeaView> => {
  const answer = await desk.county.as(by).post('/ideas', { title: '柳河桥通车那天', ...more });
  assert.equal(answer.status, 201, answer.text);
  return answer.read(ideaView);
};
const see = async (desk: Desk, id: string, by: CastName = 'editor'): Promise<IdeaView> =>
  (await desk.county.as(by).get(`/ideas/${id}`)).read(ideaView);
const add = async (desk: Desk, ideaId: string, more: Record<string, unknown> = {}): Promise<AssignmentView> => {
  const answer = await desk.county.as('editor').post(`/ideas/${ideaId}/assignments`, { kind: 'text', ...more });
  assert.equal(answer.status, 201, answer.text);
  return answer.read(assignmentView);
};
const act = (desk: Desk, by: CastName, one: AssignmentView, what: string, body: object = {}) =>
  desk.county.as(by).post(`/assignments/${one.id}/${what}`, body);
const stateOf = async (desk: Desk, one: AssignmentView): Promise<string | undefined> =>
  (await see(desk, one.ideaId)).assignments.find(({ id }) => id === one.id)?.state;
const told = async (desk: Desk, who: CastName): Promise<string[]> => {
  await desk.county.deliver();
  const notices = (await desk.county.as(who).get('/notices')).body['items'] as { kind: string }[];
  return notices.map(({ kind }) => kind).filter((kind) => kind.startsWith('assignment.'));
};
const cards = async (desk: Desk, who: CastName): Promise<string[]> =>
  ((await desk.county.as(who).get('/me/waiting')).body['items'] as { kind: string; reason: string }[])
    .filter(({ kind }) => kind.includes('assignment'))
    .map(({ reason }) => reason);

test('every pair of states: an assignment moves only so', () => {
  const states = Object.keys(assignmentStates.transitions) as AssignmentState[];
  const to = (from: AssignmentState): string => states.filter((one) => mayMove(assignmentStates, from, one)).join(' ');
  assert.deepEqual(Object.fromEntries(states.map((from) => [from, to(from)])), {
    draft: 'assigned accepted cancelled',
    assigned: 'draft assigned accepted declined in_progress submitted done cancelled',
    accepted: 'draft assigned declined in_progress submitted done cancelled',
    declined: 'draft assigned accepted cancelled',
    in_progress: 'draft assigned submitted done cancelled',
    submitted: 'in_progress done cancelled',
    done: 'in_progress',
    cancelled: 'draft',
  });
  const asked = guardsOf(assignmentStates, 'draft', 'assigned');
  assert.deepEqual(
    [null, 'someone'].map((personId) => asked.every((guard) => guard.holds({ id: '', state: 'draft', personId }))),
    [false, true],
  );
});

test('an idea is one line; asked, somebody says yes, writes it, and its publication ends it', async () => {
  await using desk = await openDesk();
  const one = await idea(desk, 'correspondent');
  assert.deepEqual(
    one.places.map(({ id }) => id),
    [desk.county.placeId('village-1-1')],
    'where its proposer works',
  );
  const wanted = await add(desk, one.id, { personId: await desk.county.personId('correspondent') });
  assert.deepEqual(await told(desk, 'correspondent'), ['assignment.assigned']);
  assert.match((await cards(desk, 'correspondent')).join(), /想请您去（文字）/);
  refused(await act(desk, 'editor', wanted, 'acceptances'), 409, 'AlreadyTaken');
  assert.equal((await act(desk, 'correspondent', wanted, 'acceptances')).status, 201);
  assert.equal((await act(desk, 'correspondent', wanted, 'acceptances')).status, 201, 'the second click does nothing');
  assert.deepEqual(await told(desk, 'editor'), ['assignment.accepted']);
  const begun = story(await act(desk, 'correspondent', wanted, 'stories', { language: 'zh-CN' }), 201);
  assert.equal(begun.title, '柳河桥通车那天');
  const again = story(await act(desk, 'correspondent', wanted, 'stories', { language: 'zh-CN' }), 201);
  assert.equal(again.id, begun.id, 'two clicks, one story');
  assert.deepEqual(await cards(desk, 'correspondent'), [], 'now it waits as the story');
  refused(await desk.county.as('correspondent-2').get(`/ideas/${one.id}`), 404, 'NotFound');
  const text = desk.draft('柳河桥今天通车')['text'];
  const saved = story(
    await desk.county.as('correspondent').put(`/stories/${begun.id}/text`, { version: begun.version, text }),
    200,
  );
  const submitted = await desk.submit(saved);
  assert.equal(await stateOf(desk, wanted), 'submitted');
  assert.deepEqual(
    (await desk.see(begun.id, 'editor')).plan.map((part) => [part.idea.id, part.kind, part.state, part.person?.id]),
    [[one.id, 'text', 'submitted', await desk.county.personId('correspondent')]],
    'the story says what it was planned as',
  );
  story(await desk.county.as('correspondent').post(`/stories/${begun.id}/take-backs`, {}), 201);
  assert.equal(await stateOf(desk, wanted), 'in_progress', 'taken back');
  const once = await desk.submit({ ...submitted, version: (await desk.see(begun.id)).version });
  story(await desk.sign(once, 'editor', 'first_review', { verdict: 'returned', reason: '请补一句' }), 201);
  assert.equal(await stateOf(desk, wanted), 'in_progress', 'returned');
  await desk.signAll(await desk.submit(await desk.see(begun.id)));
  const ended = await see(desk, one.id);
  assert.deepEqual([ended.state, ended.assignments[0]?.state], ['done', 'done']);
  refused(await act(desk, 'editor', wanted, 'beginnings'), 409, 'IdeaClosed');
  const published = await desk.county.as('editor').get(`/plan/published?day=2026-03-02`);
  assert.equal(published.status, 200, published.text);
});

test('no is as easy as yes, tells who asked, and leads to the next question', async () => {
  await using desk = await openDesk();
  const one = await idea(desk);
  const wanted = await add(desk, one.id, { personId: await desk.county.personId('editor-2') });
  refused(await act(desk, 'correspondent', wanted, 'declinations'), 404, 'NotFound');
  assert.equal((await act(desk, 'editor-2', wanted, 'declinations')).status, 201);
  assert.deepEqual(await told(desk, 'editor'), ['assignment.declined']);
  assert.match((await cards(desk, 'editor')).join(), /另请人/);
  const personId = await desk.county.personId('proofreader');
  const stale = { personId, version: wanted.version };
  refused(await act(desk, 'editor', wanted, 'requests', stale), 409, 'StaleVersion');
  const now = (await see(desk, one.id)).assignments[0] as AssignmentView;
  assert.equal((await act(desk, 'editor', now, 'requests', { personId, version: now.version })).status, 201);
  assert.deepEqual(await told(desk, 'proofreader'), ['assignment.assigned']);
  const volunteer = await desk.county.personId('volunteer');
  const asked = (await see(desk, one.id)).assignments[0] as AssignmentView;
  refused(
    await act(desk, 'editor', asked, 'requests', { personId: volunteer, version: asked.version }),
    422,
    'NotAssignable',
  );
  assert.equal((await desk.county.as('editor').post(`/ideas/${one.id}/conclusions`, { as: 'dropped' })).status, 201);
  assert.deepEqual(await told(desk, 'proofreader'), ['assignment.cancelled', 'assignment.assigned']);
  refused(await act(desk, 'proofreader', asked, 'acceptances'), 409, 'IdeaClosed');
});

test('whoever goes hears that the whole is elsewhere or at another time, and of new words alone nothing', async () => {
  await using desk = await openDesk();
  const one = await idea(desk, 'editor', { window: { fromOn: '2026-12-07' } });
  const wanted = await add(desk, one.id, { personId: await desk.county.personId('correspondent') });
  assert.equal((await act(desk, 'correspondent', wanted, 'acceptances')).status, 201);
  await add(desk, one.id, { kind: 'picture' });
  const change = async (more: object): Promise<void> => {
    const { version } = await see(desk, one.id);
    const answer = await desk.county.as('editor').patch(`/ideas/${one.id}`, { version, ...more });
    assert.equal(answer.status, 200, answer.text);
  };
  await change({ title: '柳河桥通车' });
  assert.deepEqual(await told(desk, 'correspondent'), ['assignment.assigned']);
  await change({ window: { fromOn: '2026-12-08' } });
  await change({ placeIds: [desk.county.placeId('town-1')] });
  assert.deepEqual(await told(desk, 'correspondent'), [
    'assignment.changed',
    'assignment.changed',
    'assignment.assigned',
  ]);
});

test('whoever asked hears that somebody else took it over, and whoever had the idea that it is nobody’s again', async () => {
  await using desk = await openDesk();
  const one = await idea(desk, 'editor', { placeIds: [desk.county.placeId('village-1-1')] });
  const wanted = await add(desk, one.id, { personId: await desk.county.personId('editor-2') });
  assert.equal((await act(desk, 'editor-2', wanted, 'declinations')).status, 201);
  assert.equal((await act(desk, 'correspondent', wanted, 'acceptances')).status, 201);
  assert.deepEqual(await told(desk, 'editor'), ['assignment.accepted', 'assignment.declined']);
  // Taken by oneself, from nobody, and given back: the card is with whoever can ask the next one.
  const free = await add(desk, one.id, { kind: 'picture' });
  assert.equal((await act(desk, 'correspondent', free, 'acceptances')).status, 201);
  desk.county.clock.advance({ days: 2 });
  await desk.county.tick('newsroom.tell-deadlines');
  assert.equal((await act(desk, 'correspondent', free, 'declinations')).status, 201);
  assert.equal((await told(desk, 'editor'))[0], 'assignment.declined');
  assert.match((await cards(desk, 'editor')).join(), /另请人/);
  assert.doesNotMatch((await cards(desk, 'correspondent')).join(), /另请人/);
});

test('what somebody was asked whose account was closed is open for the next one, and whoever asked is told', async () => {
  await using desk = await openDesk();
  const one = await idea(desk);
  const personId = await desk.county.personId('correspondent');
  const wanted = await add(desk, one.id, { personId });
  assert.equal((await act(desk, 'correspondent', wanted, 'acceptances')).status, 201);
  const closed = await desk.county.as('administrator').patch(`/people/${personId}/account`, { closed: true });
  assert.equal(closed.status, 200, closed.text);
  await desk.county.deliver();
  assert.equal((await told(desk, 'editor'))[0], 'assignment.declined');
  assert.equal(await stateOf(desk, wanted), 'declined');
  const again = await desk.county.as('editor').post(`/ideas/${one.id}/assignments`, { kind: 'text', personId });
  refused(again, 422, 'NotAssignable');
});

test('what somebody took of themselves and is late with, admonishes nobody', async () => {
  await using desk = await openDesk();
  const one = await idea(desk, 'editor', { placeIds: [desk.county.placeId('village-1-1')] });
  const dueAt = new Date(desk.county.clock.now().getTime() + 3_600_000).toISOString();
  const free = await add(desk, one.id, { dueAt });
  assert.equal((await act(desk, 'correspondent', free, 'acceptances')).status, 201);
  desk.county.clock.advance({ hours: 2 });
  await desk.county.tick('newsroom.tell-deadlines');
  assert.ok(!(await told(desk, 'correspondent')).includes('assignment.overdue'));
});

test('an idea goes into a section only by whoever may propose it there', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const administrator = county.as('administrator');
  const unit = async (name: string): Promise<string> => {
    const placeId = county.placeId('county');
    const answer = await administrator.post('/units', { kind: 'section', name: { 'zh-CN': name }, placeId });
    assert.equal(answer.status, 201, answer.text);
    return String(answer.body['id']);
  };
  const section = async (slug: string, position: number, unitId: string): Promise<string> => {
    const words = { slug, name: { 'zh-CN': slug, en: slug }, position, unitId };
    const answer = await county.as('chief-editor').post('/sections', words);
    assert.equal(answer.status, 201, answer.text);
    return String(answer.body['id']);
  };
  const [farming, sport] = [await unit('农业'), await unit('体育')];
  const [own, other] = [await section('farming', 2, farming), await section('sport', 3, sport)];
  const given = await administrator.post('/grants', {
    personId: await county.personId('volunteer'),
    role: 'editor',
    placeId: county.placeId('county'),
    unitId: farming,
  });
  assert.equal(given.status, 201, given.text);
  const one = await idea(desk, 'volunteer', { sectionId: own });
  const into = (sectionId: string) =>
    county.as('volunteer').patch(`/ideas/${one.id}`, { version: one.version, sectionId });
  refused(await into(other), 403, 'Forbidden');
  assert.equal((await into(own)).status, 200);
});

test('what was brought and became part of another story is done with it; what was put aside waits again', async () => {
  await using desk = await openDesk();
  const one = await idea(desk);
  const wanted = await add(desk, one.id, { personId: await desk.county.personId('correspondent') });
  assert.equal((await act(desk, 'correspondent', wanted, 'acceptances')).status, 201);
  const begun = await act(desk, 'correspondent', wanted, 'stories', { language: 'zh-CN' });
  assert.equal(begun.status, 201, begun.text);
  const storyId = String(begun.body['id']);
  // Asked to go where they do not write as a rule, they write as from their own place.
  assert.deepEqual(
    (await desk.see(storyId, 'correspondent')).places.map(({ id }) => id),
    [desk.county.placeId('village-1-1')],
  );
  const client = desk.county.as('correspondent');
  assert.ok((await client.post(`/stories/${storyId}/discards`, {})).status < 300);
  assert.equal((await cards(desk, 'correspondent')).length, 1, 'put aside, it waits to be brought');
  assert.ok((await client.post(`/stories/${storyId}/recoveries`, {})).status < 300);
  const { version } = await desk.see(storyId, 'correspondent');
  const { text } = desk.draft();
  assert.ok((await client.put(`/stories/${storyId}/text`, { version, text })).status < 300);
  const sent = await desk.submit(await desk.see(storyId, 'correspondent'));
  assert.equal(await stateOf(desk, wanted), 'submitted');
  const target = await desk.submit(await desk.write('editor-2'), 'editor-2');
  const merged = await desk.county.as('editor').post(`/submissions/${sent.id}/merges`, { storyId: target.id });
  assert.ok(merged.status < 300, merged.text);
  assert.equal(await stateOf(desk, wanted), 'submitted');
  await desk.signAll(await desk.see(target.id));
  assert.equal(await stateOf(desk, wanted), 'done');
});

test('deadlines are told once: who goes shortly before, who asked when it has passed or nobody answers', async () => {
  await using desk = await openDesk();
  const one = await idea(desk);
  const inHours = (count: number): string =>
    new Date(desk.county.clock.now().getTime() + count * 3_600_000).toISOString();
  const personId = await desk.county.personId('correspondent');
  const going = await add(desk, one.id, { personId, dueAt: inHours(30) });
  assert.equal((await act(desk, 'correspondent', going, 'acceptances')).status, 201);
  await add(desk, one.id, { personId: await desk.county.personId('editor-2'), dueAt: inHours(90) });
  const turn = async (hours: number): Promise<void> => {
    desk.county.clock.advance({ hours });
    for (let time = 0; time < 2; time += 1) await desk.county.tick('newsroom.tell-deadlines');
  };
  const count = async (who: CastName, kind: string): Promise<number> =>
    (await told(desk, who)).filter((one) => one === kind).length;
  await turn(20);
  assert.deepEqual(
    [await count('correspondent', 'assignment.due-soon'), await count('editor', 'assignment.unanswered')],
    [0, 0],
  );
  await turn(9);
  assert.deepEqual(
    [await count('correspondent', 'assignment.due-soon'), await count('editor', 'assignment.unanswered')],
    [1, 1],
  );
  assert.equal(await count('editor', 'assignment.overdue'), 0);
  await turn(2);
  assert.equal(await count('editor', 'assignment.overdue'), 1);
  assert.equal(await count('correspondent', 'assignment.overdue'), 0, 'who is late is not admonished by a program');
});

test('of two who take the same assignment at once one has it, and the other is told so', async () => {
  await using desk = await openDesk();
  const one = await idea(desk);
  const free = await add(desk, one.id);
  const answers = await Promise.all(
    (['editor', 'editor-2', 'proofreader'] as const).map((who) => act(desk, who, free, 'acceptances')),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [201, 409, 409],
  );
  const seen = (await see(desk, one.id)).assignments[0] as AssignmentView;
  assert.equal(seen.state, 'accepted');
  refused(await desk.county.as('editor').post(`/ideas/${one.id}/conclusions`, { as: 'done' }), 409, 'WorkUnderway');
});

test('the board, the calendar and the list hold what their asker may see, and say the same moves as the server', async () => {
  await using desk = await openDesk();
  const here = { placeIds: [desk.county.placeId('village-1-1')] };
  const there = { placeIds: [desk.county.placeId('town-2')] };
  const dated = await idea(desk, 'editor', {
    ...here,
    window: { startsAt: '2026-05-01T01:00:00.000Z', endsAt: '2026-05-01T03:00:00.000Z' },
  });
  assert.deepEqual([dated.fromOn, dated.untilOn], ['2026-05-01', '2026-05-01']);
  await idea(desk, 'editor', { ...there, title: '青山镇的茶' });
  const due = await idea(desk, 'editor', { ...here, title: '五一的路' });
  await add(desk, due.id, { kind: 'video', dueAt: '2026-05-02T15:59:00.000Z' });
  const titles = async (who: CastName, path: string): Promise<string[]> =>
    ((await desk.county.as(who).get(path)).body['items'] as IdeaView[]).map(({ title }) => title).toSorted();
  assert.equal((await titles('editor', '/plan')).length, 3);
  assert.deepEqual(await titles('correspondent', '/plan'), ['五一的路', '柳河桥通车那天'], 'their own village');
  assert.deepEqual(await titles('correspondent', '/ideas'), await titles('correspondent', '/plan'));
  assert.deepEqual(await titles('editor', '/plan?from=2026-05-01&until=2026-05-01'), ['柳河桥通车那天']);
  assert.deepEqual(await titles('editor', '/plan?from=2026-05-02&until=2026-05-02'), ['五一的路'], 'the county’s day');
  assert.deepEqual(await titles('editor', '/plan?kind=video'), ['五一的路']);
  assert.deepEqual(await titles('editor', '/ideas?q=茶'), ['青山镇的茶']);
  const pages = [];
  for (let after: string | null = ''; after !== null;) {
    const page = await desk.county.as('editor').get(`/ideas?sort=fromOn&limit=1${after ? `&after=${after}` : ''}`);
    pages.push(...(page.body['items'] as IdeaView[]));
    after = page.body['next'] as string | null;
  }
  assert.equal(pages.length, 3, 'no idea is lost between pages');
  refused(await desk.county.as('volunteer').get('/plan'), 403, 'Forbidden');
  refused(
    await desk.county.as('editor').post('/ideas', { title: 'x', window: { untilOn: '2026-05-01' } }),
    400,
    'BadRequest',
  );
  const path = `/ideas/${dated.id}`;
  assert.equal((await desk.county.as('editor').patch(path, { version: 1, note: '早点去' })).status, 200);
  refused(await desk.county.as('editor').patch(path, { version: 1, note: '晚点去' }), 409, 'StaleVersion');
});

test('that a story was joined to an assignment, or taken off it, is on record, also where its state stays', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const wanted = await add(desk, (await idea(desk, 'editor')).id, { personId: await county.personId('editor') });
  const [first, second] = [await desk.write('editor'), await desk.write('editor')];
  for (const storyId of [first.id, second.id, second.id, null]) {
    const linked = await county.as('editor').put(`/assignments/${wanted.id}/story`, { storyId });
    assert.equal(linked.status, 200, linked.text);
  }
  const acts = async (act: string): Promise<number> =>
    ((await county.as('auditor').get(`/audit?act=${act}`)).body['items'] as unknown[]).length;
  assert.deepEqual([await acts('assignment.link-story'), await acts('assignment.unlink-story')], [2, 1]);
});
