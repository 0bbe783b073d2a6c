import { z } from 'zod';
import { degrees, placeLine, words } from '#places/contract';
import { need } from './order.ts';
import { happenedAt, limit, moment } from './words.ts';

/** An offer as the one to whom it went sees it: no name, phone or address. */
export const offerLine = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  state: z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn']),
  service: z.strictObject({
    slug: z.string(),
    name: words,
    hint: z.string(),
    where: z.string(),
    durationMinutes: z.int(),
  }),
  place: placeLine,
  distanceKm: z.number().nullable(),
  teamId: z.uuid().nullable(),
  teamName: words.nullable(),
  /** To everybody who fits: the first to take it go. */
  openToAll: z.boolean(),
  /** Who wishes to hand the visit over to me. */
  insteadOfName: z.string().nullable(),
  /** Who leads the visit to which I am asked to come along, my first to a home. */
  besideName: z.string().nullable(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  madeAt: z.iso.datetime(),
  /** Who leads the team and would send me; null: nobody said so. */
  proposedByName: z.string().nullable(),
  /** Of a round, all stops in the order in which they are visited: one answer is for all. Empty: it stands alone. */
  stops: z.array(
    z.strictObject({ service: words, place: placeLine, startsAt: z.iso.datetime(), endsAt: z.iso.datetime() }),
  ),
  peopleNeeded: z.int(),
  peopleTaken: z.int(),
  /** My own answer, once given. */
  myAnswer: z.enum(['accept', 'decline']).nullable(),
  abilities: z.array(z.string()),
});
export type OfferLine = z.infer<typeof offerLine>;
export const offerList = z.strictObject({ items: z.array(offerLine), total: z.int() });
export const offerQuery = z.strictObject({
  mine: z.stringbool().optional(),
  state: z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn']).optional(),
  limit,
});

/** Accepting binds; declining needs no reason and counts for nothing (志愿服务条例 art. 25). */
export const offerAnswer = z.strictObject({ answer: z.enum(['accept', 'decline']), happenedAt });

/** Opens an order to everybody who fits. */
export const newOpening = z.strictObject({
  startsAt: moment,
  endsAt: moment.optional(),
  /** Left out: a day, and never beyond the visit. */
  closesInMinutes: z.int().min(5).max(20_160).optional(),
});
/** Asks one after the other. */
export const newWaterfall = z.strictObject({
  /** In the order in which they are asked. */
  personIds: z.array(z.uuid()).min(1).max(40),
  startsAt: moment,
  endsAt: moment.optional(),
  /** Less time to think, at night as well. */
  urgent: z.boolean().default(false),
  /** Left out: as the limits say. */
  expiresInMinutes: z.int().min(1).max(20_160).optional(),
});
/** Asks a team-mate to go in my place. */
export const newHandOver = z.strictObject({ personId: z.uuid() });
/** Asks a newcomer to come along. */
export const newAlong = z.strictObject({ personId: z.uuid() });
export const standInList = z.strictObject({
  items: z.array(z.strictObject({ personId: z.uuid(), name: z.string() })),
  total: z.int(),
});

