import { z } from 'zod';
import { day, placeLine, words } from '#places/contract';
import { longWords, orderCheckKey } from './words.ts';

/** A key of the county's own lists: groups, skills, licences, trainings. */
export const termKey = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'expected:slug');

const month = z.int().min(1).max(12);
const dayOfMonth = z.int().min(1).max(31).optional();
/** The part of a year in which it is offered, both edges included; without days, whole months. May pass the turn of the year. */
const season = z.strictObject({ fromMonth: month, fromDay: dayOfMonth, toMonth: month, toDay: dayOfMonth });

/** What a service is. An order keeps the version it was placed under. */
export const serviceFacts = z.strictObject({
  name: words,
  /** At most a few words under the name. */
  hint: longWords,
  summary: longWords,
  /** What to have ready. */
  prepare: longWords,
  whoMay: longWords,
  where: z.enum(['home', 'station', 'outside', 'phone']),
  durationMinutes: z.int().min(5).max(1_440),
  peopleNeeded: z.int().min(1).max(10),
  /** All of them are needed by whoever leads. */
  skills: z.array(termKey).max(20),
  /** All of them, valid on the day, are needed by whoever leads; those in `licencesOfAll` by everybody. */
  licences: z.array(termKey).max(20),
  licencesOfAll: z.array(termKey).max(20),
  /** Trainings that everybody who goes must have had, and that still count on the day; left out: none. */
  trainings: z.array(termKey).max(20).optional(),
  riskClass: z.enum(['low', 'home-visit', 'licensed']),
  /** What its risk asks the desk to write down before an order is accepted; left out: nothing. */
  checks: z
    .array(orderCheckKey.or(z.literal('risk')))
    .max(4)
    .optional(),
  /** Nobody goes into the home alone. */
  pair: z.boolean(),
  /** What a visit must show before hours are written: confirmation by the resident, or also the organiser's word. */
  evidenceRule: z.enum(['confirmed', 'confirmed-or-attested']),
  /** Nobody goes without accident insurance that holds on the day (志愿服务条例 art. 17); left out: not asked. */
  insurance: z.boolean().optional(),
  /** About what is everybody's, such as a blocked ditch: programs may report it and read what became of it (Open311). Left out: not. */
  publicKind: z.boolean().optional(),
  season: season.nullable(),
  /** So many may be helped by one order, all at one place; left out: one. */
  groupUpTo: z.int().min(2).max(500).optional(),
});
export type ServiceFacts = z.infer<typeof serviceFacts>;

export const serviceLevel = z.enum(['county', 'town', 'village']);
export type ServiceLevel = z.infer<typeof serviceLevel>;

/** The word for a service in addresses. */
export const serviceCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/, 'expected:slug');

/** A new service of the catalogue. */
export const newService = z.strictObject({
  slug: serviceCode,
  group: termKey,
  level: serviceLevel,
  /** Where it is offered, with all below; left out: the whole county. */
  placeId: z.uuid().optional(),
  /** Further places, each with all below. */
  alsoPlaceIds: z.array(z.uuid()).max(50).optional(),
  teamId: z.uuid().nullable().optional(),
  facts: serviceFacts,
  position: z.int().min(0).max(10_000).default(1_000),
  /** Its place among the wishes of the home page; null: not there. */
  homePosition: z.int().min(1).max(99).nullable().default(null),
});
export type NewService = z.input<typeof newService>;

/** A change of a service: facts as a whole, or whether it is offered. */
export const serviceChange = z.strictObject({
  version: z.int(),
  facts: serviceFacts.optional(),
  group: termKey.optional(),
  level: serviceLevel.optional(),
  placeId: z.uuid().optional(),
  alsoPlaceIds: z.array(z.uuid()).max(50).optional(),
  teamId: z.uuid().nullable().optional(),
  position: z.int().min(0).max(10_000).optional(),
  homePosition: z.int().min(1).max(99).nullable().optional(),
  active: z.boolean().optional(),
});
export type ServiceChange = z.infer<typeof serviceChange>;

