import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { buildProgram } from './build-program.ts';
import { builtProgram } from './built-program.ts';

const project = await mkdtemp(join(tmpdir(), 'xy-program-'));
after(() => rm(project, { recursive: true, force: true }));
const at = (...path: string[]): string => join(project, ...path);

await mkdir(at('server', 'modules', 'buses'), { recursive: true });
const config = join(import.meta.dirname, '..', 'vite.config.ts');
await writeFile(at('server', 'package.json'), '{ "type": "module" }');
await writeFile(at('server', 'vite.config.ts'), `export { default } from ${JSON.stringify(config)};`);
await writeFile(at('server', 'modules', 'buses', 'line.txt'), 'line 3');
await writeFile(
  at('server', 'modules', 'buses', 'line.ts'),
  `import { readFileSync } from 'node:fs'; export const line = (): string => readFileSync(import.meta.dirname + '/line.txt', 'utf8') + readFileSync(new URL('./line.txt', import.meta.url), 'utf8');`,
);
await writeFile(at('server', 'start.ts'), `import { line } from './modules/buses/line.ts'; console.log(line());`);
await writeFile(at('server', 'run-cli.ts'), `export { line } from './modules/buses/line.ts';`);

const said = async (program: string | undefined): Promise<string> =>
  (await promisify(execFile)(process.execPath, [program ?? assert.fail('not built')])).stdout.trim();

test('the program is made one file, which is run only while its sources look as they did', async () => {
  assert.equal(builtProgram('start', project), undefined);
  await buildProgram({ project });
  assert.equal(await said(builtProgram('start', project)), 'line 3line 3', 'it finds what lies beside its sources');

  await writeFile(at('server', 'start.ts'), `console.log('line 4');`);
  assert.equal(builtProgram('start', project), undefined, 'the sources themselves are run');
  await buildProgram({ project });
  assert.equal(await said(builtProgram('start', project)), 'line 4');
});

test('sources that were only laid anew, or moved with their folder, are not built again', async () => {
  const made = async (): Promise<number> => (await stat(at('server', 'dist', 'start.js'))).mtimeMs;
  const before = await made();
  await utimes(at('server', 'start.ts'), new Date(), new Date(Date.now() + 60_000));
  assert.equal(builtProgram('start', project), undefined);
  await buildProgram({ project });
  assert.deepEqual([await made(), await said(builtProgram('start', project))], [before, 'line 4']);

  const elsewhere = `${project}-moved`;
  await rename(project, elsewhere);
  try {
    assert.equal(await said(builtProgram('run-cli', elsewhere)), '');
  } finally {
    await rename(elsewhere, project);
  }
});
