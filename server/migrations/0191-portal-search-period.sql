-- A common word of a period long past was met by walking from the newest document back to that period, and each on the way was read. Now the walk begins where the period ends.
drop function portal.search_hits(tsquery, tsquery, text, integer);
create function portal.search_hits(asked tsquery, title tsquery, reader text, most integer, since timestamptz, until timestamptz)
returns table (kind text, id uuid, language text, at timestamptz, titled boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Planned anew for each question: a rare word is looked up, a word of every document is met by walking the newest.
  return query execute
    'with seen as (
       (select d.kind, d.id, d.language, d.at, true as titled from portal.search_documents d
         where d.county_id = $1 and d.at >= $6 and d.at < $7 and ts_filter(d.words, ''{a}'') @@ $3 and d.words @@ $2 order by d.at desc limit $5)
       union all
       (select d.kind, d.id, d.language, d.at, false from portal.search_documents d
         where d.county_id = $1 and d.at >= $6 and d.at < $7 and d.words @@ $2 order by d.at desc limit $5))
     select d.kind, d.id, d.language, d.at, bool_or(d.titled) from seen d
      where d.kind <> ''service'' or d.language = $4 or not exists (
        select 1 from portal.search_documents o where o.county_id = $1 and o.kind = d.kind and o.id = d.id and o.language = $4)
      group by d.kind, d.id, d.language, d.at'
    using nullif(current_setting('app.county', true), '')::integer, asked, title, reader, most, since, until;
end $$;
revoke all on function portal.search_hits(tsquery, tsquery, text, integer, timestamptz, timestamptz) from public;
do $$ begin
  execute format('grant execute on function portal.search_hits(tsquery, tsquery, text, integer, timestamptz, timestamptz) to %I', current_setting('xiangyin.app_role'));
end $$;
