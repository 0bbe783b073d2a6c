-- The mark of AI travels with the converted files of a recording, as it does with those of a picture.
alter table media.material_files add column said text not null default '';
comment on column media.material_files.said is 'what the file says of itself, as a short hash; empty: nothing';
alter table media.materials add column imprinted_version integer;
comment on column media.materials.imprinted_version is 'the version whose words its files were last compared with; null: never';
