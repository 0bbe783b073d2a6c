import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { newId } from '#platform/ids';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';

/** A whole backup and a whole proof of one that ended at this time. */
async function backedUp(county: TestWorld, at: Date): Promise<void> {
  const owner = await ownerClient(county.database);
  for (const kind of ['backup', 'proof'])
    await owner.query(
      `insert into platform.backups (id, kind, archive, began_at, ended_at, outcome, bytes, rows, with_keys, faults) values ($1, $2, 'a.tar', $3, $3, 'whole', 1, 1, true, '{}')`,
      [newId<'backup'>(), kind, at],
    );
  await owner.end();
}

/** What the administrator was told of troubles, oldest first, and what stands on the page now; nothing of the disk, which is that of the machine. */
async function seen(county: TestWorld): Promise<{ told: string[]; now: string[] }> {
  const administrator = county.as('administrator');
  const notices = (await administrator.get('/notices?sort=oldest&limit=100')).body['items'] as { kind: string }[];
  const troubles = (await administrator.get('/troubles')).body['items'] as { key: string }[];
  return {
    told: notices.map(({ kind }) => kind).filter((kind) => /^trouble\.(?!disk)/.test(kind)),
    now: troubles.map(({ key }) => key).filter((key) => key !== 'disk'),
  };
}

async function look(county: TestWorld, minutesLater = 5): Promise<void> {
  county.clock.advance({ minutes: minutesLater });
  await county.tick('platform.seal');
  await county.tick('operations.watch');
}

test('administrators are told once of what needs somebody, once that it is over, and what passes by itself troubles nobody', async () => {
  await using county = await testWorld();
  county.clock.set(new Date().toISOString());
  await backedUp(county, county.clock.now());
  // Quiet nearly always; and the county signs what was put on record.
  const wishes = { email: true, quietFrom: 0, quietUntil: 1439 };
  assert.equal((await county.as('administrator').put('/notice-preferences', wishes)).status, 200);
  await look(county);
  await county.tick('platform.sign-heads');
  await look(county);
  assert.deepEqual(await seen(county), { told: [], now: [] }, 'all is well');

  // Nine days later the proof is old, and the backup too: told at the second look.
  await look(county, 9 * 24 * 60);
  assert.deepEqual(await seen(county), { told: [], now: [] }, 'seen once');
  await look(county);
  await look(county);
  const late = await seen(county);
  assert.deepEqual(late.told.toSorted(), ['trouble.backup', 'trouble.proof']);
  assert.deepEqual(late.now.toSorted(), ['backup', 'proof']);
  assert.deepEqual((await county.as('editor').get('/notices')).body['unread'], 0);
  assert.equal((await county.as('editor').get('/troubles')).status, 403);

  await backedUp(county, county.clock.now());
  await look(county);
  const over = await seen(county);
  assert.deepEqual(over.told.toSorted(), [
    'trouble.backup',
    'trouble.backup-over',
    'trouble.proof',
    'trouble.proof-over',
  ]);
  assert.deepEqual(over.now, []);

  // A message that was given up and is retried before the next look is no trouble; keys that are gone are one at once, at any hour.
  const owner = await ownerClient(county.database);
  await owner.query(
    `insert into notices.letters (county_id, id, channel, subject_id, dedupe_key, state, due_at, failure, made_at, changed_at) values (1, gen_random_uuid(), 'sms', 'x', 'x', 'failed', $1, 'sms-400', $1, $1)`,
    [county.clock.now()],
  );
  await look(county);
  await owner.query(`delete from notices.letters`);
  await owner.end();
  await look(county);
  assert.equal((await seen(county)).told.length, 4);

  const keys = join(county.app.settings.varDirectory, 'keys');
  await rename(keys, `${keys}.away`);
  await look(county);
  const [last] = (await seen(county)).told.slice(-1);
  assert.equal(last, 'trouble.keys');
  const due = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named<{ n: number }>(
        'testing.due-now',
        `select count(*)::int as n from notices.deliveries d join notices.messages m on m.county_id = d.county_id and m.id = d.message_id where d.county_id = $1 and m.kind = 'trouble.keys' and d.due_at <= $2`,
        [tx.countyId, tx.at],
      ),
    ),
  );
  assert.ok((due[0]?.n ?? 0) > 0, 'quiet hours do not hold it back');
});
