-- A county can move to another installation. Its number may be taken there: what was hashed and signed under the old one is hashed under it for ever.
alter table platform.counties
  add column ledger_number integer,
  add column moved_to text;
comment on column platform.counties.ledger_number is 'the number under which the county''s ledgers are hashed and their heads signed; null: its id';
comment on column platform.counties.moved_to is 'address, without trailing slash, where a closed county answers now; null: nowhere';

-- A story names its round and its edition, an order its visit and its series, which name the story and the order: whoever brings a whole county in has these keys checked at the end.
do $$
declare k record;
begin
  for k in select conname, conrelid::regclass as source from pg_constraint
    where contype = 'f' and ((conrelid, confrelid) in (
      ('newsroom.stories'::regclass, 'newsroom.rounds'::regclass), ('newsroom.stories'::regclass, 'newsroom.editions'::regclass),
      ('volunteering.orders'::regclass, 'volunteering.visits'::regclass), ('volunteering.orders'::regclass, 'volunteering.order_series'::regclass)))
  loop
    execute format('alter table %s alter constraint %I deferrable', k.source, k.conname);
  end loop;
end $$;
