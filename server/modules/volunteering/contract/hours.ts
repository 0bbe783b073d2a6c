import { z } from 'zod';
import { words } from '#places/contract';
import { cursor, limit } from './words.ts';

/** How well an hour is proven, from a witness to a note typed in later. */
const evidence = z.enum(['witnessed', 'device-timed', 'organiser-attested', 'typed-in-later']);

/** An entry of the ledger (志愿服务记录与证明出具办法 art. 7): minus minutes take an earlier one back. */
export const hourLine = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  /** The volunteer's number, in place of any identity number; empty where there is none. */
  number: z.string(),
  /** Who recorded it (谁记录谁证明); `id` null: the county's own centre. */
  unit: z.strictObject({ id: z.uuid().nullable(), name: words }),
  kind: z.enum(['service', 'reversal']),
  minutes: z.int(),
  /** Stands, and is proven as far as its class asks. */
  counts: z.boolean(),
  /** Typed in later, and the second signature is missing. */
  waits: z.boolean(),
  signedBy: z.string().nullable(),
  signedAt: z.iso.datetime().nullable(),
  service: words,
  placeId: z.uuid(),
  evidence,
  reverses: z.uuid().nullable(),
  reversed: z.boolean(),
  reason: z.string().nullable(),
  happenedAt: z.iso.datetime(),
  enteredAt: z.iso.datetime(),
  /** On the chain; false for the second until the sealer comes. */
  sealed: z.boolean(),
  rowHash: z.string(),
  abilities: z.array(z.string()),
});
export type HourLine = z.infer<typeof hourLine>;
/** Minutes that count, by class of evidence. */
export const hourSums = z.strictObject({
  witnessed: z.int(),
  deviceTimed: z.int(),
  organiserAttested: z.int(),
  typedInLater: z.int(),
});
export type HourSums = z.infer<typeof hourSums>;
export const hourList = z.strictObject({
  items: z.array(hourLine),
  next: z.string().nullable(),
  total: z.int(),
  /** Reversals deducted; without what waits for its second signature. */ totalMinutes: z.int(),
  byEvidence: hourSums,
  /** Typed in later and not yet signed a second time. */
  waitingMinutes: z.int(),
});
export const hourQuery = z.strictObject({
  mine: z.stringbool().optional(),
  personId: z.uuid().optional(),
  /** In the service's name, the person's or their number. */
  q: z.string().trim().min(1).max(100).optional(),
  evidence: evidence.optional(),
  /** Only what waits for its second signature. */
  waiting: z.stringbool().optional(),
  /** Recorded by this station. */
  unitId: z.uuid().optional(),
  /** Served at this place or below it. */
  placeId: z.uuid().optional(),
  /** By when the entry was written. */
  sort: z.enum(['newest', 'oldest']).default('newest'),
  cursor,
  limit,
});
export type HourQuery = z.output<typeof hourQuery>;
/** An error is amended by a reversal and, where time was served, a new entry (办法 art. 13). */
export const reversal = z.strictObject({
  reason: z.string().trim().min(1).max(500),
  /** What was really served; left out: nothing. */ minutes: z.int().min(1).max(1_440).optional(),
});

/** What a volunteer says of an entry that is wrong (办法 art. 12, 13). */
export const newCorrection = z.strictObject({
  hourId: z.uuid(),
  said: z.string().trim().min(1).max(500),
  /** What was really served; 0: nothing; left out: not said. */
  minutes: z.int().min(0).max(1_440).optional(),
});
export type NewCorrection = z.output<typeof newCorrection>;
export const correctionAnswer = z.strictObject({
  verdict: z.enum(['amended', 'kept']),
  reason: z.string().trim().min(1).max(500),
  /** What is written anew where it is amended; 0: nothing. */
  minutes: z.int().min(0).max(1_440).optional(),
});
export type CorrectionAnswer = z.output<typeof correctionAnswer>;
/** A request with the entry it is about; after the answer, with both versions. */
export const correctionLine = z.strictObject({
  id: z.uuid(),
  /** The entry as it was recorded. */
  entry: hourLine,
  /** What was written anew; null: nothing, or not answered. */
  amended: hourLine.nullable(),
  said: z.string(),
  minutes: z.int().nullable(),
  askedAt: z.iso.datetime(),
  /** By when it is to be answered. */
  dueAt: z.iso.datetime(),
  verdict: z.enum(['amended', 'kept']).nullable(),
  reason: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  abilities: z.array(z.string()),
});
export type CorrectionLine = z.infer<typeof correctionLine>;
export const correctionQuery = z.strictObject({
  mine: z.stringbool().optional(),
  /** Only those that wait for an answer. */
  open: z.stringbool().optional(),
  /** In the service, the volunteer's name, what they say, or the answer. */
  q: z.string().trim().min(1).max(60).optional(),
  sort: z.enum(['due', 'newest']).default('due'),
  cursor,
  limit,
});
export type CorrectionQuery = z.output<typeof correctionQuery>;
export const correctionList = z.strictObject({
  items: z.array(correctionLine),
  next: z.string().nullable(),
  total: z.int(),
});

