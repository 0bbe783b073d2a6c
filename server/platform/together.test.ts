import assert from 'node:assert/strict';
import { test } from 'node:test';
import { together } from './together.ts';

test('the cause of a failed transaction is told, not what failed because of it', async () => {
  const consequence = Object.assign(new Error('current transaction is aborted'), { code: '25P02' });
  const cause = Object.assign(new Error('deadlock detected'), { code: '40P01' });
  await assert.rejects(together(Promise.resolve(1), Promise.reject(consequence), Promise.reject(cause)), cause);
  await assert.rejects(together(Promise.reject(consequence), Promise.resolve(1)), consequence);
  assert.deepEqual(await together(Promise.resolve(1), Promise.resolve('two')), [1, 'two']);
});
