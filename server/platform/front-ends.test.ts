import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildFrontEnds, frontEndsAreFresh, type BuildProgress } from './front-ends.ts';

const project = await mkdtemp(join(tmpdir(), 'xy-front-'));
const varDirectory = join(project, 'var');
after(() => rm(project, { recursive: true, force: true }));

await mkdir(join(project, 'site'), { recursive: true });
await writeFile(
  join(project, 'site', 'vite.config.ts'),
  'export default { build: { rolldownOptions: { input: "bus.ts" } } };',
);
await writeFile(join(project, 'site', 'bus.ts'), 'console.log("bus line 3");');

async function built(): Promise<string> {
  const assets = join(project, 'site', 'dist', 'assets');
  const [file] = await readdir(assets);
  assert.ok(file);
  return readFile(join(assets, file), 'utf8');
}

test('a front end is built when its sources changed, and only then', async () => {
  assert.equal(await frontEndsAreFresh(project), false);
  const progress: BuildProgress[] = [];
  await buildFrontEnds({ project, varDirectory, onProgress: (step) => progress.push(step) });
  assert.deepEqual(progress, [
    { name: 'site', state: 'building', done: 0, of: 1, names: ['site'] },
    { name: 'site', state: 'built', done: 1, of: 1, names: ['site'] },
  ]);
  assert.equal(await frontEndsAreFresh(project), true);
  assert.match(await built(), /bus line 3/);

  await writeFile(join(project, 'site', 'bus.ts'), 'console.log("bus line 4");');
  assert.equal(await frontEndsAreFresh(project), false);
  await Promise.all([buildFrontEnds({ project, varDirectory }), buildFrontEnds({ project, varDirectory })]);
  assert.match(await built(), /bus line 4/);
});

test('a failing build says why and leaves the earlier one in service', async () => {
  await writeFile(join(project, 'site', 'bus.ts'), 'import "./missing.ts";');
  await assert.rejects(buildFrontEnds({ project, varDirectory }), /front end site could not be built[\s\S]*missing/);
  assert.match(await built(), /bus line 4/);
  assert.equal(await frontEndsAreFresh(project), false);
});
