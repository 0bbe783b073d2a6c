// Written by tools/generate-tables.ts from the database. To change it, add a migration and run the tool again.

import type { Generated } from 'kysely';
import type { GeneratedJson, Json } from '#platform/column-types';

export interface AgeBandsTable {
  county_id: number;
  from_age: number;
  accepted: boolean;
  /** a guardian must have agreed */
  guardian: boolean;
  /** whether they may go to a home: never, beside somebody grown up, or as everybody */
  homes: 'never' | 'accompanied' | 'freely';
  /** minutes of the day on the county's wall between which a visit must lie */
  not_before: number;
  not_after: number;
  minutes_per_week: number | null;
  changed_at: Date;
}

export interface ApplicationsTable {
  county_id: number;
  id: string;
  team_id: string | null;
  place_id: string;
  name: string;
  phone: string;
  phone_hash: string;
  skills: string[];
  availability: Json;
  within_km: number | null;
  /** asked of minors alone: then a guardian is named */
  born_on: string | null;
  guardian_name: string | null;
  guardian_phone: string | null;
  language: 'zh-CN' | 'en';
  /** a trap in the form was filled in: please check */
  suspect: boolean;
  sent_at: Date;
  verdict: 'taken-in' | 'declined' | null;
  person_id: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  forgotten_at: Date | null;
}

export interface AssignmentsTable {
  county_id: number;
  id: string;
  order_id: string;
  visit_id: string;
  person_id: string;
  leads: boolean;
  /** in-vain: they were to go, and nobody could be helped */
  state: 'assigned' | 'given-back' | 'served' | 'absent' | 'released' | 'in-vain';
  assigned_at: Date;
  ended_at: Date | null;
  /** beside those who are needed: whether they come or not, the visit takes place */
  comes_along: Generated<boolean>;
  /** when they said themselves that they had arrived */
  arrived_at: Date | null;
  /** their own; null: as long as the visit */
  minutes_served: number | null;
  /** where their own word goes beyond that of who ended the visit; null: as of the visit */
  minutes_evidence: 'typed-in-later' | null;
  /** when they confirmed or corrected their own time */
  minutes_said_at: Date | null;
}

export interface CallBackDrawsTable {
  county_id: number;
  id: string;
  place_id: string;
  from_on: string;
  until_on: string;
  seed: string;
  /** out of how many visits was drawn */
  population: number;
  made_by: string;
  made_at: Date;
}

export interface CallBacksTable {
  county_id: number;
  id: string;
  draw_id: string;
  order_id: string;
  visit_id: string;
  /** had no part in the visit; null: none of those named was independent */
  caller_id: string | null;
  tries: Generated<number>;
  /** what was heard; not-needed: the order was rated or closed before anybody heard it */
  result: 'confirmed' | 'disputed' | 'no-answer' | 'not-needed' | null;
  score: number | null;
  called_at: Date | null;
}

/** append-only */
export interface CertificateRequestsTable {
  county_id: number;
  id: string;
  person_id: string;
  unit_id: string | null;
  from_on: string;
  until_on: string;
  asked_at: Date;
}

/** append-only */
export interface CertificateRevocationsTable {
  county_id: number;
  certificate_id: string;
  reason: 'hours-amended' | 'wrong' | 'asked';
  revoked_by: Json;
  revoked_at: Date;
}

/** append-only */
export interface CertificateWithdrawalsTable {
  county_id: number;
  request_id: string;
  withdrawn_at: Date;
}

/** append-only */
export interface CertificatesTable {
  county_id: number;
  id: string;
  number: string;
  /** its bit in the published list of what was revoked */
  status_index: number;
  person_id: string;
  /** the unit that recorded the hours, which alone issues; null: the county's own centre */
  unit_id: string | null;
  request_id: string | null;
  replaces: string | null;
  from_on: string;
  until_on: string;
  facts: Json;
  hour_ids: string[];
  handler_id: string;
  issued_at: Date;
  row_hash: string;
}

