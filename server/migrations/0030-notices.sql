-- Notices: what a person is told, once, and how it went out. Texts hold no names or addresses; the link opens the very item.
select platform.module('notices');

create table notices.messages (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  dedupe_key text not null,
  subject_id text not null,
  href text not null,
  facts jsonb not null,
  due_at timestamptz,
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (county_id, id),
  unique (county_id, person_id, dedupe_key)
);
select platform.owned('notices.messages');
create index on notices.messages (county_id, person_id, made_at desc);
comment on column notices.messages.facts is 'values for the words of the kind: counts, minutes, times; never a name, phone or address';

create table notices.deliveries (
  county_id integer not null,
  id uuid not null,
  message_id uuid not null,
  channel text not null check (channel in ('email', 'sms', 'webhook')),
  state text not null check (state in ('planned', 'sending', 'sent', 'failed')),
  due_at timestamptz not null,
  attempts integer not null default 0,
  receipt text,
  failure text,
  changed_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, message_id, channel)
);
select platform.owned('notices.deliveries');
create index on notices.deliveries (county_id, due_at) where state in ('planned', 'sending');

create table notices.preferences (
  county_id integer not null,
  person_id uuid not null,
  email boolean not null default true,
  quiet_from integer,
  quiet_until integer,
  changed_at timestamptz not null,
  primary key (county_id, person_id),
  check ((quiet_from is null) = (quiet_until is null)),
  check (quiet_from between 0 and 1439 and quiet_until between 0 and 1439)
);
select platform.owned('notices.preferences');
comment on column notices.preferences.quiet_from is 'minute of the day in the county''s zone';

alter table notices.messages add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table notices.deliveries add foreign key (county_id, message_id) references notices.messages (county_id, id);
alter table notices.preferences add foreign key (county_id, person_id) references people.persons (county_id, id);
