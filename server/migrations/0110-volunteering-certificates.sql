-- A volunteer asks a unit for proof of what it recorded (志愿服务条例 art. 21; 办法 art. 14): free, without a reason.
create table volunteering.certificate_requests (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  from_on date not null,
  until_on date not null,
  asked_at timestamptz not null,
  primary key (county_id, id),
  check (until_on >= from_on)
);
select platform.append_only('volunteering.certificate_requests');
create index on volunteering.certificate_requests (county_id, person_id);

-- What a certificate says, for ever, without a name: whoever holds it is known by their number.
create table volunteering.certificates (
  county_id integer not null,
  id uuid not null,
  number text not null,
  status_index integer not null,
  person_id uuid not null,
  unit_id uuid,
  request_id uuid,
  replaces uuid,
  from_on date not null,
  until_on date not null,
  facts jsonb not null,
  hour_ids uuid[] not null,
  handler_id uuid not null,
  issued_at timestamptz not null,
  row_hash text not null,
  primary key (county_id, id),
  unique (county_id, number),
  unique (county_id, status_index),
  unique (county_id, request_id),
  unique (county_id, replaces)
);
select platform.append_only('volunteering.certificates');
create index on volunteering.certificates (county_id, person_id);
create index on volunteering.certificates (county_id, unit_id, issued_at desc);
comment on column volunteering.certificates.unit_id is 'the unit that recorded the hours, which alone issues; null: the county''s own centre';
comment on column volunteering.certificates.status_index is 'its bit in the published list of what was revoked';

create table volunteering.certificate_revocations (
  county_id integer not null,
  certificate_id uuid not null,
  reason text not null check (reason in ('hours-amended', 'wrong', 'asked')),
  revoked_by jsonb not null,
  revoked_at timestamptz not null,
  primary key (county_id, certificate_id)
);
select platform.append_only('volunteering.certificate_revocations');

-- What the national system answered about an entry; the latest answer counts.
create table volunteering.national_records (
  county_id integer not null,
  id uuid not null,
  hour_id uuid not null,
  reference text not null,
  minutes integer not null,
  matches boolean not null,
  checked_by jsonb not null,
  checked_at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('volunteering.national_records');
create index on volunteering.national_records (county_id, hour_id, id desc);

alter table volunteering.certificate_requests add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table volunteering.certificate_requests add foreign key (county_id, unit_id) references stations.stations (county_id, id);
alter table volunteering.certificates add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table volunteering.certificates add foreign key (county_id, handler_id) references people.persons (county_id, id);
alter table volunteering.certificates add foreign key (county_id, unit_id) references stations.stations (county_id, id);
alter table volunteering.certificates add foreign key (county_id, request_id) references volunteering.certificate_requests (county_id, id);
alter table volunteering.certificates add foreign key (county_id, replaces) references volunteering.certificates (county_id, id);
alter table volunteering.certificate_revocations add foreign key (county_id, certificate_id) references volunteering.certificates (county_id, id);
alter table volunteering.national_records add foreign key (county_id, hour_id) references volunteering.hours (county_id, id);
