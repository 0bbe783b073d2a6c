import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backAtWork } from './programs.ts';
import type { Programs } from './programs.ts';

const programs = (pids: Readonly<Record<string, number>>, more: object = {}): Programs =>
  new Map(
    Object.entries(pids).map(([name, pid]) => [
      name,
      {
        pid,
        startedTicks: null,
        port: 8080,
        address: '',
        startedAt: '',
        isEnding: false,
        isAtWork: true,
        comesBack: true,
        ...more,
      },
    ]),
  );
const before = programs({ 'instance-web-8080': 1, 'instance-worker': 2, 'instance-worker-2': 3 });
const back = (now: Programs): string[] | undefined => [...(backAtWork(before, now)?.keys() ?? [])].toSorted();

test('two workers are back whichever of their numbers each has got', () => {
  const two = { 'instance-web-8080': 11, 'instance-worker': 13, 'instance-worker-2': 12 };
  assert.deepEqual(back(programs(two)), Object.keys(two).toSorted());
  const others = { 'instance-web-8080': 11, 'instance-worker-2': 12, 'instance-worker-3': 13 };
  assert.deepEqual(back(programs(others)), Object.keys(others).toSorted());
});

test('one that is missing, is the old one, ends or has not begun its work is waited for', () => {
  const all = { 'instance-web-8080': 11, 'instance-worker': 12, 'instance-worker-2': 13 };
  assert.equal(backAtWork(before, programs({ 'instance-web-8080': 11, 'instance-worker': 12 })), null);
  assert.equal(backAtWork(before, programs({ ...all, 'instance-worker-2': 3 })), null);
  assert.equal(backAtWork(before, programs({ ...all, 'instance-web-8080': 1 })), null);
  assert.equal(backAtWork(before, programs(all, { isEnding: true })), null);
  assert.equal(backAtWork(before, programs(all, { isAtWork: false })), null);
  assert.notEqual(backAtWork(before, programs(all, { isAtWork: undefined })), null, 'of a version that does not say');
});
