import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guestActor } from '#platform/actor';
import { newId } from '#platform/ids';
import { openCtx } from '#platform/transaction';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { once } from './idempotency.ts';

const key = 'k-0123456789abcdef';

// The effect is one more row in the county's outbox of unsealed rows: something that can be counted.
function act(county: TestWorld, who: string, hash: string, useKey = key, countyId = 1) {
  const tenant = county.app.counties.byId(countyId);
  assert.ok(tenant);
  const ctx = openCtx(county.app, tenant, { requestId: 'test' });
  return once(ctx, guestActor(who), useKey, hash, async () => {
    const id = newId();
    await ctx.transaction((tx) =>
      tx.client.query(
        `insert into platform.unsealed (county_id, chain, row_id, row_hash) values ($1, 'counted', $2, '')`,
        [tx.countyId, id],
      ),
    );
    return { status: 201, body: JSON.stringify({ id }) };
  });
}

const effects = (county: TestWorld, countyId = 1): Promise<number> =>
  county.inCounty(
    (ctx) =>
      ctx.transaction(async (tx) =>
        Number(
          (await tx.client.query(`select count(*) as n from platform.unsealed where chain = 'counted'`)).rows[0]?.n,
        ),
      ),
    countyId,
  );

test('the same request sent 50 times at once has one effect and one answer (A31)', async () => {
  await using county = await testWorld();
  const answers = await Promise.all(Array.from({ length: 50 }, () => act(county, 'a', 'same')));
  assert.equal(new Set(answers.map((answer) => answer.body)).size, 1);
  assert.equal(await effects(county), 1);
});

test('the same key with another body is refused, and has no effect (A31)', async () => {
  await using county = await testWorld();
  await act(county, 'a', 'first');
  await assert.rejects(act(county, 'a', 'second'), { code: 'IdempotencyKeyReused' });
  assert.equal(await effects(county), 1);
});

test('a key belongs to who used it, and to one county', async () => {
  await using county = await testWorld();
  await act(county, 'a', 'same');
  await act(county, 'b', 'same');
  await act(county, 'a', 'same', key, 2);
  assert.equal(await effects(county), 2);
  assert.equal(await effects(county, 2), 1);
});

test('a refusal stores nothing: the corrected request may use the same key', async () => {
  await using county = await testWorld();
  const tenant = county.app.counties.byId(1);
  assert.ok(tenant);
  const ctx = openCtx(county.app, tenant, { requestId: 'test' });
  await assert.rejects(once(ctx, guestActor('a'), key, 'wrong', async () => Promise.reject(new Error('refused'))));
  await act(county, 'a', 'right');
  assert.equal(await effects(county), 1);
});

test('what is stored of an answer cannot be read without the key', async () => {
  await using county = await testWorld();
  const { body } = await act(county, 'a', 'same');
  const stored = await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => (await tx.client.query('select * from platform.idempotency_keys')).rows),
  );
  assert.equal(stored.length, 1);
  assert.ok(!JSON.stringify(stored).includes(key));
  assert.ok(!Buffer.from(stored[0].answer).toString('latin1').includes(JSON.parse(body).id));
});