/** append-only */
export interface ConsentsTable {
  county_id: number;
  id: string;
  application_id: string | null;
  person_id: string | null;
  /** volunteering: what I said may be used to arrange visits; home-visits: I may be asked to go to homes (agreed to with the first, until taken back); minor: a guardian agrees that somebody under 18 volunteers */
  purpose: 'volunteering' | 'home-visits' | 'minor';
  given: boolean;
  given_by: 'self' | 'guardian';
  text_version: string;
  recorded_by: Json;
  happened_at: Date;
  entered_at: Date;
}

export interface DispatchPlanOrdersTable {
  county_id: number;
  plan_id: string;
  order_id: string;
  order_version: number;
  offered_at: Date | null;
}

export interface DispatchPlansTable {
  county_id: number;
  id: string;
  state: 'solving' | 'proposed' | 'failed' | 'signed' | 'discarded';
  place_id: string;
  starts_on: string;
  days: number;
  seed: number;
  made_by: Json;
  made_at: Date;
  /** orders, volunteers and costs by id, as matching/instance.ts says; null before solving and 30 days after */
  instance: Json | null;
  /** SHA-256 of the instance in canonical form */
  digest: string | null;
  plan: Json | null;
  /** what was fixed by hand: {pinned, barred} */
  wish: Json;
  progress: Json | null;
  stop_asked_at: Date | null;
  failure: string | null;
  signed_by: Json | null;
  signed_at: Date | null;
  version: Generated<number>;
  changed_at: Date;
  /** the plan behind whose last order this one begins; null: with what is due first */
  follows_id: string | null;
  read_orders: number | null;
  /** how many waited from where it begins on, of which read_orders were looked at; null before solving */
  waiting_orders: number | null;
  /** of the last order looked at; null with a last_order_id: that one had no time to be met */
  last_due_at: Date | null;
  last_order_id: string | null;
  /** the plan looks at orders for these services alone; empty: at all */
  service_ids: Generated<string[]>;
}

export interface ExclusionsTable {
  county_id: number;
  id: string;
  phone_hash: string;
  person_id: string;
  wished_by: 'served' | 'volunteer';
  made_by: string;
  made_at: Date;
  ended_at: Date | null;
}

export interface GatheringGuestsTable {
  county_id: number;
  gathering_id: string;
  person_id: string;
  invited_at: Date;
  /** when somebody wrote down that they were there; null: nobody has. Who did not come is not written down */
  present_at: Date | null;
  marked_by: string | null;
}

export interface GatheringsTable {
  county_id: number;
  id: string;
  kind: 'training' | 'meeting';
  /** whose; null: of the place */
  team_id: string | null;
  place_id: string;
  /** where in the place, in words; may be empty */
  room: string;
  topic: string;
  /** the word of the county's list that whoever was there has learned; null: nothing that a service asks for */
  training: string | null;
  starts_at: Date;
  ends_at: Date;
  /** last day on which what was learned counts; null: it does not end */
  valid_until: string | null;
  made_by: string;
  made_at: Date;
  changed_at: Date;
  cancelled_at: Date | null;
  version: Generated<number>;
}

/** append-only */
export interface HourCorrectionAnswersTable {
  county_id: number;
  correction_id: string;
  verdict: 'amended' | 'kept';
  reason: string;
  answered_by: Json;
  answered_at: Date;
}

export interface HourCorrectionsTable {
  county_id: number;
  id: string;
  hour_id: string;
  person_id: string;
  said: string;
  /** what was really served, as the volunteer says; 0: nothing; null: not said */
  minutes: number | null;
  asked_at: Date;
  due_at: Date;
}

export interface HourDifferenceAnswersTable {
  county_id: number;
  difference_id: string;
  person_id: string;
  agrees: boolean;
  /** in the volunteer's words; emptied when they have their data deleted */
  said: string;
  answered_at: Date;
}

/** append-only */
export interface HourDifferenceEndsTable {
  county_id: number;
  difference_id: string;
  way: 'agreed' | 'decided';
  minutes: number;
  reason: string | null;
  ended_by: Json;
  ended_at: Date;
}

