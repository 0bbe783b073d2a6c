import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { moduleOrder } from '../imports/module-order.ts';
import { withMigratedDatabase } from './migrated-database.ts';
import { judgeSchema } from './schema-rules.ts';

const order = moduleOrder(join(import.meta.dirname, '../..'));

/** What breaks one rule each, in the schema of the first module, and the breach it must bring. */
const planted: { sql: string; breach: string }[] = [
  {
    sql: `create table places.p1 (id uuid primary key, county_id integer not null); select platform.owned('places.p1')`,
    breach: 'county: places.p1',
  },
  {
    sql: `create table places.p2 (county_id integer, id uuid, code text unique, primary key (county_id, id)); select platform.owned('places.p2')`,
    breach: 'county: places.p2 (places.p2_code_key)',
  },
  {
    sql: `create table places.p3 (county_id integer, id uuid, up uuid, primary key (county_id, id)); select platform.owned('places.p3');
      create table places.p4 (id uuid, county_id integer, primary key (county_id, id), unique (id, county_id)); select platform.owned('places.p4');
      alter table places.p3 add constraint p3_up foreign key (up, county_id) references places.p4 (id, county_id)`,
    breach: 'county: places.p3 (p3_up)',
  },
  {
    sql: `create table places.p5 (county_id integer, id uuid, primary key (county_id, id)); grant all on places.p5 to public`,
    breach: 'row-level security: places.p5',
  },
  {
    sql: `create table places.p6 (county_id integer, id uuid, primary key (county_id, id)); select platform.append_only('places.p6'); grant update (id) on places.p6 to public`,
    breach: 'append-only: places.p6',
  },
  {
    sql: `create table places.p7 (county_id integer, id uuid, primary key (county_id, id)); select platform.owned('places.p7'); revoke insert on places.p7 from current_user, xiangyin_app`,
    breach: 'rights: places.p7',
  },
  {
    sql: `create table places.p8 (county_id integer, id uuid, primary key (county_id, id)); select platform.owned('places.p8');
      create function places.act() returns trigger language plpgsql as 'begin return new; end'; create trigger p8_act before insert on places.p8 for each row execute function places.act()`,
    breach: 'no triggers: places.p8 (p8_act)',
  },
  {
    sql: `create function places.all_of() returns bigint language sql security definer set search_path = pg_catalog as 'select count(*) from places.places'`,
    breach: 'definer: places.all_of',
  },
  {
    sql: `create function places.own() returns text language sql security definer set search_path = pg_catalog as $f$select current_setting('app.county', true)$f$`,
    breach: 'definer: places.own',
  },
  {
    sql: `create function places.due_all() returns setof integer language plpgsql security definer set search_path = pg_catalog as 'begin return query select p.lo from places.places p; end'; revoke all on function places.due_all from public`,
    breach: 'definer: places.due_all',
  },
  {
    sql: `create table places.p9 (county_id integer, id bigserial, primary key (county_id, id)); select platform.owned('places.p9')`,
    breach: 'no sequences: places.p9 (id)',
  },
  {
    sql: `create table places.p10 (county_id integer, id uuid, at timestamptz default now(), primary key (county_id, id)); select platform.owned('places.p10')`,
    breach: 'no now(): places.p10 (at)',
  },
  {
    sql: `create table places.c1 (county_id bigint, id uuid, primary key (county_id, id)); select platform.owned('places.c1')`,
    breach: 'distributable: places.c1',
  },
  {
    sql: `create table platform.c2 (id uuid primary key, county_id integer, place uuid, constraint c2_place foreign key (county_id, place) references places.places (county_id, id)); select platform.shared('platform.c2')`,
    breach: 'distributable: platform.c2 (c2_place)',
  },
  {
    sql: `create table places.c3 (county_id integer, id uuid, place uuid, primary key (county_id, id), constraint c3_place foreign key (county_id, place) references places.places (county_id, id) on delete set null); select platform.owned('places.c3')`,
    breach: 'distributable: places.c3 (c3_place)',
  },
  {
    sql: `create table places.c4 (county_id integer, id uuid, place uuid, primary key (county_id, id), constraint c4_place foreign key (county_id, place) references places.places (county_id, id) on update cascade); select platform.owned('places.c4')`,
    breach: 'distributable: places.c4 (c4_place)',
  },
  {
    sql: `create table places.c5 (county_id integer, id uuid, constraint c5_key primary key (county_id, id) deferrable); select platform.owned('places.c5')`,
    breach: 'distributable: places.c5 (c5_key)',
  },
  {
    sql: `create table places.c6 (county_id integer, id uuid, span int4range, primary key (county_id, id), constraint c6_spans exclude using gist (span with &&)); select platform.owned('places.c6')`,
    breach: 'distributable: places.c6 (c6_spans)',
  },
  {
    sql: `create table places.c7 (county_id integer, id uuid, primary key (county_id, id)); select platform.owned('places.c7'); create rule c7_rule as on delete to places.c7 do instead nothing`,
    breach: 'distributable: places.c7',
  },
  {
    sql: `create unlogged table places.c8 (county_id integer, id uuid, primary key (county_id, id)); select platform.owned('places.c8')`,
    breach: 'distributable: places.c8',
  },
  {
    sql: `select platform.due('places.due_c9', 'select p.county_id from places.places p join places.places q on q.id = p.id')`,
    breach: 'distributable: places.due_c9',
  },
  {
    sql: `select platform.due('places.due_c10', 'select p.county_id from places.places p, places.places q where q.id = p.id')`,
    breach: 'distributable: places.due_c10',
  },
  {
    sql: `select platform.due('places.due_c11', 'select p.county_id from places.places p where not exists (select from places.places q where q.id = p.id)')`,
    breach: 'distributable: places.due_c11',
  },
  {
    sql: `create table newsroom.p11 (county_id integer, id uuid, primary key (county_id, id)); select platform.owned('newsroom.p11');
      create table places.p12 (county_id integer, id uuid, story uuid, primary key (county_id, id), constraint p12_story foreign key (county_id, story) references newsroom.p11 (county_id, id)); select platform.owned('places.p12')`,
    breach: 'upward: places.p12 (p12_story)',
  },
];

test('the migrated database keeps counties apart and its foreign keys upward (A20)', async () => {
  const report = await withMigratedDatabase((owner, appRole) => judgeSchema(owner, appRole, order));
  assert.deepEqual(report.faults, []);
  assert.ok(report.owned >= 20, `${report.owned} owned tables`);
  assert.ok(report.shared >= 2, `${report.shared} shared tables`);
});

test('each breach is found', async (t) => {
  const found = await withMigratedDatabase(async (owner, appRole) => {
    await owner.query('begin');
    await owner.query(`select set_config('xiangyin.app_role', $1, true)`, [appRole]);
    // All at once: each names its own table, and judging takes a second.
    for (const { sql } of planted) await owner.query(sql.replace('xiangyin_app', appRole));
    const { faults } = await judgeSchema(owner, appRole, order);
    return faults.map(({ rule, at }) => `${rule}: ${at}`);
  });
  for (const { breach } of planted)
    await t.test(breach, () => assert.ok(found.includes(breach), `found only ${JSON.stringify(found)}`));
});
