import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { buildFrontEnds, frontEndsAreFresh, stateOfFrontEnds, type BuildProgress } from './front-ends.ts';

const project = await mkdtemp(join(tmpdir(), 'xy-front-'));
after(() => rm(project, { recursive: true, force: true }));

await mkdir(join(project, 'site'), { recursive: true });
await writeFile(
  join(project, 'site', 'vite.config.ts'),
  'export default { build: { rolldownOptions: { input: "bus.ts" } } };',
);
await writeFile(join(project, 'site', 'bus.ts'), 'console.log("bus line 3");');

const assets = join(project, 'site', 'dist', 'assets');
/** What the latest build made. */
async function built(): Promise<string> {
  const times = (await readdir(assets)).map(async (name) => ({ name, at: (await stat(join(assets, name))).mtimeMs }));
  const [latest] = (await Promise.all(times)).toSorted((a, b) => b.at - a.at);
  assert.ok(latest);
  return readFile(join(assets, latest.name), 'utf8');
}

test('a front end is built when its sources changed, and only then', async () => {
  assert.equal(await frontEndsAreFresh(project), false);
  const progress: BuildProgress[] = [];
  await buildFrontEnds({ project, onProgress: (step) => progress.push(step) });
  assert.deepEqual(progress, [
    { name: 'site', state: 'building', done: 0, of: 1, names: ['site'] },
    { name: 'site', state: 'built', done: 1, of: 1, names: ['site'] },
  ]);
  assert.equal(await frontEndsAreFresh(project), true);
  assert.match(await built(), /bus line 3/);

  await writeFile(join(project, 'site', 'bus.ts'), 'console.log("bus line 4");');
  assert.equal(await frontEndsAreFresh(project), false);
  assert.equal(await stateOfFrontEnds(project), 'stale');
  const seen: Promise<string>[] = [];
  const onProgress = ({ state }: BuildProgress): void => {
    if (state === 'building') seen.push(stateOfFrontEnds(project));
  };
  await Promise.all([buildFrontEnds({ project, onProgress }), buildFrontEnds({ project, onProgress })]);
  assert.deepEqual(await Promise.all(seen), ['building'], 'by one of the two');
  assert.equal(await stateOfFrontEnds(project), 'fresh');
  assert.match(await built(), /bus line 4/);
});

test('sources of many files are told apart also where few may be open at once, as while a container is built', async () => {
  const many = join(project, 'site', 'many');
  await mkdir(many);
  await Promise.all(Array.from({ length: 400 }, (_, i) => writeFile(join(many, `${i}.txt`), `bus ${i}`)));
  const address = new URL('front-ends.ts', import.meta.url).href;
  const program = `const { frontEndsAreFresh } = await import(${JSON.stringify(address)});
    console.log(await frontEndsAreFresh(${JSON.stringify(project)}));`;
  const ask = ['-c', 'ulimit -n 256; exec "$0" --input-type=module --eval "$1"', process.execPath, program];
  assert.equal((await promisify(execFile)('sh', ask)).stdout, 'false\n');
  await rm(many, { recursive: true });
  assert.equal((await promisify(execFile)('sh', ask)).stdout, 'true\n');
});

test('a failing build says why and leaves the earlier one in service', async () => {
  await writeFile(join(project, 'site', 'bus.ts'), 'import "./missing.ts";');
  await assert.rejects(buildFrontEnds({ project }), /site could not be built[\s\S]*missing/);
  assert.match(await built(), /bus line 4/);
  assert.equal(await frontEndsAreFresh(project), false);
});

test('a page that stands open still finds the parts of the build it came from, for a week', async () => {
  const [first = '', second = ''] = await readdir(assets);
  assert.ok(second, 'bus line 3 is still there beside bus line 4');
  const old = new Date(Date.now() - 8 * 86_400_000);
  await Promise.all([first, second].map((name) => utimes(join(assets, name), old, old)));
  await writeFile(join(project, 'site', 'bus.ts'), 'console.log("bus line 5");');
  await buildFrontEnds({ project });
  assert.deepEqual([(await readdir(assets)).length, /bus line 5/.test(await built())], [1, true]);
});
