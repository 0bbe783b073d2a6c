-- What is read back at places of other people's making.
alter table channels.copies add column uncompared text check (uncompared in ('no-text', 'closed', 'no-page', 'barred', 'own-words'));
comment on column channels.copies.uncompared is 'why what stands at its place cannot be compared with what was sent; null: it can be, or nobody looked';
alter table channels.contributed_copies add column words_hash text;
comment on column channels.contributed_copies.words_hash is 'SHA-256 of the words with which it was first seen published there, in words of that centre''s own or in ours';
