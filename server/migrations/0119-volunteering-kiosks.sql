-- Orders placed at a station's kiosk say so, and at which.
alter table volunteering.orders drop constraint orders_channel_check;
alter table volunteering.orders add constraint orders_channel_check check (channel in ('web', 'phone', 'desk', 'paper', 'kiosk'));
alter table volunteering.orders add column kiosk_id uuid;
alter table volunteering.orders add check (kiosk_id is null or channel = 'kiosk');
alter table volunteering.orders add foreign key (county_id, kiosk_id) references stations.kiosks (county_id, id);
comment on column volunteering.orders.kiosk_id is 'null for a copy: it was not asked for anew';
