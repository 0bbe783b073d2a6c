import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveName } from './archive.ts';
import { ownerClient, testWorld } from '#testing';
import { lookAtBackups } from '../doctor/look-at-backups.ts';
import { isBackupDue, isProofDue, lastNight } from './nights.ts';
import { lastRecords } from './backup-record.ts';
import { archivesToRemove } from './retention.ts';

const at = (text: string): Date => new Date(text);

test('a backup is due once a night after two, at once where there is none, and an hour after one that failed', () => {
  const due = (beganAt: string, now: string, outcome: 'whole' | 'failed' = 'whole'): boolean =>
    isBackupDue({ beganAt: at(beganAt), outcome }, at(now), 'Asia/Shanghai');
  assert.equal(isBackupDue(undefined, at('2026-03-02T10:00:00Z'), 'Asia/Shanghai'), true);
  // 01:59 and 02:00 in Shanghai.
  assert.equal(due('2026-03-01T18:00:05Z', '2026-03-02T17:59:00Z'), false);
  assert.equal(due('2026-03-01T18:00:05Z', '2026-03-02T18:00:00Z'), true);
  assert.equal(due('2026-03-02T18:00:05Z', '2026-03-02T18:10:00Z'), false);
  assert.equal(due('2026-03-02T18:00:05Z', '2026-03-02T18:10:00Z', 'failed'), false);
  assert.equal(due('2026-03-02T18:00:05Z', '2026-03-02T19:00:05Z', 'failed'), true);
  // 01:59 and 02:00 in Kolkata, which is half an hour apart from its neighbours.
  const kolkata = (now: string): boolean =>
    isBackupDue({ beganAt: at('2026-03-01T20:30:05Z'), outcome: 'whole' }, at(now), 'Asia/Kolkata');
  assert.deepEqual([kolkata('2026-03-02T20:29:00Z'), kolkata('2026-03-02T20:30:00Z')], [false, true]);
  assert.deepEqual(
    [undefined, at('2026-03-01T18:05:00Z'), at('2026-03-02T18:05:00Z')].map((last) =>
      isProofDue(last, at('2026-03-08T18:04:00Z')),
    ),
    [true, true, false],
  );
});

test('what was made while the clock was two years ahead stands for nothing: the next night is due, and the doctor asks for a backup', async () => {
  await using county = await testWorld();
  const now = county.clock.now();
  const madeAt = (years: number, archive: string): unknown[] => [
    archive,
    new Date(now.getTime() + years * 365 * 86_400_000),
  ];
  const owner = await ownerClient(county.database);
  for (const [archive, when] of [madeAt(2, 'ahead-nightly.tar'), madeAt(-0.01, 'true-nightly.tar')])
    for (const kind of ['backup', 'proof'])
      await owner.query(
        `insert into platform.backups (id, kind, archive, began_at, ended_at, outcome, bytes, rows, with_keys, faults) values (gen_random_uuid(), $1, $2, $3, $3, 'whole', 1, 1, true, '{}')`,
        [kind, archive, when],
      );
  await owner.end();
  const records = await county.inCounty((ctx) => ctx.transaction((tx) => lastRecords(tx)));
  assert.equal(lastNight(records, now)?.archive, 'true-nightly.tar');
  assert.equal(isBackupDue(lastNight(records, now), now, 'Asia/Shanghai'), true);
  const said = (await lookAtBackups(county)).filter(({ ok }) => !ok).map(({ what }) => what);
  assert.match(said.join('\n'), /last backup: .*true-nightly/);
  const overview = await county.as('administrator').get('/backups');
  assert.equal(overview.body['backupOverdue'], true, overview.text);
});

test('of a year of nights seven days, four weeks and six months stay, and everything made by hand', () => {
  const nights = Array.from({ length: 365 }, (_, n) =>
    archiveName('one', new Date(Date.UTC(2026, 0, 1 + n, 18)), true),
  );
  const others = [archiveName('one', at('2026-01-01T09:00:00Z'), false), 'erasures.jsonl', `${nights[0]}.part`];
  const removed = new Set(archivesToRemove([...others, ...nights], at('2027-01-01T00:00:00Z')));
  const days = nights.filter((name) => !removed.has(name)).map((name) => /\d{8}(?=T)/.exec(name)?.[0]);
  // The newest of each week (Sundays) and month (its last day); 2026-12-31 is a Thursday.
  assert.deepEqual(days, [
    '20260731',
    '20260831',
    '20260930',
    '20261031',
    '20261130',
    '20261213',
    '20261220',
    '20261225',
    '20261226',
    '20261227',
    '20261228',
    '20261229',
    '20261230',
    '20261231',
  ]);
  assert.ok(others.every((name) => !removed.has(name)));

  // Of another county that keeps its archives in the same place nothing is counted.
  const theirs = nights.map((name) => name.replace('-one-', '-two-'));
  assert.equal(archivesToRemove([...theirs, ...nights], at('2027-01-01T00:00:00Z')).length, 2 * removed.size);

  // A week in which the clock was years ahead takes no night's place, and a clock that is behind now removes nothing that is newer.
  const ahead = Array.from({ length: 7 }, (_, n) => archiveName('one', new Date(Date.UTC(2029, 5, 1 + n, 18)), true));
  assert.deepEqual(
    archivesToRemove([...ahead, ...nights], at('2027-01-01T00:00:00Z')),
    archivesToRemove(nights, at('2027-01-01T00:00:00Z')),
  );
  assert.ok(archivesToRemove(nights, at('2026-12-20T00:00:00Z')).every((name) => name < String(nights[353])));
});
