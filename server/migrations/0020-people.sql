-- People: persons and how to reach them. Accounts, sessions and grants are in access.
select platform.module('people');

create table people.persons (
  county_id integer not null,
  id uuid not null,
  name text not null,
  display_name text not null,
  title jsonb,
  language text not null check (language in ('zh-CN', 'en')),
  email text,
  phone text,
  place_id uuid,
  active boolean not null default true,
  is_child boolean not null default false,
  guardian_name text,
  guardian_phone text,
  guardian_agreed_at timestamptz,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  erased_at timestamptz,
  primary key (county_id, id),
  check (not is_child or erased_at is not null or (guardian_name is not null and guardian_phone is not null and guardian_agreed_at is not null))
);
select platform.owned('people.persons');
alter table people.persons add foreign key (county_id, place_id) references places.places (county_id, id);
create index on people.persons (county_id, display_name);
create index on people.persons (county_id, place_id);
create index on people.persons (county_id, phone);
comment on column people.persons.name is 'as in papers; shown to handlers only';
comment on column people.persons.display_name is 'as colleagues and readers see it: a byline, the name on a visit';
comment on column people.persons.title is 'what the person does here, in words: {zh-CN, en}';
comment on column people.persons.is_child is 'under 14: nothing is written before a guardian agreed (PIPL art. 28, 31)';
