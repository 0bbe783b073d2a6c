-- The county's own names (places, lexicon) that its indexes of words hold whole, so that a question is never cut by a name that the index does not know yet.
create table places.own_words (
  county_id integer not null,
  known text[],
  wanted text[],
  at_index text,
  after text,
  done integer not null default 0,
  total integer not null default 0,
  due boolean not null default true,
  ended_at timestamptz,
  primary key (county_id)
);
select platform.owned('places.own_words');
comment on column places.own_words.known is 'names by which questions are cut: every index holds them; null: never looked at, names of places alone';
comment on column places.own_words.wanted is 'names that are being brought into the indexes; null: at rest';
comment on column places.own_words.at_index is 'the index that is being gone through';
comment on column places.own_words.after is 'how far it was gone through; null: not yet begun';
comment on column places.own_words.done is 'things looked at in this round';
comment on column places.own_words.total is 'things that there were when it began';
comment on column places.own_words.due is 'names may have changed since the last look';

select platform.due('places.due_words', $$
  select t.county_id from places.trees t left join places.own_words w on w.county_id = t.county_id where coalesce(w.due, true) or w.wanted is not null$$);
