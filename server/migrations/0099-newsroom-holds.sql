-- A text is in hand because somebody opened it (the hold ends when their last window at it closes), or because they took it on (a correction begun, a text taken over): that ends when they lay it down.
alter table newsroom.stories add column held_open boolean not null default false;
comment on column newsroom.stories.held_open is 'the hold ends with the holder''s last window at the text';
