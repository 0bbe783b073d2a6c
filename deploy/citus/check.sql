-- What lies wrong. No row: all is well. psql -v app_role=… -f check.sql, as superuser on the coordinator.
with ours as (
  select c.oid, c.oid::regclass::text as name, coalesce(obj_description(c.oid, 'pg_class') = 'reference table', false) as is_shared
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and not c.relispartition
     and n.nspname not in ('jobs', 'public', 'citus', 'information_schema') and n.nspname !~ '^pg_'),
placed as (
  select o.*, d.partmethod, d.colocationid, column_to_column_name(d.logicalrelid, d.partkey) as by_column
    from ours o left join pg_dist_partition d on d.logicalrelid = o.oid)
select 'not distributed: run distribute.sql' as fault, name as at from placed where partmethod is null
union all
select 'shared, but not whole on each node', name from placed where is_shared and partmethod <> 'n'
union all
select 'not distributed by county_id', name from placed where not is_shared and partmethod is not null and by_column is distinct from 'county_id'
union all
select 'does not lie with the others', name from placed
 where not is_shared and colocationid <> (select colocationid from placed where name = 'platform.events')
union all
select 'a foreign key was not checked', c.conrelid::regclass || ' (' || c.conname || ')' from pg_constraint c join ours o on o.oid = c.conrelid
 where c.contype = 'f' and not c.convalidated
union all
select 'row-level security is off', o.name from ours o join pg_class c on c.oid = o.oid where not o.is_shared and not c.relrowsecurity
union all
select 'a node is not active', nodename || ':' || nodeport from pg_dist_node where not isactive
union all
select 'the program''s role does not pass its county on: distribute.sql sets it', r.rolname
  from pg_roles r where r.rolname = :'app_role' and not coalesce(r.rolconfig::text, '') ~ 'citus.propagate_set_commands=local'
union all
select 'there is no such role', :'app_role' where to_regrole(quote_ident(:'app_role')) is null
order by 1, 2;
