-- 交接班签名: what was open when the watch was handed over, as bytes, and both signatures over it, the second naming the first.
alter table newsroom.handovers add column paper bytea;
comment on column newsroom.handovers.paper is 'RFC 8785 bytes of what both sign: post, shift, who leaves, who comes, what is open, by ids and hashes alone; null: handed over before it was signed';

create table newsroom.handover_signatures (
  county_id integer not null,
  id uuid not null,
  handover_id uuid not null,
  side text not null check (side in ('leaving', 'coming')),
  signer_id uuid not null,
  statement bytea not null,
  statement_hash text not null,
  kind text not null check (kind in ('passkey', 'attested', 'demonstration')),
  algorithm text not null,
  public_key text not null,
  signature text not null,
  credential_id text,
  authenticator_data text not null,
  client_data_json text not null,
  rp_id text not null,
  at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, handover_id, side),
  unique (county_id, handover_id, signer_id)
);
select platform.append_only('newsroom.handover_signatures');
comment on column newsroom.handover_signatures.statement is 'RFC 8785 bytes of the signed statement, kept for ever; that of the coming person names the hash of the leaving one''s';

alter table newsroom.handover_signatures add foreign key (county_id, handover_id) references newsroom.handovers (county_id, id);
