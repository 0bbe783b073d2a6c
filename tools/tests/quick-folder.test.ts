import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { useMemory } from './quick-folder.ts';

const names = ['TMPDIR', 'XIANGYIN_TEST_VAR'] as const;

/** Runs `work` as a run that has chosen no folder yet, and puts the environment back. */
function withoutFolders(work: () => void): void {
  const before = names.map((name) => [name, process.env[name]] as const);
  for (const name of names) delete process.env[name];
  try {
    work();
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

test('where memory lacks the room, tests stay on the disk', () => {
  withoutFolders(() => {
    assert.equal(useMemory('/some/checkout', Number.MAX_SAFE_INTEGER), null);
    assert.equal(process.env['TMPDIR'], undefined);
    assert.equal(process.env['XIANGYIN_TEST_VAR'], undefined);
  });
});

test('where there is room, everything thrown away lies in one folder, which goes at the end', (t) => {
  if (process.platform !== 'linux' || !existsSync('/dev/shm')) return t.diagnostic('no memory to look at here');
  const root = mkdtempSync(join(tmpdir(), 'xy-quick-'));
  t.after(() => rmSync(root, { recursive: true }));
  withoutFolders(() => {
    const remove = useMemory(root, 0);
    const folder = process.env['TMPDIR'] ?? assert.fail('no folder was chosen');
    assert.match(folder, /^\/dev\/shm\/xiangyin-[0-9a-f]{12}\/tmp$/);
    assert.ok(existsSync(folder));
    remove?.();
    assert.equal(existsSync(folder), false);
    assert.equal(existsSync(join(folder, '..')), false);
  });
});

test('a folder that was asked for is kept', () => {
  withoutFolders(() => {
    process.env['XIANGYIN_TEST_VAR'] = '/asked/for';
    assert.equal(useMemory('/some/checkout', 0), null);
    assert.equal(process.env['XIANGYIN_TEST_VAR'], '/asked/for');
  });
});
