-- What is due is asked of each channel by itself: with a hundred thousand copies waiting, ranking all of them for each handful cost more than sending them.
create index on channels.copies (county_id, channel_id, edition_number, due_at, id) where due_at is not null and channel_id is not null;
