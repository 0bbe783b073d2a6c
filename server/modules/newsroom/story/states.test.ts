import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayMove } from '#platform/states';
import { chains, firstStep, nextStep, stepOf, storyStates } from './states.ts';
import type { StoryState } from './states.ts';

const states = Object.keys(storyStates.transitions) as StoryState[];

test('every pair of states: only these changes are possible', () => {
  const possible = states.flatMap((from) =>
    states.filter((to) => mayMove(storyStates, from, to)).map((to) => `${from} → ${to}`),
  );
  assert.deepEqual(possible, [
    'draft → first_review',
    'draft → urgent_review',
    'draft → done',
    'draft → discarded',
    'returned → first_review',
    'returned → second_review',
    'returned → final_review',
    'returned → urgent_review',
    'returned → done',
    'returned → discarded',
    'first_review → draft',
    'first_review → returned',
    'first_review → second_review',
    'first_review → held',
    'first_review → rejected',
    'second_review → draft',
    'second_review → returned',
    'second_review → first_review',
    'second_review → final_review',
    'second_review → held',
    'second_review → rejected',
    'final_review → draft',
    'final_review → returned',
    'final_review → first_review',
    'final_review → second_review',
    'final_review → signed_off',
    'final_review → held',
    'final_review → rejected',
    'final_review → done',
    'urgent_review → draft',
    'urgent_review → returned',
    'urgent_review → signed_off',
    'urgent_review → held',
    'urgent_review → rejected',
    'urgent_review → done',
    'signed_off → first_review',
    'signed_off → final_review',
    'signed_off → urgent_review',
    'signed_off → done',
    'held → draft',
    'held → first_review',
    'held → second_review',
    'held → final_review',
    'held → urgent_review',
    'rejected → draft',
    'rejected → first_review',
    'rejected → second_review',
    'rejected → final_review',
    'rejected → urgent_review',
    'done → draft',
    'discarded → draft',
  ]);
});

test('each path walks through the states that the table allows, and its last step publishes', () => {
  for (const path of ['full', 'paired', 'urgent'] as const) {
    assert.ok(mayMove(storyStates, 'draft', firstStep(path)));
    for (const rule of chains[path]) {
      const next = nextStep(path, rule.step);
      assert.ok(stepOf(path, rule.step as StoryState));
      assert.ok(
        mayMove(storyStates, rule.step as StoryState, (next?.step ?? 'done') as StoryState),
        `${path} ${rule.step}`,
      );
      // Each verdict, and each taken back.
      for (const [from, to] of [
        [rule.step, 'returned'],
        [rule.step, 'rejected'],
        [rule.step, 'held'],
        ['held', rule.step],
        ['returned', rule.step],
        ['rejected', rule.step],
        [next?.step ?? 'signed_off', rule.step],
      ] as [StoryState, StoryState][])
        assert.ok(mayMove(storyStates, from, to), `${path} ${from} ${to}`);
    }
  }
});

test('on the full path no two steps share a side, on every path the last step stands alone', () => {
  assert.equal(new Set(chains.full.map((rule) => rule.side)).size, 3);
  for (const path of ['full', 'paired', 'urgent'] as const) {
    const last = chains[path].at(-1);
    assert.equal(chains[path].filter((rule) => rule.side === last?.side).length, 1);
  }
});
