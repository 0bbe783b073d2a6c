import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CastName } from '#access/testing';
import { ideaView, recurrenceChanged } from '../contract.ts';
import type { IdeaView, RecurrenceChangedView } from '../contract.ts';
import { openDesk, refused } from '../testing.ts';
import type { Desk } from '../testing.ts';
import { restFrom, ruleDays, settledRule } from '#platform/recurrence-rule';

test('a rule names its days; what is no rule, or never comes to a day, is refused', () => {
  const first = (rule: string, on = '2026-03-02'): string =>
    ruleDays(settledRule(rule), on, on, '2028-01-01').slice(0, 3).join(' ');
  assert.equal(first('FREQ=DAILY;INTERVAL=2'), '2026-03-02 2026-03-04 2026-03-06');
  assert.equal(first('FREQ=WEEKLY;BYDAY=MO,TH'), '2026-03-02 2026-03-05 2026-03-09');
  assert.equal(first('FREQ=MONTHLY;BYDAY=2TU'), '2026-03-10 2026-04-14 2026-05-12');
  assert.equal(first('FREQ=MONTHLY;BYMONTHDAY=-1'), '2026-03-31 2026-04-30 2026-05-31');
  assert.equal(first('freq=daily;until=20260303'), '2026-03-02 2026-03-03');
  assert.equal(restFrom('FREQ=WEEKLY;COUNT=5', '2026-03-02', '2026-03-16'), 'FREQ=WEEKLY;COUNT=3');
  assert.equal(restFrom('COUNT=5;FREQ=WEEKLY', '2026-03-02', '2026-03-16'), 'COUNT=3;FREQ=WEEKLY');
  for (const wrong of [
    'weekly',
    'FREQ=HOURLY',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=2;UNTIL=20260401',
    'FREQ=DAILY;UNTIL=20260230',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=WEEKLY;BYDAY=2MO',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=DAILY\nDTSTART:19700101',
  ])
    assert.throws(() => settledRule(wrong), { code: 'BadRequest' }, wrong);
});

const monday = '2026-03-09';
const seen = async (desk: Desk, from: string, until: string, by: CastName = 'editor'): Promise<IdeaView[]> =>
  (await desk.county.as(by).get(`/plan?from=${from}&until=${until}`)).body['items'] as IdeaView[];
const datesIn = (ideas: readonly IdeaView[]): string =>
  ideas
    .map(({ fromOn }) => fromOn?.slice(5) ?? '')
    .toSorted()
    .join(' ');
const one = async (desk: Desk, id: string): Promise<IdeaView> =>
  (await desk.county.as('editor').get(`/ideas/${id}`)).read(ideaView);
const change = async (desk: Desk, idea: IdeaView, more: object): Promise<RecurrenceChangedView> => {
  const body = { version: idea.version, recurrenceVersion: idea.recurrence?.version, ...more };
  const answer = await desk.county.as('editor').post(`/ideas/${idea.id}/recurrence-changes`, body);
  assert.equal(answer.status, 201, answer.text);
  return answer.read(recurrenceChanged);
};

