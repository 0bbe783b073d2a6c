-- Files of pictures say what the library says of them: those there are get made anew, newest first, beside all other work.
create index on media.renditions (county_id, file_hash);
update media.pictures set renditions_at = null, renditions_tried_at = null where renditions_at is not null;
