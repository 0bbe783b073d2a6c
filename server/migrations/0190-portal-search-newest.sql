-- A word of many documents found a thousand of them, whichever came first, and all were read for the sake of twenty. Now the newest are found, by their day, and titles by an index of their own.
create index on portal.search_documents (county_id, at desc);
create index search_documents_title_words on portal.search_documents using gin (ts_filter(words, '{a}'));

drop function portal.search_hits(tsquery, tsquery, text);
create function portal.search_hits(asked tsquery, title tsquery, reader text, most integer)
returns table (kind text, id uuid, language text, at timestamptz, titled boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Planned anew for each question: a rare word is looked up, a word of every document is met by walking the newest.
  return query execute
    'with seen as (
       (select d.kind, d.id, d.language, d.at, true as titled from portal.search_documents d
         where d.county_id = $1 and ts_filter(d.words, ''{a}'') @@ $3 and d.words @@ $2 order by d.at desc limit $5)
       union all
       (select d.kind, d.id, d.language, d.at, false from portal.search_documents d
         where d.county_id = $1 and d.words @@ $2 order by d.at desc limit $5))
     select d.kind, d.id, d.language, d.at, bool_or(d.titled) from seen d
      where d.kind <> ''service'' or d.language = $4 or not exists (
        select 1 from portal.search_documents o where o.county_id = $1 and o.kind = d.kind and o.id = d.id and o.language = $4)
      group by d.kind, d.id, d.language, d.at'
    using nullif(current_setting('app.county', true), '')::integer, asked, title, reader, most;
end $$;
revoke all on function portal.search_hits(tsquery, tsquery, text, integer) from public;
do $$ begin
  execute format('grant execute on function portal.search_hits(tsquery, tsquery, text, integer) to %I', current_setting('xiangyin.app_role'));
end $$;
