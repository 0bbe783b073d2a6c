-- 邮箱收稿: what correspondents send by e-mail comes into the same inbox. A county has one mailbox; what came of each letter is kept, so that none is taken twice.
create table newsroom.mailboxes (
  county_id integer not null primary key,
  enabled boolean not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  login text not null,
  sealed_secret bytea not null,
  folder text not null,
  done_folder text not null,
  section_id uuid not null,
  trust text not null check (trust in ('verified', 'server')),
  authority text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  uid_validity text,
  last_uid bigint not null default 0,
  strangers integer not null default 0,
  unverified integer not null default 0,
  stuck_uid bigint,
  stuck_times integer not null default 0,
  looked_at timestamptz,
  problem text check (problem in ('unreachable', 'login', 'tls', 'folder', 'other'))
);
select platform.owned('newsroom.mailboxes');
comment on column newsroom.mailboxes.trust is 'verified: the sender must have passed SPF, DKIM or DMARC by what the county''s own mail server wrote; server: that server lets no forged sender in';
comment on column newsroom.mailboxes.authority is 'the authserv-id under which that server writes Authentication-Results (RFC 8601)';
comment on column newsroom.mailboxes.last_uid is 'up to here the folder was looked through, while its UIDVALIDITY stays';
comment on column newsroom.mailboxes.strangers is 'letters of senders whom the county does not know: left where they are, never answered';
comment on column newsroom.mailboxes.unverified is 'letters in the name of somebody known that nothing proves to be theirs';
comment on column newsroom.mailboxes.stuck_uid is 'the letter at which the last reading failed; after some tries it is passed over';
alter table newsroom.mailboxes add foreign key (county_id, section_id) references newsroom.sections (county_id, id);

create table newsroom.letters (
  county_id integer not null,
  id uuid not null,
  letter_key text not null,
  sender_id uuid not null,
  uid_validity text not null,
  uid bigint not null,
  outcome text not null check (outcome in ('begun', 'taken', 'refused')),
  why text,
  story_id uuid,
  received_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, letter_key)
);
select platform.owned('newsroom.letters');
comment on column newsroom.letters.letter_key is 'SHA-256 over sender and Message-ID: the same letter is taken once, in whatever folder it lies';
comment on column newsroom.letters.why is 'the code of a refusal';
create index on newsroom.letters (county_id, sender_id);
create index on newsroom.letters (county_id, story_id);
alter table newsroom.letters add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
-- Of each letter the sender is looked for, also of all the spam there is.
create index on people.persons (county_id, lower(email)) where email is not null;
