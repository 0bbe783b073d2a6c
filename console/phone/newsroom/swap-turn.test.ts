import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comingShifts, gapsAhead, isForMe } from './swap-turn.ts';

const asker = { id: 'asker', name: '方' };

test('a swap waits for whoever is asked, then for whoever confirms it, never for its asker', () => {
  assert.equal(isForMe({ asker, moves: ['accept', 'decline'] }, 'asked'), true);
  assert.equal(isForMe({ asker, moves: ['confirm', 'decline'] }, 'chief'), true);
  assert.equal(isForMe({ asker, moves: ['withdraw'] }, 'asker'), false);
  assert.equal(isForMe({ asker, moves: ['withdraw'] }, 'asked'), false);
  assert.equal(isForMe({ asker, moves: [] }, 'colleague'), false);
});

test('the gaps ahead are those of a watch that is kept, the next first', () => {
  const gap = (day: string) => ({ fromAt: `2026-11-${day}T00:00:00Z`, untilAt: `2026-11-${day}T08:00:00Z` });
  const found = gapsAhead([
    { name: 'later', isKept: true, gaps: [gap('25')] },
    { name: 'never kept', isKept: false, gaps: [gap('22')] },
    { name: 'sooner', isKept: true, gaps: [gap('23'), gap('26')] },
  ]);
  assert.deepEqual(
    found.map(({ post, fromAt }) => `${post.name} ${fromAt.slice(8, 10)}`),
    ['sooner 23', 'later 25', 'sooner 26'],
  );
});

test('the coming shifts of all posts are those that have not begun, the next first', () => {
  const shift = (id: string, day: string) => ({
    id,
    person: asker,
    fromAt: `2026-11-${day}T00:00:00Z`,
    untilAt: `2026-11-${day}T08:00:00Z`,
    mayHandOver: false,
    mayTakeOut: false,
  });
  const found = comingShifts(
    [
      { name: 'desk', shifts: [shift('past', '19'), shift('now', '20'), shift('late', '23')] },
      { name: 'county', shifts: [shift('soon', '21')] },
    ],
    '2026-11-20T00:00:00Z',
  );
  assert.deepEqual(
    found.map(({ post, shift: { id } }) => `${post.name} ${id}`),
    ['county soon', 'desk late'],
  );
});
