import { z } from 'zod';
import { day, degrees, placeLine, words } from '#places/contract';
import { contactNotices, contactPosition } from './notices.ts';
import { cursor, happenedAt, limit, longWords, moment, orderCheckKey } from './words.ts';

/** Where an order stands, from 点单 to 评单. */
export const orderState = z.enum([
  'submitted',
  'accepted',
  'paused',
  'dispatched',
  'taken',
  'under-way',
  'visit-failed',
  'done',
  'disputed',
  'confirmed',
  'rated',
  'closed',
  'refused',
  'referred',
  'merged',
  'helped',
  'cancelled',
]);
export type OrderState = z.infer<typeof orderState>;

/** When a resident would like somebody to come; `on` null: any day, as soon as possible. */
export const timeWish = z.strictObject({
  on: day.nullable(),
  part: z.enum(['any', 'morning', 'afternoon', 'evening']),
});
export type Wish = z.infer<typeof timeWish>;

/** What helps somebody to be helped: speak up, read aloud, a wheelchair or slow steps, write rather than ring, speak as here, somebody of the family present. */
export const need = z.enum(['hearing', 'sight', 'moving', 'speech', 'dialect', 'company']);
export type Need = z.infer<typeof need>;

/** What the triage says of an order. */
export const urgency = z.enum(['usual', 'soon', 'urgent']);
export type Urgency = z.infer<typeof urgency>;

const peopleServed = z.int().min(1).max(500);

/** What a contact may be told; whoever may be told everything may also act with the order. */
const mayBeTold = z.enum(['progress', 'visit', 'everything']);

/** Who ordered, or whom else to tell. */
export const contact = z.strictObject({
  name: z.string().trim().min(1).max(60),
  phone: z.string().trim().min(3).max(30),
  relation: z.enum(['self', 'parent', 'child', 'neighbour', 'other']).default('self'),
  /** What this person may be told. */
  told: z.array(mayBeTold).min(1).max(3).default(['everything']),
  /** Left out: no messages. Each purpose is agreed to by the person served. */
  notices: contactNotices.optional(),
});
export type Contact = z.input<typeof contact>;

export const orderedFor = z.enum(['self', 'parent', 'child', 'neighbour', 'other']);

/** For whom somebody else orders: the person served, who knows of it and agrees, or whose guardian does (个人信息保护法 art. 13, 23, 31). */
export const personServed = z.strictObject({
  /** How they are called at the door. */
  name: z.string().trim().min(1).max(60),
  agrees: z.literal(true),
});

/** An order taken down by a clerk: for a caller, for somebody at the desk, or from a paper slip (then it may have happened before). */
export const deskOrder = z.strictObject({
  serviceId: z.uuid(),
  placeId: z.uuid(),
  channel: z.enum(['phone', 'desk', 'paper']),
  /** Whoever ordered, and up to two more people to tell. */
  contacts: z.array(contact).min(1).max(3),
  orderedFor: orderedFor.default('self'),
  /** Only where it is for somebody else. */
  served: personServed.optional(),
  address: z.string().trim().max(200).default(''),
  note: z.string().trim().max(1_000).default(''),
  wishes: z.array(timeWish).max(3).default([]),
  /** How many are to be helped at once. */
  peopleServed: peopleServed.default(1),
  needs: z.array(need).max(6).default([]),
  language: z.enum(['zh-CN', 'en']).optional(),
  /** The consent text was read out, or stands signed on the paper. */
  consentRead: z.literal(true),
  /** The same was ordered shortly before, and this one is meant. */
  again: z.boolean().default(false),
  happenedAt,
});
export type DeskOrder = z.input<typeof deskOrder>;

/** What is answered once, to whom ordered. */
export const placedOrder = z.strictObject({
  orderId: z.uuid(),
  /** In groups, as printed; nowhere kept. */
  code: z.string(),
  /** Path of the slip with its passphrase, good for 15 minutes. */
  slipHref: z.string(),
  statusHref: z.string(),
  answerBy: z.iso.datetime(),
  passphrase: z.string(),
});
export type PlacedOrder = z.infer<typeof placedOrder>;

/** Another code for an order whose slip is lost; answered once, as when it was placed. */
export const freshCode = placedOrder.omit({ answerBy: true });
export type FreshCode = z.infer<typeof freshCode>;

