import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExplainedError } from '#platform/explained-error';
import { testWorld } from '#testing';
import { mustOwnNothing } from './must-own-nothing.ts';
import { testServer } from './testing/server.ts';

test('the program does not start under the role that owns its tables (A20)', async () => {
  await using county = await testWorld();
  await mustOwnNothing(county.app.settings.databaseUrl);
  await assert.rejects(mustOwnNothing((await testServer()).ownerUrl(county.database)), (error) => {
    assert.ok(error instanceof ExplainedError);
    assert.match(error.message, /owns tables \(such as [a-z]+\.\w+\)[\s\S]*REASSIGN OWNED BY/);
    return true;
  });
});
