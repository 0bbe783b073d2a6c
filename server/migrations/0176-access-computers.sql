-- Station computers: the one computer at a station's counter, at which several people work by turns. Each sets a PIN for this computer alone; it opens a session that two idle minutes end, and that never signs.
create table access.computers (
  county_id integer not null,
  id uuid not null,
  unit_id uuid not null,
  stands_at text not null,
  secret_hash text not null,
  registered_at timestamptz not null,
  ended_at timestamptz,
  primary key (county_id, id),
  unique (county_id, secret_hash)
);
select platform.owned('access.computers');
create index on access.computers (county_id, unit_id);
alter table access.computers add foreign key (county_id, unit_id) references access.units (county_id, id);
comment on column access.computers.unit_id is 'the station whose computer it is';
comment on column access.computers.stands_at is 'where it stands, in the words of whoever registered it';
comment on column access.computers.secret_hash is 'SHA-256 of the cookie that its browser keeps';

create table access.pins (
  county_id integer not null,
  computer_id uuid not null,
  person_id uuid not null,
  pin_hash text not null,
  assurance smallint not null check (assurance in (1, 2)),
  tries smallint not null default 0,
  set_at timestamptz not null,
  proved_at timestamptz not null,
  primary key (county_id, computer_id, person_id)
);
select platform.owned('access.pins');
create index on access.pins (county_id, person_id);
alter table access.pins add foreign key (county_id, computer_id) references access.computers (county_id, id);
comment on column access.pins.pin_hash is 'argon2id of the PIN together with the computer''s secret, which is nowhere kept: without the computer no PIN can be guessed';
comment on column access.pins.assurance is 'of the session in which it was set';
comment on column access.pins.tries is 'since it last fitted; the fifth wrong one ends it';
comment on column access.pins.proved_at is 'real time of the last full sign-in at this computer';

alter table access.sessions drop constraint sessions_method_check;
alter table access.sessions add constraint sessions_method_check check (method in ('password', 'passkey', 'invitation', 'slip', 'recovery', 'demonstration', 'oidc', 'station-pin'));
alter table access.sessions add column computer_id uuid;
alter table access.sessions add column until_at timestamptz;
alter table access.sessions add check ((method = 'station-pin') = (until_at is not null));
create index on access.sessions (county_id, computer_id) where computer_id is not null;
alter table access.sessions add foreign key (county_id, computer_id) references access.computers (county_id, id);
comment on column access.sessions.computer_id is 'the station computer at which it was opened';
comment on column access.sessions.until_at is 'of a session opened by PIN: expires_at moves two minutes ahead of each sign of a person, and never beyond this';