test('the weekly meeting stands at each of its dates; one, this and all after it, or all are changed, and it is taken back', async () => {
  await using desk = await openDesk();
  const editor = desk.county.as('editor');
  const window = { startsAt: '2026-03-09T00:30:00.000Z', endsAt: '2026-03-09T02:00:00.000Z' };
  const noted = (await editor.post('/ideas', { title: '周一的县里例会', window })).read(ideaView);
  const path = `/ideas/${noted.id}/recurrences`;
  refused(await editor.post(path, { version: 1, rule: 'FREQ=WEEKLY;BYDAY=TU' }), 400, 'BadRequest');
  refused(await desk.county.as('proofreader').post(path, { version: 1, rule: 'FREQ=WEEKLY' }), 403, 'Forbidden');
  const undated = (await editor.post('/ideas', { title: '哪天都行' })).read(ideaView);
  refused(await editor.post(`/ideas/${undated.id}/recurrences`, { version: 1, rule: 'FREQ=WEEKLY' }), 422, 'NoDay');
  // Two at once: one of them has made it, the other is told.
  const body = { version: 1, rule: 'FREQ=WEEKLY;BYDAY=MO', kinds: ['text'] };
  const both = await Promise.all([editor.post(path, body), desk.county.as('editor-2').post(path, body)]);
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [201, 409],
  );
  assert.equal(datesIn(await seen(desk, monday, '2026-04-06')), '03-09 03-16 03-23 03-30 04-06');
  const [second] = await seen(desk, '2026-03-16', '2026-03-16');
  assert.ok(second);
  assert.deepEqual(
    [second.startsAt, second.endsAt, second.assignments.map(({ kind, state }) => `${kind} ${state}`)],
    ['2026-03-16T00:30:00.000Z', '2026-03-16T02:00:00.000Z', ['text draft']],
  );
  const board = (await editor.get('/plan')).body['items'] as IdeaView[];
  assert.equal(datesIn(board.filter(({ recurrence }) => recurrence)), '03-09', 'on the board the next one alone');

  // One date by itself: changes of the whole leave it as it is.
  const moved = { version: second.version, window: { fromOn: '2026-03-17' } };
  assert.equal((await editor.patch(`/ideas/${second.id}`, moved)).status, 200);
  const third = (await seen(desk, '2026-03-23', '2026-03-23'))[0];
  assert.ok(third);
  const renamed = await change(desk, third, { scope: 'all', title: '县里例会（公开）' });
  assert.deepEqual([renamed.changed, renamed.kept, renamed.made, renamed.dropped], [7, 1, 0, 0]);
  assert.equal((await one(desk, second.id)).title, '周一的县里例会');
  refused(
    await editor.post(`/ideas/${third.id}/recurrence-changes`, {
      version: third.version,
      recurrenceVersion: third.recurrence?.version,
      scope: 'all',
    }),
    409,
    'StaleVersion',
  );

  // This and all after it, on another day and hour; whoever has said yes keeps theirs.
  const taken = (await seen(desk, '2026-04-06', '2026-04-06'))[0];
  assert.ok(taken);
  const part = taken.assignments[0];
  assert.equal((await editor.post(`/assignments/${part?.id ?? ''}/acceptances`, {})).status, 201);
  const times = { startsTime: '15:00', endsTime: null, days: 1 };
  const later = await change(desk, renamed.idea, { scope: 'following', rule: 'FREQ=WEEKLY;BYDAY=WE', times });
  assert.equal(datesIn(await seen(desk, monday, '2026-04-08')), '03-09 03-17 03-25 04-01 04-06 04-08');
  const shown = (await seen(desk, '2026-03-25', '2026-03-25'))[0];
  assert.deepEqual([shown?.startsAt, shown?.endsAt], ['2026-03-25T07:00:00.000Z', null]);
  assert.equal(later.idea.state, 'dropped');
  assert.ok(later.kept >= 1);

  // Taken back: the same dates with the same ids, their parts open again, nothing twice.
  const back = await change(desk, later.idea, later.undo ?? {});
  assert.equal(datesIn(await seen(desk, monday, '2026-04-08')), '03-09 03-17 03-23 03-30 04-06');
  assert.deepEqual(
    [back.idea.state, back.idea.id, back.idea.assignments.map(({ state }) => state)],
    ['open', third.id, ['draft']],
  );
  assert.equal((await one(desk, taken.id)).assignments[0]?.state, 'accepted');

  // The last one, and the clock: what is ended is made no further, what goes on is.
  const ended = await change(desk, back.idea, { scope: 'following', rule: null });
  assert.equal(datesIn(await seen(desk, monday, '2026-06-30')), '03-09 03-17 03-23 04-06');
  await change(desk, ended.idea, ended.undo ?? {});
  assert.equal(datesIn(await seen(desk, '2026-04-27', '2026-06-30')), '04-27');
  desk.county.clock.advance({ days: 7 });
  for (const _ of [1, 2]) await desk.county.tick('newsroom.extend-recurrences');
  assert.equal(datesIn(await seen(desk, '2026-04-27', '2026-06-30')), '04-27 05-04');
});

test('a row that began long ago, and a desk that did not run for months, plan nothing that is over', async () => {
  await using desk = await openDesk();
  const editor = desk.county.as('editor');
  const now = desk.county.clock.now().getTime();
  const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const fromOn = dayOf(now - 400 * 86_400_000);
  const noted = (await editor.post('/ideas', { title: '每天看水位', window: { fromOn } })).read(ideaView);
  const made = await editor.post(`/ideas/${noted.id}/recurrences`, { version: 1, rule: 'FREQ=DAILY' });
  assert.equal(made.status, 201, made.text);
  const between = (from: number, until: number) => seen(desk, dayOf(from), dayOf(until));
  assert.equal((await between(now - 300 * 86_400_000, now - 250 * 86_400_000)).length, 0);
  assert.ok((await between(now, now + 10 * 86_400_000)).length >= 10);
  desk.county.clock.advance({ days: 150 });
  await desk.county.tick('newsroom.extend-recurrences');
  assert.equal((await between(now + 80 * 86_400_000, now + 120 * 86_400_000)).length, 0);
  assert.ok((await between(now + 152 * 86_400_000, now + 160 * 86_400_000)).length >= 8);
});
