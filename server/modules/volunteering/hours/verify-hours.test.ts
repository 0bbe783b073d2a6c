import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerClient } from '#testing';
import { openOrderDesk } from '../testing.ts';
import { verifyHours } from './verify-hours.ts';

test('the ledger of hours holds, and shows a changed minute and a lost entry; the app itself can do neither', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  assert.deepEqual(
    (await county.inCounty(verifyHours)).faults.map((fault) => fault.kind),
    ['not-sealed'],
  );
  await county.tick('platform.seal');
  assert.deepEqual(await county.inCounty(verifyHours), { rows: 1, faults: [] });
  await assert.rejects(
    county.inCounty((ctx) => ctx.transaction((tx) => tx.client.query('update volunteering.hours set minutes = 500'))),
    /permission denied/,
  );
  await assert.rejects(
    county.inCounty((ctx) => ctx.transaction((tx) => tx.client.query('delete from volunteering.hours'))),
    /permission denied/,
  );
  const owner = await ownerClient(county.database);
  await owner.query('update volunteering.hours set minutes = 51');
  assert.deepEqual(
    (await county.inCounty(verifyHours)).faults.map((fault) => fault.kind),
    ['row-changed'],
  );
  await owner.query('delete from volunteering.hours');
  await owner.end();
  assert.deepEqual(
    (await county.inCounty(verifyHours)).faults.map((fault) => fault.kind),
    ['row-missing'],
  );
});
