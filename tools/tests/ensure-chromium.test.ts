import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ensureChromium } from './ensure-chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'xy-chromium-'));
const given = process.env['CHROMIUM_PATH'];
after(() => {
  if (given === undefined) delete process.env['CHROMIUM_PATH'];
  else process.env['CHROMIUM_PATH'] = given;
  rmSync(folder, { recursive: true });
});

/** What becomes of a browser that is said to lie there. */
function ensured(name: string, script?: string): string {
  const path = join(folder, name);
  if (script !== undefined) writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  process.env['CHROMIUM_PATH'] = path;
  return ensureChromium(folder, () => undefined);
}

test('a browser that misses a library of the machine is told of before any journey, with who can help', () => {
  assert.equal(ensured('well', 'echo Chromium 140'), join(folder, 'well'));
  assert.throws(() => ensured('none'), /there is no such file/);
  const missing = 'libnss3.so: cannot open shared object file: No such file or directory';
  assert.throws(
    () => ensured('unwell', `echo "chrome: error while loading shared libraries: ${missing}" >&2; exit 127`),
    /does not start: .*libnss3\.so[^]*root installs them: .*install-deps chromium[^]*CHROMIUM_PATH/,
  );
});
