-- 邮件通讯: who asked for it, and each letter to each of them, so that a correction reaches exactly those who got the wrong one.
create table channels.subscribers (
  county_id integer not null,
  id uuid not null,
  channel_id uuid not null,
  email text not null,
  language text not null check (language in ('zh-CN', 'en')),
  pace text not null check (pace in ('instant', 'daily', 'weekly')),
  section_ids uuid[],
  place_ids uuid[],
  state text not null check (state in ('asked', 'active', 'off')),
  token text not null,
  code_hash text,
  code_until timestamptz,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  digest_from timestamptz,
  digest_on date,
  bounces integer not null default 0,
  primary key (county_id, id),
  unique (county_id, channel_id, email),
  unique (county_id, token)
);
select platform.owned('channels.subscribers');
comment on table channels.subscribers is 'a row goes when its owner leaves: nothing is kept of who once read';
comment on column channels.subscribers.section_ids is 'wants stories of these sections; null: of all';
comment on column channels.subscribers.place_ids is 'wants stories of these places and of those below them; null: of all';
comment on column channels.subscribers.state is 'asked: has not confirmed; off: three letters in a row could not be delivered';
comment on column channels.subscribers.token is 'stands in the links of their letters: opens their own choices and the way out, nothing else';
comment on column channels.subscribers.code_hash is 'of the code in the letter that asks for confirmation';
comment on column channels.subscribers.asked_at is 'real time';
comment on column channels.subscribers.digest_from is 'stories planned after this are new to them';
alter table channels.subscribers add foreign key (county_id, channel_id) references channels.channels (county_id, id);
create index on channels.subscribers (county_id, channel_id, pace, id) where state = 'active';
create index on channels.subscribers (county_id, code_hash) where code_hash is not null;
create index on channels.subscribers (county_id, asked_at) where state = 'asked';

create table channels.mailings (
  county_id integer not null,
  id uuid not null,
  channel_id uuid not null,
  subscriber_id uuid not null,
  what text not null check (what in ('confirmation', 'instant', 'digest', 'correction', 'withdrawal', 'restoration')),
  copy_id uuid,
  round integer not null default 1,
  story_ids uuid[] not null,
  follows uuid,
  on_day date,
  state text not null check (state in ('planned', 'sending', 'sent', 'failed', 'returned', 'dropped')),
  due_at timestamptz,
  claimed_until timestamptz,
  tries integer not null default 0,
  problem text,
  made_at timestamptz not null,
  sent_at timestamptz,
  primary key (county_id, id),
  unique (county_id, copy_id, subscriber_id, what, round),
  unique (county_id, subscriber_id, on_day)
);
select platform.owned('channels.mailings');
comment on table channels.mailings is 'one letter to one receiver; its id is the Message-ID; goes with the receiver';
comment on column channels.mailings.round is 'of the copy: grows with each restoration';
comment on column channels.mailings.follows is 'the letter in whose thread it stands';
comment on column channels.mailings.on_day is 'of a digest: the county''s day';
comment on column channels.mailings.due_at is 'real time at which it is sent next; null: it is not';
comment on column channels.mailings.state is 'returned: it came back as undeliverable; dropped: the text was withdrawn before it left';
alter table channels.mailings add foreign key (county_id, channel_id) references channels.channels (county_id, id);
alter table channels.mailings add foreign key (county_id, subscriber_id) references channels.subscribers (county_id, id);
alter table channels.mailings add foreign key (county_id, copy_id) references channels.copies (county_id, id);
create index on channels.mailings (county_id, due_at) where due_at is not null;
create index on channels.mailings (county_id, copy_id, state);
create index on channels.mailings using gin (story_ids) where state = 'sent';
