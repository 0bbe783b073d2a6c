import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { missingPeers } from './missing-peers.ts';
import { findTestFiles } from './test-files.ts';

const root = join(import.meta.dirname, '../..');

test('a run says which programs of others it did without, and how many tests that cost', () => {
  const files = findTestFiles(root, ['testing/peers', 'tests/options']).suites;
  assert.match(
    missingPeers(root, files, () => undefined) ?? '',
    /^without nginx: [4-9] tests not registered; without systemd-analyze: [2-9] tests not registered; without xmllint: 1 test not registered$/,
  );
  assert.match(
    missingPeers(root, files, (name) => (name === 'xmllint' ? undefined : `/usr/sbin/${name}`)) ?? '',
    /^without xmllint: 1 test not registered$/,
  );
  assert.equal(
    missingPeers(root, files, (name) => `/usr/bin/${name}`),
    null,
  );
  const needRoot = findTestFiles(root, ['tools/first-start', 'testing/full-disk']).suites;
  const everything = (name: string): string => `/usr/bin/${name}`;
  const may = (is: boolean) => ({
    'another user (root alone may)': () => is,
    'a small disk (root alone mounts one)': () => is,
  });
  assert.match(
    missingPeers(root, needRoot, everything, may(false)) ?? '',
    /without another user \(root alone may\): 2 tests not registered/,
  );
  assert.match(
    missingPeers(root, needRoot, everything, may(false)) ?? '',
    /without a small disk \(root alone mounts one\): [3-9] tests not registered/,
  );
  assert.equal(missingPeers(root, needRoot, everything, may(true)), null);
});
