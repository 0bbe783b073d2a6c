-- A reader's address is kept for some days after the report was dealt with, not after it was made.
alter table newsroom.error_reports add column settled_at timestamptz;