/** append-only */
export interface HourDifferencesTable {
  county_id: number;
  id: string;
  order_id: string;
  visit_id: string;
  /** as those who went wrote it down */
  recorded_minutes: number;
  recorded_evidence: 'witnessed' | 'device-timed' | 'organiser-attested' | 'typed-in-later';
  /** as the person served says; 0: nobody came */
  said_minutes: number;
  /** they said at the same time that it was done: so its hours are written even where the order was taken up again meanwhile */
  confirmed: boolean;
  /** page: with code and digits; desk: by telephone or at the station */
  said_to: 'page' | 'desk';
  entered_by: Json;
  said_at: Date;
  /** the end of the ten working days in which hours are recorded */
  due_at: Date;
}

/** append-only */
export interface HourSignaturesTable {
  county_id: number;
  id: string;
  hour_id: string;
  signed_by: string;
  signed_at: Date;
  row_hash: string;
}

/** append-only */
export interface HoursTable {
  county_id: number;
  id: string;
  person_id: string;
  kind: 'service' | 'reversal';
  minutes: number;
  order_id: string;
  visit_id: string;
  service_id: string;
  service_version: number;
  place_id: string;
  entry: number;
  evidence: 'witnessed' | 'device-timed' | 'organiser-attested' | 'typed-in-later';
  reverses: string | null;
  reason: string | null;
  recorded_by: Json;
  happened_at: Date;
  entered_at: Date;
  row_hash: string;
  unit_id: string | null;
}

export interface IncidentNotesTable {
  county_id: number;
  id: string;
  incident_id: string;
  said: string;
  written_by: string;
  written_at: Date;
}

export interface IncidentsTable {
  county_id: number;
  id: string;
  visit_id: string;
  place_id: string;
  kind: 'unwell' | 'accident' | 'threat' | 'neglect' | 'property' | 'other';
  said: string;
  /** somebody may still be in danger: officers are told at night too */
  urgent: boolean;
  happened_at: Date;
  entered_at: Date;
  reported_by: string;
  closed_at: Date | null;
}

export interface LicenceClaimsTable {
  county_id: number;
  id: string;
  person_id: string;
  licence: string;
  expires_on: string;
  /** who looks at it; anybody else who keeps volunteers there may as well */
  checker_id: string;
  check_by: Date;
  claimed_at: Date;
  verdict: 'seen' | 'refused' | null;
  answered_by: string | null;
  answered_at: Date | null;
  reason: string | null;
}

export interface LimitsTable {
  county_id: number;
  id: string;
  service_id: string | null;
  level: 'county' | 'town' | 'village' | null;
  answer_within_minutes: number;
  arrange_within_minutes: number;
  offer_expires_minutes: number;
  confirm_within_minutes: number;
  rate_within_minutes: number;
  changed_at: Date;
  answer_within_working_days: number | null;
  arrange_within_working_days: number | null;
  urgent_offer_expires_minutes: Generated<number>;
  /** minute of the day; 0 and 1440: day and night */
  offers_answered_from: Generated<number>;
  offers_answered_until: Generated<number>;
  /** minute of the day; 0 and 1440: day and night */
  answered_from: Generated<number>;
  answered_until: Generated<number>;
}

/** append-only */
export interface NationalRecordsTable {
  county_id: number;
  id: string;
  hour_id: string;
  reference: string;
  minutes: number;
  matches: boolean;
  checked_by: Json;
  checked_at: Date;
}

/** append-only */
export interface OfferAnswersTable {
  county_id: number;
  offer_id: string;
  person_id: string;
  answer: 'accept' | 'decline';
  happened_at: Date;
  entered_at: Date;
}

export interface OfferProposalsTable {
  county_id: number;
  offer_id: string;
  person_id: string;
  proposed_by: string;
  proposed_at: Date;
}

