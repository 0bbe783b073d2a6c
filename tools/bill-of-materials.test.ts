import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '..');

interface Component {
  name: string;
  group?: string;
  version: string;
  purl: string;
  hashes?: { alg: string; content: string }[];
}

const bill = (...args: string[]) =>
  JSON.parse(
    execFileSync(process.execPath, [join(root, 'tools', 'bill-of-materials.ts'), ...args], {
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      // Whatever it is asked for stands in the lockfile.
      env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' },
    }),
  );

test('the bill of materials has each locked package that runs, with its hash, and needs no network (A39)', () => {
  const { bomFormat, metadata, components } = bill();
  assert.equal(bomFormat, 'CycloneDX');
  assert.deepEqual([metadata.component.name, metadata.component.type], ['xiangyin', 'application']);
  const found = new Map<string, Component>(components.map((one: Component) => [one.purl, one]));
  const locked: Record<string, { version?: string; integrity?: string; dev?: boolean; link?: boolean }> = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  ).packages;
  const running = Object.entries(locked).filter(
    ([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link,
  );
  assert.ok(running.length > 100);
  for (const [path, { version, integrity }] of running) {
    const name = path.split('node_modules/').at(-1)?.replace('@', '%40');
    const content = Buffer.from(integrity?.replace('sha512-', '') ?? '', 'base64').toString('hex');
    assert.deepEqual(found.get(`pkg:npm/${name}@${version}`)?.hashes, [{ alg: 'SHA-512', content }], path);
  }
  assert.ok(!components.some(({ name }: Component) => name === 'oxlint'), 'what only checks is left out');
});

test('asked for, it has what only builds and tests too (A39)', () => {
  assert.ok(bill('--tools').components.some(({ name }: Component) => name === 'oxlint'));
});
