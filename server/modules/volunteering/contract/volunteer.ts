import { z } from 'zod';
import { day, placeLine, words } from '#places/contract';
import { trainingRecord } from './gathering.ts';
import { rule } from './rule.ts';
import { termKey } from './service.ts';
import { cursor, limit, longWords } from './words.ts';

const window = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: z.string().regex(/^\d{2}:\d{2}$/, 'expected:clock'),
  to: z.string().regex(/^\d{2}:\d{2}$/, 'expected:clock'),
});
const licence = z.strictObject({ licence: termKey, /** Last day on which it holds. */ expiresOn: day });

/** Days on which somebody cannot come, both included. */
const awayDays = z.strictObject({ from: day, until: day });
const ownCaps = {
  visitsPerDay: z.int().min(1).max(20).nullable(),
  visitsPerWeek: z.int().min(1).max(60).nullable(),
};

/** A person becomes a volunteer. */
export const newVolunteer = z.strictObject({
  personId: z.uuid(),
  homePlaceId: z.uuid(),
  skills: z.array(termKey).max(40),
  licences: z.array(licence).max(20).default([]),
  /** Introduction done: may go to a home and lead a pair. */
  trained: z.boolean().default(false),
  withinKm: z.int().min(0).max(500).nullable().default(null),
  availability: z.array(window).max(20).default([]),
  languages: z.array(termKey).max(10).default([]),
  away: z.array(awayDays).max(40).default([]),
  visitsPerDay: ownCaps.visitsPerDay.default(null),
  visitsPerWeek: ownCaps.visitsPerWeek.default(null),
  /** Of minors alone. */
  bornOn: day.nullable().default(null),
  /** A guardian's consent is on paper at the station. */
  guardianAgreed: z.boolean().default(false),
  /** Last day of the accident insurance. */
  insuredUntil: day.nullable().default(null),
  /** Has made no visit yet: goes with somebody trained who leads. */
  needsMentor: z.boolean().default(false),
});
export type NewVolunteer = z.input<typeof newVolunteer>;
/** What is left out stays; no defaults here, they would overwrite. */
export const volunteerChange = z.strictObject({
  version: z.int(),
  homePlaceId: z.uuid().optional(),
  skills: z.array(termKey).max(40).optional(),
  licences: z.array(licence).max(20).optional(),
  trained: z.boolean().optional(),
  withinKm: z.int().min(0).max(500).nullable().optional(),
  availability: z.array(window).max(20).optional(),
  languages: z.array(termKey).max(10).optional(),
  away: z.array(awayDays).max(40).optional(),
  visitsPerDay: ownCaps.visitsPerDay.optional(),
  visitsPerWeek: ownCaps.visitsPerWeek.optional(),
  bornOn: day.nullable().optional(),
  guardianAgreed: z.boolean().optional(),
  insuredUntil: day.nullable().optional(),
  needsMentor: z.boolean().optional(),
  state: z.enum(['active', 'paused', 'left']).optional(),
  /** With a pause: the first day on which one is asked again; null: until one says so. */
  pausedUntil: day.nullable().optional(),
});
export type VolunteerChange = z.infer<typeof volunteerChange>;

export const volunteerView = z.strictObject({
  personId: z.uuid(),
  name: z.string(),
  number: z.string(),
  homePlace: placeLine,
  skills: z.array(z.string()),
  licences: z.array(z.strictObject({ licence: z.string(), expiresOn: day, valid: z.boolean() })),
  trained: z.boolean(),
  /** What they have learned at trainings, newest first. */
  trainings: z.array(trainingRecord),
  withinKm: z.int().nullable(),
  availability: z.array(window),
  languages: z.array(z.string()),
  away: z.array(awayDays),
  ...ownCaps,
  /** The county's caps, which one's own can only lower. */
  countyCaps: z.strictObject({ visitsPerDay: z.int(), visitsPerWeek: z.int() }),
  /** For the volunteer and whoever keeps volunteers; null for others, and for the grown up. */
  bornOn: day.nullable(),
  guardianAgreed: z.boolean(),
  insuredUntil: day.nullable(),
  needsMentor: z.boolean(),
  state: z.enum(['active', 'paused', 'left']),
  pausedUntil: day.nullable(),
  /** Papers that wait for somebody to look at the original; for the volunteer and whoever keeps volunteers. */
  claims: z.array(
    z.strictObject({
      id: z.uuid(),
      licence: z.string(),
      expiresOn: day,
      checkerName: z.string(),
      checkBy: z.iso.datetime(),
      verdict: z.enum(['seen', 'refused']).nullable(),
      reason: z.string().nullable(),
    }),
  ),
  teams: z.array(z.strictObject({ id: z.uuid(), name: words })),
  version: z.int(),
  abilities: z.array(z.string()),
});
export type VolunteerView = z.infer<typeof volunteerView>;
/** What a volunteer, or a guardian, agrees to, each by itself. */
export const consentPurpose = z.enum(['volunteering', 'home-visits', 'minor']);
export type ConsentPurpose = z.infer<typeof consentPurpose>;
/** A purpose as it stands, and everything that was ever said of it, newest first. */
export const volunteerConsent = z.strictObject({
  purpose: consentPurpose,
  given: z.boolean(),
  /** Empty: never said by itself; it holds with `volunteering`. */
  said: z.array(
    z.strictObject({
      given: z.boolean(),
      by: z.enum(['self', 'guardian']),
      at: z.iso.datetime(),
      textVersion: z.string(),
    }),
  ),
  /** Who looks may give it and take it back. */
  mayChange: z.boolean(),
});
export type VolunteerConsent = z.infer<typeof volunteerConsent>;
export const volunteerConsents = z.strictObject({ items: z.array(volunteerConsent), total: z.int() });
export type VolunteerConsents = z.infer<typeof volunteerConsents>;
export const volunteerConsentChange = z.strictObject({ purpose: consentPurpose, given: z.boolean() });
export type VolunteerConsentChange = z.infer<typeof volunteerConsentChange>;

