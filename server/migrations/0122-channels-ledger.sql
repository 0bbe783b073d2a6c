-- 台账: what a copy can be in, whatever carries it there. Today's words move to these; drift keeps its own.
alter table channels.copies drop constraint copies_state_check;
update channels.copies set state = case state when 'waiting' then 'planned' else 'superseded' end where state in ('waiting', 'replaced');
alter table channels.copies add check (state in ('planned', 'waiting', 'sending', 'accepted', 'published', 'drifted', 'failed', 'manual', 'withdrawing', 'withdrawn', 'superseded'));
alter table channels.copies rename column attempts to looks;
comment on column channels.copies.looks is 'how often it was read back since it last changed; what was sent stands in channels.attempts';
comment on column channels.copies.channel is 'the kind of the channel: its folder in server/modules/channels/kinds';
drop index channels.copies_county_id_state_changed_at_idx;
create index on channels.copies (county_id, state, changed_at desc) where state in ('planned', 'waiting', 'sending', 'manual', 'drifted', 'failed', 'withdrawing');
