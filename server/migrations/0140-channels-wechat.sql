-- 公众号: what an account of the WeChat platform gave out and took in, so that nothing is asked, uploaded or published twice.
create table channels.wechat_accounts (
  county_id integer not null,
  channel_id uuid not null,
  sealed_token bytea,
  token_number integer not null default 0,
  ends_at timestamptz,
  taken_until timestamptz,
  forced_at timestamptz,
  primary key (county_id, channel_id)
);
select platform.owned('channels.wechat_accounts');
comment on column channels.wechat_accounts.sealed_token is 'the token of the platform by which every call is made; null: there is none';
comment on column channels.wechat_accounts.token_number is 'which token that is: one that was refused is forgotten only by its number';
comment on column channels.wechat_accounts.ends_at is 'real time until which it holds';
comment on column channels.wechat_accounts.taken_until is 'real time until which one process fetches a new one, and the others wait';
comment on column channels.wechat_accounts.forced_at is 'real time at which a new one was last forced';
alter table channels.wechat_accounts add foreign key (county_id, channel_id) references channels.channels (county_id, id);

create table channels.wechat_calls (
  county_id integer not null,
  channel_id uuid not null,
  on_day date not null,
  call text not null,
  calls integer not null check (calls >= 0),
  primary key (county_id, channel_id, on_day, call)
);
select platform.owned('channels.wechat_calls');
comment on table channels.wechat_calls is 'calls that the platform counts, by its own day (Beijing)';
alter table channels.wechat_calls add foreign key (county_id, channel_id) references channels.channels (county_id, id);

create table channels.wechat_pictures (
  county_id integer not null,
  channel_id uuid not null,
  app_id text not null,
  use text not null check (use in ('body', 'cover')),
  picture_hash text not null,
  remote text not null,
  stored_at timestamptz not null,
  primary key (county_id, channel_id, app_id, use, picture_hash)
);
select platform.owned('channels.wechat_pictures');
comment on column channels.wechat_pictures.remote is 'address of a picture in a body; media id of a cover';
comment on column channels.wechat_pictures.picture_hash is 'of the library; empty: the cover of stories without a picture';
alter table channels.wechat_pictures add foreign key (county_id, channel_id) references channels.channels (county_id, id);

create table channels.wechat_posts (
  county_id integer not null,
  copy_id uuid not null,
  round integer not null,
  channel_id uuid not null,
  mark text not null,
  headline text,
  draft_id text,
  removed_former_at timestamptz,
  submitted_at timestamptz,
  publish_id text,
  data_id text,
  article_id text,
  address text,
  primary key (county_id, copy_id, round)
);
select platform.owned('channels.wechat_posts');
comment on table channels.wechat_posts is 'how far each sending has come: draft, submission, article';
comment on column channels.wechat_posts.mark is 'stands in the article''s link to the original, by which it is found when an answer was lost';
comment on column channels.wechat_posts.headline is 'as it was sent: that of an article that follows another says so';
comment on column channels.wechat_posts.removed_former_at is 'when the article it takes the place of was deleted';
comment on column channels.wechat_posts.submitted_at is 'real time; written before the call, as a second one would publish twice';
comment on column channels.wechat_posts.data_id is 'by which the platform gives its figures';
create unique index on channels.wechat_posts (county_id, channel_id, publish_id) where publish_id is not null;
alter table channels.wechat_posts add foreign key (county_id, copy_id) references channels.copies (county_id, id);
alter table channels.wechat_posts add foreign key (county_id, channel_id) references channels.channels (county_id, id);
