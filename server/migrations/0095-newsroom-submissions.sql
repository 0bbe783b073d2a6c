-- 来稿: what correspondents hand in, as the desk receives it: one for each story, under the story's id.
create table newsroom.submissions (
  county_id integer not null,
  id uuid not null,
  sender_id uuid not null,
  state text not null check (state in ('waiting', 'accepted', 'merged', 'returned', 'rejected', 'taken_back')),
  sent_revision_id uuid not null,
  sent_at timestamptz not null,
  merged_into uuid,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('newsroom.submissions');
comment on column newsroom.submissions.id is 'the id of the story that holds the text';
comment on column newsroom.submissions.sent_revision_id is 'the words as the sender last handed them in, before the desk wrote at them';
comment on column newsroom.submissions.merged_into is 'the story that took the words over';
create index on newsroom.submissions (county_id, sent_at desc, id desc);
create index on newsroom.submissions (county_id, sent_at, id) where state = 'waiting';
create index on newsroom.submissions (county_id, sender_id, sent_at desc, id desc);
create index on newsroom.submissions (county_id, merged_into) where merged_into is not null;
alter table newsroom.submissions add foreign key (county_id, id) references newsroom.stories (county_id, id);
alter table newsroom.submissions add foreign key (county_id, sent_revision_id) references newsroom.revisions (county_id, id);
alter table newsroom.submissions add foreign key (county_id, merged_into) references newsroom.stories (county_id, id);
