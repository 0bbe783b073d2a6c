-- A notice may hold longer, or shorter, without a new edition: channels that can show its end are told until when it holds now.
alter table channels.copies add column known_until timestamptz;
alter table channels.copies add column holds_on_at timestamptz;
comment on column channels.copies.known_until is 'until when its notice holds, as its channel was told last; infinity: without end; null: not known';
comment on column channels.copies.holds_on_at is 'since when its channel is to be told until when its notice holds now; null: it knows';
create index on channels.copies (county_id, story_id) where known_until is not null or ended_at is not null;

alter table channels.attempts drop constraint attempts_act_check;
alter table channels.attempts add check (act in ('send', 'correct', 'withdraw', 'look-up', 'answer', 'end', 'hold'));
comment on column channels.attempts.act is 'look-up: asked the channel what became of it; answer: the channel said so by itself; end: told that its notice has ended; hold: told until when its notice holds now';

-- In place of channels.due_ends, which the version before asks.
select platform.due('channels.due_times', $$
  select s.county_id from newsroom.stories s left join newsroom.stories n on n.county_id = s.county_id and n.id = s.successor_id
    join channels.copies k on k.county_id = s.county_id and k.story_id = s.id and k.edition_id = s.edition_id
   where s.kind = 'notice' and s.public_state = 'published' and k.channel_id is not null and k.state in ('accepted', 'published', 'drifted') and k.due_at is null
     and (s.valid_until between earliest - interval '7 days' and latest or n.first_published_at > earliest - interval '7 days')
  union all
  select s.county_id from channels.copies k join newsroom.stories s on s.county_id = k.county_id and s.id = k.story_id and s.edition_id = k.edition_id
    left join newsroom.stories n on n.county_id = s.county_id and n.id = s.successor_id and n.public_state = 'published'
   where (k.known_until is not null or k.ended_at is not null) and k.state in ('accepted', 'published', 'drifted') and k.due_at is null
     and s.kind = 'notice' and s.public_state = 'published' and n.id is null and coalesce(s.valid_until, 'infinity') > earliest
     and (k.ended_at is not null or k.known_until <> coalesce(s.valid_until, 'infinity'))$$);