export interface OffersTable {
  county_id: number;
  id: string;
  order_id: string;
  visit_id: string;
  person_id: string | null;
  team_id: string | null;
  state: 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  made_by: Json;
  happened_at: Date;
  entered_at: Date;
  expires_at: Date;
  answered_at: Date | null;
  /** to everybody who fits; the first to take it go */
  open_to_all: Generated<boolean>;
  /** who wishes to hand the visit over: they go until it is accepted */
  instead_of: string | null;
  /** who leads the visit to which somebody new is asked to come along; null: otherwise */
  beside: string | null;
}

export interface OrderAppealsTable {
  county_id: number;
  order_id: string;
  /** in the words of whoever ordered; emptied when the order is forgotten */
  said: string;
  /** who may not answer it; null: nobody of the house */
  refused_by: string | null;
  made_by: Json;
  made_at: Date;
  due_at: Date;
  answered_at: Date | null;
  answered_by: string | null;
  verdict: 'granted' | 'upheld' | null;
  /** for the eyes of whoever ordered */
  reason: string | null;
}

export interface OrderCallsTable {
  county_id: number;
  id: string;
  order_id: string;
  made_by: string;
  made_at: Date;
}

export interface OrderContactsTable {
  county_id: number;
  order_id: string;
  /** 1: whoever ordered; 2 and 3: who else may be told */
  position: number;
  name: string;
  phone: string;
  relation: 'self' | 'parent' | 'child' | 'neighbour' | 'other';
  /** what this person may be told: progress, visit, everything */
  told: string[];
}

export interface OrderDetailsTable {
  county_id: number;
  order_id: string;
  address: string;
  note: string;
  /** hearing, sight, moving, speech, dialect, company */
  needs: Generated<string[]>;
  /** {latitude, longitude}, WGS 84; seen by a look alone */
  degrees: Json | null;
  /** called-back, place-seen, may-be-served: what somebody has made sure of */
  checked: Generated<('called-back' | 'place-seen' | 'may-be-served')[]>;
  /** as the desk sees it; null: nobody has said */
  risk: 'low' | 'raised' | 'high' | null;
  /** why, for those who handle the order and those who go */
  risk_reason: Generated<string>;
  checked_by: string | null;
  checked_at: Date | null;
  /** how the person served is called; empty: whoever ordered, or nobody said */
  served_name: Generated<string>;
}

export interface OrderNoticesTable {
  county_id: number;
  order_id: string;
  position: number;
  channel: 'email' | 'sms';
  /** null: by SMS to the contact's phone */
  email: string | null;
  /** each agreed to by itself: progress (received, answered, changed, over), booked, arrived, done */
  purposes: string[];
  /** the order's code for the link, sealed under the installation's key; of whoever ordered alone, and gone when the notices end */
  sealed_code: Buffer | null;
  consent_version: string;
  agreed_at: Date;
  ended_at: Date | null;
  ended_by: Json | null;
}

export interface OrderSeriesTable {
  county_id: number;
  id: string;
  first_order_id: string;
  place_id: string;
  station_id: string | null;
  /** RFC 5545 §3.3.10, with an end */
  rule: string;
  starts_on: string;
  part: 'any' | 'morning' | 'afternoon' | 'evening';
  /** so many days before its day an order is made */
  lead_days: number;
  /** last day that was looked at */
  made_until: string;
  ended_at: Date | null;
  ended_why: 'over' | 'ended' | 'forgotten' | null;
  made_by: Json;
  made_at: Date;
  /** asked for by a resident on a form: no further order before one of them was accepted */
  on_form: Generated<boolean>;
}

export interface OrderSeriesDatesTable {
  county_id: number;
  series_id: string;
  happens_on: string;
  state: 'made' | 'left-out' | 'refused';
  order_id: string | null;
  /** code of what spoke against it */
  refusal: string | null;
  entered_at: Date;
}

