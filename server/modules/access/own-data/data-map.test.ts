import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerClient, testWorld } from '#testing';

/** Columns whose names sound personal. */
const personal =
  /(^|_)(name|phone|email|address|login|contact|guardian|device|note|byline|ip|birth|born|password_hash|person_id|requester|resident|caller)(_|$)/;

/** Names of things, not of persons; ids of staff who acted, which stay as the record of the act. */
const impersonal = new Set([
  'places.places.name',
  'access.units.name',
  'platform.counties.name',
  'platform.counties.phone',
  'platform.events.name',
  'newsroom.sections.name',
]);

test('every column that sounds personal stands in the data map', async () => {
  await using county = await testWorld();
  const owner = await ownerClient(county.database);
  try {
    const { rows } = await owner.query<{ s: string; t: string; c: string }>(
      `select c.table_schema s, c.table_name t, c.column_name c from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema in ('people', 'access') and t.table_type = 'BASE TABLE'`,
    );
    const mapped = new Set(
      county.app.modules
        .flatMap((module) => module.personalData?.columns ?? [])
        .map((one) => `${one.table}.${one.column}`),
    );
    const tables = new Set([...mapped].map((one) => one.split('.').slice(0, 2).join('.')));
    const unmapped = rows
      .filter(({ c }) => personal.test(c))
      .map(({ s, t, c }) => `${s}.${t}.${c}`)
      // An id of a person in a table of which something is mapped goes with that row.
      .filter(
        (column) =>
          !mapped.has(column) &&
          !impersonal.has(column) &&
          !(column.endsWith('.person_id') && tables.has(column.split('.').slice(0, 2).join('.'))),
      );
    assert.deepEqual(unmapped, []);
    const there = new Set(rows.map(({ s, t, c }) => `${s}.${t}.${c}`));
    const gone = [...mapped].filter((column) => /^(people|access)\./.test(column) && !there.has(column));
    assert.deepEqual(gone, [], 'the map names only columns that exist');
  } finally {
    await owner.end();
  }
});
