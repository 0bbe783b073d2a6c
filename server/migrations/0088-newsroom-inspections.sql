-- Samples drawn for inspection: each draw stays, so that nobody draws until the days please.
create table newsroom.inspections (
  county_id integer not null,
  id uuid not null,
  from_on date not null,
  until_on date not null,
  seed text not null,
  candidates date[] not null,
  days date[] not null,
  stories integer not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('newsroom.inspections');
create index on newsroom.inspections (county_id, drawn_at desc, id desc);
comment on column newsroom.inspections.candidates is 'the days of the period with publications, among which was drawn';
comment on column newsroom.inspections.stories is 'how many stories had an edition on the drawn days';
