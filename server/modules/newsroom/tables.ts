// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { GeneratedJson, Json } from '#platform/column-types';

/** append-only */
export interface AdoptionsTable {
  county_id: number;
  id: string;
  /** the adoption by one outlet; its lines are the shares of whoever brought the text */
  adoption_id: string;
  /** which line of this person in this adoption, from 1: nothing is written twice */
  entry: number;
  person_id: string;
  kind: 'counted' | 'reversal';
  why: 'published' | 'entered' | 'restored' | 'counts-again' | 'shared-anew' | 'withdrawn' | 'mistaken' | 'higher-level';
  story_id: string;
  section_id: string;
  place_id: string;
  level: 'county' | 'city' | 'province' | 'national';
  medium: 'text' | 'picture' | 'audio' | 'video';
  /** null: the county's own publication here */
  outlet: string | null;
  adopted_on: string;
  /** where the copy can be looked at */
  href: string | null;
  /** a picture or document of the library that shows the copy */
  scan_hash: string | null;
  edition_id: string | null;
  /** among how many the points were shared; 1: not shared */
  sharers: number;
  /** of a point; minus takes an earlier line back */
  hundredths: number;
  reverses: string | null;
  reason: string | null;
  recorded_by: Json;
  entered_at: Date;
  row_hash: string;
}

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

export interface AttachmentsTable {
  county_id: number;
  /** made on the device that holds it; its upload says it as `attachment:<id>`, and so the two find each other */
  id: string;
  story_id: string;
  name: string;
  /** its size as the device says it */
  bytes: number;
  /** its length as the device measured it; null where it could not */
  seconds: number | null;
  sent_by: string;
  told_at: Date;
  /** what it became in the library; null until all of it is there */
  material_id: string | null;
  /** why nothing could be made of it: a code of refusal */
  refusal: string | null;
  refusal_detail: Json | null;
  settled_at: Date | null;
}

/** append-only */
export interface ChainStepsTable {
  county_id: number;
  version_id: string;
  position: number;
  step: 'first_review' | 'second_review' | 'final_review' | 'first_proof' | 'second_proof' | 'third_proof' | 'read_aloud' | 'sign_off' | 'urgent_review';
  /** steps of one side may be signed by one person; only the separation `paired` has two of a side */
  side: string;
  separation: string;
  roles: string[];
  due_minutes: number;
  important_only: boolean;
  /** what the reviewer looks at, a line each; ticked off as an aid */
  check_list: string[];
  check_list_required: boolean;
}

/** append-only */
export interface ChainVersionsTable {
  county_id: number;
  id: string;
  chain_id: string;
  number: number;
  /** strict: nobody signs twice; paired: steps of one side may be one person's; logged: a second step by one person is possible and recorded with its reason */
  separation: 'strict' | 'paired' | 'logged';
  /** null: the county has it from the program */
  arranged_by: string | null;
  arranged_at: Date;
}

export interface ChainsTable {
  county_id: number;
  id: string;
  /** what stories, rounds, editions and statements call it (their `path`); never changes */
  slug: string;
  name: Json;
  /** for sections that name none */
  is_default: Generated<boolean>;
  /** the version that rounds begin with now */
  version_id: string;
  ended_at: Date | null;
}

/** append-only */
export interface CommentEntriesTable {
  county_id: number;
  id: string;
  comment_id: string;
  kind: 'said' | 'resolved' | 'reopened';
  words: string;
  mentioned: string[];
  written_by: string;
  written_at: Date;
}

/** append-only */
export interface CommentsTable {
  county_id: number;
  id: string;
  story_id: string;
  revision_id: string;
  part: 'title' | 'deck' | 'body' | 'story';
  /** the words it is about, as they stood; empty for the story as a whole */
  quote: string;
  /** a few signs before them, by which they are found again */
  before: string;
  after: string;
  /** where they stand in the working copy: two relative positions of Yjs; null when they were not found there */
  anchor: Json | null;
  written_by: string;
  written_at: Date;
}

export interface ContributionEditionsTable {
  county_id: number;
  contribution_id: string;
  /** the edition there */
  number: number;
  /** the centre's signed word that this edition is its own (compact JWS), checked when it was received */
  mark: string;
  /** of the list under /.well-known/xiangyin-keys.json by which it was checked */
  key_id: string;
  /** how each reading there is vouched for, as the mark says */
  steps: string;
  publisher: string;
  /** where it stands there */
  page: string;
  /** with the pictures as they are stored here */
  text: Json;
  /** what was wrong before, as the centre says */
  correction: string | null;
  published_at: Date;
  received_at: Date;
  /** taken: the text here is made of it; left: the desk dealt with it otherwise; null: it waits for the desk */
  settled: 'taken' | 'left' | null;
  settled_at: Date | null;
  /** null: it was taken as it came */
  settled_by: string | null;
}

