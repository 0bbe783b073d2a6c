-- What an edit in review voids is a county's rule: a changed part of the text, and the steps whose signatures fall with it. A county without a row goes by the program's (review/voiding-rules.ts).
create table newsroom.voiding_rules (
  county_id integer not null,
  part text not null check (part in ('title', 'lead', 'body', 'picture', 'caption', 'byline', 'places', 'notice')),
  falls text[] not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (county_id, part)
);
select platform.owned('newsroom.voiding_rules');

-- A signature that stands although another part of the text was changed is carried over to the new text by an entry of its own in the story's chain of signatures, attested by the county: it names the signature and the parts that differ.
alter table newsroom.signatures drop constraint signatures_verdict_check;
alter table newsroom.signatures add constraint signatures_verdict_check check (verdict in ('approved', 'returned', 'withdrawn', 'restored', 'carried'));
alter table newsroom.signatures add column carries_id uuid;
alter table newsroom.signatures add column changed text[];
alter table newsroom.signatures add constraint carried_with_parts check ((verdict = 'carried') = (carries_id is not null) and (carries_id is null) = (changed is null) and (carries_id is null or kind = 'attested'));
comment on column newsroom.signatures.carries_id is 'of an entry `carried`: the approval that stands, over another text';
comment on column newsroom.signatures.changed is 'of an entry `carried`: what differs from the text that was approved';
drop index newsroom.signatures_county_id_round_id_step_idx;
create unique index on newsroom.signatures (county_id, round_id, step) where verdict in ('approved', 'withdrawn', 'restored', 'carried');
alter table newsroom.signatures add foreign key (county_id, carries_id) references newsroom.signatures (county_id, id);
