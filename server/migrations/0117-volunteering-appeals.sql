-- Whoever ordered may object to a refusal, once: somebody else than who refused looks at it again.
create table volunteering.order_appeals (
  county_id integer not null,
  order_id uuid not null,
  said text not null,
  refused_by uuid,
  made_by jsonb not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  verdict text check (verdict in ('granted', 'upheld')),
  reason text,
  primary key (county_id, order_id),
  check ((answered_at is null) = (verdict is null))
);
select platform.owned('volunteering.order_appeals');
create index on volunteering.order_appeals (county_id, due_at) where answered_at is null;
alter table volunteering.order_appeals add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
comment on column volunteering.order_appeals.said is 'in the words of whoever ordered; emptied when the order is forgotten';
comment on column volunteering.order_appeals.refused_by is 'who may not answer it; null: nobody of the house';
comment on column volunteering.order_appeals.reason is 'for the eyes of whoever ordered';
