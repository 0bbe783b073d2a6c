-- 消息源的发布限制: a source asks that nothing of it is published before a moment.
alter table newsroom.stories add column embargo_until timestamptz;
alter table newsroom.stories add column embargo_source text not null default '';
comment on column newsroom.stories.embargo_until is 'no verb publishes the story before this moment; null: nobody asked for it';
comment on column newsroom.stories.embargo_source is 'who asked for it, as the desk wrote it';

create table newsroom.embargo_entries (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  until_at timestamptz,
  reason text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('newsroom.embargo_entries');
comment on column newsroom.embargo_entries.until_at is 'as it was from then on; null: lifted';
comment on column newsroom.embargo_entries.reason is 'why it was lifted or shortened while it held; empty for what binds more';
create index on newsroom.embargo_entries (county_id, story_id, id);

alter table newsroom.embargo_entries add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
