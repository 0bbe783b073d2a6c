-- In which language letters are written to somebody: a further one, a folder in languages/, is none of their record.
alter table notices.preferences add column language text check (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$');
comment on column notices.preferences.language is 'the tag of the language in which letters are written to this person; null: the language of their record';
alter table notices.hooks
  drop constraint hooks_language_check,
  add constraint hooks_language_check check (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$');
