-- Whoever reviews a text may leave a finding as it is as well: at which step they said so stands beside it. And what newsroom keeps of the library is asked for before anything of it is removed.
alter table newsroom.finding_dismissals add column step text;
comment on column newsroom.finding_dismissals.step is 'the step of the review at which somebody said so who does not write at the text; null: whoever writes at it';
create index on newsroom.attachments (county_id, material_id) where material_id is not null;
create index on newsroom.adoptions (county_id, scan_hash) where scan_hash is not null;
create index on newsroom.voice_notes (county_id, file_hash);
