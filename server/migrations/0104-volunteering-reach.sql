-- A service may be offered at several places: what its first place does not cover.
alter table volunteering.services add column also_place_ids uuid[] not null default '{}';
comment on column volunteering.services.also_place_ids is 'further places where it is offered, each with all below';
