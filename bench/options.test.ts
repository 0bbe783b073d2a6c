import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { help, operations, parts, readOptions } from './options.ts';

/** The bench with these words, as `npm run bench --` gives them; it must end before it measures. */
function bench(...words: string[]): [status: number | null, said: string, complained: string] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), ...words], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return [status, stdout, stderr];
}

test('one part of the county is measured, or all; everything else stands apart', () => {
  assert.deepEqual(readOptions([]), { what: 'county', part: null, dose: 'whole' });
  assert.deepEqual(readOptions(['--tiny', '--slow-channel']), { what: 'county', part: 'slow-channel', dose: 'tiny' });
  assert.deepEqual(readOptions(['dispatch', '--only=week-2000', '--write-instances']), {
    what: 'dispatch',
    files: [],
    only: 'week-2000',
    writeInstances: true,
  });
  assert.deepEqual(readOptions(['hours']), { what: 'hours', entries: 5_000_000 });
  assert.deepEqual(readOptions(['operations', 'start', '--full']), {
    what: 'operations',
    names: ['start'],
    full: true,
  });
  assert.deepEqual(readOptions(['co-editing']), { what: 'co-editing' });
});

test('what there is not, and what does not go together, is refused', () => {
  for (const [words, complaint] of [
    [['--newsrom'], /Unknown option '--newsrom'/],
    [['newsroom'], /no measurement 'newsroom'/],
    [['--tiny', 'hours'], /no measurement 'hours'/],
    [['--tiny', '--quick'], /Only one of these: --quick, --tiny/],
    [['--newsroom', '--site'], /Only one of these: --newsroom, --site/],
    [['--newsroom=yes'], /does not take an argument/],
    [['hours', '5e6'], /not '5e6'/],
    [['hours', '--tiny'], /Unknown option '--tiny'/],
    [['operations', 'stop'], /no measurement 'operations stop': processes, rolling/],
    [['dispatch', '--only', 'week-3'], /no county 'week-3': flow-2000/],
    [['dispatch', 'a.json', '--only=week-2000'], /without --only/],
    [['co-editing', 'now'], /Unexpected argument 'now'/],
  ] as const)
    assert.throws(() => readOptions(words), complaint, words.join(' '));
});

test('the help names every choice and measures nothing; a word that is not understood neither', () => {
  for (const choice of [...parts.map((part) => `--${part}`), ...operations, 'dispatch', 'hours', 'co-editing'])
    assert.ok(help.includes(choice), choice);
  assert.deepEqual(bench('--help'), [0, help, '']);
  assert.deepEqual(bench('--halp'), [2, '', `Unknown option '--halp'\n\n${help}`]);
});