export interface OrdersTable {
  county_id: number;
  id: string;
  /** HMAC-SHA-256 of the code under the county's key: the code itself is nowhere kept */
  code_hash: string;
  state: 'submitted' | 'accepted' | 'paused' | 'dispatched' | 'taken' | 'under-way' | 'visit-failed' | 'done' | 'disputed' | 'confirmed' | 'rated' | 'closed' | 'refused' | 'referred' | 'merged' | 'helped' | 'cancelled';
  service_id: string;
  service_version: number;
  place_id: string;
  station_id: string | null;
  channel: 'web' | 'phone' | 'desk' | 'paper' | 'kiosk';
  ordered_for: 'self' | 'parent' | 'child' | 'neighbour' | 'other';
  /** time wishes, best first: [{on: YYYY-MM-DD or null, part: any|morning|afternoon|evening}] */
  wishes: Json;
  language: 'zh-CN' | 'en';
  phone_hash: string;
  consent_version: string;
  consent_at: Date;
  /** a trap in the form was filled in: listed under "please check" */
  suspect: boolean;
  suspect_why: 'honeypot' | null;
  /** the visit in work or the last one */
  visit_id: string | null;
  merged_into: string | null;
  outcome_reason: string | null;
  next_address: string | null;
  referred_to: string | null;
  /** by when the present step should be done; null: nothing is outstanding at the station */
  due_at: Date | null;
  answered_at: Date | null;
  arranged_at: Date | null;
  taken_at: Date | null;
  done_at: Date | null;
  confirmed_at: Date | null;
  disputed_at: Date | null;
  ended_at: Date | null;
  forgotten_at: Date | null;
  reopened: Generated<number>;
  version: Generated<number>;
  taken_down_by: string | null;
  happened_at: Date;
  entered_at: Date;
  changed_at: Date;
  /** how many are to be helped at once */
  people_served: Generated<number>;
  /** what the triage says, first part of the priority */
  urgency: Generated<'usual' | 'soon' | 'urgent'>;
  /** the order of which this is a part */
  split_from: string | null;
  series_id: string | null;
  /** null for a copy: it was not asked for anew */
  kiosk_id: string | null;
  /** of which round it is a stop; null: of none */
  round_id: string | null;
  /** which stop it is, from 1 on; numbers may be missing where a stop was taken out */
  round_position: number | null;
  /** whatever the service says, nobody goes there alone */
  two_needed: Generated<boolean>;
  /** when whoever ordered said that the person served, or their guardian, agrees; null: whoever ordered is the one served, or nobody said */
  served_agreed_at: Date | null;
  /** the tag of the further language in which it was ordered, and whoever ordered is written to; null: its language */
  tag: string | null;
  /** when the desk said that it is no machine's, while nobody has answered it; null: never, or taken back */
  suspect_cleared_at: Date | null;
  /** the actor's id */
  suspect_cleared_by: string | null;
}

export interface RatingsTable {
  county_id: number;
  id: string;
  order_id: string;
  visit_id: string;
  outcome: 'done' | 'partly' | 'not-done';
  score: number;
  words: string;
  given_by: 'resident' | 'desk';
  entered_by: Json;
  happened_at: Date;
  entered_at: Date;
}

export interface RemindersTable {
  county_id: number;
  id: string;
  order_id: string;
  kind: 'answer' | 'arrange' | 'offer-ending' | 'offer-ended' | 'visit-soon' | 'check-in-missing' | 'check-out-missing' | 'alarm-next' | 'confirm' | 'rate' | 'close';
  subject_id: string;
  due_at: Date;
  done_at: Date | null;
  settled_at: Date | null;
}

export interface RoundsTable {
  county_id: number;
  id: string;
  made_at: Date;
}

/** append-only */
export interface ServiceVersionsTable {
  county_id: number;
  service_id: string;
  version: number;
  facts: Json;
  made_by: Json;
  made_at: Date;
}

export interface ServicesTable {
  county_id: number;
  id: string;
  slug: string;
  group_key: string;
  /** who answers for it: the county's centre, a town's or a village's station */
  level: 'county' | 'town' | 'village';
  /** where it is offered, with all below */
  place_id: string;
  team_id: string | null;
  /** the present version's facts, as in service_versions */
  facts: Json;
  position: number;
  home_position: number | null;
  active: boolean;
  version: number;
  made_at: Date;
  changed_at: Date;
  /** further places where it is offered, each with all below */
  also_place_ids: Generated<string[]>;
}

