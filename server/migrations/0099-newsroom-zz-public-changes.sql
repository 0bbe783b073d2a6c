-- What became of every published text, for whoever keeps a copy of them. The kernel's sealer puts the rows on the chain 'changes': its numbers follow the commits, so that
-- whoever has read up to one of them has missed nothing before it.
create table newsroom.public_changes (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  kind text not null check (kind in ('published', 'updated', 'corrected', 'withdrawn', 'restored', 'changed')),
  edition_id uuid,
  at timestamptz not null,
  row_hash text not null,
  primary key (county_id, id),
  check ((kind = 'changed') = (edition_id is null))
);
select platform.append_only('newsroom.public_changes');
comment on column newsroom.public_changes.kind is 'changed: its section, places, validity or successor; the text is as it was';
comment on column newsroom.public_changes.edition_id is 'what was published, taken down or put back';
create index on newsroom.public_changes (county_id, story_id);
alter table newsroom.public_changes add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.public_changes add foreign key (county_id, edition_id) references newsroom.editions (county_id, id);

-- What was published before there was this record, as editions and signatures tell it. The hash is over the RFC 8785 form that change-hash.ts makes.
insert into newsroom.public_changes (county_id, id, story_id, kind, edition_id, at, row_hash)
select x.county_id, x.id, x.story_id, x.kind, e.id, x.at,
  encode(sha256(convert_to(format('{"at":"%s","county":%s,"edition":%s,"fingerprint":"%s","id":"%s","kind":"%s","story":"%s"}',
    to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), x.county_id, e.number, e.text_hash, x.id, x.kind, x.story_id), 'UTF8')), 'hex')
from (
  select county_id, id, story_id, case kind when 'first' then 'published' when 'update' then 'updated' else 'corrected' end as kind, published_at as at, id as edition_id
    from newsroom.editions
  union all
  select g.county_id, g.id, g.story_id, case g.step when 'withdrawal' then 'withdrawn' else 'restored' end, g.at,
    (select p.id from newsroom.editions p where p.county_id = g.county_id and p.story_id = g.story_id and p.published_at <= g.at order by p.number desc limit 1)
    from newsroom.signatures g where g.step in ('withdrawal', 'restoration') or (g.step = 'withdrawal_review' and g.verdict = 'returned')
) x join newsroom.editions e on e.county_id = x.county_id and e.id = x.edition_id;
insert into platform.unsealed (county_id, chain, row_id, row_hash) select county_id, 'changes', id, row_hash from newsroom.public_changes;
