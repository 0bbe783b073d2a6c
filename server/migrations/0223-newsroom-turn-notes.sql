-- Whoever withdraws a story, or puts it back, may say why in words of their own, for the public.
alter table newsroom.signatures add column note text check (note is null or (char_length(note) between 1 and 300 and step in ('withdrawal', 'restoration')));
comment on column newsroom.signatures.note is 'of a withdrawal or restoration: what the public reads about it, in the story''s language; null: the usual words alone';
