import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp } from '#platform/app';
import { buildServer } from '#platform/http/server';
import { portalOptions } from '#portal';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { measurements } from '../contract.ts';
import type { MeasurementStep } from '../contract.ts';
import { writeCounts } from './keep-counts.ts';

const read = async (county: TestWorld, range = 'hour'): Promise<MeasurementStep[]> => {
  const answer = await county.as('administrator').get(`/measurements?range=${range}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.read(measurements).steps;
};
const sum = (steps: readonly MeasurementStep[], name: 'memory' | 'pages' | 'api' | 'failed'): number =>
  steps.reduce((all, step) => all + step[name], 0);

test('whoever looks after the program sees what all its processes answered, minute by minute, and what failed', async () => {
  await using county = await testWorld();
  const other = await openApp(county.app.settings, county.app.modules, county.clock);
  const server = await buildServer(other, portalOptions(other));
  const ask = async (url: string) => (await server.inject({ url, headers: { host: 'one.test' } })).statusCode;
  const owner = await ownerClient(county.database);
  try {
    await writeCounts(county.app);
    for (let times = 0; times < 3; times += 1) assert.equal(await ask('/search?q=canarisearch'), 200);
    assert.equal((await county.request('GET', '/api/v1/chain-heads')).status, 200);
    await writeCounts(other);
    await writeCounts(county.app);
    county.clock.advance({ minutes: 2 });
    await owner.query('alter table platform.audit rename to audit_away');
    assert.equal((await county.as('administrator').get('/audit')).status, 500);
    await owner.query('alter table platform.audit_away rename to audit');
    await writeCounts(county.app);

    const steps = await read(county);
    assert.equal(steps.length, 60);
    const [before, , now] = steps.slice(-3);
    assert.ok(before && now);
    assert.equal(before.pages + before.memory, 3);
    assert.ok(before.api >= 1 && before.milliseconds !== null);
    assert.deepEqual([before.failed, now.failed], [0, 1]);
    const stored = await owner.query('select * from operations.measurements');
    assert.doesNotMatch(JSON.stringify(stored.rows), /canari/);
    assert.equal((await county.as('auditor').get('/measurements')).status, 403);
    assert.equal((await county.as('editor').get('/measurements')).status, 403);
  } finally {
    await owner.end();
    await server.close();
    await other.close();
  }
});

test('what waits, fails and is left on the disk is looked at every minute; a step nobody looked at says nothing', async () => {
  await using county = await testWorld();
  await county.tick('operations.measure');
  county.clock.advance({ minutes: 3 });
  await county.tick('operations.measure');
  const steps = await read(county);
  const looked = steps.slice(-4).map(({ jobsFailed, freeMegabytes }) => [jobsFailed, freeMegabytes !== null]);
  assert.deepEqual(looked, [
    [0, true],
    [null, false],
    [null, false],
    [0, true],
  ]);
  assert.ok((steps.at(-1)?.freeMegabytes ?? 0) > 0);
  assert.ok((steps.at(-1)?.lagSeconds ?? -1) >= 0);
});

test('minutes are kept for a day and hours for thirty, and no longer', async () => {
  await using county = await testWorld();
  const answers = async () => {
    county.app.counts.answeredFromMemory(1);
    await writeCounts(county.app);
  };
  await answers();
  county.clock.advance({ minutes: 26 * 60 });
  await answers();
  await county.tick('operations.measure');
  assert.equal(sum(await read(county, 'day'), 'memory'), 1);
  assert.equal(sum(await read(county, 'month'), 'memory'), 2);
  const owner = await ownerClient(county.database);
  const spans = async () =>
    (
      await owner.query<{ span: string; rows: number }>(
        'select span, count(*)::int as rows from operations.measurements where county_id = 1 group by 1 order by 1',
      )
    ).rows;
  try {
    assert.deepEqual(await spans(), [
      { span: 'hour', rows: 2 },
      { span: 'minute', rows: 1 },
    ]);
    county.clock.advance({ minutes: 31 * 24 * 60 });
    await county.tick('operations.measure');
    assert.deepEqual(await spans(), [
      { span: 'hour', rows: 1 },
      { span: 'minute', rows: 1 },
    ]);
  } finally {
    await owner.end();
  }
});

test('what cannot be written down while the database is away is written with the next, and what follows in the same minute is added', async () => {
  await using county = await testWorld();
  const owner = await ownerClient(county.database);
  county.app.counts.answeredFromMemory(1);
  await owner.query('alter table operations.measurements rename to measurements_away');
  await writeCounts(county.app);
  await owner.query('alter table operations.measurements_away rename to measurements');
  await owner.end();
  county.app.counts.answeredFromMemory(1);
  await writeCounts(county.app);
  assert.equal(sum(await read(county), 'memory'), 2);
  county.app.counts.answeredFromMemory(1);
  await writeCounts(county.app);
  assert.equal(sum(await read(county), 'memory'), 3);
});
