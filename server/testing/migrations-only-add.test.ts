import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMigrations } from '#platform/migrate';

/** What the version before would stumble over, while it goes on answering and if it has to come back (ADR 68). */
const takesAway = [
  /\bdrop (?:table|column|schema|function|view|type)\b/,
  /\brename (?:to|column)\b/,
  /\balter column \w+ (?:type|set data type|set not null)\b/,
  /\badd column (?:if not exists )?\w+ [^,;]*\bnot null\b(?![^,;]*\b(?:default|generated)\b)(?<!\bdefault\b[^,;]*)/,
];
/** Said in a migration that removes what no version reads any more. */
const isContraction = /^-- contracts: nobody reads it since v\d+\.\d+\.\d+/m;
/** From before the first release: there is no version before. */
const early = new Set([
  '0059-media-material-rights.sql',
  '0122-channels-ledger.sql',
  '0183-portal-search-titles.sql',
  '0190-portal-search-newest.sql',
  '0191-portal-search-period.sql',
]);

/** Puts something in its place under the same name, which the version before asks as it asked the table (testing/upgrade/earlier-state.test.ts). */
const inItsPlace = new Set(['0273-newsroom-films-went-over.sql']);

const found = (text: string): string[] => {
  const code = text.replaceAll(/--.*$/gm, '').toLowerCase().replaceAll(/\s+/g, ' ');
  return takesAway.flatMap((pattern) => pattern.exec(code)?.[0] ?? []);
};

test('a migration only adds, so that the version before goes on answering; what removes says since when nobody reads it', async () => {
  const migrations = await readMigrations();
  const known = new Set([...early, ...inItsPlace]);
  const wrong = migrations.filter(({ name, text }) => !known.has(name) && !isContraction.test(text));
  assert.deepEqual(
    wrong.flatMap(({ name, text }) => found(text).map((what) => `${name}: ${what}`)),
    [],
  );
  for (const name of known) assert.ok(found(migrations.find((one) => one.name === name)?.text ?? '').length > 0, name);
});

test('what takes something away is seen, and what adds is not', () => {
  for (const text of [
    'alter table a.b drop column c;',
    'alter table a.b rename column c to d;',
    'alter table a.b rename to c;',
    'alter table a.b alter column c set not null;',
    'alter table a.b add column c integer not null;',
    'drop table a.b;',
  ])
    assert.equal(found(text).length, 1, text);
  for (const text of [
    'alter table a.b add column c integer;',
    "alter table a.b add column c text not null default 'x';",
    "alter table a.b add column c text default 'x' not null;",
    'create table a.b (c integer not null);',
    'alter table a.b drop constraint c, add constraint c check (d > 0);',
    '-- drop table a.b;',
  ])
    assert.deepEqual(found(text), [], text);
});
