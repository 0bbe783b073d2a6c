-- Beside whoever ordered, two more people may be told.
alter table volunteering.order_contacts drop constraint order_contacts_position_check, add check (position between 1 and 3);
alter table volunteering.order_notices drop constraint order_notices_position_check, add check (position between 1 and 3);
comment on column volunteering.order_contacts.position is '1: whoever ordered; 2 and 3: who else may be told';
