-- Letters to people who are no persons of the house, such as whoever ordered: by e-mail or SMS. Address and words are sealed under the installation's key and removed as soon as the letter has gone out, or cannot.
create table notices.letters (
  county_id integer not null,
  id uuid not null,
  channel text not null check (channel in ('email', 'sms')),
  subject_id text not null,
  dedupe_key text not null,
  sealed bytea,
  state text not null check (state in ('planned', 'sending', 'sent', 'failed', 'dropped')),
  due_at timestamptz not null,
  attempts integer not null default 0,
  receipt text,
  failure text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, dedupe_key),
  check (sealed is not null or state in ('sent', 'failed', 'dropped'))
);
select platform.owned('notices.letters');
create index on notices.letters (county_id, due_at) where state in ('planned', 'sending');
create index on notices.letters (county_id, subject_id);
comment on column notices.letters.sealed is 'to, subject, text as JSON, sealed under the installation''s key; null once the letter is settled';

-- What a contact of an order is told, by which way, as the person served agreed: one row for each contact who is told anything.
create table volunteering.order_notices (
  county_id integer not null,
  order_id uuid not null,
  position integer not null check (position in (1, 2)),
  channel text not null check (channel in ('email', 'sms')),
  email text,
  purposes text[] not null check (purposes <@ array['progress', 'booked', 'arrived', 'done'] and cardinality(purposes) > 0),
  sealed_code bytea,
  consent_version text not null,
  agreed_at timestamptz not null,
  ended_at timestamptz,
  ended_by jsonb,
  primary key (county_id, order_id, position),
  check (channel = 'sms' or email is not null or ended_at is not null)
);
select platform.owned('volunteering.order_notices');
alter table volunteering.order_notices add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
comment on column volunteering.order_notices.email is 'null: by SMS to the contact''s phone';
comment on column volunteering.order_notices.purposes is 'each agreed to by itself: progress (received, answered, changed, over), booked, arrived, done';
comment on column volunteering.order_notices.sealed_code is 'the order''s code for the link, sealed under the installation''s key; of whoever ordered alone, and gone when the notices end';
