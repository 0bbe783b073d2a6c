import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/platform/postgres/index.ts';
import { readCatalog } from './read-catalog.ts';
import { renderTables } from './render-tables.ts';

const folder = await mkdtemp(join(tmpdir(), 'xy-tables-'));
let server: EmbeddedPostgres;
let client: pg.Client;

before(async () => {
  server = await startEmbeddedPostgres({ directory: folder, durable: false });
  await server.ensureDatabase('tables');
  client = new pg.Client({ connectionString: server.adminUrl('tables') });
  await client.connect();
});

after(async () => {
  await client.end();
  await server.stop({ force: true });
  await rm(folder, { recursive: true, force: true });
});

async function rendered(schema: string, sql: string): Promise<string> {
  await client.query(`create schema ${schema}; set search_path = ${schema}; ${sql}`);
  return renderTables(schema, await readCatalog(client, [schema]));
}

test('every kind of column is described as node-postgres reads it', async () => {
  const text = await rendered(
    'newsroom',
    `create table story_notes (
       county_id integer not null,
       id uuid not null,
       state text not null default 'open' check (state in ('open', 'done', 'it''s over')),
       urgency text check (urgency in ('low', 'high')),
       kind text not null check (kind = 'one'),
       steps text[] not null check (steps <@ array['first', 'second']),
       words text[] not null default '{}',
       size bigint not null,
       share numeric,
       on_day date not null,
       at timestamptz not null,
       bytes bytea,
       document jsonb not null,
       extra jsonb default '{}',
       length integer not null check (length > 0),
       found tsvector generated always as (to_tsvector('simple', 'a')) stored,
       is_open boolean not null default true,
       primary key (county_id, id)
     );
     comment on table story_notes is 'append-only';
     comment on column story_notes.size is 'in bytes';
     create view open_notes as select id from story_notes;`,
  );
  assert.equal(
    text,
    `// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated, GeneratedAlways } from 'kysely';
import type { GeneratedJson, Json } from '#platform/column-types';

export interface OpenNotesTable {
  id: string | null;
}

/** append-only */
export interface StoryNotesTable {
  county_id: number;
  id: string;
  state: Generated<'open' | 'done' | 'it\\'s over'>;
  urgency: 'low' | 'high' | null;
  kind: 'one';
  steps: ('first' | 'second')[];
  words: Generated<string[]>;
  /** in bytes */
  size: number;
  share: number | null;
  on_day: string;
  at: Date;
  bytes: Buffer | null;
  document: Json;
  extra: GeneratedJson | null;
  length: number;
  found: GeneratedAlways<string | null>;
  is_open: Generated<boolean>;
}

/** Every table of the schema \`newsroom\`. */
export interface NewsroomTables {
  'newsroom.open_notes': OpenNotesTable;
  'newsroom.story_notes': StoryNotesTable;
}
`,
  );
});

test('a check that allows null, and one over two columns', async () => {
  const text = await rendered(
    'places',
    `create table towns (a text check (a is null or a in ('x', 'y')), b text, check (b in ('x', 'y') or a is null))`,
  );
  assert.match(text, /  a: 'x' \| 'y' \| null;\n  b: string \| null;/);
});

test('a type that nobody has said how to read is refused, with the column’s name', async () => {
  await assert.rejects(
    rendered('media', 'create table clips (length interval)'),
    /media\.clips\.length is of type interval/,
  );
});
