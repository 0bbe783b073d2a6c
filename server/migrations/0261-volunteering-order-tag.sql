-- In which further language (a folder in languages/) somebody ordered: they are written to in it, and read the consent in it beside the original.
alter table volunteering.orders add column tag text check (tag ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$');
comment on column volunteering.orders.tag is 'the tag of the further language in which it was ordered, and whoever ordered is written to; null: its language';
