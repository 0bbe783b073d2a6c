import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConsoleCatalogue } from '../words.ts';
import { filledUp } from './filled-up.ts';

const english = { title: 'Chains', steps: { add: 'Add', drop: (name: string) => `Drop ${name}` } };

test('what a language leaves out is said in English, in each group by itself', () => {
  const drop = (name: string): string => `Gollwng ${name}`;
  assert.deepEqual(filledUp(english, { steps: { drop } }), { title: 'Chains', steps: { add: 'Add', drop } });
  assert.deepEqual(filledUp(english, undefined), english);
});

test('a language may say a part, and nothing that no screen says', () => {
  const some: ConsoleCatalogue = { 'kit.time': { today: 'heddiw', minutes: (count) => `${count} munud` } };
  // @ts-expect-error no screen has these words
  const unknown: ConsoleCatalogue = { 'kit.tide': { today: 'heddiw' } };
  // @ts-expect-error no such word
  const misspelt: ConsoleCatalogue = { 'kit.time': { todya: 'heddiw' } };
  // @ts-expect-error other values
  const otherwise: ConsoleCatalogue = { 'kit.time': { today: (day: string) => day } };
  assert.equal([some, unknown, misspelt, otherwise].length, 4);
});
