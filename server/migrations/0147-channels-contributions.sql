-- 上报: what the centre to which copies are contributed said of each last.
create table channels.contributed_copies (
  county_id integer not null,
  copy_id uuid not null,
  sent_at timestamptz not null,
  state text not null,
  reason text,
  seen_at timestamptz not null,
  primary key (county_id, copy_id)
);
select platform.owned('channels.contributed_copies');
comment on column channels.contributed_copies.sent_at is 'real time: the longer ago, the more rarely it is asked';
comment on column channels.contributed_copies.state is 'a word of the other centre''s list: received, accepted, merged, waiting, returned, rejected, published, withdrawn, taken-back; or withdrawal-told: it was told that the text was taken down here';
comment on column channels.contributed_copies.reason is 'why it came back or is not used, in the words of its desk';
comment on column channels.contributed_copies.seen_at is 'real time at which it last said so';
alter table channels.contributed_copies add foreign key (county_id, copy_id) references channels.copies (county_id, id);