/** What a resident agrees to, paragraph by paragraph in the county's languages; an order keeps the version. */
export const consentText = z.strictObject({ version: z.string(), paragraphs: z.array(longWords) });
export type ConsentText = z.infer<typeof consentText>;

const reason = z.string().trim().min(1).max(500);

/** The answer to an order (审单). */
export const triage = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('accept'), happenedAt }),
  /** With what the resident may read, and where else to go. */
  z.strictObject({
    verdict: z.literal('refuse'),
    reason,
    nextAddress: z.string().trim().max(300).default(''),
    happenedAt,
  }),
  /** To another station of the county, or an address elsewhere. */
  z.strictObject({
    verdict: z.literal('refer'),
    reason,
    stationId: z.uuid().optional(),
    nextAddress: z.string().trim().max(300).default(''),
    happenedAt,
  }),
  z.strictObject({ verdict: z.literal('merge'), intoId: z.uuid(), happenedAt }),
  /** Helped on the spot, by telephone or at the desk. */
  z.strictObject({ verdict: z.literal('help'), reason, happenedAt }),
  z.strictObject({ verdict: z.literal('pause'), reason, happenedAt }),
  z.strictObject({ verdict: z.literal('resume'), happenedAt }),
  /** Not a trap's catch: a person really ordered. */
  z.strictObject({ verdict: z.literal('clear-suspicion'), happenedAt }),
  /** How long it can wait; the state stays. */
  z.strictObject({ verdict: z.literal('urgency'), urgency, happenedAt }),
]);
export type Triage = z.input<typeof triage>;

/** What the desk has made sure of; nothing of it has to be filled in but what the service asks for. */
export const orderCheck = z.strictObject({
  checked: z.array(orderCheckKey).max(3).default([]),
  /** As the desk sees it; null: not said. */
  risk: z.enum(['low', 'raised', 'high']).nullable().default(null),
  /** Why; those who go read it too. Needed where the risk is more than low. */
  riskReason: z.string().trim().max(500).default(''),
  /** Whatever the service says, nobody goes there alone. */
  twoNeeded: z.boolean().default(false),
});
export type OrderCheck = z.output<typeof orderCheck>;

/** The further parts of an order: of its people so many, or another service. */
export const orderSplit = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        serviceId: z.uuid().optional(),
        peopleServed: peopleServed.optional(),
        note: z.string().trim().max(1_000).optional(),
      }),
    )
    .min(1)
    .max(9),
});
export type OrderSplit = z.infer<typeof orderSplit>;

export const cancellation = z.strictObject({ reason: z.string().trim().max(500).default(''), happenedAt });
/** How long it was, as the person served says; left out: they did not say. Another number than was written down stands beside it (hours/difference/). */
const saidMinutes = z.int().min(0).max(1_440).optional();
export const confirmation = z.strictObject({
  /** What put a dispute right. */ settled: z.string().trim().max(500).optional(),
  minutes: saidMinutes,
  happenedAt,
});
export const dispute = z.strictObject({ reason, minutes: saidMinutes, happenedAt });
export const attestation = z.strictObject({ reason, happenedAt });
/** Nobody will say any more whether it was done: the order ends, and the record says no more than that. */
export const closing = z.strictObject({ reason });
export const reopening = z.strictObject({ reason, happenedAt });
export const wishChange = z.strictObject({ wishes: z.array(timeWish).min(1).max(3), happenedAt });
/** `POST /orders/:id/copies`: when somebody should come this time. `again`: the same was ordered shortly before, and this one is meant. */
export const orderCopy = z.strictObject({
  wishes: z.array(timeWish).max(3).default([]),
  again: z.boolean().default(false),
});
export const rating = z.strictObject({
  outcome: z.enum(['done', 'partly', 'not-done']),
  score: z.int().min(1).max(5),
  words: z.string().trim().max(500).default(''),
  minutes: saidMinutes,
  happenedAt,
});
export type NewRating = z.input<typeof rating>;

