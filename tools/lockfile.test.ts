import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Locked {
  link?: boolean;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
}

test('every locked package has its integrity and names no host (A39)', () => {
  const packages: Record<string, Locked> = read('package-lock.json').packages;
  const strangers = Object.entries(packages).filter(([path, one]) => path.includes('node_modules/') && !one.link);
  assert.ok(strangers.length > 100, 'the lockfile was read');
  assert.deepEqual(
    strangers.filter(([, one]) => !one.integrity?.startsWith('sha512-')).map(([path]) => path),
    [],
  );
  assert.deepEqual(
    strangers.filter(([, one]) => one.resolved !== undefined).map(([path]) => path),
    [],
  );
});

test('strangers run nothing while they are installed, and each version is exact (A39)', () => {
  const npmrc = readFileSync(join(root, '.npmrc'), 'utf8');
  assert.match(npmrc, /^ignore-scripts=true$/m);
  assert.match(npmrc, /^omit-lockfile-registry-resolved=true$/m);
  for (const path of [
    'package.json',
    'server/package.json',
    'console/package.json',
    'site/package.json',
    'document/package.json',
  ]) {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = read(path);
    const loose = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    assert.deepEqual(loose, [], path);
  }
});

/** What a secret looks like: private keys and the tokens of well-known services. */
const secret =
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*\n[A-Za-z0-9+/]{40}|\bgh[pousr]_[A-Za-z0-9]{36}|\bAKIA[0-9A-Z]{16}\b|\bxox[abpr]-[0-9A-Za-z-]{20}/;

test('no secret lies in the repository, and the data folder is left out of it (A38)', () => {
  assert.match(readFileSync(join(root, '.gitignore'), 'utf8'), /^\/?var\/?$/m);
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 })
    .split('\0')
    .filter(Boolean);
  assert.ok(files.length > 300, 'the files were listed');
  const holding = files.filter(
    (file) =>
      existsSync(join(root, file)) &&
      /\.(?:ts|tsx|mjs|js|json|md|sql|yml|yaml|conf|service|sh|env)$/.test(file) &&
      secret.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(holding, []);
  assert.deepEqual(
    files.filter((file) => /(^|\/)\.env$|\.pem$|\.key$/.test(file)),
    [],
  );
});
