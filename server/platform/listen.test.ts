import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorBefore, ownerClient, testWorld, until } from '#testing';
import { listenToCommits } from './listen.ts';

test('a database that was long away is listened to once again, not once for each try', async () => {
  await using county = await testWorld();
  const door = await doorBefore(county.app.settings.databaseUrl);
  const owner = await ownerClient(county.database);
  const listening = async (): Promise<number> => {
    const { rows } = await owner.query(
      `select count(*)::int as n from pg_stat_activity where application_name = 'xiangyin-listen' and datname = current_database()`,
    );
    return Number(rows[0]?.n);
  };
  const app = { ...county.app, settings: { ...county.app.settings, databaseUrl: door.address } };
  let emptied = 0;
  const ears = listenToCommits(app, () => void (emptied += 1));
  try {
    await until(async () => (await listening()) === 1);
    const before = door.knocks;
    door.shut();
    await until(() => door.knocks >= before + 6);
    door.isShut = false;
    const [away, known] = [door.knocks, emptied];
    await until(async () => (await listening()) > 0 && emptied > known);
    await until(async () => (await listening()) === 1);
    assert.equal(door.knocks, away + 1, 'one round of tries, of which the last came in');
  } finally {
    await ears.close();
    await owner.end();
    await door.close();
  }
});

test('a connection on which nothing is said any more is noticed, and what was missed meanwhile is not taken for what is', async () => {
  await using county = await testWorld();
  const door = await doorBefore(county.app.settings.databaseUrl);
  const app = { ...county.app, settings: { ...county.app.settings, databaseUrl: door.address } };
  let emptied = 0;
  const ears = listenToCommits(app, () => void (emptied += 1));
  try {
    await until(() => emptied > 0);
    const before = emptied;
    door.freeze();
    await until(() => emptied > before, 'it never asked');
    const [away, knocks] = [emptied, door.knocks];
    door.thaw();
    await until(() => door.knocks > knocks && emptied > away, 'it does not come back');
  } finally {
    door.thaw();
    await ears.close();
    await door.close();
  }
});
