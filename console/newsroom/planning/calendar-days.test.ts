import assert from 'node:assert/strict';
import { test } from 'node:test';
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { AssignmentView, IdeaLine } from '@xiangyin/server/contract';
import { entriesByDay } from './calendar-days.ts';

dayjs.extend(utc);

const assignment = (id: string, more: Partial<AssignmentView>): AssignmentView => ({
  id,
  ideaId: 'idea',
  kind: 'text',
  state: 'accepted',
  person: null,
  assignedBy: null,
  place: null,
  note: '',
  startsAt: null,
  dueAt: null,
  story: null,
  version: 1,
  updatedAt: '2026-11-20T00:00:00.000Z',
  moves: [],
  mayPlan: true,
  ...more,
});

const idea: IdeaLine = {
  id: 'idea',
  state: 'open',
  title: '今晚守堤的人',
  note: '',
  section: null,
  places: [],
  proposedBy: { id: 'person', name: '林晓禾' },
  fromOn: '2026-11-22',
  untilOn: '2026-11-23',
  startsAt: '2026-11-22T12:00:00.000Z',
  endsAt: null,
  recurrence: null,
  version: 1,
  createdAt: '2026-11-20T00:00:00.000Z',
  updatedAt: '2026-11-20T00:00:00.000Z',
  assignments: [
    assignment('words', { dueAt: '2026-11-23T00:00:00.000Z' }),
    assignment('pictures', { kind: 'picture', dueAt: '2026-11-23T02:00:00.000Z' }),
    assignment('over', { dueAt: '2026-11-23T03:00:00.000Z', state: 'done' }),
  ],
};

test('each deadline in the calendar names the one assignment that is due, on the county’s day', () => {
  const days = entriesByDay([idea], (iso) => dayjs(iso).utcOffset(8));
  const shown = (day: string) => days.get(day)?.map(({ kind, assignment: due }) => [kind, due?.id]);
  assert.deepEqual(shown('2026-11-22'), [['idea', undefined]]);
  assert.deepEqual(shown('2026-11-23'), [
    ['idea', undefined],
    ['due', 'words'],
    ['due', 'pictures'],
  ]);
});
