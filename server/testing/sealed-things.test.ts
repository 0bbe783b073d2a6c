import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerClient, testWorld } from '#testing';

test('whatever is sealed under the installation’s key is named by its module, so that a county that moves has it sealed anew', async () => {
  await using world = await testWorld();
  const named = world.app.modules
    .flatMap(({ sealed = [] }) => sealed)
    .map(({ table, column }) => `${table}.${column}`)
    .toSorted();
  const owner = await ownerClient(world.database);
  const { rows } = await owner.query<{ at: string }>(
    `select n.nspname || '.' || c.relname || '.' || a.attname as at
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^pg_'
        and (format_type(a.atttypid, null) = 'bytea' and a.attname ~ '^sealed' or col_description(c.oid, a.attnum) ~* '\\ysealed (with|under|file)')
      order by 1`,
  );
  await owner.end();
  assert.deepEqual(
    named,
    rows.map(({ at }) => at),
  );
});
