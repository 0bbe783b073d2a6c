-- Whether persons can be recognised in a picture, and who of them agreed to its being shown.
alter table media.pictures add column shows_people boolean not null default false;
comment on column media.pictures.shows_people is 'somebody said that persons can be recognised in it';

create table media.consents (
  county_id integer not null,
  id uuid not null,
  picture_hash text not null,
  given_by text not null,
  for_whom text not null,
  as_guardian boolean not null,
  way text not null check (way in ('paper', 'voice', 'writing')),
  given_on date not null,
  scope text not null,
  valid_until date,
  form_hash text,
  form_type text,
  form_bytes integer,
  recorded_by uuid,
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  settled_at timestamptz,
  settled_by uuid,
  settled_because text,
  primary key (county_id, id),
  check ((form_hash is null) = (form_type is null) and (form_hash is null) = (form_bytes is null)),
  check ((settled_at is null) = (settled_because is null))
);
select platform.owned('media.consents');
comment on column media.consents.given_by is 'name of whoever agreed, as they said it; no account is needed';
comment on column media.consents.for_whom is 'whom the guardian agreed for; empty: for themselves';
comment on column media.consents.scope is 'what the picture may be used for; empty: nothing was said';
comment on column media.consents.valid_until is 'the last day; null: until it is taken back';
comment on column media.consents.form_hash is 'the sealed file of the signed form or the recording: its bytes open with the installation''s key alone';
comment on column media.consents.settled_at is 'when somebody had seen to what still shows the picture since the consent ended';
create index on media.consents (county_id, picture_hash);
create index on media.consents (county_id, revoked_at) where revoked_at is not null;
create index on media.consents (county_id, valid_until) where valid_until is not null;

-- Files of forms that are no consent's, or not yet: an hour later they go.
create table media.loose_forms (
  county_id integer not null,
  file_hash text not null,
  since timestamptz not null,
  primary key (county_id, file_hash)
);
select platform.owned('media.loose_forms');
comment on column media.loose_forms.since is 'by the machine''s clock';

alter table media.consents add foreign key (county_id, picture_hash) references media.pictures (county_id, hash);