/** append-only */
export interface SmsAnswersTable {
  county_id: number;
  /** the gateway's own: the same one twice is one answer */
  message_id: string;
  /** whose question it answers; null: of none */
  order_id: string | null;
  outcome: 'confirmed' | 'disputed' | 'quiet' | 'unclear' | 'several' | 'nothing-asked';
  received_at: Date;
}

export interface TeamMembersTable {
  county_id: number;
  team_id: string;
  person_id: string;
  joined_at: Date;
  left_at: Date | null;
}

export interface TeamsTable {
  county_id: number;
  id: string;
  place_id: string;
  name: Json;
  leader_id: string | null;
  skills: string[];
  made_at: Date;
  closed_at: Date | null;
  /** stands on the public page where people join */
  recruits: Generated<boolean>;
  /** what the team does, in words: {zh-CN, en} */
  about: GeneratedJson;
  version: Generated<number>;
}

export interface TermsTable {
  county_id: number;
  kind: 'group' | 'skill' | 'licence' | 'training';
  key: string;
  name: Json;
  position: number;
}

export interface VisitAlarmsTable {
  county_id: number;
  id: string;
  visit_id: string;
  kind: 'not-arrived' | 'not-out';
  raised_at: Date;
  /** who was told, one after the other, the nearest first */
  told: string[];
  ended_at: Date | null;
  /** arrived or left, said late; reached by telephone; over: nobody goes any more */
  ended_how: 'arrived' | 'left' | 'reached' | 'over' | null;
  /** who reached them; null: by what happened */
  ended_by: string | null;
}

export interface VisitsTable {
  county_id: number;
  id: string;
  order_id: string;
  state: 'planned' | 'under-way' | 'done' | 'failed' | 'cancelled';
  starts_at: Date;
  ends_at: Date;
  checked_in_at: Date | null;
  check_in_entered_at: Date | null;
  checked_out_at: Date | null;
  check_out_entered_at: Date | null;
  minutes_served: number | null;
  /** how the time is known: by both sides, by the device at the time, by the organiser, or typed in later */
  evidence: 'witnessed' | 'device-timed' | 'organiser-attested' | 'typed-in-later' | null;
  report: string | null;
  made_at: Date;
  changed_at: Date;
  /** what the person served said or showed at the door; near: the phone said so, and proves nothing more than a tap; keeper: a keeper or coordinator says so, and the organiser vouches; wrong: found out when it arrived later; null: nothing */
  check_in_proof: 'word' | 'code' | 'near' | 'keeper' | 'wrong' | null;
  /** the code shown at leaving; wrong: found out when it arrived later; null: nothing */
  check_out_proof: 'code' | 'wrong' | null;
  /** who typed in afterwards that it took place, unplanned; null: it was planned */
  typed_in_by: Json | null;
}

export interface VolunteerLicencesTable {
  county_id: number;
  person_id: string;
  licence: string;
  /** last day on which it holds */
  expires_on: string;
}

export interface VolunteersTable {
  county_id: number;
  person_id: string;
  /** stands on certificates in place of the identity number (MZ/T 061) */
  number: string;
  home_place_id: string;
  skills: string[];
  /** introduction done: may go to a home and lead a pair (志愿服务条例 art. 16); null: not yet */
  trained_at: Date | null;
  within_km: number | null;
  availability: GeneratedJson;
  languages: Generated<string[]>;
  state: 'active' | 'paused' | 'left';
  version: Generated<number>;
  made_at: Date;
  changed_at: Date;
  /** first day on which a volunteer who pauses is asked again; null: until they say so */
  paused_until: string | null;
  /** days on which they cannot come, whatever the week says: [{from: YYYY-MM-DD, until: YYYY-MM-DD}], both included */
  away: GeneratedJson;
  /** at most so many; null: as the county says. The smaller of the two holds */
  visits_per_day: number | null;
  visits_per_week: number | null;
  /** asked of minors alone; null: grown up */
  born_on: string | null;
  /** since when a guardian's consent is on paper at the station; null: none */
  guardian_agreed_at: Date | null;
  /** last day of the accident insurance (志愿服务条例 art. 17); null: none known */
  insured_until: string | null;
  /** has made no visit yet: goes with somebody trained who leads */
  needs_mentor: Generated<boolean>;
}

