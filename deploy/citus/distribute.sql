-- Distributes every table of the program that is not distributed yet: shared ones whole on each node, all others by county, side by side. psql -v app_role=… -f distribute.sql, as superuser.
begin;
create extension if not exists citus;
-- Row-level security asks for app.county on the workers: SET LOCAL has to reach them.
set citus.propagate_set_commands = 'local';
set citus.multi_shard_modify_mode = 'sequential';
alter role :"app_role" set citus.propagate_set_commands = 'local';

-- A key between two tables can stand only when both are distributed: all are dropped, and made again at the end, which checks every row.
create temporary table links on commit drop as
  select c.conrelid::regclass::text as source, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as says
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
   where c.contype = 'f' and n.nspname not in ('jobs', 'public', 'citus', 'information_schema') and n.nspname !~ '^pg_'
     and exists (
       select from pg_class t join pg_namespace s on s.oid = t.relnamespace
        where t.oid in (c.conrelid, c.confrelid) and not exists (select from pg_dist_partition d where d.logicalrelid = t.oid));

do $$
declare
  one record;
  first_table text := 'platform.events';
begin
  for one in select * from links loop
    execute format('alter table %s drop constraint %s', one.source, one.name);
  end loop;
  for one in
    select c.oid::regclass::text as name, obj_description(c.oid, 'pg_class') = 'reference table' as is_shared
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname not in ('jobs', 'public', 'citus', 'information_schema') and n.nspname !~ '^pg_'
       and not exists (select from pg_dist_partition d where d.logicalrelid = c.oid)
     -- The first of the others gives them their places.
     order by obj_description(c.oid, 'pg_class') is distinct from 'reference table', c.oid::regclass::text <> first_table, 1
  loop
    if one.is_shared then
      perform create_reference_table(one.name);
    elsif one.name = first_table then
      perform create_distributed_table(one.name, 'county_id', colocate_with => 'none', shard_count => 64);
    else
      perform create_distributed_table(one.name, 'county_id', colocate_with => first_table);
    end if;
  end loop;
  for one in select * from links loop
    execute format('alter table %s add constraint %s %s', one.source, one.name, one.says);
  end loop;
end $$;
commit;
