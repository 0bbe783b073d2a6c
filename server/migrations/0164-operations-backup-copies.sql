-- What became of each copy of an archive that was sent to another place.
alter table platform.backups drop constraint backups_kind_check;
alter table platform.backups add constraint backups_kind_check check (kind in ('backup', 'proof', 'copy'));
