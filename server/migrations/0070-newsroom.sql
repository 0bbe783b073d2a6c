-- Stories: drafts with every saved revision, review rounds whose duties are kept apart by the keys, signatures over exact texts, editions.
select platform.module('newsroom');

create table newsroom.sections (
  county_id integer not null,
  id uuid not null,
  slug text not null,
  name jsonb not null,
  description jsonb not null default '{}',
  position integer not null,
  unit_id uuid,
  ended_at timestamptz,
  primary key (county_id, id),
  unique (county_id, slug)
);
select platform.owned('newsroom.sections');

create table newsroom.stories (
  county_id integer not null,
  id uuid not null,
  kind text not null check (kind in ('story', 'notice')),
  language text not null check (language in ('zh-CN', 'en')),
  slug text,
  section_id uuid not null,
  place_id uuid not null,
  author_id uuid not null,
  state text not null check (state in ('draft', 'returned', 'first_review', 'second_review', 'final_review', 'urgent_review', 'done', 'discarded')),
  public_state text not null check (public_state in ('unpublished', 'published', 'withdrawn')),
  path text not null check (path in ('full', 'paired', 'urgent')),
  title text not null,
  byline text not null,
  version integer not null,
  revision_id uuid not null,
  round_id uuid,
  after_round_id uuid,
  edition_id uuid,
  teaser jsonb,
  holder_id uuid,
  held_since timestamptz,
  due_at timestamptz,
  translation_of uuid,
  valid_until timestamptz,
  successor_id uuid,
  correction_note text,
  first_published_at timestamptz,
  published_at timestamptz,
  corrected_at timestamptz,
  withdrawn_at timestamptz,
  after_review_due_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, slug)
);
select platform.owned('newsroom.stories');
comment on column newsroom.stories.state is 'where the text in work stands at the desk; done: nothing is in work';
comment on column newsroom.stories.public_state is 'what the public sees, whatever is in work at the desk';
comment on column newsroom.stories.place_id is 'the first of its places, for permissions and lists; all of them stand in newsroom.story_places';
comment on column newsroom.stories.byline is 'as it will stand under the headline; part of the public record once published';
comment on column newsroom.stories.teaser is 'of the valid edition: title, deck, lead picture, byline, count of signatures; so that lists of 200,000 stories read no texts';
comment on column newsroom.stories.after_round_id is 'the review that an urgent publication still owes';
comment on column newsroom.stories.due_at is 'by when the present step should be done';
comment on column newsroom.stories.correction_note is 'for the correction in work: what was wrong, in words for the public';
create index on newsroom.stories (county_id, state, due_at) where state not in ('done', 'discarded');
create index on newsroom.stories (county_id, withdrawn_at) where public_state = 'withdrawn';
create index on newsroom.stories (county_id, after_review_due_at) where after_review_due_at is not null;
create index on newsroom.stories (county_id, updated_at desc, id desc);
create index on newsroom.stories (county_id, author_id, updated_at desc);
create index on newsroom.stories (county_id, first_published_at desc, id desc) where public_state = 'published' and translation_of is null;
create index on newsroom.stories (county_id, section_id, first_published_at desc, id desc) where public_state = 'published' and translation_of is null;
create index on newsroom.stories (county_id, kind, valid_until) where public_state = 'published' and valid_until is not null;
create index on newsroom.stories (county_id, translation_of) where translation_of is not null;
create unique index one_translation on newsroom.stories (county_id, translation_of, language) where translation_of is not null and state <> 'discarded';
create index on newsroom.stories (county_id, successor_id) where successor_id is not null;

create table newsroom.story_places (
  county_id integer not null,
  story_id uuid not null,
  place_id uuid not null,
  shown_at timestamptz,
  primary key (county_id, story_id, place_id)
);
select platform.owned('newsroom.story_places');
comment on column newsroom.story_places.shown_at is 'first publication while the story is public and no translation, else null: a place page reads its newest from the index';
create index on newsroom.story_places (county_id, place_id, shown_at desc, story_id desc) where shown_at is not null;
create index on newsroom.story_places (county_id, place_id);

create table newsroom.revisions (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  version integer not null,
  text jsonb not null,
  canonical bytea not null,
  canonical_version integer not null,
  text_hash text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, story_id, version)
);
select platform.append_only('newsroom.revisions');

-- One passage through the chain: begins at submission, ends by publication, return or an edit that voids it.
create table newsroom.rounds (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  path text not null check (path in ('full', 'paired', 'urgent')),
  purpose text not null check (purpose in ('publish', 'correct', 'update', 'after-review', 'turn')),
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('published', 'returned', 'voided', 'taken-back', 'reviewed')),
  primary key (county_id, id)
);
select platform.owned('newsroom.rounds');
create index on newsroom.rounds (county_id, story_id, id);

