import { z } from 'zod';
import { day, placeLine, words } from '#places/contract';
import { termKey } from './service.ts';
import { cursor, limit } from './words.ts';

const window = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: z.string().regex(/^\d{2}:\d{2}$/, 'expected:clock'),
  to: z.string().regex(/^\d{2}:\d{2}$/, 'expected:clock'),
});
const licence = z.strictObject({ licence: termKey, /** Last day on which it holds. */ expiresOn: day });

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
  state: z.enum(['active', 'paused', 'left']).optional(),
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
  withinKm: z.int().nullable(),
  availability: z.array(window),
  languages: z.array(z.string()),
  state: z.enum(['active', 'paused', 'left']),
  teams: z.array(z.strictObject({ id: z.uuid(), name: words })),
  version: z.int(),
  abilities: z.array(z.string()),
});
export type VolunteerView = z.infer<typeof volunteerView>;
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
  memberIds: z.array(z.uuid()).max(200).optional(),
  leaderId: z.uuid().nullable().optional(),
  skills: z.array(termKey).max(40).optional(),
  closed: z.boolean().optional(),
});
export const teamView = z.strictObject({
  id: z.uuid(),
  name: words,
  place: placeLine,
  leaderId: z.uuid().nullable(),
  skills: z.array(z.string()),
  members: z.array(z.strictObject({ personId: z.uuid(), name: z.string() })),
  closed: z.boolean(),
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
  obstacles: z.array(z.enum(['skill', 'licence', 'training', 'overlap', 'paused', 'child'])),
  remarks: z.array(z.enum(['too-far', 'not-available', 'declined-this', 'busy-week', 'was-there-before'])),
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
