-- Certificates under which published pictures are signed (C2PA): the county's own, or those of the authority that the settings name.
create table media.certificates (
  county_id integer not null,
  id text not null,
  chain bytea[] not null,
  own boolean not null,
  made_at timestamptz not null,
  valid_until timestamptz not null,
  primary key (county_id, id)
);
select platform.owned('media.certificates');
comment on column media.certificates.id is 'first half of the SHA-256 of the signer''s certificate, hexadecimal';
comment on column media.certificates.chain is 'DER, the signer''s first';
comment on column media.certificates.own is 'made by the county itself: nobody else vouches for it';

-- Pictures that are published already get their signed file, newest first, beside all other work.
update media.pictures p set renditions_at = null, renditions_tried_at = null
 where exists (select 1 from media.uses u where u.county_id = p.county_id and u.picture_hash = p.hash and u.part <> 'draft');
