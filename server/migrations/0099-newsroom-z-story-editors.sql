-- Who looks after a story at the desk, from the first word to the last correction.
alter table newsroom.stories add column editor_id uuid;
comment on column newsroom.stories.editor_id is 'the colleague who looks after it; whoever may review it still may, and no signature depends on it';
create index on newsroom.stories (county_id, editor_id) where editor_id is not null;
