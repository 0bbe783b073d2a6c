import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notify } from '#notices';
import { kernelWork } from '#platform/kernel-work';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { modules } from '../modules.ts';

const recurring = [...kernelWork, ...modules.flatMap((module) => module.recurring ?? [])];
// The watch looks at the installation first, and that is the machine's.
const asking = recurring.filter(({ due, name }) => due && name !== 'operations.watch').map(({ name }) => name);

/** How often a turn took a connection: once for the question, and once for each transaction of a county. */
async function taken(county: TestWorld, name: string): Promise<number> {
  let times = 0;
  const count = (): void => void (times += 1);
  county.app.backgroundPool.on('acquire', count);
  await county.tick(name);
  county.app.backgroundPool.off('acquire', count);
  return times;
}

test('work that comes round every minute or oftener asks once for all counties', () => {
  const askEach = recurring.filter(({ everySeconds, due }) => everySeconds <= 60 && !due).map(({ name }) => name);
  // The one looks into memory alone; the other writes down how each county is.
  assert.deepEqual(askEach, ['portal.learn-places', 'operations.measure']);
});

test('a county in which nothing is due is asked nothing; one in which something is has it done in the same turn', async () => {
  await using county = await testWorld();
  for (const name of asking) await county.tick(name);
  for (const name of asking) assert.equal(await taken(county, name), 1, name);

  const owner = await ownerClient(county.database);
  const unsealed = async () =>
    (await owner.query<{ county_id: number }>('select distinct county_id from platform.unsealed')).rows;
  const wishes = { email: true, quietFrom: 0, quietUntil: 1439 };
  const put = (number: 1 | 2) => county.as('administrator', { county: number }).put('/notice-preferences', wishes);
  try {
    assert.equal((await put(2)).status, 200);
    assert.deepEqual(await unsealed(), [{ county_id: 2 }]);
    assert.equal(await taken(county, 'platform.seal'), 2, 'the question, and the county of which something waits');
    assert.deepEqual(await unsealed(), []);
    // Of a closed county nothing is done.
    assert.equal((await put(2)).status, 200);
    await owner.query('update platform.counties set closed_at = now() where id = 2');
    assert.equal(await taken(county, 'platform.seal'), 1);
  } finally {
    await owner.end();
  }
});

test('each county is served by its own clock, be it ahead of the machine or behind it', async () => {
  await using county = await testWorld();
  const owner = await ownerClient(county.database);
  try {
    await owner.query(`update platform.counties set clock_at = '2027-03-02T04:00:00Z' where id = 1`);
    await owner.query(`update platform.counties set clock_at = '2025-03-02T04:00:00Z' where id = 2`);
    await county.app.counties.reload();
    for (const id of [1, 2] as const) {
      const notice = { kind: 'credential.slip', subjectId: 'x', href: '/console/account', dedupeKey: 'first' };
      const personIds = [await county.personId('editor', id)];
      await county.inCounty((ctx) => ctx.transaction((tx) => notify(tx, { ...notice, personIds })), id);
    }
    await county.tick('notices.send');
    const { rows } = await owner.query(
      'select county_id, state, extract(year from changed_at)::int as year from notices.deliveries order by county_id',
    );
    assert.deepEqual(rows, [
      { county_id: 1, state: 'sent', year: 2027 },
      { county_id: 2, state: 'sent', year: 2025 },
    ]);
  } finally {
    await owner.end();
  }
});
