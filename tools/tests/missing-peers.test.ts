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
  const needAnother = findTestFiles(root, ['tools/first-start']).suites;
  const everything = (name: string): string => `/usr/bin/${name}`;
  assert.equal(missingPeers(root, needAnother, everything, false), 'without another user: 2 tests not registered');
  assert.equal(missingPeers(root, needAnother, everything, true), null);
});
