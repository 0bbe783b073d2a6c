import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { S3Server } from '../testing/s3-server.ts';
import { sha256 } from './canonical.ts';
import { S3Store } from './files/s3-store.ts';
import { Files } from './files.ts';
import { makeLog } from './log.ts';
import { Refusal } from './refuse.ts';

const silent = makeLog('silent');
const inBucket = (s3Url: string): Files => new Files({ varDirectory: '/nowhere', s3Url }, silent);
const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test('a file put into the bucket comes back, is one county’s, and goes when it is removed', async () => {
  await using bucket = await S3Server.start();
  const files = inBucket(bucket.url());
  const bytes = Buffer.from('槐树下的长凳');
  const hash = await files.put(1, bytes);
  assert.equal(await files.put(1, bytes), hash);
  assert.deepEqual(await files.read(1, hash), bytes);
  assert.equal(await files.read(2, hash), undefined);
  assert.equal(await files.read(1, '../../etc/passwd'), undefined);
  assert.deepEqual([...bucket.objects.keys()], [`1/${hash.slice(0, 2)}/${hash}`]);
  await files.remove(1, hash);
  await files.remove(1, hash);
  assert.equal(await files.read(1, hash), undefined);
  assert.equal(await files.works(), true);
  assert.equal(bucket.objects.size, 0);
});

test('emptying a county takes all of its files, however many lists they need, and nobody else’s', async () => {
  await using bucket = await S3Server.start();
  bucket.page = 3;
  const files = inBucket(bucket.url());
  for (let n = 0; n < 8; n += 1) await files.put(1, Buffer.from(`picture ${n}`));
  const other = await files.put(11, Buffer.from('of the eleventh county'));
  await files.empty(1);
  assert.deepEqual([...bucket.objects.keys()], [`11/${other.slice(0, 2)}/${other}`]);
  bucket.bucketInName = true;
  await inBucket(bucket.url(undefined, '')).empty(11);
  assert.equal(bucket.objects.size, 0);
});

test('wrong keys, another region and a bucket that is not there are faults of the set-up, never files that are not there', async () => {
  await using bucket = await S3Server.start();
  const hash = await inBucket(bucket.url()).put(1, Buffer.from('a'));
  for (const url of [bucket.url('wrong'), bucket.url().replace('cn-north-1', 'eu'), bucket.url(undefined, 'none')]) {
    await assert.rejects(inBucket(url).read(1, hash), refusedWith('Unavailable'));
    await assert.rejects(inBucket(url).put(1, Buffer.from('b')), refusedWith('Unavailable'));
  }
  assert.deepEqual(await inBucket(bucket.url()).read(1, hash), Buffer.from('a'));
});

test('a store that is full, away, or breaks off is told apart, and works again once it is back', async () => {
  await using bucket = await S3Server.start();
  const files = inBucket(bucket.url());
  const hash = await files.put(1, Buffer.alloc(9_000, 7));
  bucket.refusal = { status: 507, code: 'XMinioStorageFull' };
  await assert.rejects(files.put(1, Buffer.from('b')), refusedWith('DiskFull'));
  bucket.refusal = { status: 503, code: 'SlowDown' };
  await assert.rejects(files.read(1, hash), refusedWith('Unavailable'));
  bucket.refusal = null;
  bucket.breaksOff = true;
  await assert.rejects(files.read(1, hash), refusedWith('Unavailable'));
  bucket.breaksOff = false;
  await bucket.goDown();
  await assert.rejects(files.read(1, hash), refusedWith('Unavailable'));
  await assert.rejects(files.put(1, Buffer.from('c')), refusedWith('Unavailable'));
  await bucket.comeBack();
  assert.deepEqual(await files.read(1, hash), Buffer.alloc(9_000, 7));
  assert.equal(bucket.objects.size, 1);
});

for (const kind of ['disk', 's3'] as const)
  test(`a large file is stored from this machine, read in ranges and copied back, and pieces go together (${kind})`, async (t) => {
    await using bucket = await S3Server.start();
    const folder = mkdtempSync(join(tmpdir(), 'xy-files-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const files = kind === 's3' ? inBucket(bucket.url()) : new Files({ varDirectory: folder }, silent);
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251));
    const path = join(folder, 'sent');
    writeFileSync(path, bytes);
    const hash = await files.putFile(1, path);
    assert.equal(existsSync(path), false);
    assert.deepEqual(await files.read(1, hash), bytes);
    const part = await files.open(1, hash, { from: 70_000, to: 70_009 });
    assert.deepEqual(await buffer(part ?? assert.fail()), bytes.subarray(70_000, 70_010));
    assert.equal(await files.copyTo(1, hash, path), true);
    assert.deepEqual(readFileSync(path), bytes);
    assert.equal(await files.copyTo(2, hash, path), false);

    await files.putPiece(1, 'whole', 'a', Buffer.from('槐'));
    await files.putPiece(1, 'whole', 'b', Buffer.from('树'));
    assert.equal(String(await buffer((await files.openPiece(1, 'whole', 'b')) ?? assert.fail())), '树');
    await files.removePieces(1, 'whole');
    assert.equal(await files.openPiece(1, 'whole', 'b'), undefined);
    assert.deepEqual(await files.read(1, hash), bytes);
  });

test('what is too large for one request goes in pieces and comes to lie whole; one that breaks off leaves nothing to be paid for', async () => {
  await using bucket = await S3Server.start();
  const store = new S3Store(bucket.url(), silent, { pieceBytes: 5 * 1024 ** 2 });
  const folder = mkdtempSync(join(tmpdir(), 'xy-pieces-'));
  const path = join(folder, 'archive.tar');
  const bytes = Buffer.alloc(11 * 1024 ** 2, '槐树下的长凳');
  writeFileSync(path, bytes);
  await store.copyIn('archive.tar', path, sha256(bytes));
  assert.deepEqual([bucket.objects.get('archive.tar')?.equals(bytes), bucket.uploads.size], [true, 0]);
  bucket.refusesPieces = true;
  await assert.rejects(store.copyIn('other.tar', path, sha256(bytes)), refusedWith('DiskFull'));
  assert.deepEqual([[...bucket.objects.keys()], bucket.uploads.size], [['archive.tar'], 0]);
  rmSync(folder, { recursive: true });
});
