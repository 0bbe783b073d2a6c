import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimInstance } from '#platform/instance';
import { ownerClient, testWorld } from '#testing';
import { holdClocks } from './hold-clocks.ts';

test('a process that comes back leaves the clock of the demonstration running while another is at work; the first of all holds it', async () => {
  await using county = await testWorld();
  const { app } = county;
  const owner = await ownerClient(county.database);
  await owner.query(
    `update platform.counties set demonstration = true, clock_at = '2026-03-02T04:00:00Z' where id = 1`,
  );
  await owner.end();
  await app.counties.reload();
  await app.counties.release(1);
  const other = await claimInstance(app.settings.varDirectory, {
    port: 1,
    address: 'http://one.test',
    name: 'instance-web-1',
  });
  assert.ok('claim' in other);
  await other.claim.markAtWork();
  await holdClocks(app);
  await app.counties.reload();
  assert.equal(app.counties.isHeld(1), false, 'people are at work by it');
  await other.claim.release();
  await holdClocks(app);
  assert.equal(app.counties.isHeld(1), true);
});
