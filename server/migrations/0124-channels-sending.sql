-- Sending: what each try met with, the secret by which a receiver knows us, and the breaker of a channel that does not answer.
alter table channels.channels
  add column sealed_secret bytea,
  add column sealed_former_secret bytea,
  add column former_until timestamptz,
  add column failures_in_row integer not null default 0,
  add column opens_at timestamptz,
  add column test_due_at timestamptz,
  add column test jsonb;
comment on column channels.channels.former_until is 'real time until which what is sent is signed with the former secret too';
comment on column channels.channels.failures_in_row is 'tries in a row that the channel did not answer';
comment on column channels.channels.opens_at is 'real time from which it is tried again after so many of them; null: it is not held';
comment on column channels.channels.test is 'what the last test sending met with: {at, problem, status, tookMilliseconds}';
create index on channels.channels (county_id) where test_due_at is not null;

create table channels.attempts (
  county_id integer not null,
  id uuid not null,
  copy_id uuid not null,
  channel_id uuid not null,
  act text not null check (act in ('send', 'withdraw')),
  outcome text not null check (outcome in ('accepted', 'published', 'withdrawn', 'failed', 'unknown')),
  problem text,
  detail jsonb not null,
  took_milliseconds integer not null,
  at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('channels.attempts');
comment on column channels.attempts.outcome is 'unknown: it was begun, and whoever had it in hand never said how it ended';
create index on channels.attempts (county_id, copy_id, id);
alter table channels.attempts add foreign key (county_id, copy_id) references channels.copies (county_id, id);
