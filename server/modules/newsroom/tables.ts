// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { GeneratedJson, Json } from '#platform/column-types';

export interface AssignmentsTable {
  county_id: number;
  id: string;
  idea_id: string;
  kind: 'text' | 'picture' | 'audio' | 'video';
  state: 'draft' | 'assigned' | 'accepted' | 'declined' | 'in_progress' | 'submitted' | 'done' | 'cancelled';
  /** who is asked or does it; of a declined one who said no, until somebody else is asked */
  person_id: string | null;
  assigned_by: string | null;
  assigned_at: Date | null;
  /** where to go, if it is another place than the idea's */
  place_id: string | null;
  note: Generated<string>;
  starts_at: Date | null;
  due_at: Date | null;
  /** the story that came of it: submitting and publishing it moves the assignment */
  story_id: string | null;
  /** from 1; grows with every change, and is the SEQUENCE of its calendar entry */
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface DraftUpdatesTable {
  county_id: number;
  story_id: string;
  id: string;
  written_by: string;
  /** real time: pauses in writing are measured by it */
  written_at: Date;
  content: Buffer;
}

/** the working copy as of the story's present version, as one Yjs update; made when the shared editor is first opened */
export interface DraftsTable {
  county_id: number;
  story_id: string;
  version: number;
  state: Buffer;
}

/** append-only */
export interface DutiesTable {
  county_id: number;
  round_id: string;
  person_id: string;
  side: string;
}

/** append-only */
export interface EditionsTable {
  county_id: number;
  id: string;
  story_id: string;
  number: number;
  revision_id: string;
  round_id: string;
  signature_id: string;
  kind: 'first' | 'update' | 'correction';
  path: 'full' | 'paired' | 'urgent';
  text: Json;
  text_hash: string;
  byline: string;
  correction_note: string | null;
  /** the words struck and set against the edition before */
  correction_runs: Json | null;
  published_at: Date;
  /** how urgent the notice was when it was signed: the public sees this one */
  level: 'blue' | 'yellow' | 'orange' | 'red' | null;
}

export interface ErrorReportsTable {
  county_id: number;
  id: string;
  story_id: string;
  edition_id: string;
  state: 'new' | 'taken' | 'dismissed';
  words: string;
  quote: string;
  contact: string | null;
  /** the honeypot was filled: shown under "please check", never thrown away */
  suspect: boolean;
  handled_by: string | null;
  answer: string | null;
  due_at: Date;
  at: Date;
  settled_at: Date | null;
}

/** append-only */
export interface FindingDismissalsTable {
  county_id: number;
  id: string;
  story_id: string;
  check_id: string;
  finding_key: string;
  reason: 'as-said' | 'local' | 'public' | 'checked' | 'other' | null;
  remark: string | null;
  dismissed_by: string;
  dismissed_at: Date;
}

export interface HandoversTable {
  county_id: number;
  id: string;
  /** the grant of duty that ends with it; a shift is handed over once */
  shift_id: string;
  role: string;
  place_id: string;
  leaving_id: string;
  coming_id: string;
  note: string;
  signed_at: Date;
  taken_at: Date | null;
}

export interface IdeaPlacesTable {
  county_id: number;
  idea_id: string;
  place_id: string;
}

export interface IdeasTable {
  county_id: number;
  id: string;
  state: 'open' | 'done' | 'dropped';
  title: string;
  note: Generated<string>;
  section_id: string | null;
  /** the first of its places, for permissions and lists; all of them stand in newsroom.idea_places */
  place_id: string;
  proposed_by: string;
  /** first day, in the county's zone; with a time it is the day of starts_at; null: no day yet */
  from_on: string | null;
  /** last day, included */
  until_on: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  /** from 1; grows with every change of words, places or times, so that nobody overwrites what they have not seen */
  version: number;
  created_at: Date;
  updated_at: Date;
}

/** append-only */
export interface InspectionsTable {
  county_id: number;
  id: string;
  from_on: string;
  until_on: string;
  seed: string;
  /** the days of the period with publications, among which was drawn */
  candidates: string[];
  days: string[];
  /** how many stories had an edition on the drawn days */
  stories: number;
  drawn_by: string;
  drawn_at: Date;
}

export interface LexiconTermsTable {
  county_id: number;
  id: string;
  /** as the county writes it; of persons only names of public office */
  term: string;
  kind: 'person' | 'place' | 'organisation' | 'term';
  /** what it is often mistaken for; may be empty: then the term only keeps other checks away */
  wrong_forms: string[];
  note: string;
  version: number;
  changed_by: string;
  changed_at: Date;
  ended_at: Date | null;
}

/** append-only */
export interface RevisionWritersTable {
  county_id: number;
  revision_id: string;
  person_id: string;
}

/** append-only */
export interface RevisionsTable {
  county_id: number;
  id: string;
  story_id: string;
  version: number;
  text: Json;
  canonical: Buffer;
  canonical_version: number;
  text_hash: string;
  written_by: string;
  written_at: Date;
}

export interface RoundsTable {
  county_id: number;
  id: string;
  story_id: string;
  path: 'full' | 'paired' | 'urgent';
  purpose: 'publish' | 'correct' | 'update' | 'after-review' | 'turn';
  begun_at: Date;
  ended_at: Date | null;
  outcome: 'published' | 'returned' | 'voided' | 'taken-back' | 'reviewed' | null;
}

export interface SectionsTable {
  county_id: number;
  id: string;
  slug: string;
  name: Json;
  description: GeneratedJson;
  position: number;
  unit_id: string | null;
  ended_at: Date | null;
}

/** append-only */
export interface SignaturesTable {
  county_id: number;
  id: string;
  story_id: string;
  /** from 1 within the story: the statement names the hash of the one before, and no number is given twice */
  number: number;
  round_id: string;
  revision_id: string;
  step: 'first_review' | 'second_review' | 'final_review' | 'urgent_review' | 'after_review' | 'withdrawal' | 'restoration';
  side: string;
  role: string;
  signer_id: string;
  verdict: 'approved' | 'returned' | 'withdrawn' | 'restored';
  reason: string | null;
  text_hash: string;
  /** RFC 8785 bytes of the signed statement, kept for ever */
  statement: Buffer;
  statement_hash: string;
  previous_id: string | null;
  previous_hash: string | null;
  kind: 'passkey' | 'attested' | 'demonstration';
  algorithm: string;
  public_key: string;
  signature: string;
  credential_id: string | null;
  authenticator_data: string;
  client_data_json: string;
  rp_id: string;
  at: Date;
}

export interface StoriesTable {
  county_id: number;
  id: string;
  kind: 'story' | 'notice';
  language: 'zh-CN' | 'en';
  slug: string | null;
  section_id: string;
  /** the first of its places, for permissions and lists; all of them stand in newsroom.story_places */
  place_id: string;
  author_id: string;
  /** where the text in work stands at the desk; done: nothing is in work */
  state: 'draft' | 'returned' | 'first_review' | 'second_review' | 'final_review' | 'urgent_review' | 'signed_off' | 'done' | 'discarded';
  /** what the public sees, whatever is in work at the desk */
  public_state: 'unpublished' | 'published' | 'withdrawn';
  path: 'full' | 'paired' | 'urgent';
  title: string;
  /** as it will stand under the headline; part of the public record once published */
  byline: string;
  version: number;
  revision_id: string;
  round_id: string | null;
  /** the review that an urgent publication still owes */
  after_round_id: string | null;
  edition_id: string | null;
  /** of the valid edition: title, deck, lead picture, byline, count of signatures; so that lists of 200,000 stories read no texts */
  teaser: Json | null;
  holder_id: string | null;
  held_since: Date | null;
  /** by when the present step should be done */
  due_at: Date | null;
  translation_of: string | null;
  valid_until: Date | null;
  successor_id: string | null;
  /** for the correction in work: what was wrong, in words for the public */
  correction_note: string | null;
  first_published_at: Date | null;
  published_at: Date | null;
  corrected_at: Date | null;
  withdrawn_at: Date | null;
  after_review_due_at: Date | null;
  created_at: Date;
  updated_at: Date;
  /** of the notice in work: how urgent; null is the ordinary case */
  level: 'blue' | 'yellow' | 'orange' | 'red' | null;
  /** county time before which the text in work is not published, though it be signed; null: with its last signature */
  publish_at: Date | null;
  /** kept ready: published when somebody says so */
  publish_held: Generated<boolean>;
}

export interface StoryPlacesTable {
  county_id: number;
  story_id: string;
  place_id: string;
  /** first publication while the story is public and no translation, else null: a place page reads its newest from the index */
  shown_at: Date | null;
}

export interface SubmissionsTable {
  county_id: number;
  /** the id of the story that holds the text */
  id: string;
  sender_id: string;
  channel: 'entry' | 'mail';
  state: 'waiting' | 'accepted' | 'merged' | 'returned' | 'taken_back';
  /** the words as the sender last handed them in, before the desk wrote at them */
  sent_revision_id: string;
  sent_at: Date;
  /** the story that took the words over */
  merged_into: string | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: Date | null;
}

export interface SwitchedOffChecksTable {
  county_id: number;
  check_id: string;
  switched_by: string;
  switched_at: Date;
}

export interface VoiceNotesTable {
  county_id: number;
  /** made on the device that recorded it, so that it arrives once */
  id: string;
  story_id: string;
  file_hash: string;
  media_type: 'audio/webm' | 'audio/mp4' | 'audio/ogg';
  bytes: number;
  /** its length as the device measured it */
  seconds: number;
  sent_by: string;
  sent_at: Date;
  /** nobody hears it any more; its file goes within the hour, the row with it */
  removed_at: Date | null;
}

/** Every table of the schema `newsroom`. */
export interface NewsroomTables {
  'newsroom.assignments': AssignmentsTable;
  'newsroom.draft_updates': DraftUpdatesTable;
  'newsroom.drafts': DraftsTable;
  'newsroom.duties': DutiesTable;
  'newsroom.editions': EditionsTable;
  'newsroom.error_reports': ErrorReportsTable;
  'newsroom.finding_dismissals': FindingDismissalsTable;
  'newsroom.handovers': HandoversTable;
  'newsroom.idea_places': IdeaPlacesTable;
  'newsroom.ideas': IdeasTable;
  'newsroom.inspections': InspectionsTable;
  'newsroom.lexicon_terms': LexiconTermsTable;
  'newsroom.revision_writers': RevisionWritersTable;
  'newsroom.revisions': RevisionsTable;
  'newsroom.rounds': RoundsTable;
  'newsroom.sections': SectionsTable;
  'newsroom.signatures': SignaturesTable;
  'newsroom.stories': StoriesTable;
  'newsroom.story_places': StoryPlacesTable;
  'newsroom.submissions': SubmissionsTable;
  'newsroom.switched_off_checks': SwitchedOffChecksTable;
  'newsroom.voice_notes': VoiceNotesTable;
}