/** Minutes of a day, on the county's wall. */
const minuteOfDay = z.int().min(0).max(1_440);
const workingDays = z.int().min(1).max(60).nullable().default(null);

/** Times for answering: in minutes, or in working days of the county's calendar, which win where they are given. What residents and volunteers have is never in working days. */
export const limitValues = z.strictObject({
  answerWithinMinutes: z.int().min(1).max(525_600),
  answerWithinWorkingDays: workingDays,
  /** From when until when somebody answers, each day: only these minutes count for `answerWithinMinutes`. 0 and 1440: day and night. */
  answeredFrom: minuteOfDay.default(480),
  answeredUntil: minuteOfDay.default(1_260),
  arrangeWithinMinutes: z.int().min(1).max(525_600),
  arrangeWithinWorkingDays: workingDays,
  offerExpiresMinutes: z.int().min(1).max(525_600),
  /** From when until when volunteers are expected to answer, each day: an offer's time stands still outside, for whoever has no quiet hours of their own. 0 and 1440: day and night. */
  offersAnsweredFrom: minuteOfDay.default(420),
  offersAnsweredUntil: minuteOfDay.default(1_320),
  /** For what cannot wait. */
  urgentOfferExpiresMinutes: z.int().min(1).max(525_600).default(20),
  confirmWithinMinutes: z.int().min(1).max(525_600),
  rateWithinMinutes: z.int().min(1).max(525_600),
});
export type Limits = z.infer<typeof limitValues>;

/** Limits for a service, a level, both or neither (then for the whole county). */
export const limitLine = limitValues.extend({ serviceId: z.uuid().nullable(), level: serviceLevel.nullable() });
export type LimitLine = z.infer<typeof limitLine>;
/** All of a line anew. `read` is the line as it was read, null where there was none; a program may leave it out, and then overwrites whatever is there. */
export const limitChange = limitLine.extend({ read: limitLine.nullish() });
export type LimitChange = z.infer<typeof limitChange>;
/** For what limits are set: the same nulls as in a line. */
export const limitScope = limitLine.pick({ serviceId: true, level: true });
export type LimitScope = z.infer<typeof limitScope>;
export const limitList = z.strictObject({
  items: z.array(limitLine),
  total: z.int(),
  /** What holds where the county has said nothing. */
  otherwise: limitValues,
});

export const serviceView = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  group: z.string(),
  groupName: words,
  level: serviceLevel,
  place: placeLine,
  /** Further places where it is offered. */
  alsoAt: z.array(placeLine),
  teamId: z.uuid().nullable(),
  facts: serviceFacts,
  /** Whether it can be ordered today. */
  open: z.boolean(),
  /** Out of season: the day on which it opens again (YYYY-MM-DD); null: in season, or stopped. */
  opensOn: day.nullable(),
  active: z.boolean(),
  position: z.int(),
  homePosition: z.int().nullable(),
  limits: limitValues,
  version: z.int(),
  abilities: z.array(z.string()),
});
export type ServiceView = z.infer<typeof serviceView>;
export const serviceList = z.strictObject({ items: z.array(serviceView), total: z.int() });
export const serviceQuery = z.strictObject({
  q: z.string().max(60).optional(),
  group: termKey.optional(),
  active: z.stringbool().optional(),
});

/** A word of the county's lists. */
export const term = z.strictObject({
  kind: z.enum(['group', 'skill', 'licence', 'training']),
  key: termKey,
  name: words,
  position: z.int().min(0).max(10_000),
});
export type Term = z.infer<typeof term>;
/** A word with how many things stand under it, for those who keep the list; null for everybody else. */
export const termLine = term.extend({
  usedBy: z.strictObject({ services: z.int(), volunteers: z.int(), teams: z.int() }).nullable(),
});
export type TermLine = z.infer<typeof termLine>;
export const termList = z.strictObject({ items: z.array(termLine), total: z.int() });
export const termRef = term.pick({ kind: true, key: true });
export type TermRef = z.infer<typeof termRef>;
