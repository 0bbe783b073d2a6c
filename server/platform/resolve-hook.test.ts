import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';

const server = join(import.meta.dirname, '..');
const hook = pathToFileURL(join(import.meta.dirname, 'resolve-hook.ts')).href;
const { imports } = JSON.parse(readFileSync(join(server, 'package.json'), 'utf8')) as { imports: object };
const asked = [
  ...Object.keys(imports).map((name) => name.replace('#platform/*', '#platform/http/server').replace('*', 'newsroom')),
  './platform/ids.ts',
  '../document/index.ts',
  './nothing.ts',
  '#nobody',
  'zod',
  '@xiangyin/document',
  '@nobody/nothing',
  'node:fs',
];

/** What a program in the server's folder finds under these names, or why it does not. */
function finds(flags: readonly string[]): unknown {
  const program = `const found = [];
    for (const name of ${JSON.stringify(asked)}) {
      try { found.push([name, import.meta.resolve(name)]); } catch (error) { found.push([name, error.code]); }
    }
    const failure = await import('./nothing.ts').catch((error) => error.code);
    console.log(JSON.stringify([...found, ['import', failure]]));`;
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, '--input-type=module', '--eval', program], {
    cwd: server,
    encoding: 'utf8',
  });
  assert.notEqual(stdout, '', stderr);
  return JSON.parse(stdout);
}

test('our own files are found where Node finds them, and what is not there is refused as Node does', () => {
  assert.deepEqual(finds(['--import', hook]), finds([]));
});
