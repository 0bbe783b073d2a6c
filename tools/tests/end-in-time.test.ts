import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

test('a run that was told to give way stays so, also where nobody but root could take it back', () => {
  const niceness = (words: readonly string[]): number => {
    const node = [process.execPath, '--import', join(import.meta.dirname, 'end-in-time.ts')];
    const said = spawnSync('env', [...words, ...node, '--print', 'os.getPriority()'], {
      encoding: 'utf8',
      env: { ...process.env, XIANGYIN_TEST_PRIORITY: '5' },
    });
    return Number(said.stdout);
  };
  const own = getPriority();
  assert.equal(niceness([]), Math.max(own, 5));
  assert.equal(niceness(['nice', '-n', '12']), Math.min(own + 12, 19));
});