-- Separation of duties: one person stands on one side of a round. On the full path each step is a side of its own; on the paired path
-- first and second review are one side; the author is always a side.
create table newsroom.duties (
  county_id integer not null,
  round_id uuid not null,
  person_id uuid not null,
  side text not null,
  primary key (county_id, round_id, person_id),
  unique (county_id, round_id, person_id, side)
);
select platform.append_only('newsroom.duties');

create table newsroom.signatures (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  number integer not null,
  round_id uuid not null,
  revision_id uuid not null,
  step text not null check (step in ('first_review', 'second_review', 'final_review', 'urgent_review', 'after_review', 'withdrawal', 'restoration')),
  side text not null,
  role text not null,
  signer_id uuid not null,
  verdict text not null check (verdict in ('approved', 'returned', 'withdrawn', 'restored')),
  reason text,
  text_hash text not null,
  statement bytea not null,
  statement_hash text not null,
  previous_id uuid,
  previous_hash text,
  kind text not null check (kind in ('passkey', 'attested', 'demonstration')),
  algorithm text not null,
  public_key text not null,
  signature text not null,
  credential_id text,
  authenticator_data text not null,
  client_data_json text not null,
  rp_id text not null,
  at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, story_id, number),
  foreign key (county_id, round_id, signer_id, side) references newsroom.duties (county_id, round_id, person_id, side)
);
select platform.append_only('newsroom.signatures');
create unique index on newsroom.signatures (county_id, round_id, step) where verdict in ('approved', 'withdrawn', 'restored');
create index on newsroom.signatures (county_id, revision_id);
comment on column newsroom.signatures.number is 'from 1 within the story: the statement names the hash of the one before, and no number is given twice';
comment on column newsroom.signatures.statement is 'RFC 8785 bytes of the signed statement, kept for ever';

create table newsroom.editions (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  number integer not null,
  revision_id uuid not null,
  round_id uuid not null,
  signature_id uuid not null,
  kind text not null check (kind in ('first', 'update', 'correction')),
  path text not null check (path in ('full', 'paired', 'urgent')),
  text jsonb not null,
  text_hash text not null,
  byline text not null,
  correction_note text,
  correction_runs jsonb,
  published_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, story_id, number)
);
select platform.append_only('newsroom.editions');
create index on newsroom.editions (county_id, published_at desc, id desc) where kind = 'correction';
comment on column newsroom.editions.correction_runs is 'the words struck and set against the edition before';

create table newsroom.error_reports (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  edition_id uuid not null,
  state text not null check (state in ('new', 'taken', 'dismissed')),
  words text not null,
  quote text not null,
  contact text,
  suspect boolean not null,
  handled_by uuid,
  answer text,
  due_at timestamptz not null,
  at timestamptz not null,
  primary key (county_id, id)
);
select platform.owned('newsroom.error_reports');
create index on newsroom.error_reports (county_id, state, due_at);
create index on newsroom.error_reports (county_id, story_id);
comment on column newsroom.error_reports.suspect is 'the honeypot was filled: shown under "please check", never thrown away';

alter table newsroom.stories add foreign key (county_id, section_id) references newsroom.sections (county_id, id);
alter table newsroom.stories add foreign key (county_id, place_id) references places.places (county_id, id);
alter table newsroom.stories add foreign key (county_id, round_id) references newsroom.rounds (county_id, id);
alter table newsroom.stories add foreign key (county_id, after_round_id) references newsroom.rounds (county_id, id);
alter table newsroom.stories add foreign key (county_id, edition_id) references newsroom.editions (county_id, id);
alter table newsroom.stories add foreign key (county_id, translation_of) references newsroom.stories (county_id, id);
alter table newsroom.stories add foreign key (county_id, successor_id) references newsroom.stories (county_id, id);
alter table newsroom.story_places add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.story_places add foreign key (county_id, place_id) references places.places (county_id, id);
alter table newsroom.revisions add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.rounds add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.duties add foreign key (county_id, round_id) references newsroom.rounds (county_id, id);
alter table newsroom.signatures add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.signatures add foreign key (county_id, revision_id) references newsroom.revisions (county_id, id);
alter table newsroom.editions add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.editions add foreign key (county_id, revision_id) references newsroom.revisions (county_id, id);
alter table newsroom.editions add foreign key (county_id, signature_id) references newsroom.signatures (county_id, id);
alter table newsroom.sections add foreign key (county_id, unit_id) references access.units (county_id, id);
alter table newsroom.error_reports add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
