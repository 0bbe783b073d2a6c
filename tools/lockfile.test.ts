import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