export interface WaterfallsTable {
  county_id: number;
  visit_id: string;
  /** in the order in which they are asked */
  person_ids: string[];
  /** how many of them have been reached */
  reached: Generated<number>;
  expires_minutes: number;
  /** the time runs at night as well */
  urgent: boolean;
  made_by: Json;
  made_at: Date;
}

/** Every table of the schema `volunteering`. */
export interface VolunteeringTables {
  'volunteering.age_bands': AgeBandsTable;
  'volunteering.applications': ApplicationsTable;
  'volunteering.assignments': AssignmentsTable;
  'volunteering.call_back_draws': CallBackDrawsTable;
  'volunteering.call_backs': CallBacksTable;
  'volunteering.certificate_requests': CertificateRequestsTable;
  'volunteering.certificate_revocations': CertificateRevocationsTable;
  'volunteering.certificate_withdrawals': CertificateWithdrawalsTable;
  'volunteering.certificates': CertificatesTable;
  'volunteering.consents': ConsentsTable;
  'volunteering.dispatch_plan_orders': DispatchPlanOrdersTable;
  'volunteering.dispatch_plans': DispatchPlansTable;
  'volunteering.exclusions': ExclusionsTable;
  'volunteering.gathering_guests': GatheringGuestsTable;
  'volunteering.gatherings': GatheringsTable;
  'volunteering.hour_correction_answers': HourCorrectionAnswersTable;
  'volunteering.hour_corrections': HourCorrectionsTable;
  'volunteering.hour_difference_answers': HourDifferenceAnswersTable;
  'volunteering.hour_difference_ends': HourDifferenceEndsTable;
  'volunteering.hour_differences': HourDifferencesTable;
  'volunteering.hour_signatures': HourSignaturesTable;
  'volunteering.hours': HoursTable;
  'volunteering.incident_notes': IncidentNotesTable;
  'volunteering.incidents': IncidentsTable;
  'volunteering.licence_claims': LicenceClaimsTable;
  'volunteering.limits': LimitsTable;
  'volunteering.national_records': NationalRecordsTable;
  'volunteering.offer_answers': OfferAnswersTable;
  'volunteering.offer_proposals': OfferProposalsTable;
  'volunteering.offers': OffersTable;
  'volunteering.order_appeals': OrderAppealsTable;
  'volunteering.order_calls': OrderCallsTable;
  'volunteering.order_contacts': OrderContactsTable;
  'volunteering.order_details': OrderDetailsTable;
  'volunteering.order_notices': OrderNoticesTable;
  'volunteering.order_series': OrderSeriesTable;
  'volunteering.order_series_dates': OrderSeriesDatesTable;
  'volunteering.orders': OrdersTable;
  'volunteering.ratings': RatingsTable;
  'volunteering.reminders': RemindersTable;
  'volunteering.rounds': RoundsTable;
  'volunteering.service_versions': ServiceVersionsTable;
  'volunteering.services': ServicesTable;
  'volunteering.sms_answers': SmsAnswersTable;
  'volunteering.team_members': TeamMembersTable;
  'volunteering.teams': TeamsTable;
  'volunteering.terms': TermsTable;
  'volunteering.visit_alarms': VisitAlarmsTable;
  'volunteering.visits': VisitsTable;
  'volunteering.volunteer_licences': VolunteerLicencesTable;
  'volunteering.volunteers': VolunteersTable;
  'volunteering.waterfalls': WaterfallsTable;
}
