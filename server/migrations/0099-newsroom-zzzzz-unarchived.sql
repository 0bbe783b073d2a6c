-- What somebody took out of the archive is not put back by the clock before it has rested anew.
alter table newsroom.stories add column unarchived_at timestamptz;
