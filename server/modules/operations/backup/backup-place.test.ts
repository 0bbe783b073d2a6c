import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { S3Server } from '../../../testing/s3-server.ts';
import { SftpServer } from '../../../testing/sftp-server.ts';
import { testServer } from '../../../testing/server.ts';
import { lookAtBackups } from '../doctor/look-at-backups.ts';
import { backup } from './backup-command.ts';

/** `cli backup` with these flags, as whoever owns the database runs it. */
async function backupOf(county: TestWorld) {
  const ownerUrl = (await testServer()).ownerUrl(county.database);
  return async (flags: Record<string, string | true>) => {
    const said: string[] = [];
    const code = await backup.run({
      app: county.app,
      ownerUrl,
      args: [],
      flags,
      say: (line) => void said.push(line),
      inCounty: (work) => county.inCounty(work),
    });
    return { code, said: said.join('\n') };
  };
}

test('a backup is sent to the bucket and read back, old nights go there too, and what does not arrive whole is told by command, doctor and page; lost, it is fetched', async () => {
  await using bucket = await S3Server.start();
  const folder = mkdtempSync(join(tmpdir(), 'xy-place-'));
  const backups = { folder, passphraseFile: null, nightly: true, place: { kind: 's3' as const, url: bucket.url() } };
  await using county = await testWorld({}, { backups });
  county.clock.set(new Date().toISOString());
  const run = await backupOf(county);
  const page = async () => (await county.as('administrator').get('/backups')).body;
  const isWell = async () =>
    (await lookAtBackups({ app: county.app })).find(({ what }) => what.includes('in the bucket'))?.ok;
  assert.deepEqual([await isWell(), (await page())['copyOverdue']], [false, true]);

  // Without a proof: that is the night's, and tried elsewhere.
  const owner = await ownerClient(county.database);
  await owner.query(
    `insert into platform.backups (id, kind, archive, began_at, ended_at, outcome, bytes, rows, with_keys, faults) values (gen_random_uuid(), 'proof', 'a.tar', $1, $1, 'whole', 1, 1, true, '{}')`,
    [county.clock.now()],
  );
  await owner.end();
  await writeFile(join(folder, 'erasures.jsonl'), '{"of":"a test"}\n');
  const old = Array.from({ length: 9 }, (_, n) => `xiangyin-one-2020010${n + 1}T020000Z-nightly.tar`);
  for (const name of old) bucket.objects.set(name, Buffer.from('old'));
  const first = await run({ nightly: true });
  assert.deepEqual([first.code, /read back and the same/.test(first.said)], [0, true], first.said);
  const [name = ''] = (await readdir(folder)).filter((one) => one.endsWith('.tar'));
  const bytes = await readFile(join(folder, name));
  assert.ok(bucket.objects.get(name)?.equals(bytes));
  // The old ones are of one month and two weeks, beside this night: eight days at most stay, the oldest is no newest of anything.
  assert.equal(bucket.objects.has(old[0] ?? ''), false);
  assert.equal(bucket.objects.has(old[8] ?? ''), true);
  assert.deepEqual([await isWell(), (await page())['copyOverdue'], (await page())['hasPlace']], [true, false, true]);

  for (const spoil of [() => (bucket.alters = true), () => (bucket.refusal = { status: 403, code: 'AccessDenied' })]) {
    spoil();
    county.clock.advance({ minutes: 1 });
    const failed = await run({ 'without-keys': true });
    assert.deepEqual([failed.code, /came back as something else|Nothing can be kept/.test(failed.said)], [1, true]);
    bucket.alters = false;
  }
  assert.equal((await readdir(folder)).filter((one) => one.endsWith('.tar')).length, 3, 'here they stay');
  bucket.refusal = null;
  assert.deepEqual(
    [...bucket.objects.keys()].filter((one) => one.startsWith(name.slice(0, 17))),
    [name],
  );
  county.clock.advance({ days: 3 });
  assert.deepEqual([await isWell(), (await page())['copyOverdue']], [false, true]);

  // A machine that began anew has a list of its own already.
  await rm(folder, { recursive: true });
  await mkdir(folder);
  const list = join(folder, 'erasures.jsonl');
  await writeFile(list, '{"of":"a new machine"}\n{"of":"a te');
  const fetched = await run({ fetch: true });
  assert.equal(fetched.code, 0, fetched.said);
  assert.ok((await readFile(join(folder, name))).equals(bytes));
  assert.match(await readFile(list, 'utf8'), /"a new machine"}\n[^]*\n{"of":"a test"}\n$/);
  await writeFile(list, '{"of":"a new machine"}\n');
  assert.equal((await run({ 'without-keys': true })).code, 0);
  const there = String(bucket.objects.get('erasures.jsonl'));
  assert.ok(there.includes('a test') && there.includes('a new machine'), 'what lies there is not forgotten');
  bucket.objects.set('xiangyin-two-20200101T020000Z-nightly.tar', Buffer.from('of another county'));
  await assert.rejects(run({ fetch: true }), /Archives of several installations lie there[^]*xiangyin-two-2020/);
  await rm(folder, { recursive: true });
});

