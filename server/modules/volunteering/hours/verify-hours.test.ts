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
  assert.deepEqual(await county.inCounty(verifyHours), { rows: 0, heads: 0, waiting: 1, faults: [] });
  await county.tick('platform.seal');
  assert.deepEqual(await county.inCounty(verifyHours), { rows: 1, heads: 0, waiting: 0, faults: [] });
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

test('audit verify checks the chain of hours too: one that was cut short, or made anew, does not fit its signed head', async () => {
  await using desk = await openOrderDesk();
  const { county } = desk;
  const id = await desk.visited();
  await desk.done(county.as('station-keeper').post(`/orders/${id}/confirmations`, {}));
  await county.tick('platform.seal');
  await county.tick('platform.sign-heads');
  const command = county.app.modules
    .flatMap((module) => module.commands ?? [])
    .find((one) => one.name === 'audit verify');
  const verify = async (): Promise<{ exit: number | undefined; said: string }> => {
    const said: string[] = [];
    const exit = await command?.run({
      app: county.app,
      ownerUrl: undefined,
      args: [],
      flags: {},
      say: (line) => void said.push(line),
      inCounty: (work) => county.inCounty(work),
    });
    return { exit, said: said.join('\n') };
  };
  const whole = await verify();
  assert.equal(whole.exit, 0, whole.said);
  assert.match(whole.said, /1 条 entries, 1 个签名链头/);
  const owner = await ownerClient(county.database);
  // Whoever holds the database can make the whole chain anew, but not the signature over it.
  await owner.query(`update platform.heads set signature = reverse(signature) where chain = 'hours'`);
  assert.match((await verify()).said, /signature does not hold/);
  await owner.query(`update platform.heads set signature = reverse(signature) where chain = 'hours'`);
  await owner.query('delete from volunteering.hours');
  await owner.query(`delete from platform.seals where chain = 'hours'`);
  const cut = await verify();
  assert.equal(cut.exit, 1);
  assert.match(cut.said, /differs from a signed head/);
  await owner.query(`delete from platform.heads where chain = 'hours'`);
  await owner.query(
    `insert into platform.audit select county_id, gen_random_uuid(), act, actor, noun, subject_id, place_id, detail, at, row_hash from platform.audit where county_id = 1 limit 1`,
  );
  assert.match((await verify()).said, /not sealed/);
  await owner.end();
});
