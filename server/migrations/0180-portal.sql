-- Portal: what the public can search. Words are cut by the app (jieba), the same way for texts and for questions.
select platform.module('portal');

create table portal.search_documents (
  county_id integer not null,
  kind text not null check (kind in ('story', 'service', 'place')),
  id uuid not null,
  language text not null,
  title text not null,
  text text not null,
  href text not null,
  label jsonb not null,
  place_ids uuid[] not null,
  at timestamptz not null,
  words tsvector not null,
  primary key (county_id, kind, id)
);
select platform.owned('portal.search_documents');
create index on portal.search_documents using gin (words);
create index on portal.search_documents (county_id, at desc);
comment on column portal.search_documents.text is 'plain text, for the excerpt';
comment on column portal.search_documents.words is 'title words weigh A, text words D; dictionary simple over words cut by the app';
