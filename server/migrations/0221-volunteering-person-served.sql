-- Whoever orders for somebody else names the person served, who knows of it and agrees.
alter table volunteering.order_details add column served_name text not null default '';
comment on column volunteering.order_details.served_name is 'how the person served is called; empty: whoever ordered, or nobody said';
alter table volunteering.orders add column served_agreed_at timestamptz;
comment on column volunteering.orders.served_agreed_at is 'when whoever ordered said that the person served, or their guardian, agrees; null: whoever ordered is the one served, or nobody said';
