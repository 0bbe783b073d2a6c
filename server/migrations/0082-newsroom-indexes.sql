-- "My work" of whoever is on duty asks for the few reviews afterwards that failed, among the rounds of a whole archive.
create index on newsroom.rounds (county_id, ended_at) where purpose = 'after-review' and outcome = 'returned';
-- The sitemap counts and lists the public stories of each month, translations among them.
create index on newsroom.stories (county_id, first_published_at, id) include (published_at) where public_state = 'published';
