-- A resident may ask on the web or at a kiosk that an order comes again; nothing follows before the station has agreed to one of its orders.
alter table volunteering.order_series add column on_form boolean not null default false;
comment on column volunteering.order_series.on_form is 'asked for by a resident on a form: no further order before one of them was accepted';