/** What to look at; each look is written down. */
export const look = z.strictObject({ what: z.enum(['contact', 'address', 'everything']) });
export const lookAnswer = z.strictObject({
  contacts: z
    .array(
      z.strictObject({
        position: contactPosition,
        name: z.string(),
        phone: z.string(),
        relation: z.string(),
        told: z.array(z.string()),
      }),
    )
    .nullable(),
  /** Who is helped, where it is somebody else than whoever ordered and was named; null otherwise, and where only the address was looked at. */
  served: z.strictObject({ name: z.string(), orderedFor }).nullable(),
  address: z.string().nullable(),
  /** Where the door is; null where nobody noted it. As the address. */
  degrees: degrees.nullable(),
  note: z.string().nullable(),
  /** What is said at the door of a home: by whoever comes, and back by the person served. For the desk, which tells it by telephone; null for those who go, and where nobody comes to a home. */
  doorstep: z.strictObject({ helperSays: z.string(), servedSays: z.string() }).nullable(),
  needs: z.array(need),
  /** Until when this person may look again; null: while the order is open. */
  until: z.iso.datetime().nullable(),
});
export type LookAnswer = z.infer<typeof lookAnswer>;
export const lookList = z.strictObject({
  items: z.array(z.strictObject({ at: z.iso.datetime(), personId: z.string(), name: z.string(), what: z.string() })),
  total: z.int(),
});

/** Mends a slip of the pen in name, phone or address, or what was said besides; what is left out stays. Position 1 is whoever ordered; at 2 or 3 somebody may be named who was not yet, or taken out. */
export const contactChange = z.strictObject({
  version: z.int(),
  contacts: z
    .array(
      z.strictObject({
        position: contactPosition,
        name: z.string().trim().min(1).max(60).optional(),
        phone: z.string().trim().min(3).max(30).optional(),
        /** What they may be told. */
        told: z.array(mayBeTold).min(1).max(3).optional(),
        /** Of somebody named only now: what they are told by message. */
        notices: contactNotices.optional(),
        /** Takes them out: nothing is told to them any more. */
        leaves: z.literal(true).optional(),
      }),
    )
    .max(3)
    .default([]),
  /** How the person served is called; empty: whoever ordered. */
  servedName: z.string().trim().max(60).optional(),
  address: z.string().trim().max(200).optional(),
  /** Where the door is. An address that changes without it takes the old one away. */
  degrees: degrees.nullable().optional(),
  /** In their words, as it is to stand from now on. */
  note: z.string().trim().max(2_000).optional(),
  needs: z.array(need).max(6).optional(),
  /** How many are to be helped at once. */
  peopleServed: peopleServed.optional(),
});
export type ContactChange = z.input<typeof contactChange>;

const lastFour = z
  .string()
  .trim()
  .regex(/^\d{4}$/, 'expected:four-digits');

/** Whoever ordered asks that name, phone, address and note be deleted at once, and proves to be the one by the last four digits. */
export const forgetting = z.strictObject({ lastFour });

/** Whoever ordered has lost the slip, and proves to be the one by the last four digits. */
export const codeRequest = z.strictObject({ lastFour });

const stationRef = z.strictObject({ id: z.uuid(), name: words, phone: z.string() }).nullable();

/** A visit as it stands in an order. */
export const orderVisit = z.strictObject({
  id: z.uuid(),
  state: z.enum(['planned', 'under-way', 'done', 'failed', 'cancelled']),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  checkedInAt: z.iso.datetime().nullable(),
  checkInProof: z.enum(['word', 'code', 'near', 'keeper', 'wrong']).nullable(),
  checkedOutAt: z.iso.datetime().nullable(),
  minutesServed: z.int().nullable(),
  evidence: z.string().nullable(),
  report: z.string().nullable(),
  /** `minutes`: of each who served, their own. */
  people: z.array(
    z.strictObject({
      personId: z.uuid(),
      name: z.string(),
      leads: z.boolean(),
      state: z.string(),
      minutes: z.int().nullable(),
    }),
  ),
  /** What the asker may do with it as it stands. */
  abilities: z.array(z.string()),
});
export type OrderVisit = z.infer<typeof orderVisit>;

