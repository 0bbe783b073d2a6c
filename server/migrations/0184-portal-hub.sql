-- The hub of the county's feeds (W3C WebSub): who is to be told when a feed changes, until when, and what was asked but not yet confirmed by the one who is to be called.
create table portal.hub_requests (
  county_id integer not null,
  id uuid not null,
  subject text not null,
  mode text not null check (mode in ('subscribe', 'unsubscribe')),
  topic text not null,
  callback text not null,
  callback_host text not null,
  lease_seconds integer not null,
  sealed_secret bytea,
  tries integer not null default 0,
  due_at timestamptz not null,
  claimed_until timestamptz,
  asked_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, subject)
);
select platform.owned('portal.hub_requests');
comment on column portal.hub_requests.subject is 'hash of topic and callback: of one pair only the latest request counts';
comment on column portal.hub_requests.due_at is 'real time at which the callback is asked whether it meant it';
comment on column portal.hub_requests.claimed_until is 'real time until which a process asks';
create index on portal.hub_requests (county_id, due_at);
create index on portal.hub_requests (county_id, callback_host);

create table portal.hub_subscriptions (
  county_id integer not null,
  id uuid not null,
  subject text not null,
  topic text not null,
  callback text not null,
  callback_host text not null,
  keys text[] not null,
  sealed_secret bytea,
  lease_until timestamptz not null,
  hash_sent text not null,
  owed integer not null default 0,
  tries integer not null default 0,
  due_at timestamptz,
  claimed_until timestamptz,
  made_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, subject)
);
select platform.owned('portal.hub_subscriptions');
comment on column portal.hub_subscriptions.topic is 'whole address of the feed';
comment on column portal.hub_subscriptions.keys is 'what the feed is made from, as the page cache names it: an event that purges one of them may have changed it';
comment on column portal.hub_subscriptions.lease_until is 'real time at which the subscription ends by itself';
comment on column portal.hub_subscriptions.hash_sent is 'of what the feed said when it was last sent, or when it was subscribed to';
comment on column portal.hub_subscriptions.owed is 'grows with each change: what changes while the feed is on its way is sent after it';
comment on column portal.hub_subscriptions.due_at is 'real time at which the feed is sent next; null: nothing new';
create index on portal.hub_subscriptions (county_id, due_at) where due_at is not null;
create index on portal.hub_subscriptions (county_id, lease_until);
create index on portal.hub_subscriptions (county_id, callback_host);

-- As portal.search_hits: a match of words is asked as the owner, and only ever of the county of the transaction. The newest stories, however many there are.
create function portal.newest_hits(asked tsquery, most integer)
returns table (id uuid, language text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query execute
    'select d.id, d.language from portal.search_documents d where d.county_id = $1 and d.kind = ''story'' and d.words @@ $2 order by d.at desc limit $3'
    using nullif(current_setting('app.county', true), '')::integer, asked, most;
end $$;
revoke all on function portal.newest_hits(tsquery, integer) from public;
do $$ begin
  execute format('grant execute on function portal.newest_hits(tsquery, integer) to %I', current_setting('xiangyin.app_role'));
end $$;
