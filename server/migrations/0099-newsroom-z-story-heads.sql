-- What a signer saw beside the text: byline, places and data of a notice, as bytes of which the statement names the hash.
alter table newsroom.signatures add column head bytea;
comment on column newsroom.signatures.head is 'canonical form (document/head.ts); null: signed before statements named it';
