-- Notices also go into group chats and to programs: a hook is a robot of a group (WeCom, DingTalk, Feishu) or the address of a program, of one person or of the duties at a place.

create table notices.hooks (
  county_id integer not null,
  id uuid not null,
  kind text not null check (kind in ('wecom', 'dingtalk', 'feishu', 'program')),
  name text not null,
  person_id uuid,
  place_id uuid,
  duties text[] not null,
  language text not null check (language in ('zh-CN', 'en')),
  host text not null,
  sealed bytea not null,
  rests_until timestamptz,
  last_sent_at timestamptz,
  last_failure text,
  made_at timestamptz not null,
  primary key (county_id, id),
  check ((person_id is null) <> (place_id is null)),
  check ((place_id is null) = (cardinality(duties) = 0)),
  check (duties <@ array['desk', 'orders', 'operations'])
);
select platform.owned('notices.hooks');
create index on notices.hooks (county_id, person_id);
comment on column notices.hooks.person_id is 'whose own it is; null: of the duties at place_id and below';
comment on column notices.hooks.host is 'the machine alone: the rest of the address is as secret as a password';
comment on column notices.hooks.sealed is 'address and secret as JSON, sealed under the installation''s key';
comment on column notices.hooks.rests_until is 'robots take so many messages a minute and then none for a while';
comment on column notices.hooks.last_failure is 'why the last message was not taken; null once one was';

-- What a hook is told, once for each key; several that wait leave as one message.
create table notices.posts (
  county_id integer not null,
  id uuid not null,
  hook_id uuid not null,
  kind text not null,
  dedupe_key text not null,
  href text not null,
  facts jsonb not null,
  state text not null check (state in ('planned', 'sending', 'sent', 'failed')),
  due_at timestamptz not null,
  attempts integer not null default 0,
  receipt text,
  failure text,
  changed_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, hook_id, dedupe_key)
);
select platform.owned('notices.posts');
create index on notices.posts (county_id, due_at) where state in ('planned', 'sending');
create index on notices.posts (county_id, changed_at) where state = 'failed';
comment on column notices.posts.facts is 'values for the words of the kind: counts, minutes, times; never a name, phone or address';

alter table notices.hooks add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table notices.hooks add foreign key (county_id, place_id) references places.places (county_id, id);
alter table notices.posts add foreign key (county_id, hook_id) references notices.hooks (county_id, id);
