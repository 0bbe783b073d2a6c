-- "My work" of whoever is on duty asks for the few reviews afterwards that failed, among the rounds of a whole archive.
create index on newsroom.rounds (county_id, ended_at) where purpose = 'after-review' and outcome = 'returned';
