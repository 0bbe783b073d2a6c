-- 上报: what another centre published and hands in here. Its mark is checked before anything is taken, so every row is of a genuine edition.
create table newsroom.contributions (
  county_id integer not null,
  id uuid not null,
  issuer text not null,
  source text not null,
  sender_id uuid not null,
  story_id uuid,
  received_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawal_settled_at timestamptz,
  primary key (county_id, id),
  unique (county_id, issuer, source)
);
select platform.owned('newsroom.contributions');
comment on column newsroom.contributions.issuer is 'host of the centre that published it, as its mark says';
comment on column newsroom.contributions.source is 'the slug of the story there';
comment on column newsroom.contributions.story_id is 'the story here; null only within the transaction that writes it';
comment on column newsroom.contributions.withdrawn_at is 'when the centre said that it took the text down';
comment on column newsroom.contributions.withdrawal_settled_at is 'when the desk here had dealt with that';
create index on newsroom.contributions (county_id, story_id);
create index on newsroom.contributions (county_id, sender_id);
alter table newsroom.contributions add foreign key (county_id, story_id) references newsroom.stories (county_id, id);

create table newsroom.contribution_editions (
  county_id integer not null,
  contribution_id uuid not null,
  number integer not null check (number > 0),
  mark text not null,
  key_id text not null,
  steps text not null,
  publisher text not null,
  page text not null,
  text jsonb not null,
  correction text,
  published_at timestamptz not null,
  received_at timestamptz not null,
  settled text check (settled in ('taken', 'left')),
  settled_at timestamptz,
  settled_by uuid,
  primary key (county_id, contribution_id, number),
  check ((settled is null) = (settled_at is null))
);
select platform.owned('newsroom.contribution_editions');
comment on column newsroom.contribution_editions.number is 'the edition there';
comment on column newsroom.contribution_editions.mark is 'the centre''s signed word that this edition is its own (compact JWS), checked when it was received';
comment on column newsroom.contribution_editions.key_id is 'of the list under /.well-known/xiangyin-keys.json by which it was checked';
comment on column newsroom.contribution_editions.steps is 'how each reading there is vouched for, as the mark says';
comment on column newsroom.contribution_editions.page is 'where it stands there';
comment on column newsroom.contribution_editions.text is 'with the pictures as they are stored here';
comment on column newsroom.contribution_editions.correction is 'what was wrong before, as the centre says';
comment on column newsroom.contribution_editions.settled is 'taken: the text here is made of it; left: the desk dealt with it otherwise; null: it waits for the desk';
comment on column newsroom.contribution_editions.settled_by is 'null: it was taken as it came';
create index on newsroom.contribution_editions (county_id, contribution_id) where settled is null;
alter table newsroom.contribution_editions add foreign key (county_id, contribution_id) references newsroom.contributions (county_id, id);

create table newsroom.contribution_pictures (
  county_id integer not null,
  sent_hash text not null,
  stored_hash text not null,
  stored_at timestamptz not null,
  primary key (county_id, sent_hash)
);
select platform.owned('newsroom.contribution_pictures');
comment on table newsroom.contribution_pictures is 'as which picture of the library here each picture of a contributed text is stored: a text names its pictures by the hash that they have there';
