-- The words of each story's present text, for the lists of the desk. Cut by the app (jieba), the same way for texts and for questions.
create table newsroom.story_words (
  county_id integer not null,
  story_id uuid not null,
  words tsvector,
  primary key (county_id, story_id)
);
select platform.owned('newsroom.story_words');
create index on newsroom.story_words using gin (words);
create index on newsroom.story_words (county_id, story_id) where words is null;
alter table newsroom.story_words add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
comment on table newsroom.story_words is 'a table of its own: a story''s row changes at every step, and its words only with the text';
comment on column newsroom.story_words.words is 'dictionary english over words cut by the app, without their positions; null: not yet cut';
insert into newsroom.story_words (county_id, story_id) select county_id, id from newsroom.stories;

-- Under row-level security an index serves only operators that PostgreSQL calls leakproof, and the match of a tsquery is none (see 0182).
-- This one function reads as the owner, and only ever the county of the transaction. It answers ids alone: who may see them is asked where they are listed.
create function newsroom.stories_with_words(asked tsquery, most integer) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare found uuid[];
begin
  -- Planned anew for each question: a rare word is looked up, a word of every story is not.
  execute 'select coalesce(array_agg(f.story_id), ''{}'') from (select w.story_id from newsroom.story_words w where w.county_id = $1 and w.words @@ $2 limit $3) f'
    into found using nullif(current_setting('app.county', true), '')::integer, asked, most;
  return found;
end $$;
revoke all on function newsroom.stories_with_words(tsquery, integer) from public;
do $$ begin
  execute format('grant execute on function newsroom.stories_with_words(tsquery, integer) to %I', current_setting('xiangyin.app_role'));
end $$;
