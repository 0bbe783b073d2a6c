-- What a correspondent filmed and sends beside a text: told with the text, its bytes follow in pieces while the desk reads already.
create table newsroom.films (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  name text not null,
  bytes bigint not null,
  seconds integer,
  sent_by uuid not null,
  told_at timestamptz not null,
  material_id uuid,
  refusal text,
  refusal_detail jsonb,
  settled_at timestamptz,
  primary key (county_id, id),
  check (material_id is null or refusal is null)
);
select platform.owned('newsroom.films');
comment on column newsroom.films.id is 'made on the device that holds it; its upload says it as `film:<id>`, and so the two find each other';
comment on column newsroom.films.bytes is 'its size as the device says it';
comment on column newsroom.films.seconds is 'its length as the device measured it; null where it could not';
comment on column newsroom.films.material_id is 'what it became in the library; null until all of it is there';
comment on column newsroom.films.refusal is 'why nothing could be made of it: a code of refusal';
create index on newsroom.films (county_id, story_id);
create index on newsroom.films (county_id, sent_by);
alter table newsroom.films add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.films add foreign key (county_id, material_id) references media.materials (county_id, id);
