-- 待用, 退稿, 归档; a signature that its signer takes back; who was on duty at the last signature; the review that a withdrawal owes.

-- Lists of known words are widened, never rewritten: another step may have put its own words in.
do $$
declare
  widened record;
  known text;
begin
  for widened in select * from (values
    ('stories', 'stories_state_check', 'state', array['held', 'rejected']),
    ('rounds', 'rounds_purpose_check', 'purpose', array['withdrawal-review']),
    ('rounds', 'rounds_outcome_check', 'outcome', array['rejected']),
    ('signatures', 'signatures_step_check', 'step', array['withdrawal_review']),
    ('signatures', 'signatures_verdict_check', 'verdict', array['rejected', 'taken-back'])) as w(tab, name, col, words)
  loop
    select pg_get_constraintdef(c.oid) into known from pg_constraint c
      where c.conname = widened.name and c.conrelid = format('newsroom.%I', widened.tab)::regclass;
    continue when known is null;
    select array_to_string(array_agg(quote_literal(word)), ', ') into known
      from (select (regexp_matches(known, '''([^'']+)''', 'g'))[1] as word union all select unnest(widened.words)) all_words;
    execute format('alter table newsroom.%I drop constraint %I', widened.tab, widened.name);
    execute format('alter table newsroom.%I add constraint %I check (%I in (%s))', widened.tab, widened.name, widened.col, known);
  end loop;
end $$;

alter table newsroom.rounds drop constraint of_its_chain;
alter table newsroom.rounds add constraint of_its_chain check ((purpose in ('after-review', 'turn', 'withdrawal-review')) = (version_id is null));
alter table newsroom.signatures drop constraint of_its_chain;
alter table newsroom.signatures add constraint of_its_chain check ((step in ('after_review', 'withdrawal', 'restoration', 'withdrawal_review')) = (version_id is null));

alter table newsroom.stories add column held_from text;
alter table newsroom.stories add column held_by uuid;
alter table newsroom.stories add column remind_at timestamptz;
alter table newsroom.stories add column archived_at timestamptz;
alter table newsroom.stories add column turn_round_id uuid;
alter table newsroom.stories add column turn_review_due_at timestamptz;
comment on column newsroom.stories.held_from is 'the step at which a reviewer kept it for later: it comes back to it';
comment on column newsroom.stories.remind_at is 'when whoever kept it for later is reminded, in county time; null: never';
comment on column newsroom.stories.archived_at is 'since when it is out of the working lists; what the public sees is as it was';
comment on column newsroom.stories.turn_round_id is 'the review that a withdrawal still owes';
create index on newsroom.stories (county_id, remind_at) where state = 'held' and remind_at is not null;
create index on newsroom.stories (county_id, turn_review_due_at) where turn_review_due_at is not null;
create index on newsroom.stories (county_id, updated_at) where archived_at is null and state in ('done', 'discarded', 'rejected');
alter table newsroom.stories add foreign key (county_id, turn_round_id) references newsroom.rounds (county_id, id);

drop index newsroom.one_translation;
create unique index one_translation on newsroom.stories (county_id, translation_of, language) where translation_of is not null and state not in ('discarded', 'rejected');

alter table newsroom.signatures add column takes_back uuid;
alter table newsroom.signatures add column attempt integer not null default 0;
alter table newsroom.signatures add column exception text;
comment on column newsroom.signatures.takes_back is 'the signature before it, which its signer takes back: both stay';
comment on column newsroom.signatures.attempt is 'how often this step of the round had been signed and taken back before';
comment on column newsroom.signatures.exception is 'why somebody who was not on duty gave the last signature; null: none was needed';
drop index newsroom.signatures_county_id_round_id_step_idx;
create unique index one_standing_signature on newsroom.signatures (county_id, round_id, step, attempt) where verdict in ('approved', 'withdrawn', 'restored', 'carried');
create unique index taken_back_once on newsroom.signatures (county_id, takes_back) where takes_back is not null;
alter table newsroom.signatures add foreign key (county_id, takes_back) references newsroom.signatures (county_id, id);

alter table newsroom.sections add column last_hand text not null default 'rostered' check (last_hand in ('rostered', 'always', 'anybody'));
comment on column newsroom.sections.last_hand is 'whose last signature counts without a reason: of whoever is on duty when somebody is (rostered), of whoever is on duty and nobody else (always), of anybody with the role (anybody)';
