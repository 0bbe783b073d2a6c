-- Whether the words stand in the title is asked of each hit instead of a rank, from which the same was read: a match costs a third of it.
drop function portal.search_hits(tsquery, tsquery, text);
create function portal.search_hits(asked tsquery, title tsquery, reader text)
returns table (kind text, id uuid, language text, at timestamptz, titled boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Planned anew for each question: a rare word is looked up, a word of every document is not.
  return query execute
    'select d.kind, d.id, d.language, d.at, d.words @@ $3
       from portal.search_documents d
      where d.county_id = $1 and d.words @@ $2
        and (d.kind <> ''service'' or d.language = $4 or not exists (
          select 1 from portal.search_documents o where o.county_id = $1 and o.kind = d.kind and o.id = d.id and o.language = $4))
      limit 1000'
    using nullif(current_setting('app.county', true), '')::integer, asked, title, reader;
end $$;
revoke all on function portal.search_hits(tsquery, tsquery, text) from public;
do $$ begin
  execute format('grant execute on function portal.search_hits(tsquery, tsquery, text) to %I', current_setting('xiangyin.app_role'));
end $$;
