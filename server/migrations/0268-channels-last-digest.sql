-- Whoever had a letter a day or a week and wants letters at once from now on is owed one more: with what came since the last.
alter table channels.subscribers add column digest_until timestamptz;
comment on column channels.subscribers.digest_until is 'a last digest is owed, with stories planned before this; null: none is';
