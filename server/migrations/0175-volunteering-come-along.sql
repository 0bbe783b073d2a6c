-- A newcomer's first visit to a home is made beside somebody who leads it: asked to come along to a visit that others have taken, and counted by nobody among those who are needed.
alter table volunteering.offers add column beside uuid;
comment on column volunteering.offers.beside is 'who leads the visit to which somebody new is asked to come along; null: otherwise';
alter table volunteering.assignments add column comes_along boolean not null default false;
comment on column volunteering.assignments.comes_along is 'beside those who are needed: whether they come or not, the visit takes place';
alter table volunteering.offers add foreign key (county_id, beside) references people.persons (county_id, id);
