import assert from 'node:assert/strict';
import { test } from 'node:test';
import { otherCaller } from './other-caller.ts';

const words = {
  other: (at: number) => `contact ${at}`,
  told: { progress: 'how far it is', visit: 'the visit', everything: 'everything' },
  comma: ', ',
};

test('of each caller who did not order the desk reads what they may be told', () => {
  assert.equal(otherCaller({ position: 1, told: ['everything'] }, words), null);
  assert.equal(otherCaller({ position: 2, told: ['visit', 'progress'] }, words), 'contact 1, the visit, how far it is');
  assert.equal(otherCaller({ position: 3, told: ['visit'] }, words), 'contact 2, the visit');
});
