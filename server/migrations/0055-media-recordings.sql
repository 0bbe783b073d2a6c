-- Sound and video: what is known of them, the files that are made of them, and their subtitles.
alter table media.materials
  add column duration_milliseconds integer,
  add column width integer,
  add column height integer,
  add column peaks smallint[] not null default '{}',
  add column progress smallint not null default 0 check (progress between 0 and 100),
  add column tries smallint not null default 0,
  add column problem text,
  add column problem_detail jsonb;
comment on column media.materials.peaks is 'loudest sample of each of equal parts of a sound, 0 to 100';
comment on column media.materials.progress is 'per cent of its conversion';
comment on column media.materials.tries is 'how often its conversion was begun: one that breaks the program must not be begun for ever';
comment on column media.materials.problem is 'code of what is in the way of its conversion';
create index on media.materials (county_id, made_at) where state in ('waiting', 'converting');

create table media.material_files (
  county_id integer not null,
  material_id uuid not null,
  part text not null check (part in ('1080p', '480p', 'audio', 'poster')),
  file_hash text not null,
  media_type text not null,
  bytes bigint not null,
  width integer,
  height integer,
  primary key (county_id, material_id, part)
);
select platform.owned('media.material_files');

create table media.subtitles (
  county_id integer not null,
  material_id uuid not null,
  language text not null check (language in ('zh-CN', 'en')),
  file_hash text not null,
  bytes integer not null,
  cues integer not null,
  stored_at timestamptz not null,
  primary key (county_id, material_id, language)
);
select platform.owned('media.subtitles');

alter table media.material_files add foreign key (county_id, material_id) references media.materials (county_id, id);
alter table media.subtitles add foreign key (county_id, material_id) references media.materials (county_id, id);
