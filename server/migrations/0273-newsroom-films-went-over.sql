-- At first what followed a text was a film and nothing else (ADR 64), in a table that became `newsroom.attachments` (ADR 73) before it was ever altered. Whoever began with that state has it: its rows go over, and the
-- version before, which goes on answering and may have to come back, finds them under the old name. Everywhere else the table was made a moment ago, and is empty.
do $$
declare
  columns constant text := 'county_id, id, story_id, name, bytes, seconds, sent_by, told_at, material_id, refusal, refusal_detail, settled_at';
  began_with_films constant boolean := exists (
    select from public.migrations f join public.migrations a on a.applied_at > f.applied_at
     where f.name = '0153-newsroom-films.sql' and a.name = '0153-newsroom-attachments.sql');
begin
  execute format('insert into newsroom.attachments (%s) select %1$s from newsroom.films', columns);
  update media.uploads set fingerprint = 'attachment:' || substr(fingerprint, 6) where fingerprint like 'film:%';
  drop table newsroom.films;
  if began_with_films then
    execute format('create view newsroom.films with (security_invoker = true) as select %s from newsroom.attachments', columns);
    execute format('grant select, insert, update, delete on newsroom.films to %I', current_setting('xiangyin.app_role'));
  end if;
end $$;