/** Two versions of how long a visit took: of those who went, and of the person served. */
export const hourDifferenceLine = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  service: words,
  placeId: z.uuid(),
  /** Who served; `agrees` null: not said. */
  people: z.array(
    z.strictObject({ personId: z.uuid(), name: z.string(), agrees: z.boolean().nullable(), said: z.string() }),
  ),
  recorded: z.strictObject({ minutes: z.int(), evidence }),
  /** `page`: with code and digits; `desk`: by telephone or at the station. */
  said: z.strictObject({ minutes: z.int(), to: z.enum(['page', 'desk']), at: z.iso.datetime() }),
  /** By when the hours have to stand in the ledger (办法 art. 11). */
  dueAt: z.iso.datetime(),
  /** Null while it is open. */
  end: z
    .strictObject({
      way: z.enum(['agreed', 'decided']),
      minutes: z.int(),
      /** The class in which hours of the visit stand in the ledger; null: none do, of a visit that counts for nothing or is not confirmed yet. */
      inLedger: evidence.nullable(),
      reason: z.string().nullable(),
      at: z.iso.datetime(),
    })
    .nullable(),
  abilities: z.array(z.string()),
});
export type HourDifferenceLine = z.infer<typeof hourDifferenceLine>;
export const hourDifferenceQuery = z.strictObject({
  mine: z.stringbool().optional(),
  /** Only those that have not ended. */
  open: z.stringbool().optional(),
  orderId: z.uuid().optional(),
  /** In the service, a volunteer's name, or the reason. */
  q: z.string().trim().min(1).max(60).optional(),
  sort: z.enum(['due', 'newest']).default('due'),
  cursor,
  limit,
});
export type HourDifferenceQuery = z.output<typeof hourDifferenceQuery>;
export const hourDifferenceList = z.strictObject({
  items: z.array(hourDifferenceLine),
  next: z.string().nullable(),
  total: z.int(),
});
/** What somebody who served says to it: the other side is right, or somebody shall decide. */
export const hourDifferenceAnswer = z.strictObject({
  agrees: z.boolean(),
  said: z.string().trim().max(500).default(''),
});
export type HourDifferenceAnswer = z.output<typeof hourDifferenceAnswer>;
/** At most what one of both says; 0: nothing is recorded. */
export const hourDifferenceDecision = z.strictObject({
  minutes: z.int().min(0).max(1_440),
  reason: z.string().trim().min(1).max(500),
});
export type HourDifferenceDecision = z.output<typeof hourDifferenceDecision>;

/** A visit whose hours are not in the ledger yet. */
export const unrecordedVisit = z.strictObject({
  visitId: z.uuid(),
  orderId: z.uuid(),
  service: words,
  placeId: z.uuid(),
  endedAt: z.iso.datetime(),
  /** Ten working days after the end (办法 art. 11). */
  dueAt: z.iso.datetime(),
  late: z.boolean(),
  people: z.int(),
});
export type UnrecordedVisit = z.infer<typeof unrecordedVisit>;
export const unrecordedQuery = z.strictObject({ placeId: z.uuid().optional() });
export const unrecordedList = z.strictObject({ items: z.array(unrecordedVisit), total: z.int() });