export const volunteerList = z.strictObject({
  items: z.array(volunteerView),
  next: z.string().nullable(),
  total: z.int(),
});
export const volunteerQuery = z.strictObject({
  q: z.string().max(60).optional(),
  placeId: z.uuid().optional(),
  skill: termKey.optional(),
  licence: termKey.optional(),
  training: termKey.optional(),
  state: z.enum(['active', 'paused', 'left']).optional(),
  sort: z.enum(['number', 'name']).default('number'),
  cursor,
  limit,
});
export type VolunteerQuery = z.output<typeof volunteerQuery>;

export const newTeam = z.strictObject({
  name: words,
  placeId: z.uuid(),
  leaderId: z.uuid().nullable().default(null),
  skills: z.array(termKey).max(40).default([]),
  memberIds: z.array(z.uuid()).max(200).default([]),
});
export type NewTeam = z.input<typeof newTeam>;
export const teamChange = z.strictObject({
  version: z.int(),
  name: words.optional(),
  /** Where it is at home. */
  placeId: z.uuid().optional(),
  memberIds: z.array(z.uuid()).max(200).optional(),
  leaderId: z.uuid().nullable().optional(),
  skills: z.array(termKey).max(40).optional(),
  /** Stands on the page where people join. */
  recruits: z.boolean().optional(),
  about: longWords.optional(),
  /** Of a closed one false: it is there again. */
  closed: z.boolean().optional(),
});
/** `closed`: also those that are closed, for whoever may change them. */
export const teamQuery = z.strictObject({ closed: z.stringbool().optional() });
export const teamView = z.strictObject({
  id: z.uuid(),
  name: words,
  place: placeLine,
  leaderId: z.uuid().nullable(),
  skills: z.array(z.string()),
  recruits: z.boolean(),
  about: longWords,
  /** For those who belong to the team or send it; empty for others. */
  members: z.array(z.strictObject({ personId: z.uuid(), name: z.string() })),
  memberCount: z.int(),
  closed: z.boolean(),
  version: z.int(),
  abilities: z.array(z.string()),
});
export type TeamView = z.infer<typeof teamView>;
export const teamList = z.strictObject({ items: z.array(teamView), total: z.int() });

/** Somebody who could be asked, with what speaks against it. Hard obstacles cannot be overruled; remarks can. */
export const candidate = z.strictObject({
  personId: z.uuid(),
  name: z.string(),
  homePlace: placeLine,
  distanceKm: z.number().nullable(),
  /** May go at all; `leads`: may go first or alone. */
  qualified: z.boolean(),
  leads: z.boolean(),
  obstacles: z.array(rule),
  remarks: z.array(z.enum(['declined-this', 'busy-week', 'was-there-before'])),
  missing: z.array(z.string()),
  visitsThisWeek: z.int(),
});
export type CandidateView = z.infer<typeof candidate>;
export const candidateQuery = z.strictObject({
  orderId: z.uuid(),
  startsAt: z.iso.datetime().optional(),
  all: z.stringbool().optional(),
});
export const candidateList = z.strictObject({
  items: z.array(candidate),
  total: z.int(),
  teams: z.array(z.strictObject({ id: z.uuid(), name: words, place: placeLine, members: z.int(), qualified: z.int() })),
});

/** A paper one says one holds; somebody looks at the original. */
export const newClaim = z.strictObject({ licence: termKey, expiresOn: day });
/** Who has looked at a paper says until when it holds, or why it does not count. */
export const claimAnswer = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('seen'), expiresOn: day }),
  z.strictObject({ verdict: z.literal('refused'), reason: z.string().trim().min(1).max(300) }),
]);
export const claimLine = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  homePlace: placeLine,
  licence: z.string(),
  expiresOn: day,
  claimedAt: z.iso.datetime(),
  checkBy: z.iso.datetime(),
  overdue: z.boolean(),
  checker: z.strictObject({ personId: z.uuid(), name: z.string() }),
  verdict: z.enum(['seen', 'refused']).nullable(),
  answeredAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
});
export type ClaimLine = z.infer<typeof claimLine>;
export const claimList = z.strictObject({ items: z.array(claimLine), next: z.string().nullable(), total: z.int() });
export const claimQuery = z.strictObject({
  state: z.enum(['waiting', 'answered']).default('waiting'),
  sort: z.enum(['due', 'newest']).default('due'),
  licence: termKey.optional(),
  placeId: z.uuid().optional(),
  q: z.string().max(60).optional(),
  cursor,
  limit,
});
export type ClaimQuery = z.output<typeof claimQuery>;

/** Two who are not planned together, as the desk wrote it down. */
export const newExclusion = z.strictObject({ personId: z.uuid() });
export const exclusionLine = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  madeAt: z.iso.datetime(),
});
export type ExclusionLine = z.infer<typeof exclusionLine>;
export const exclusionList = z.strictObject({ items: z.array(exclusionLine), total: z.int() });
/** A door to which a volunteer does not wish to go again, without anybody's name. */
export const ownExclusionLine = z.strictObject({
  id: z.uuid(),
  /** Which visit there was the last before they said so; null: the order was forgotten. */
  visit: z.strictObject({ service: words, place: placeLine, startsAt: z.iso.datetime() }).nullable(),
  madeAt: z.iso.datetime(),
});
export type OwnExclusionLine = z.infer<typeof ownExclusionLine>;
export const ownExclusionList = z.strictObject({ items: z.array(ownExclusionLine), total: z.int() });