/** An order in a list: no name, phone, address or note. */
export const orderLine = z.strictObject({
  id: z.uuid(),
  state: orderState,
  service: z.strictObject({ id: z.uuid(), slug: z.string(), name: words }),
  place: placeLine,
  station: stationRef,
  channel: z.enum(['web', 'phone', 'desk', 'paper', 'kiosk']),
  wishes: z.array(timeWish),
  orderedAt: z.iso.datetime(),
  enteredAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  suspect: z.boolean(),
  visitStartsAt: z.iso.datetime().nullable(),
  /** How many are to be helped at once. */
  peopleServed: z.int(),
  urgency,
  /** In what order people are found, with its parts (order/priority.ts); null: nobody is to be found any more. */
  priority: z.strictObject({ points: z.int(), urgency: z.int(), waiting: z.int(), late: z.int() }).nullable(),
  peopleNeeded: z.int(),
  peopleTaken: z.int(),
  offersOpen: z.int(),
  /** How many stops its round has; 1: it stands alone. */
  roundStops: z.int(),
  version: z.int(),
  abilities: z.array(z.string()),
});
export type OrderLine = z.infer<typeof orderLine>;

/** One order with all that handlers may see without a logged look. */
export const orderView = orderLine.extend({
  facts: z.strictObject({
    where: z.string(),
    durationMinutes: z.int(),
    skills: z.array(z.string()),
    licences: z.array(z.string()),
    pair: z.boolean(),
    riskClass: z.string(),
    /** For how many people one order may be. */
    groupUpTo: z.int(),
  }),
  orderedFor: orderedFor,
  /** When it was said that the person served agrees; null: whoever ordered is the one, or nobody said. */
  servedAgreedAt: z.iso.datetime().nullable(),
  /** At the kiosk of which station; null: otherwise, or copied. */
  kioskAt: words.nullable(),
  language: z.enum(['zh-CN', 'en']),
  /** In the resident's words; null for those who may not read it. */
  note: z.string().nullable(),
  /** As the note: empty for those who may not read it. */
  needs: z.array(need),
  /** What its service asks to be checked before it is accepted. */
  checks: z.array(z.string()),
  /** What was made sure of, by whom and when; as the note, and null where nobody has. */
  check: orderCheck.extend({ by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
  /** The series of which it is a day. */
  seriesId: z.uuid().nullable(),
  /** The other parts of the same wish. */
  parts: z.array(z.strictObject({ id: z.uuid(), state: orderState, service: words, peopleServed: z.int() })),
  /** The stops of its round, itself included, in the order in which they are visited; empty: it stands alone. */
  stops: z.array(
    z.strictObject({
      id: z.uuid(),
      state: orderState,
      service: words,
      place: placeLine,
      startsAt: z.iso.datetime().nullable(),
    }),
  ),
  visits: z.array(orderVisit),
  offers: z.array(
    z.strictObject({
      id: z.uuid(),
      state: z.string(),
      personId: z.uuid().nullable(),
      personName: z.string().nullable(),
      teamId: z.uuid().nullable(),
      teamName: words.nullable(),
      openToAll: z.boolean(),
      insteadOfName: z.string().nullable(),
      besideName: z.string().nullable(),
      startsAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      madeAt: z.iso.datetime(),
    }),
  ),
  /** Who is asked next, in turn; null: nobody is asked in turn. */
  askedNext: z.array(z.string()).nullable(),
  outcomeReason: z.string().nullable(),
  nextAddress: z.string().nullable(),
  referredTo: stationRef,
  mergedInto: z.uuid().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  disputedAt: z.iso.datetime().nullable(),
  rating: z
    .strictObject({
      outcome: z.string(),
      score: z.int(),
      words: z.string(),
      at: z.iso.datetime(),
      givenBy: z.enum(['resident', 'desk']),
    })
    .nullable(),
  takenDownBy: z.string().nullable(),
  /** Since when name, phone, address and note are deleted. */
  forgottenAt: z.iso.datetime().nullable(),
  reopened: z.int(),
  /** How often the desk rang in vain since the visit. */
  calls: z.int(),
  /** Until when whoever asks may take back the answer they gave, as the batch act `take-back` does; null: there is none, or somebody outside has heard of it. */
  takeBackUntil: z.iso.datetime().nullable(),
});
export type OrderView = z.infer<typeof orderView>;

export const orderQuery = z.strictObject({
  state: z
    .string()
    .regex(/^[a-z-]+(,[a-z-]+)*$/)
    .optional(),
  placeId: z.uuid().optional(),
  /** At this place itself, none below it. */
  atPlaceId: z.uuid().optional(),
  serviceId: z.uuid().optional(),
  /** A whole code, as the caller reads it out. */
  code: z.string().max(40).optional(),
  /** Words of the service's name. */
  q: z.string().max(60).optional(),
  mine: z.stringbool().optional(),
  suspect: z.stringbool().optional(),
  overdue: z.stringbool().optional(),
  /** Referred to a station of the asker, and not taken on yet. */
  toTakeOn: z.stringbool().optional(),
  /** Whose visit is today, on the county's wall. */
  today: z.stringbool().optional(),
  /** Entered after this moment, such as when somebody last looked. */
  since: z.iso.datetime().optional(),
  /** `alike`: orders for the same service at the same place stand together, those with the nearest limit first. */
  sort: z.enum(['due', 'alike', 'priority', 'newest', 'oldest']).default('due'),
  cursor,
  limit,
});
export type OrderQuery = z.output<typeof orderQuery>;
export const orderList = z.strictObject({
  items: z.array(orderLine),
  next: z.string().nullable(),
  total: z.int(),
  /** How many there are in each state, all other filters applied. */
  counts: z.record(z.string(), z.int()),
});

/** `GET /order-board`: how much there is to do, at a place and below. */
export const orderBoardQuery = z.strictObject({ placeId: z.uuid().optional(), since: z.iso.datetime().optional() });
export type OrderBoardQuery = z.output<typeof orderBoardQuery>;
export const orderBoard = z.strictObject({
  /** The county's time at which it was counted: what comes later is new since then. */
  at: z.iso.datetime(),
  /** For the station's answer. */
  waiting: z.int(),
  /** For somebody to be found. */
  arranging: z.int(),
  /** Asked of volunteers, who have not answered. */
  offered: z.int(),
  /** Past the time within which the present step should be done. */
  late: z.int(),
  /** With a visit today. */
  today: z.int(),
  /** Entered after `since`; null: not asked. */
  fresh: z.int().nullable(),
});
export type OrderBoard = z.infer<typeof orderBoard>;

/** A whole phone number, as the caller says it. It is sent in the body: addresses are kept in logs. */
export const orderSearch = z.strictObject({ phone: z.string().trim().min(3).max(30) });
/** An order with the one of its contacts whose phone it is: 1 ordered it; 2 and 3 may be told no more than this. */
export const foundOrder = orderLine.extend({
  caller: z.strictObject({ position: contactPosition, told: z.array(mayBeTold) }),
});
export type FoundOrder = z.infer<typeof foundOrder>;
export const foundOrders = z.strictObject({ items: z.array(foundOrder), total: z.int() });

/** Open orders that may be the same as this one: of the same phone, or of the same service at the same place. */
export const doubleList = z.strictObject({
  items: z.array(
    orderLine.extend({
      samePhone: z.boolean(),
      /** Somebody could come for both on one of the days wished. */
      sameDay: z.boolean(),
    }),
  ),
  total: z.int(),
});

export const historyList = z.strictObject({
  items: z.array(
    z.strictObject({
      from: z.string().nullable(),
      to: z.string(),
      noun: z.enum(['order', 'visit', 'visit-assignment', 'offer']),
      /** Of a visit's assignment: who goes, or does not. */
      person: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
      by: z.strictObject({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
      reason: z.string().nullable(),
      happenedAt: z.iso.datetime(),
      enteredAt: z.iso.datetime(),
    }),
  ),
  total: z.int(),
});
export type OrderHistory = z.infer<typeof historyList>;

export const newDispatch = z.strictObject({
  /** One volunteer or more, or a team: of a team the first takers win. A pair gets one offer each. */
  candidates: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('volunteer'), id: z.uuid() }),
        z.strictObject({ kind: z.literal('team'), id: z.uuid() }),
      ]),
    )
    .min(1)
    .max(20),
  startsAt: moment,
  /** Left out: the service's usual time. */
  endsAt: moment.optional(),
  /** Left out: as the limits say. */
  expiresInMinutes: z.int().min(1).max(20_160).optional(),
  happenedAt,
});
export type NewDispatch = z.input<typeof newDispatch>;
