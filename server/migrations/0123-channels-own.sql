-- 渠道: the ways to the public that a county sets up beside its own site, and what each copy needs on its way there.
create table channels.channels (
  county_id integer not null,
  id uuid not null,
  kind text not null,
  name text not null,
  place_id uuid not null,
  section_ids uuid[],
  language text,
  is_on boolean not null,
  settings jsonb not null,
  pause_seconds integer not null check (pause_seconds between 0 and 3600),
  daily_limit integer check (daily_limit > 0),
  keeper_id uuid,
  problem text,
  version integer not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, name)
);
select platform.owned('channels.channels');
comment on column channels.channels.kind is 'its folder in server/modules/channels/kinds; without a list here, so that a kind is a folder and nothing else';
comment on column channels.channels.place_id is 'takes stories of this place and of those below it';
comment on column channels.channels.section_ids is 'takes stories of these sections; null: of all';
comment on column channels.channels.language is 'takes texts of this language; null: of every one';
comment on column channels.channels.pause_seconds is 'how long a copy that nothing calls back waits before it leaves; an urgent one does not';
comment on column channels.channels.daily_limit is 'most copies in a day of the county; null: no limit';
comment on column channels.channels.keeper_id is 'who brings copies there by hand, and is told';
comment on column channels.channels.problem is 'why the program turned it off';
alter table channels.channels add foreign key (county_id, place_id) references places.places (county_id, id);
alter table channels.channels add foreign key (county_id, keeper_id) references people.persons (county_id, id);

alter table channels.copies
  add column channel_id uuid,
  add column waits_for text check (waits_for in ('pause', 'quota', 'retry', 'breaker')),
  add column due_at timestamptz,
  add column claimed_until timestamptz,
  add column round integer not null default 1,
  add column tries integer not null default 0,
  add column recalled boolean not null default false;
comment on column channels.copies.channel_id is 'the channel of the county; null: its own site';
comment on column channels.copies.due_at is 'real time at which something is to be sent next; null: nothing is';
comment on column channels.copies.claimed_until is 'real time until which a process has it in hand';
comment on column channels.copies.round is 'grows when it is sent anew after a withdrawal: part of the key by which the receiver knows a second sending';
comment on column channels.copies.tries is 'how often it was sent since it last changed';
comment on column channels.copies.recalled is 'withdrawn while it was on its way: the recall follows its receipt';
alter table channels.copies drop constraint copies_county_id_edition_id_channel_key;
alter table channels.copies add unique nulls not distinct (county_id, edition_id, channel_id);
alter table channels.copies add foreign key (county_id, channel_id) references channels.channels (county_id, id);
create index on channels.copies (county_id, due_at) where due_at is not null;
create index on channels.copies (county_id, channel_id, state) where channel_id is not null;
