-- The fediverse (ActivityPub): what stands there under which id, who follows, and what each server was sent.
create table channels.activitypub_objects (
  county_id integer not null,
  id uuid not null,
  channel_id uuid not null,
  story_id uuid not null,
  document jsonb not null,
  is_deleted boolean not null default false,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (county_id, id)
);
select platform.owned('channels.activitypub_objects');
comment on column channels.activitypub_objects.document is 'the Article as it stands there, or the Tombstone in its place';
comment on column channels.activitypub_objects.is_deleted is 'servers never take an id again that was deleted: what is published anew gets another';
create unique index on channels.activitypub_objects (county_id, channel_id, story_id) where not is_deleted;
alter table channels.activitypub_objects add foreign key (county_id, channel_id) references channels.channels (county_id, id);

create table channels.activitypub_activities (
  county_id integer not null,
  id uuid not null,
  channel_id uuid not null,
  object_id uuid not null,
  act text not null check (act in ('Create', 'Update', 'Delete')),
  key text not null,
  at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, channel_id, key)
);
select platform.append_only('channels.activitypub_activities');
comment on column channels.activitypub_activities.key is 'of the sending: tried a second time it makes no second activity';
create index on channels.activitypub_activities (county_id, object_id, id);
create index on channels.activitypub_activities (county_id, channel_id, id);
alter table channels.activitypub_activities add foreign key (county_id, object_id) references channels.activitypub_objects (county_id, id);

create table channels.activitypub_followers (
  county_id integer not null,
  id uuid not null,
  channel_id uuid not null,
  actor_hash text not null,
  follow_hash text not null,
  inbox text not null,
  server text not null,
  at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, channel_id, actor_hash)
);
select platform.owned('channels.activitypub_followers');
comment on column channels.activitypub_followers.actor_hash is 'SHA-256 of the address of whoever follows: enough to know them again when they leave';
comment on column channels.activitypub_followers.follow_hash is 'SHA-256 of the id of their Follow, by which it is undone';
comment on column channels.activitypub_followers.inbox is 'where their server takes what is for them: the one that its people share, where it has one';
comment on column channels.activitypub_followers.server is 'its host';
create index on channels.activitypub_followers (county_id, server);
alter table channels.activitypub_followers add foreign key (county_id, channel_id) references channels.channels (county_id, id);

create table channels.activitypub_deliveries (
  county_id integer not null,
  id uuid not null,
  channel_id uuid not null,
  activity_id uuid,
  object_id uuid,
  accepts jsonb,
  inbox text not null,
  server text not null,
  state text not null check (state in ('waiting', 'arrived', 'overtaken', 'given-up')),
  tries integer not null default 0,
  problem text,
  due_at timestamptz,
  claimed_until timestamptz,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, activity_id, inbox),
  check ((accepts is null) = (activity_id is not null))
);
select platform.owned('channels.activitypub_deliveries');
comment on column channels.activitypub_deliveries.accepts is 'the Follow that is accepted; forgotten when it has arrived';
comment on column channels.activitypub_deliveries.state is 'overtaken: it was not sent, for what it tells of was taken down before';
comment on column channels.activitypub_deliveries.due_at is 'real time at which it is sent next';
create index on channels.activitypub_deliveries (county_id, due_at) where state = 'waiting';
create index on channels.activitypub_deliveries (county_id, object_id, inbox, id);
create index on channels.activitypub_deliveries (county_id, server) where state = 'waiting';
alter table channels.activitypub_deliveries add foreign key (county_id, activity_id) references channels.activitypub_activities (county_id, id);

create table channels.activitypub_servers (
  county_id integer not null,
  server text not null,
  signs text not null check (signs in ('rfc9421', 'cavage')),
  silent_since timestamptz,
  failures_in_row integer not null default 0,
  opens_at timestamptz,
  primary key (county_id, server)
);
select platform.owned('channels.activitypub_servers');
comment on column channels.activitypub_servers.signs is 'which form of signature it last took';
comment on column channels.activitypub_servers.silent_since is 'real time since which it has not answered; null: it answered last';
comment on column channels.activitypub_servers.opens_at is 'real time from which it is tried again after several failures';

-- Two accounts of one name could not be told apart by those who look for them.
create unique index on channels.channels (county_id, (settings ->> 'handle')) where kind = 'activitypub';
