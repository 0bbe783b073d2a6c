import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { test } from 'node:test';
import { diskWords } from './disk-words.ts';

const failed = (code: string, syscall: string): Error =>
  Object.assign(new Error(`${code}: it failed`), { code, syscall, path: '/srv/乡 音/var/run' });

test('a folder that cannot be written is named with what to do, in both languages; other errors are left to themselves', async () => {
  for (const [code, zh, en] of [
    ['EROFS', /只读/, /read-only/],
    ['EACCES', /chown -R/, /start as its owner/],
    ['EPERM', /chown -R/, /start as its owner/],
    ['ENOSPC', /满了/, /is full/],
    ['EDQUOT', /满了/, /is full/],
  ] as const) {
    const said = diskWords(failed(code, 'open')) ?? '';
    assert.match(said, zh, code);
    assert.match(said, en, code);
    assert.equal(said.split('\n').filter((line) => line.startsWith('/srv/乡 音/var/run ')).length, 2, code);
  }
  for (const other of [
    failed('ENOENT', 'open'),
    failed('EACCES', 'listen'),
    failed('EACCES', 'spawn initdb'),
    new Error('x'),
    'x',
  ])
    assert.equal(diskWords(other), null);
});

// The kernel lets nobody make a folder there, not even root.
if (process.platform === 'linux')
  test('what the system says of a folder that nobody may make is understood', async () => {
    const error = await mkdir('/sys/xiangyin').catch((one: unknown) => one);
    assert.match(diskWords(error) ?? '', /^\/sys\/xiangyin /);
  });
