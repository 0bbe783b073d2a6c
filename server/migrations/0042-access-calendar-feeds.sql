-- A person's own calendar, read by their telephone under a secret address: one at a time, renewed or ended whenever they like.
create table access.calendar_feeds (
  county_id integer not null,
  person_id uuid not null,
  secret_hash text not null,
  language text not null check (language in ('zh-CN', 'en')),
  made_at timestamptz not null,
  primary key (county_id, person_id),
  unique (county_id, secret_hash)
);
select platform.owned('access.calendar_feeds');
comment on column access.calendar_feeds.secret_hash is 'SHA-256 of the secret in the address; the address itself is nowhere kept';

alter table access.calendar_feeds add foreign key (county_id, person_id) references access.accounts (county_id, person_id);