/** as which picture of the library here each picture of a contributed text is stored: a text names its pictures by the hash that they have there */
export interface ContributionPicturesTable {
  county_id: number;
  sent_hash: string;
  stored_hash: string;
  stored_at: Date;
}

export interface ContributionsTable {
  county_id: number;
  id: string;
  /** host of the centre that published it, as its mark says */
  issuer: string;
  /** the slug of the story there */
  source: string;
  sender_id: string;
  /** the story here; null only within the transaction that writes it */
  story_id: string | null;
  received_at: Date;
  /** when the centre said that it took the text down */
  withdrawn_at: Date | null;
  /** when the desk here had dealt with that */
  withdrawal_settled_at: Date | null;
}

export interface DraftUpdatesTable {
  county_id: number;
  story_id: string;
  id: string;
  written_by: string;
  /** real time: pauses in writing are measured by it */
  written_at: Date;
  content: Buffer;
  /** false: the text without its suggestions reads as before */
  changes_text: Generated<boolean>;
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
  /** from 0; above 0 a logged exception: the same person on another side */
  nth: Generated<number>;
  after_nth: number | null;
  after_side: string | null;
  separation: string | null;
  /** of an exception: why one person took two steps */
  reason: string | null;
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
  path: string;
  text: Json;
  text_hash: string;
  byline: string;
  correction_note: string | null;
  /** the words struck and set against the edition before */
  correction_runs: Json | null;
  published_at: Date;
  /** how urgent the notice was when it was signed: the public sees this one */
  level: 'blue' | 'yellow' | 'orange' | 'red' | null;
  /** what is new, as readers were told; null: nothing was said, or it is no update */
  update_note: string | null;
}

/** append-only */
export interface EmbargoEntriesTable {
  county_id: number;
  id: string;
  story_id: string;
  /** as it was from then on; null: lifted */
  until_at: Date | null;
  /** why it was lifted or shortened while it held; empty for what binds more */
  reason: string;
  said_by: string;
  said_at: Date;
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
  /** the step of the review at which somebody said so who does not write at the text; null: whoever writes at it */
  step: string | null;
}

export interface FormerAssigneesTable {
  county_id: number;
  assignment_id: string;
  person_id: string;
  left_at: Date;
}

