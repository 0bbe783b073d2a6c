import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testWorld } from '#testing';

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
