-- 审稿流程: who reads a text, in which order and by when, is a county's own data (ADR 25). Versions stay for ever, and a round names the one it began with.
create table newsroom.chains (
  county_id integer not null,
  id uuid not null,
  slug text not null,
  name jsonb not null,
  is_default boolean not null default false,
  version_id uuid not null,
  ended_at timestamptz,
  primary key (county_id, id),
  unique (county_id, slug)
);
select platform.owned('newsroom.chains');
create unique index on newsroom.chains (county_id) where is_default;
comment on column newsroom.chains.slug is 'what stories, rounds, editions and statements call it (their `path`); never changes';
comment on column newsroom.chains.is_default is 'for sections that name none';
comment on column newsroom.chains.version_id is 'the version that rounds begin with now';

create table newsroom.chain_versions (
  county_id integer not null,
  id uuid not null,
  chain_id uuid not null,
  number integer not null,
  separation text not null check (separation in ('strict', 'paired', 'logged')),
  arranged_by uuid,
  arranged_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, chain_id, number),
  unique (county_id, id, separation)
);
select platform.append_only('newsroom.chain_versions');
comment on column newsroom.chain_versions.separation is 'strict: nobody signs twice; paired: steps of one side may be one person''s; logged: a second step by one person is possible and recorded with its reason';
comment on column newsroom.chain_versions.arranged_by is 'null: the county has it from the program';

create table newsroom.chain_steps (
  county_id integer not null,
  version_id uuid not null,
  position integer not null,
  step text not null check (step in ('first_review', 'second_review', 'final_review', 'first_proof', 'second_proof', 'third_proof', 'read_aloud', 'sign_off', 'urgent_review')),
  side text not null check (side <> 'author'),
  separation text not null,
  roles text[] not null check (cardinality(roles) > 0),
  due_minutes integer not null check (due_minutes > 0),
  important_only boolean not null,
  check_list text[] not null,
  check_list_required boolean not null,
  primary key (county_id, version_id, step),
  unique (county_id, version_id, position),
  unique (county_id, version_id, step, side)
);
select platform.append_only('newsroom.chain_steps');
create unique index on newsroom.chain_steps (county_id, version_id, side) where separation <> 'paired';
comment on column newsroom.chain_steps.side is 'steps of one side may be signed by one person; only the separation `paired` has two of a side';
comment on column newsroom.chain_steps.check_list is 'what the reviewer looks at, a line each; ticked off as an aid';

-- What every county worked by until now, and what a new one begins with (chain/pack-chains.ts).
insert into newsroom.chain_versions (county_id, id, chain_id, number, separation, arranged_at)
select c.id, v.id::uuid, v.chain_id::uuid, 1, v.separation, now() from platform.counties c,
  (values ('01930000-0000-7000-8000-0000000c4a11', '01930000-0000-7000-8000-0000000c4a01', 'strict'),
          ('01930000-0000-7000-8000-0000000c4a12', '01930000-0000-7000-8000-0000000c4a02', 'paired'),
          ('01930000-0000-7000-8000-0000000c4a13', '01930000-0000-7000-8000-0000000c4a03', 'strict')) v(id, chain_id, separation);
insert into newsroom.chain_steps (county_id, version_id, position, step, side, separation, roles, due_minutes, important_only, check_list, check_list_required)
select c.id, v.version_id::uuid, v.position, v.step, v.side, v.separation, v.roles, v.due_minutes, false, '{}', false from platform.counties c,
  (values ('01930000-0000-7000-8000-0000000c4a11', 0, 'first_review', 'first', 'strict', array['editor'], 120),
          ('01930000-0000-7000-8000-0000000c4a11', 1, 'second_review', 'second', 'strict', array['section-head'], 120),
          ('01930000-0000-7000-8000-0000000c4a11', 2, 'final_review', 'final', 'strict', array['chief-editor'], 60),
          ('01930000-0000-7000-8000-0000000c4a12', 0, 'first_review', 'reviews', 'paired', array['editor', 'section-head'], 120),
          ('01930000-0000-7000-8000-0000000c4a12', 1, 'second_review', 'reviews', 'paired', array['editor', 'section-head'], 120),
          ('01930000-0000-7000-8000-0000000c4a12', 2, 'final_review', 'final', 'paired', array['chief-editor'], 60),
          ('01930000-0000-7000-8000-0000000c4a13', 0, 'urgent_review', 'final', 'strict', array['chief-editor', 'section-head'], 10)) v(version_id, position, step, side, separation, roles, due_minutes);
insert into newsroom.chains (county_id, id, slug, name, is_default, version_id)
select c.id, v.id::uuid, v.slug, v.name::jsonb, v.slug = 'full', v.version_id::uuid from platform.counties c,
  (values ('01930000-0000-7000-8000-0000000c4a01', 'full', '{"zh-CN": "三审", "en": "Three reviews"}', '01930000-0000-7000-8000-0000000c4a11'),
          ('01930000-0000-7000-8000-0000000c4a02', 'paired', '{"zh-CN": "合审", "en": "Paired reviews"}', '01930000-0000-7000-8000-0000000c4a12'),
          ('01930000-0000-7000-8000-0000000c4a03', 'urgent', '{"zh-CN": "急稿", "en": "Urgent"}', '01930000-0000-7000-8000-0000000c4a13')) v(id, slug, name, version_id);

