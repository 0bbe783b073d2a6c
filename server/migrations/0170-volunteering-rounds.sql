-- 制单: orders that belong together are one round, offered to one volunteer or team as one; each keeps its own state, visit and code.
create table volunteering.rounds (
  county_id integer not null,
  id uuid not null,
  made_at timestamptz not null,
  primary key (county_id, id)
);
select platform.owned('volunteering.rounds');

alter table volunteering.orders add column round_id uuid;
alter table volunteering.orders add column round_position integer check (round_position > 0);
alter table volunteering.orders add check ((round_id is null) = (round_position is null));
comment on column volunteering.orders.round_id is 'of which round it is a stop; null: of none';
comment on column volunteering.orders.round_position is 'which stop it is, from 1 on; numbers may be missing where a stop was taken out';
create index on volunteering.orders (county_id, round_id) where round_id is not null;
alter table volunteering.orders add foreign key (county_id, round_id) references volunteering.rounds (county_id, id);
