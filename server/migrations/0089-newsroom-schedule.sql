-- 定时发布, 待用: a text may be signed now and published later, or kept ready until somebody says so.
alter table newsroom.stories drop constraint stories_state_check;
alter table newsroom.stories add constraint stories_state_check
  check (state in ('draft', 'returned', 'first_review', 'second_review', 'final_review', 'urgent_review', 'signed_off', 'done', 'discarded'));
alter table newsroom.stories add column publish_at timestamptz;
alter table newsroom.stories add column publish_held boolean not null default false;
comment on column newsroom.stories.publish_at is 'county time before which the text in work is not published, though it be signed; null: with its last signature';
comment on column newsroom.stories.publish_held is 'kept ready: published when somebody says so';
create index on newsroom.stories (county_id, publish_at) where state = 'signed_off' and not publish_held;
