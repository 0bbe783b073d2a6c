-- Copies whose page did not answer stand as published with a problem; the desk lists them beside the failed ones.
create index on channels.copies (county_id, changed_at desc) where state = 'published' and problem is not null;
