-- One document for each language: a service stood in the index in the language that was written last.
alter table portal.search_documents drop constraint search_documents_pkey;
alter table portal.search_documents add primary key (county_id, kind, id, language);
-- How the words were cut. Documents of an older form are cut anew by and by, so that a question and a text never differ in it for long.
alter table portal.search_documents add column form integer not null default 1;
create index on portal.search_documents (county_id, form, kind, id);
comment on column portal.search_documents.words is 'title words weigh A, text words D; dictionary english over words cut by the app: Latin words by their stem, Chinese ones as they are';
comment on column portal.search_documents.form is 'by which way of cutting words it was indexed';