/** A visit as the one who goes sees it. */
export const visitLine = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  state: z.enum(['planned', 'under-way', 'done', 'failed', 'cancelled']),
  orderState: z.string(),
  service: z.strictObject({ slug: z.string(), name: words, prepare: z.string(), where: z.string() }),
  place: placeLine,
  station: z.strictObject({ name: words, phone: z.string() }).nullable(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  leads: z.boolean(),
  /** Display names of the others who go. */
  withNames: z.array(z.string()),
  /** The same, for whoever ends the visit to name who did not come. */
  others: z.array(z.strictObject({ personId: z.uuid(), name: z.string() })),
  /** Of whoever asks, where they are one of those who go: when they said that they had arrived, how long they were there (null: it is not over), whether they said so themselves, and whether another said that they did not come. */
  own: z
    .strictObject({
      arrivedAt: z.iso.datetime().nullable(),
      minutes: z.int().nullable(),
      said: z.boolean(),
      absent: z.boolean(),
    })
    .nullable(),
  /** My first visit to a home: who leads it; null otherwise. */
  mentorName: z.string().nullable(),
  /** Those among the others whose first visit to a home it is; for whoever leads. */
  newcomerNames: z.array(z.string()),
  /** Whom I have asked to go in my place, and until when they may answer; null: nobody is asked. */
  handOver: z.strictObject({ name: z.string(), expiresAt: z.iso.datetime() }).nullable(),
  checkedInAt: z.iso.datetime().nullable(),
  /** How the arrival was shown; near: their own phone said that it was, which counts as a tap; keeper: a keeper says so, and the organiser vouches; wrong: what was heard or read at the door did not fit, found out when it arrived here. */
  checkInProof: z.enum(['word', 'code', 'near', 'keeper', 'wrong']).nullable(),
  /** Where the station is at which they help, for who goes there; null elsewhere and where nobody noted it. Of a home, a look tells it. */
  degrees: degrees.nullable(),
  checkedOutAt: z.iso.datetime().nullable(),
  minutesServed: z.int().nullable(),
  /** What to say at the door (暗语), and the resident's note: from 24 hours before to 24 hours after; null outside of that. */
  passphrase: z.string().nullable(),
  note: z.string().nullable(),
  /** As the note. */
  needs: z.array(need),
  /** What the desk sees as a risk there, in its words; as the note. */
  risk: z.strictObject({ risk: z.enum(['raised', 'high']), reason: z.string() }).nullable(),
  peopleServed: z.int(),
  /** From when on whoever goes may say that they are there. */
  checkInFrom: z.iso.datetime(),
  /** From when to when address and phone may be looked at. */
  seeFrom: z.iso.datetime(),
  seeUntil: z.iso.datetime(),
  abilities: z.array(z.string()),
});
export type VisitLine = z.infer<typeof visitLine>;
export const visitList = z.strictObject({ items: z.array(visitLine), total: z.int() });
export const visitQuery = z.strictObject({
  state: z.enum(['planned', 'under-way', 'done', 'failed', 'cancelled']).optional(),
  limit,
});

/** What the person served said (`word`), or they or the station showed (`code`): either proves that somebody was there; neither is asked for. */
const heard = z.string().trim().min(1).max(60).optional();
const shownCode = z.string().trim().min(1).max(30).optional();
/** `near`: the phone itself found that the place is at most 200 m away; where it is does not leave it. */
export const checkIn = z.strictObject({ happenedAt, word: heard, code: shownCode, near: z.literal(true).optional() });
/** The code that is shown now for a visit, and until when. */
export const visitCode = z.strictObject({ code: z.string(), until: z.iso.datetime() });
export type VisitCode = z.infer<typeof visitCode>;
/** `minutesServed` left out: from check-in to now. */
export const completion = z.strictObject({
  minutesServed: z.int().min(1).max(1_440).optional(),
  report: z.string().trim().max(500).default(''),
  absent: z.array(z.uuid()).max(10).default([]),
  /** Shown at leaving. */
  code: shownCode,
  happenedAt,
});
export type Completion = z.input<typeof completion>;
/** How long whoever sends it was there; nought: not at all. */
export const ownTime = z.strictObject({ minutes: z.int().min(0).max(1_440) });
export type OwnTime = z.infer<typeof ownTime>;
export const failure = z.strictObject({ reason: z.string().trim().min(1).max(500), happenedAt });
/** Who cannot come says so in time (志愿服务条例 art. 22); no reason is asked. */
export const release = z.strictObject({ happenedAt });
/** A visit that took place unplanned, typed in afterwards. */
export const pastVisit = z.strictObject({
  /** Who went; the first led. */
  personIds: z.array(z.uuid()).min(1).max(10),
  from: moment,
  until: moment,
  note: z.string().trim().max(500).default(''),
});
export type NewPastVisit = z.input<typeof pastVisit>;
/** Who telephoned that they cannot come. */
export const personRelease = z.strictObject({ personId: z.uuid(), happenedAt });
