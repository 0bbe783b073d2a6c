import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { testWorld } from '#testing';

const counted = (tx: Tx): Promise<unknown[]> =>
  tx.named('test.count', `select 1 from platform.unsealed where chain = 'counted'`, []);

test('an unknown address under /api answers problem+json with a stable code and security headers', async () => {
  await using county = await testWorld();
  const answer = await county.request('GET', '/api/v1/nothing-here');
  assert.equal(answer.status, 404);
  assert.equal(answer.body['code'], 'NotFound');
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
});

test('the app role sees no row outside a transaction with a county, and cannot change the audit (A34)', async () => {
  await using county = await testWorld();
  const bare = await county.app.pool.query('select count(*) as n from platform.audit');
  assert.equal(bare.rows[0].n, 0);
  await assert.rejects(county.app.pool.query('update platform.audit set act = act'), /permission denied/);
  await assert.rejects(county.app.pool.query('delete from platform.audit'), /permission denied/);
});

test('rows that travel with the commit are there with it, however many, and when one is refused none of them is', async () => {
  await using county = await testWorld();
  const unsealed = { table: 'platform.unsealed', columns: ['chain', 'row_id', 'row_hash'] };
  const act = (ids: readonly string[]) =>
    county.inCounty((ctx) =>
      ctx.transaction(async (tx) => {
        for (const id of ids) tx.lastlyInsert(unsealed, ['counted', id, '']);
      }),
    );
  const rows = async () => (await county.inCounty((ctx) => ctx.read(counted))).length;
  await act(Array.from({ length: 1_201 }, () => newId()));
  assert.equal(await rows(), 1_201);
  const id = newId();
  await assert.rejects(act([newId(), id, id]), { code: '23505' });
  assert.equal(await rows(), 1_201);
});

test('a statement that travels with the commit undoes all when it fails, and a reading cannot write', async () => {
  await using county = await testWorld();
  const insert = `insert into platform.unsealed (county_id, chain, row_id, row_hash) values ($1, 'counted', $2, '')`;
  const act = (last: string, values: readonly unknown[]) =>
    county.inCounty((ctx) =>
      ctx.transaction(async (tx) => {
        await tx.client.query(insert, [tx.countyId, newId()]);
        tx.lastly(`test.${values.length}`, last, values);
      }),
    );
  const rows = () => county.inCounty((ctx) => ctx.read(counted));
  await assert.rejects(act('select 1 / $1::int', [0]), { code: '22012' });
  assert.equal((await rows()).length, 0);
  await act(insert, [1, newId()]);
  assert.equal((await rows()).length, 2);
  await assert.rejects(
    county.inCounty((ctx) => ctx.read((tx) => tx.client.query(insert, [tx.countyId, newId()]))),
    { code: 'Unavailable' },
  );
});
