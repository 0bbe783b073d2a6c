-- What became of each backup and each proof of one: of the installation, not of a county.
create table platform.backups (
  id uuid primary key,
  kind text not null check (kind in ('backup', 'proof')),
  archive text not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  outcome text not null check (outcome in ('whole', 'failed')),
  bytes bigint not null,
  rows bigint not null,
  -- Whether the private keys are in the archive, encrypted.
  with_keys boolean not null,
  -- What did not hold, in words for whoever keeps the machine; empty when all did.
  faults text[] not null
);
select platform.shared('platform.backups');
create index on platform.backups (kind, ended_at desc);
