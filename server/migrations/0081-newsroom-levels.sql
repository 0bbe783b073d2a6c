-- How urgent a notice is, in the four colours of public warnings. It is reviewed with the text, so each edition keeps the level it was signed under.
alter table newsroom.stories add column level text check (level in ('blue', 'yellow', 'orange', 'red'));
comment on column newsroom.stories.level is 'of the notice in work: how urgent; null is the ordinary case';
alter table newsroom.editions add column level text check (level in ('blue', 'yellow', 'orange', 'red'));
comment on column newsroom.editions.level is 'how urgent the notice was when it was signed: the public sees this one';
-- The ribbon asks before every page: notices without an end count for a day.
create index on newsroom.stories (county_id, published_at desc) where public_state = 'published' and kind = 'notice' and valid_until is null;
