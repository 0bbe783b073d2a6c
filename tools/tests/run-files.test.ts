import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { identityOf, isStillRunning } from '../../server/platform/process-identity.ts';
import { until } from '../../server/testing/until.ts';
import { describeFailure, runFiles, type FileGroup } from './run-files.ts';
import { gatherFiles } from './shared-processes.ts';
import { Tally } from './tally.ts';

/** Runs planted test files as `npm test` would, and answers the counts and every line said. */
async function runPlanted(t: TestContext, files: Record<string, string>, timeoutMilliseconds = 20_000) {
  return runGroups(t, files, [{ processes: Object.keys(files).map((file) => [file]), side: 2, timeoutMilliseconds }]);
}

async function runGroups(
  t: TestContext,
  files: Record<string, string>,
  groups: readonly FileGroup[],
  { lanes = 2, say, signal = t.signal }: { lanes?: number; say?: (line: string) => void; signal?: AbortSignal } = {},
) {
  const root = mkdtempSync(join(tmpdir(), 'xy-tests-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(root, name), `import { test, describe } from 'node:test';\n${text}`);
  const tally = new Tally(root);
  const lines: string[] = [];
  // node:test refuses to run inside a test unless it forgets that it is one.
  delete process.env['NODE_TEST_CONTEXT'];
  await runFiles({
    root,
    groups,
    lanes,
    signal,
    tally,
    say: say ?? ((line) => lines.push(line)),
  });
  return { tally, lines };
}

test('passes and failures of all files are counted, and each failure keeps its name, file and error', async (t) => {
  const { tally, lines } = await runPlanted(t, {
    'a.test.mjs': `test('one', () => {}); test('two', () => { throw new Error('the tap still leaks'); });`,
    'b.test.mjs': `describe('a group', () => { test('three', () => {}); test('four', () => {}); });`,
  });
  assert.equal(tally.passed, 3);
  assert.deepEqual(
    tally.failures.map(({ name, file }) => [name, file]),
    [['two', 'a.test.mjs']],
  );
  assert.match(describeFailure(tally.failures[0] ?? assert.fail()), /a\.test\.mjs: two\n.*the tap still leaks/);
  assert.ok(
    lines.some((line) => /^✖ a\.test\.mjs {2}1 passed, 1 failed/.test(line)),
    lines.join('\n'),
  );
  assert.ok(
    lines.some((line) => /^✔ b\.test\.mjs {2}2 /.test(line)),
    lines.join('\n'),
  );
});

test('a group fails once, for the test in it that failed', async (t) => {
  const { tally } = await runPlanted(t, {
    'a.test.mjs': `describe('group', () => { test('inner', () => { throw new Error('no'); }); });
      test('outer', async (t) => { await t.test('step', () => { throw new Error('no'); }); });`,
  });
  assert.deepEqual(
    tally.failures.map(({ name }) => name),
    ['inner', 'step'],
  );
});

test('a file that cannot be loaded, ends the process or never ends is a failure', async (t) => {
  const { tally, lines } = await runPlanted(
    t,
    {
      'broken.test.mjs': `console.error('what it said before'); throw new Error('cannot load');`,
      'exits.test.mjs': `test('quits', () => { process.exit(3); });`,
      'hangs.test.mjs': `test('waits for ever', () => new Promise(() => setInterval(() => {}, 1000)));`,
    },
    4_000,
  );
  assert.equal(tally.passed, 0);
  const failures = tally.failures.map(({ file, name, error }) => `${file}: ${name}: ${error}`).toSorted();
  assert.equal(failures.length, 3, lines.join('\n'));
  assert.match(failures[0] ?? '', /^broken\.test\.mjs: the file ended with code 1: what it said before[^]*cannot load/);
  assert.match(failures[1] ?? '', /^exits\.test\.mjs: the file ended with code 3: /);
  assert.match(
    failures[2] ?? '',
    /^hangs\.test\.mjs: the file ended with code 1: while running: hangs\.test\.mjs: waits for ever\nstill running after 4000 ms/,
  );
});

test('a skipped test is neither passed nor failed, and is named', async (t) => {
  const { tally } = await runPlanted(t, {
    'a.test.mjs': `test('later', { skip: true }, () => {}); test('now', () => {});`,
  });
  assert.equal(tally.passed, 1);
  assert.equal(tally.failed, 0);
  assert.deepEqual(tally.skipped, ['a.test.mjs later']);
});

test('kinds of files share the lanes: one that is not ready waits, the other runs on, and no more run at once than there are lanes', async (t) => {
  const names = ['a', 'b', 'c'].map((name) => `${name}.test.mjs`);
  const passes = Object.fromEntries([...names, 'later.test.mjs'].map((name) => [name, `test('${name}', () => {});`]));
  const timeoutMilliseconds = 20_000;
  const ready = Promise.withResolvers<void>();
  const ended: string[] = [];
  const say = (line: string): void => {
    ended.push(line);
    if (ended.length === names.length) ready.resolve();
  };
  const groups = [
    { processes: [['later.test.mjs']], side: 2, timeoutMilliseconds, ready: ready.promise },
    { processes: names.map((name) => [name]), side: 2, timeoutMilliseconds },
  ];
  const { tally } = await runGroups(t, passes, groups, { lanes: 1, say });
  assert.equal(tally.passed, 4);
  assert.match(ended.at(-1) ?? '', /later/);
});

test('a kind whose beginnings fail is not run, and the others still are', async (t) => {
  const timeoutMilliseconds = 20_000;
  const lines: string[] = [];
  const failed = Promise.reject(new Error('no room for the demonstration'));
  const groups = [
    { processes: [['never.test.mjs']], side: 1, timeoutMilliseconds, ready: failed },
    { processes: [['a.test.mjs']], side: 1, timeoutMilliseconds },
  ];
  const files = { 'a.test.mjs': `test('one', () => {});`, 'never.test.mjs': `test('two', () => {});` };
  await assert.rejects(runGroups(t, files, groups, { say: (line) => lines.push(line) }), /no room/);
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /^✔ a\.test/);
});

test('a run that is told to end ends its files with all that they started, and begins no other', async (t) => {
  const note = join(mkdtempSync(join(tmpdir(), 'xy-started-')), 'pid');
  const files = {
    'a.test.mjs': `import { spawn } from 'node:child_process';
      import { writeFileSync } from 'node:fs';
      test('starts a server and waits', () => new Promise(() => {
        const server = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1_000)']);
        writeFileSync(${JSON.stringify(note)}, String(server.pid));
      }));`,
    'b.test.mjs': `test('never begun', () => {});`,
  };
  const told = new AbortController();
  const processes = Object.keys(files).map((file) => [file]);
  const group = { processes, side: 1, timeoutMilliseconds: 600_000 };
  const run = runGroups(t, files, [group], { signal: told.signal });
  await until(() => existsSync(note) && readFileSync(note, 'utf8') !== '');
  const server = identityOf(Number(readFileSync(note, 'utf8')));
  assert.ok(isStillRunning(server));
  told.abort();
  const { tally } = await run;
  assert.equal(tally.passed, 0);
  await until(() => !isStillRunning(server), 'what a file started has outlived it');
});

test('files that share a process are counted and named each by itself, also when one of them ends it', async (t) => {
  const files = {
    'a.test.mjs': `test('one', () => {});`,
    'b.test.mjs': `test('two', () => { throw new Error('no'); }); test('three', () => {});`,
    // What it began is told a moment later.
    'c.test.mjs': `test('quits', () => new Promise(() => setTimeout(() => process.exit(3), 100)));`,
  };
  const timeoutMilliseconds = 20_000;
  const { tally, lines } = await runGroups(t, files, [
    { processes: [['a.test.mjs', 'b.test.mjs'], ['c.test.mjs']], side: 1, timeoutMilliseconds },
    { processes: [['a.test.mjs', 'c.test.mjs']], side: 1, timeoutMilliseconds },
  ]);
  const said = lines.join('\n');
  assert.match(said, /^✔ a\.test\.mjs {2}1 /m);
  assert.match(said, /^✖ b\.test\.mjs {2}1 passed, 1 failed/m);
  assert.deepEqual(tally.failures.map(({ file, name }) => `${file}: ${name}`).toSorted(), [
    'a.test.mjs, c.test.mjs: their process ended with code 3',
    'b.test.mjs: two',
    'c.test.mjs: the file ended with code 3',
  ]);
  assert.match(
    tally.failures.find(({ file }) => file?.startsWith('a.test.mjs'))?.error ?? '',
    /while running: c\.test\.mjs: quits/,
  );
});

test('what a file prepares and clears away at its top is its own, also where it shares a process; one that cannot be loaded is named', async (t) => {
  const slow = `import { after, before } from 'node:test';
    await new Promise((done) => setTimeout(done, 100));
    let open = false;
    before(async () => { await new Promise((done) => setTimeout(done, 100)); open = true; });
    after(() => { open = false; });`;
  const files = {
    'a.test.mjs': `test('one', () => {});`,
    'b.test.mjs': `${slow} test('two', () => { if (!open) throw new Error('shut'); });`,
    'c.test.mjs': `throw new Error('cannot load');`,
    'd.test.mjs': `${slow} test('three', () => { if (!open) throw new Error('shut'); });`,
  };
  const { tally, lines } = await runGroups(t, files, [
    { processes: [Object.keys(files)], side: 1, timeoutMilliseconds: 20_000 },
  ]);
  assert.equal(tally.passed, 3, lines.join('\n'));
  assert.deepEqual(
    tally.failures.map(({ file, error }) => [file, /cannot load/.test(error)]),
    [['c.test.mjs', true]],
  );
});

test('only files that load the same code and leave their process alone share one, sixteen at most', () => {
  const root = mkdtempSync(join(tmpdir(), 'xy-tests-'));
  const paths = [
    ...Array.from({ length: 17 }, (_, n) => `server/modules/m${n}.test.ts`),
    'document/d.test.ts',
    'document/e.test.ts',
    'tools/t.test.ts',
    'site/s.test.ts',
    'site/t.test.ts',
  ];
  mkdirSync(join(root, 'server/modules'), { recursive: true });
  for (const folder of ['document', 'site', 'tools']) mkdirSync(join(root, folder));
  for (const path of paths)
    writeFileSync(
      join(root, path),
      path.includes('m4.')
        ? `process.env['X'] = '1';`
        : path.includes('m5.')
          ? `process.env['XIANGYIN_SEED']; process.execPath;`
          : '',
    );
  const gathered = gatherFiles(root, paths);
  assert.deepEqual(gathered.map((files) => `${files.length}`).toSorted(), ['1', '1', '1', '1', '16', '2']);
  assert.ok(gathered.some((files) => files.join() === 'document/d.test.ts,document/e.test.ts'));
  assert.deepEqual(gathered.flat().toSorted(), paths.toSorted());
  rmSync(root, { recursive: true });
});