alter table newsroom.sections add column chain_id uuid;
comment on column newsroom.sections.chain_id is 'the chain of its stories; null: the county''s default';

alter table newsroom.stories drop constraint stories_state_check;
alter table newsroom.stories add constraint stories_state_check
  check (state in ('draft', 'returned', 'first_review', 'second_review', 'final_review', 'first_proof', 'second_proof', 'third_proof', 'read_aloud', 'sign_off', 'urgent_review', 'signed_off', 'done', 'discarded'));
alter table newsroom.stories drop constraint stories_path_check;
alter table newsroom.stories alter column path drop not null;
update newsroom.stories set path = null where path = 'full';
comment on column newsroom.stories.path is 'slug of the chain chosen for this story; null: its section''s';
alter table newsroom.stories add column important boolean not null default false;
comment on column newsroom.stories.important is 'takes the steps that a chain asks of important items only';
alter table newsroom.editions drop constraint editions_path_check;

-- A round keeps the version and the separation that it began with.
alter table newsroom.rounds drop constraint rounds_path_check;
alter table newsroom.rounds add column version_id uuid;
alter table newsroom.rounds add column separation text;
alter table newsroom.rounds add column important boolean not null default false;
update newsroom.rounds set separation = case path when 'paired' then 'paired' else 'strict' end,
  version_id = case path when 'full' then '01930000-0000-7000-8000-0000000c4a11' when 'paired' then '01930000-0000-7000-8000-0000000c4a12' else '01930000-0000-7000-8000-0000000c4a13' end::uuid
 where purpose not in ('after-review', 'turn');
alter table newsroom.rounds add constraint of_its_chain check ((purpose in ('after-review', 'turn')) = (version_id is null));
alter table newsroom.rounds add check ((version_id is null) = (separation is null));
alter table newsroom.rounds add unique (county_id, id, version_id);
alter table newsroom.rounds add unique (county_id, id, separation);
create index on newsroom.rounds (county_id, version_id) where ended_at is null;

-- Separation of duties: a person's first side in a round has nth 0. Another one is written only where the round's chain says `logged`, with its reason, and never by whoever stands on the author's side.
alter table newsroom.duties add column nth smallint not null default 0;
alter table newsroom.duties add column after_nth smallint;
alter table newsroom.duties add column after_side text;
alter table newsroom.duties add column separation text;
alter table newsroom.duties add column reason text;
alter table newsroom.duties drop constraint duties_pkey;
alter table newsroom.duties add primary key (county_id, round_id, person_id, nth);
alter table newsroom.duties add unique (county_id, round_id, person_id, nth, side);
alter table newsroom.duties add constraint one_side check (
  (nth = 0 and after_nth is null and after_side is null and separation is null and reason is null)
  or (nth > 0 and after_nth = nth - 1 and after_side is not null and after_side <> 'author' and side <> 'author' and separation is not null and separation = 'logged' and reason is not null and reason <> ''));
comment on column newsroom.duties.nth is 'from 0; above 0 a logged exception: the same person on another side';
comment on column newsroom.duties.reason is 'of an exception: why one person took two steps';

-- A signature names the step of the version its round began with, on the side that this step has there.
alter table newsroom.signatures drop constraint signatures_step_check;
alter table newsroom.signatures add constraint signatures_step_check
  check (step in ('first_review', 'second_review', 'final_review', 'first_proof', 'second_proof', 'third_proof', 'read_aloud', 'sign_off', 'urgent_review', 'after_review', 'withdrawal', 'restoration'));
alter table newsroom.signatures add column version_id uuid;
alter table newsroom.signatures add column ticked text[] not null default '{}';
comment on column newsroom.signatures.ticked is 'the lines of the step''s check list that the signer ticked off';
update newsroom.signatures g set version_id = o.version_id from newsroom.rounds o where o.county_id = g.county_id and o.id = g.round_id;
alter table newsroom.signatures add constraint of_its_chain check ((step in ('after_review', 'withdrawal', 'restoration')) = (version_id is null));

alter table newsroom.chains add foreign key (county_id, version_id) references newsroom.chain_versions (county_id, id);
alter table newsroom.chain_steps add foreign key (county_id, version_id, separation) references newsroom.chain_versions (county_id, id, separation);
alter table newsroom.sections add foreign key (county_id, chain_id) references newsroom.chains (county_id, id);
alter table newsroom.rounds add foreign key (county_id, version_id, separation) references newsroom.chain_versions (county_id, id, separation);
alter table newsroom.duties add foreign key (county_id, round_id, separation) references newsroom.rounds (county_id, id, separation);
alter table newsroom.duties add foreign key (county_id, round_id, person_id, after_nth, after_side) references newsroom.duties (county_id, round_id, person_id, nth, side);
alter table newsroom.signatures add foreign key (county_id, round_id, version_id) references newsroom.rounds (county_id, id, version_id);
alter table newsroom.signatures add foreign key (county_id, version_id, step, side) references newsroom.chain_steps (county_id, version_id, step, side);
