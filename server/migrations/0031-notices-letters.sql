-- A letter may carry a secret link that nobody else may read, such as an invitation: sealed until it has gone out, then removed.

alter table notices.messages add column sealed_link bytea;
comment on column notices.messages.sealed_link is 'path with a secret that only the letter carries, sealed under the installation''s key; removed as soon as the letter has gone out or cannot';
