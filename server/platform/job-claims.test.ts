import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { doorBefore, ownerClient, testWorld, until } from '#testing';
import { JobClaims } from './job-claims.ts';

test('while the database is away, work in hand asks for it five times a second, and holds its jobs again when it is back', async () => {
  await using county = await testWorld();
  const door = await doorBefore(county.app.settings.databaseUrl);
  const owner = await ownerClient(county.database);
  const holding = async (): Promise<number> => {
    const { rows } = await owner.query(
      `select count(*)::int as n from pg_stat_activity a join pg_locks l on l.pid = a.pid and l.locktype = 'advisory'
        where application_name = 'xiangyin-job-claims' and datname = current_database()`,
    );
    return Number(rows[0]?.n);
  };
  const claims = new JobClaims({ ...county.app, settings: { ...county.app.settings, databaseUrl: door.address } });
  try {
    await claims.take([{ id: randomUUID(), retryCount: 0 }]);
    assert.equal(await holding(), 1);
    const before = door.knocks;
    door.shut();
    await until(() => door.knocks >= before + 4);
    const known = door.knocks;
    await pause(2_000);
    assert.ok(door.knocks - known <= 12, `${door.knocks - known} tries in two seconds`);
    door.isShut = false;
    await until(async () => (await holding()) === 1);
  } finally {
    await claims.close();
    await owner.end();
    await door.close();
  }
});
