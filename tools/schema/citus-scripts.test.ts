import assert from 'node:assert/strict';
import { test } from 'node:test';
import type pg from 'pg';
import { citusScript } from '../../server/testing/citus.ts';
import { withMigratedDatabase } from './migrated-database.ts';

/** A script in a transaction that is open already and is never committed; the extension is stood in for. */
const script = (name: string, appRole: string): string =>
  citusScript(name, appRole).replaceAll(/^(?:begin|commit|create extension .*);$/gm, '');

/** What the scripts call and read of Citus 13, as far as it can be had without it: a table that is distributed is written down, one with a key to another is refused, and so is one whose keys lack the column. */
const standIn = `
  set local search_path = public, pg_catalog;
  create table public.pg_dist_partition (logicalrelid regclass, partmethod "char", partkey text, colocationid integer);
  create table public.pg_dist_node (nodename text, nodeport integer, isactive boolean);
  create function public.column_to_column_name(regclass, text) returns text language sql as 'select $2';
  create function public.must_stand_alone(one regclass) returns void language plpgsql as $$ begin
    if exists (select from pg_constraint where contype = 'f' and (conrelid = one or confrelid = one)) then raise '% has a foreign key', one; end if;
  end $$;
  create function public.create_reference_table(table_name regclass) returns void language plpgsql as $$ begin
    perform must_stand_alone(table_name);
    insert into pg_dist_partition values (table_name, 'n', null, 1);
  end $$;
  create function public.create_distributed_table(table_name regclass, distribution_column text, colocate_with text default 'default', shard_count integer default null) returns void language plpgsql as $$ begin
    perform must_stand_alone(table_name);
    if exists (select from pg_index i where i.indrelid = table_name and i.indisunique and not exists (
      select from pg_attribute a where a.attrelid = table_name and a.attname = distribution_column and a.attnum = any(i.indkey::smallint[]))) then raise '% has a key without %', table_name, distribution_column; end if;
    insert into pg_dist_partition values (table_name, 'h', distribution_column,
      case colocate_with when 'none' then 2 else (select colocationid from pg_dist_partition where logicalrelid = colocate_with::regclass) end);
  end $$;`;

const foreignKeys = async (owner: pg.ClientBase): Promise<string[]> =>
  (
    await owner.query<{ key: string }>(
      `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated as key from pg_constraint where contype = 'f' order by 1`,
    )
  ).rows.map(({ key }) => key);

test('the scripts of deploy/citus distribute every table once and leave every foreign key as it was; the check says nothing then, and names what was left out', async () => {
  await withMigratedDatabase(async (owner, appRole) => {
    const wrong = async (role = appRole): Promise<string[]> =>
      (await owner.query<{ fault: string; at: string }>(script('check.sql', role))).rows.map(
        ({ fault, at }) => `${fault}: ${at}`,
      );
    await owner.query('begin');
    try {
      await owner.query(standIn);
      const before = await foreignKeys(owner);
      assert.ok(before.length > 100, 'there are foreign keys');
      assert.ok((await wrong()).filter((one) => one.startsWith('not distributed:')).length > 100);
      // Settings of a role are of the whole server, which other tests use too.
      const distribute = script('distribute.sql', appRole).replace(/^alter role .*$/m, '');
      await owner.query(distribute);
      assert.deepEqual(await foreignKeys(owner), before);
      const placed = await owner.query<{ many: number }>(
        'select count(*)::integer as many from (select logicalrelid from public.pg_dist_partition group by 1 having count(*) > 1) twice',
      );
      assert.equal(placed.rows[0]?.many, 0);
      const passesOn = "the program's role does not pass its county on: distribute.sql sets it";
      assert.deepEqual(await wrong(), [`${passesOn}: ${appRole}`]);
      assert.deepEqual(await wrong('nobody_here'), ['there is no such role: nobody_here']);

      // After an upgrade: what is new is distributed, what stands is left alone.
      await owner.query(`select set_config('xiangyin.app_role', $1, true)`, [appRole]);
      await owner.query(
        `create table places.later (county_id integer not null, id uuid, place_id uuid, primary key (county_id, id)); select platform.owned('places.later');
         alter table places.later add foreign key (county_id, place_id) references places.places (county_id, id)`,
      );
      assert.ok((await wrong()).includes('not distributed: run distribute.sql: places.later'));
      await owner.query('drop table links');
      await owner.query(distribute);
      assert.deepEqual(await wrong(), [`${passesOn}: ${appRole}`]);
    } finally {
      await owner.query('rollback');
    }
  });
});
