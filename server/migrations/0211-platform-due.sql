-- Which counties have something due: a sweep asks one question of all of them, and visits those alone (ADR 74).
-- Such a function reads as the owner and answers numbers of open counties, nothing else. `query` answers the county_id of rows; in it
-- `earliest` and `latest` are the times of the county that is furthest behind and furthest ahead (their own clocks may differ), `clock` is real time; `more`: further parameters.
-- It may name a county that has nothing due after all, never leave one out that has.
create function platform.due(name text, query text, more text default '') returns void language plpgsql as $$
declare arguments text := 'earliest timestamptz, latest timestamptz, clock timestamptz' || case when more = '' then '' else ', ' || more end;
begin
  execute format(
    'create function %s(%s) returns setof integer language plpgsql stable security definer set search_path = pg_catalog, pg_temp as %L',
    name, arguments, format('begin return query select c.id from platform.counties c where c.closed_at is null and c.id in (%s); end', query));
  execute format('comment on function %s is ''answers counties alone''', name);
  execute format('revoke all on function %s from public', name);
  execute format('grant execute on function %s to %I', name, current_setting('xiangyin.app_role'));
end $$;

select platform.due('platform.due_seals', 'select u.county_id from platform.unsealed u');
select platform.due('platform.due_events', 'select o.county_id from platform.outbox o');
