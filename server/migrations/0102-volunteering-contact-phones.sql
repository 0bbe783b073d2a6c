-- A caller is found by the phone of either contact.
create index on volunteering.order_contacts (county_id, phone);