test('a backup goes to a folder of another machine by SFTP, which is known by its fingerprint and lets a password or a key in; what does not arrive whole is removed there (A35)', async () => {
  await using machine = await SftpServer.start();
  const folder = mkdtempSync(join(tmpdir(), 'xy-sftp-from-'));
  const keys = mkdtempSync(join(tmpdir(), 'xy-sftp-keys-'));
  const keyFile = join(keys, 'key');
  await writeFile(keyFile, machine.key, { mode: 0o600 });
  const wrongKey = join(keys, 'wrong-key');
  await writeFile(wrongKey, machine.strangersKey, { mode: 0o600 });
  await writeFile(join(folder, 'erasures.jsonl'), '{"of":"a test"}\n');
  const place: { kind: 'sftp'; url: string; keyFile?: string } = { kind: 'sftp', url: machine.url() };
  const backups = { folder, passphraseFile: null, nightly: true, place };
  await using county = await testWorld({}, { backups });
  county.clock.set(new Date().toISOString());
  const run = await backupOf(county);
  const made = async () => {
    county.clock.advance({ minutes: 1 });
    return run({ 'without-keys': true });
  };
  const there = async () => (await readdir(machine.folder)).filter((one) => one.endsWith('.tar')).toSorted();

  const first = await made();
  assert.deepEqual([first.code, /on the other machine too, read back and the same/.test(first.said)], [0, true]);
  Object.assign(place, { url: machine.url({ password: '' }), keyFile });
  assert.equal((await made()).code, 0);
  const kept = await there();
  assert.equal(kept.length, 2);
  for (const name of kept)
    assert.ok((await readFile(join(machine.folder, name))).equals(await readFile(join(folder, name))));

  const reach = (url: string, key: string): void => void Object.assign(place, { url, keyFile: key });
  for (const [spoil, words, fault] of [
    [() => reach(machine.url({ fingerprint: `SHA256:${'A'.repeat(43)}` }), keyFile), /shows the fingerprint SHA256:/],
    [() => reach(machine.url({ password: '' }), wrongKey), /check address, keys and rights of BACKUP_SFTP_URL/],
    [() => reach(machine.url(), keyFile), /came back as something else/, 'alters'],
    [() => reach(machine.url(), keyFile), /check address/, 'isFull'],
  ] as const) {
    spoil();
    if (fault) machine[fault] = true;
    const failed = await made();
    assert.deepEqual([failed.code, words.test(failed.said)], [1, true], failed.said);
    if (fault) machine[fault] = false;
  }
  assert.deepEqual(await there(), kept, 'nothing that is not whole lies there');

  await rm(folder, { recursive: true });
  assert.equal((await run({ fetch: true })).code, 0);
  const newest = kept.at(-1) ?? '';
  assert.ok((await readFile(join(folder, newest))).equals(await readFile(join(machine.folder, newest))));
  assert.match(await readFile(join(folder, 'erasures.jsonl'), 'utf8'), /a test/);
  for (const one of [folder, keys]) await rm(one, { recursive: true });
});