/** append-only */
export interface HandoverSignaturesTable {
  county_id: number;
  id: string;
  handover_id: string;
  side: 'leaving' | 'coming';
  signer_id: string;
  /** RFC 8785 bytes of the signed statement, kept for ever; that of the coming person names the hash of the leaving one's */
  statement: Buffer;
  statement_hash: string;
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

export interface HandoversTable {
  county_id: number;
  id: string;
  /** the grant of duty that ends with it; a shift is handed over once, and once more when that was declined */
  shift_id: string;
  role: string;
  place_id: string;
  leaving_id: string;
  coming_id: string;
  note: string;
  signed_at: Date;
  taken_at: Date | null;
  /** RFC 8785 bytes of what both sign: post, shift, who leaves, who comes, what is open, by ids and hashes alone; null: handed over before it was signed */
  paper: Buffer | null;
  /** when the coming person said that they do not take it; the roster is as it was */
  declined_at: Date | null;
  decline_reason: Generated<string>;
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
  recurrence_id: string | null;
  /** its day by the rule: what stands in its place in the row of dates, though it be moved */
  recurs_on: string | null;
  /** changed by itself: changes of the whole leave it as it is */
  recurs_apart: Generated<boolean>;
  /** dropped because the rule no longer names its day; comes back when it does */
  left_out: Generated<boolean>;
}

export interface ImportedEventsTable {
  county_id: number;
  idea_id: string;
  /** UID, and of one date of a recurring event its original time (RECURRENCE-ID) */
  key: string;
  uid: string;
  /** SEQUENCE of RFC 5545; an earlier one is an older copy of the calendar */
  sequence: number;
  title: string;
  /** as the idea's note was made of it: place and description */
  note: string;
  from_on: string | null;
  until_on: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  /** the calendar struck it out, and the idea was dropped for that */
  cancelled: boolean;
  read_at: Date;
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

export interface LettersTable {
  county_id: number;
  id: string;
  /** SHA-256 over sender and Message-ID: the same letter is taken once, in whatever folder it lies */
  letter_key: string;
  sender_id: string;
  uid_validity: string;
  uid: number;
  outcome: 'begun' | 'taken' | 'refused';
  /** the code of a refusal */
  why: string | null;
  story_id: string | null;
  received_at: Date;
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

export interface MailboxesTable {
  county_id: number;
  enabled: boolean;
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  login: string;
  sealed_secret: Buffer;
  folder: string;
  done_folder: string;
  section_id: string;
  /** verified: the sender must have passed SPF, DKIM or DMARC by what the county's own mail server wrote; server: that server lets no forged sender in */
  trust: 'verified' | 'server';
  /** the authserv-id under which that server writes Authentication-Results (RFC 8601) */
  authority: string;
  version: number;
  changed_by: string;
  changed_at: Date;
  uid_validity: string | null;
  /** up to here the folder was looked through, while its UIDVALIDITY stays */
  last_uid: Generated<number>;
  /** letters of senders whom the county does not know: left where they are, never answered */
  strangers: Generated<number>;
  /** letters in the name of somebody known that nothing proves to be theirs */
  unverified: Generated<number>;
  /** the letter at which the last reading failed; after some tries it is passed over */
  stuck_uid: number | null;
  stuck_times: Generated<number>;
  looked_at: Date | null;
  problem: 'unreachable' | 'inner-address' | 'login' | 'tls' | 'folder' | 'other' | null;
}

export interface OverdueLooksTable {
  county_id: number;
  /** a story or an error report */
  subject_id: string;
  due_at: Date;
  looked_at: Date;
}

export interface PlacementsTable {
  county_id: number;
  id: string;
  /** null: the front page of the county */
  section_id: string | null;
  slot: number;
  story_id: string;
  from_at: Date;
  /** null: until somebody takes it away */
  until_at: Date | null;
  placed_by: string;
  placed_at: Date;
  removed_by: string | null;
  removed_at: Date | null;
}

/** append-only */
export interface PointTablesTable {
  county_id: number;
  id: string;
  /** adoptions from this day on count by it; of several for one day the last decided */
  from_on: string;
  /** equal: those who share a text share its points; whole: each has them all */
  share: 'equal' | 'whole';
  /** [{level, medium, sectionId or null, hundredths}] */
  lines: Json;
  decided_by: string;
  decided_at: Date;
}

/** append-only */
export interface PublicChangesTable {
  county_id: number;
  id: string;
  story_id: string;
  /** changed: its section, places, validity or successor; the text is as it was */
  kind: 'published' | 'updated' | 'corrected' | 'withdrawn' | 'restored' | 'changed';
  /** what was published, taken down or put back */
  edition_id: string | null;
  at: Date;
  row_hash: string;
}

export interface RecurrencesTable {
  county_id: number;
  id: string;
  /** RRULE of RFC 5545 without its name; UNTIL is a day */
  rule: string;
  /** DTSTART: the day from which the rule counts */
  starts_on: string;
  /** up to this day every date of the rule has its idea */
  made_until: string;
  title: string;
  note: Generated<string>;
  section_id: string | null;
  place_ids: string[];
  /** how many days each lasts */
  days: number;
  starts_time: string | null;
  ends_time: string | null;
  /** the assignments each begins with, for nobody yet */
  kinds: Generated<('text' | 'picture' | 'audio' | 'video')[]>;
  proposed_by: string;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface RelatedStoriesTable {
  county_id: number;
  /** originals, as is related_id; a translation is found through them */
  story_id: string;
  rank: number;
  related_id: string;
}

export interface ReleaseStoriesTable {
  county_id: number;
  release_id: string;
  story_id: string;
  position: number;
  outcome: 'published' | 'left' | null;
}

export interface ReleasesTable {
  county_id: number;
  id: string;
  state: 'planned' | 'released' | 'cancelled';
  title: string;
  /** county time at which they go out by themselves; null: when somebody says so */
  release_at: Date | null;
  /** somebody said that what is not signed by then stays behind; otherwise all of them wait */
  leave_behind: boolean;
  planned_by: string;
  version: number;
  created_at: Date;
  released_at: Date | null;
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
  path: string;
  purpose: 'publish' | 'correct' | 'update' | 'after-review' | 'turn' | 'withdrawal-review';
  begun_at: Date;
  ended_at: Date | null;
  outcome: 'published' | 'returned' | 'voided' | 'taken-back' | 'reviewed' | 'rejected' | null;
  version_id: string | null;
  separation: string | null;
  important: Generated<boolean>;
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
  /** the chain of its stories; null: the county's default */
  chain_id: string | null;
  /** whose last signature counts without a reason: of whoever is on duty when somebody is (rostered), of whoever is on duty and nobody else (always), of anybody with the role (anybody) */
  last_hand: Generated<'rostered' | 'always' | 'anybody'>;
  /** the chain of corrections of its stories; null: as any other text of the section */
  correction_chain_id: string | null;
  /** the chain of updates of its stories; null: as any other text of the section */
  update_chain_id: string | null;
}

export interface SeriesTable {
  county_id: number;
  id: string;
  slug: string;
  name: Json;
  description: GeneratedJson;
  version: number;
  made_at: Date;
}

export interface SeriesStoriesTable {
  county_id: number;
  /** the original; a story stands in one series at most, so that it has one before and one after it */
  story_id: string;
  series_id: string;
  position: number;
}

export interface ShiftSwapsTable {
  county_id: number;
  id: string;
  state: 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'confirmed';
  role: string;
  place_id: string;
  /** the asker's shift: a grant of duty */
  shift_id: string;
  /** what the asked person gives for it; null: nothing */
  other_shift_id: string | null;
  asker_id: string;
  asked_id: string;
  note: string;
  asked_at: Date;
  settled_by: string | null;
  settled_at: Date | null;
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
  step: 'first_review' | 'second_review' | 'final_review' | 'first_proof' | 'second_proof' | 'third_proof' | 'read_aloud' | 'sign_off' | 'urgent_review' | 'after_review' | 'withdrawal' | 'restoration' | 'withdrawal_review';
  side: string;
  role: string;
  signer_id: string;
  verdict: 'approved' | 'returned' | 'withdrawn' | 'restored' | 'carried' | 'rejected' | 'taken-back';
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
  version_id: string | null;
  /** the lines of the step's check list that the signer ticked off */
  ticked: Generated<string[]>;
  /** of an entry `carried`: the approval that stands, over another text */
  carries_id: string | null;
  /** of an entry `carried`: what differs from the text that was approved */
  changed: string[] | null;
  /** the signature before it, which its signer takes back: both stay */
  takes_back: string | null;
  /** how often this step of the round had been signed and taken back before */
  attempt: Generated<number>;
  /** why somebody who was not on duty gave the last signature; null: none was needed */
  exception: string | null;
  /** canonical form (document/head.ts); null: signed before statements named it */
  head: Buffer | null;
  /** of a withdrawal or restoration: what the public reads about it, in the story's language; null: the usual words alone */
  note: string | null;
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
  state: 'draft' | 'returned' | 'first_review' | 'second_review' | 'final_review' | 'first_proof' | 'second_proof' | 'third_proof' | 'read_aloud' | 'sign_off' | 'urgent_review' | 'signed_off' | 'done' | 'discarded' | 'held' | 'rejected';
  /** what the public sees, whatever is in work at the desk */
  public_state: 'unpublished' | 'published' | 'withdrawn';
  /** slug of the chain chosen for this story; null: its section's */
  path: string | null;
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
  /** takes the steps that a chain asks of important items only */
  important: Generated<boolean>;
  /** the step at which a reviewer kept it for later: it comes back to it */
  held_from: string | null;
  held_by: string | null;
  /** when whoever kept it for later is reminded, in county time; null: never */
  remind_at: Date | null;
  /** since when it is out of the working lists; what the public sees is as it was */
  archived_at: Date | null;
  /** the review that a withdrawal still owes */
  turn_round_id: string | null;
  turn_review_due_at: Date | null;
  /** the planned release with which it goes out: before that it is not published, though it be signed */
  release_id: string | null;
  /** the hold ends with the holder's last window at the text */
  held_open: Generated<boolean>;
  /** the colleague who looks after it; whoever may review it still may, and no signature depends on it */
  editor_id: string | null;
  unarchived_at: Date | null;
  /** no verb publishes the story before this moment; null: nobody asked for it */
  embargo_until: Date | null;
  /** who asked for it, as the desk wrote it */
  embargo_source: Generated<string>;
  /** what is new, for readers; null: no update is in work, or nothing is said */
  update_note: string | null;
  /** publish_held was set by a withdrawal and not by a person: it ends when the story is restored */
  withdrawal_holds: Generated<boolean>;
}

export interface StoryPlacesTable {
  county_id: number;
  story_id: string;
  place_id: string;
  /** first publication while the story is public and no translation, else null: a place page reads its newest from the index */
  shown_at: Date | null;
}

export interface StoryTagsTable {
  county_id: number;
  /** the original; its translations are about the same */
  story_id: string;
  tag_id: string;
  added_at: Date;
}

/** a table of its own: a story's row changes at every step, and its words only with the text */
export interface StoryWordsTable {
  county_id: number;
  story_id: string;
  /** dictionary english over words cut by the app, without their positions; null: not yet cut */
  words: string | null;
}

export interface SubmissionsTable {
  county_id: number;
  /** the id of the story that holds the text */
  id: string;
  sender_id: string;
  state: 'waiting' | 'accepted' | 'merged' | 'returned' | 'rejected' | 'taken_back';
  /** the words as the sender last handed them in, before the desk wrote at them */
  sent_revision_id: string;
  sent_at: Date;
  /** the story that took the words over */
  merged_into: string | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: Date | null;
}

/** append-only */
export interface SuggestionsTable {
  county_id: number;
  story_id: string;
  /** made by the window; the first who sends it to a story is whose it is */
  id: string;
  made_by: string;
  made_at: Date;
}

export interface SwitchedOffChecksTable {
  county_id: number;
  check_id: string;
  switched_by: string;
  switched_at: Date;
}

export interface TagsTable {
  county_id: number;
  id: string;
  slug: string;
  name: Json;
  description: GeneratedJson;
  merged_into: string | null;
  version: number;
  made_at: Date;
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

export interface VoidingRulesTable {
  county_id: number;
  part: 'title' | 'lead' | 'body' | 'picture' | 'caption' | 'byline' | 'places' | 'notice';
  falls: string[];
  changed_by: string;
  changed_at: Date;
}

/** Every table of the schema `newsroom`. */
export interface NewsroomTables {
  'newsroom.adoptions': AdoptionsTable;
  'newsroom.assignments': AssignmentsTable;
  'newsroom.attachments': AttachmentsTable;
  'newsroom.chain_steps': ChainStepsTable;
  'newsroom.chain_versions': ChainVersionsTable;
  'newsroom.chains': ChainsTable;
  'newsroom.comment_entries': CommentEntriesTable;
  'newsroom.comments': CommentsTable;
  'newsroom.contribution_editions': ContributionEditionsTable;
  'newsroom.contribution_pictures': ContributionPicturesTable;
  'newsroom.contributions': ContributionsTable;
  'newsroom.draft_updates': DraftUpdatesTable;
  'newsroom.drafts': DraftsTable;
  'newsroom.duties': DutiesTable;
  'newsroom.editions': EditionsTable;
  'newsroom.embargo_entries': EmbargoEntriesTable;
  'newsroom.error_reports': ErrorReportsTable;
  'newsroom.finding_dismissals': FindingDismissalsTable;
  'newsroom.former_assignees': FormerAssigneesTable;
  'newsroom.handover_signatures': HandoverSignaturesTable;
  'newsroom.handovers': HandoversTable;
  'newsroom.idea_places': IdeaPlacesTable;
  'newsroom.ideas': IdeasTable;
  'newsroom.imported_events': ImportedEventsTable;
  'newsroom.inspections': InspectionsTable;
  'newsroom.letters': LettersTable;
  'newsroom.lexicon_terms': LexiconTermsTable;
  'newsroom.mailboxes': MailboxesTable;
  'newsroom.overdue_looks': OverdueLooksTable;
  'newsroom.placements': PlacementsTable;
  'newsroom.point_tables': PointTablesTable;
  'newsroom.public_changes': PublicChangesTable;
  'newsroom.recurrences': RecurrencesTable;
  'newsroom.related_stories': RelatedStoriesTable;
  'newsroom.release_stories': ReleaseStoriesTable;
  'newsroom.releases': ReleasesTable;
  'newsroom.revision_writers': RevisionWritersTable;
  'newsroom.revisions': RevisionsTable;
  'newsroom.rounds': RoundsTable;
  'newsroom.sections': SectionsTable;
  'newsroom.series': SeriesTable;
  'newsroom.series_stories': SeriesStoriesTable;
  'newsroom.shift_swaps': ShiftSwapsTable;
  'newsroom.signatures': SignaturesTable;
  'newsroom.stories': StoriesTable;
  'newsroom.story_places': StoryPlacesTable;
  'newsroom.story_tags': StoryTagsTable;
  'newsroom.story_words': StoryWordsTable;
  'newsroom.submissions': SubmissionsTable;
  'newsroom.suggestions': SuggestionsTable;
  'newsroom.switched_off_checks': SwitchedOffChecksTable;
  'newsroom.tags': TagsTable;
  'newsroom.voice_notes': VoiceNotesTable;
  'newsroom.voiding_rules': VoidingRulesTable;
}
