-- In which further language (a folder in languages/) somebody asked for a newsletter: what stands around the stories is said in it.
alter table channels.subscribers add column tag text check (tag ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$');
comment on column channels.subscribers.tag is 'the tag of the further language in which letters are written to them; null: their language';
