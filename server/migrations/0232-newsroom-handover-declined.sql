-- 不接: whoever a watch is handed to may say that they do not take it, and why; then whoever leaves hands it over once more.
alter table newsroom.handovers
  add column declined_at timestamptz,
  add column decline_reason text not null default '',
  drop constraint handovers_county_id_shift_id_key,
  add check (taken_at is null or declined_at is null);
comment on column newsroom.handovers.shift_id is 'the grant of duty that ends with it; a shift is handed over once, and once more when that was declined';
comment on column newsroom.handovers.declined_at is 'when the coming person said that they do not take it; the roster is as it was';
create unique index on newsroom.handovers (county_id, shift_id) where declined_at is null;
create index on newsroom.handovers (county_id, leaving_id, declined_at) where declined_at is not null;
