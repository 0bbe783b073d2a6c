-- The county's own names and terms, the checks it switched off, and the findings of a text that somebody looked at and left as they are.
create table newsroom.lexicon_terms (
  county_id integer not null,
  id uuid not null,
  term text not null,
  kind text not null check (kind in ('person', 'place', 'organisation', 'term')),
  wrong_forms text[] not null,
  note text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('newsroom.lexicon_terms');
comment on column newsroom.lexicon_terms.term is 'as the county writes it; of persons only names of public office';
comment on column newsroom.lexicon_terms.wrong_forms is 'what it is often mistaken for; may be empty: then the term only keeps other checks away';
create unique index one_living_term on newsroom.lexicon_terms (county_id, term) where ended_at is null;

-- A row says that a check is off; switching it on again takes the row away, and the audit keeps both.
create table newsroom.switched_off_checks (
  county_id integer not null,
  check_id text not null,
  switched_by uuid not null,
  switched_at timestamptz not null,
  primary key (county_id, check_id)
);
select platform.owned('newsroom.switched_off_checks');

-- The latest row of a finding is valid; without a reason it takes the dismissal back. The key is a hash of check, words and sentence, so that no telephone number stands here for ever.
create table newsroom.finding_dismissals (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  check_id text not null,
  finding_key text not null,
  reason text check (reason in ('as-said', 'local', 'public', 'checked', 'other')),
  remark text,
  dismissed_by uuid not null,
  dismissed_at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('newsroom.finding_dismissals');
create index on newsroom.finding_dismissals (county_id, story_id, id);

alter table newsroom.finding_dismissals add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
