import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayMove } from '#platform/states';
import { packChains } from '../chain/pack-chains.ts';
import { mayBeAsked, reviewSteps, storyStates } from './states.ts';
import type { StoryState } from './states.ts';

const states = Object.keys(storyStates.transitions) as StoryState[];

test('every pair of states: only these changes are possible', () => {
  const inReview = (state: string): boolean => (reviewSteps as readonly string[]).includes(state);
  const possible = new Set(
    states.flatMap((from) =>
      states
        .filter((to) => mayMove(storyStates, from, to))
        .map((to) => `${inReview(from) ? 'in review' : from} → ${inReview(to) ? 'in review' : to}`),
    ),
  );
  assert.deepEqual(
    [...possible],
    [
      'draft → in review',
      'draft → done',
      'draft → discarded',
      'returned → in review',
      'returned → done',
      'returned → discarded',
      'in review → draft',
      'in review → returned',
      'in review → in review',
      'in review → signed_off',
      'in review → held',
      'in review → rejected',
      'in review → done',
      'signed_off → in review',
      'signed_off → done',
      'held → draft',
      'held → in review',
      'rejected → draft',
      'rejected → in review',
      'done → draft',
      'discarded → draft',
    ],
  );
  // Any step may follow any other, as a county arranges them; none follows itself.
  for (const from of reviewSteps)
    for (const to of reviewSteps) assert.equal(mayMove(storyStates, from, to), from !== to);
});

test('what every county begins with asks only roles that may sign, and its last step stands alone', () => {
  for (const { slug, separation, steps } of packChains) {
    for (const one of steps)
      assert.ok(
        one.roles.every((role) => mayBeAsked[one.step].includes(role)),
        `${slug} ${one.step}`,
      );
    assert.equal(steps.filter((one) => one.side === steps.at(-1)?.side).length, 1);
    if (separation === 'strict') assert.equal(new Set(steps.map((one) => one.side)).size, steps.length);
  }
});
