-- 读数: what a channel says of a whole copy, as counts; who read it is never asked, and small counts are not kept.
create table channels.copy_counts (
  county_id integer not null,
  copy_id uuid not null,
  on_day date not null,
  reads integer not null check (reads >= 0),
  shares integer not null check (shares >= 0),
  primary key (county_id, copy_id)
);
select platform.owned('channels.copy_counts');
comment on column channels.copy_counts.on_day is 'the last day that is counted in, by the channel''s own calendar';
alter table channels.copy_counts add foreign key (county_id, copy_id) references channels.copies (county_id, id);

alter table channels.wechat_accounts add column counted_on date;
comment on column channels.wechat_accounts.counted_on is 'the last day of which figures were asked for';
create index on channels.wechat_posts (county_id, channel_id, data_id) where data_id is not null;
