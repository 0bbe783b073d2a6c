-- A signature asks what its round has already, and whether an approval was carried over: without these each signing read every signature of the archive (1.7 s with 600,000 of them).
create index on newsroom.signatures (county_id, round_id);
create index on newsroom.signatures (county_id, carries_id) where carries_id is not null;
