import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testWorld } from '../index.ts';

test('no pooled connection keeps the scope of the request before: 1,000 times taken out, empty each time (A21)', async () => {
  await using county = await testWorld();
  await Promise.all(
    ['one.test', 'two.test', 'one.test', 'two.test'].map((host) =>
      county.request('GET', '/api/v1/places', undefined, { host }),
    ),
  );
  for (let time = 0; time < 1_000; time += 1) {
    if (time % 50 === 0)
      await county.as(time % 100 === 0 ? 'editor' : 'coordinator', { county: time % 200 === 0 ? 1 : 2 }).get('/people');
    const client = await county.app.pool.connect();
    try {
      const answer = await client.query<{ scope: string | null }>(
        `select nullif(current_setting('app.county', true), '') as scope`,
      );
      assert.equal(answer.rows[0]?.scope, null);
    } finally {
      client.release();
    }
  }
});

test('without a scope, or with a forged one, the app role sees nothing (A20)', async () => {
  await using county = await testWorld();
  const bare = await county.app.pool.query<{ count: number }>('select count(*)::int as count from people.persons');
  assert.equal(bare.rows[0]?.count, 0);
  await assert.rejects(county.app.pool.query('alter table people.persons disable row level security'), /must be owner/);
  await assert.rejects(county.app.pool.query('set role xiangyin_owner'), /permission denied|does not exist/);
});
