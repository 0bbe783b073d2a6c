-- A film may name another recording of the library: the same film with what is to be seen spoken in it (口述影像, WCAG 1.2.5).
alter table media.materials add column described_hash text check (described_hash ~ '^[0-9a-f]{64}$');
comment on column media.materials.described_hash is 'hash of the film in which what is to be seen is spoken; null: there is none';
create index on media.materials (county_id, described_hash) where described_hash is not null;
