import { z } from 'zod';
import { day, period, words } from '#places/contract';

/** `GET /order-figures`: of a place and all below, or of all one may see. */
export const orderFigureQuery = period.extend({ placeId: z.uuid().optional(), serviceId: z.uuid().optional() });
export type OrderFigureQuery = z.output<typeof orderFigureQuery>;

/** The orders of one week by what became of them, and how soon they were answered. Orders that look like a machine's are not counted. */
export const orderWeek = z.strictObject({
  /** Its Monday. */
  week: day,
  waiting: z.int(),
  arranging: z.int(),
  going: z.int(),
  /** Done, and nobody has said whether it helped. */
  done: z.int(),
  helped: z.int(),
  /** Refused, referred, merged or cancelled. */
  otherwise: z.int(),
  answeredInTime: z.int(),
  answeredLate: z.int(),
  /** Not answered, and the time has run out. */
  overdue: z.int(),
  /** Of half of those answered at most this many minutes; null: none was answered. */
  medianMinutes: z.int().nullable(),
  /** Of nine in ten. */
  slowMinutes: z.int().nullable(),
});
export type OrderWeek = z.infer<typeof orderWeek>;
export const orderFigures = z.strictObject({
  from: day,
  until: day,
  weeks: z.array(orderWeek),
  /** Within which orders must be answered, by the limits that hold now: the shortest and the longest of the services counted, those in working days left out; null: none. */
  limitMinutes: z.strictObject({ shortest: z.int(), longest: z.int() }).nullable(),
});
export type OrderFigures = z.infer<typeof orderFigures>;

/** `GET /hour-figures`: one's own, or those of one's places. */
export const hourFigureQuery = period.extend({ mine: z.stringbool().optional(), placeId: z.uuid().optional() });
export type HourFigureQuery = z.output<typeof hourFigureQuery>;
/** Minutes served in a month by how well they are proven; what was taken back is deducted. */
export const hourMonth = z.strictObject({
  /** `2026-03` */
  month: z.string(),
  witnessed: z.int(),
  deviceTimed: z.int(),
  organiserAttested: z.int(),
  typedInLater: z.int(),
});
export type HourMonth = z.infer<typeof hourMonth>;
export const hourFigures = z.strictObject({ from: day, until: day, months: z.array(hourMonth) });
export type HourFigures = z.infer<typeof hourFigures>;

/** `GET /demand-figures`: what was asked for, whether it was met, and how many could go. Numbers of visits by one person each: an order for two people counts twice. */
const demand = { asked: z.int(), met: z.int() };
export const demandFigures = z.strictObject({
  from: day,
  until: day,
  /** Whole weeks, each by its Monday, oldest first; the last may not be over. */
  weeks: z.array(z.strictObject({ week: day, ...demand })),
  /** What is expected of the weeks that follow the last whole one: the mean, and between what it lies in nine cases of ten. Empty with less than eight whole weeks. */
  expected: z.array(z.strictObject({ week: day, mean: z.number(), low: z.number(), high: z.number() })),
  /** How many visits those who volunteer now could make in a week, by their own caps and days. */
  canGoPerWeek: z.int(),
  /** By kind, the largest shortage first. Whoever can do several kinds is counted in each. */
  kinds: z.array(
    z.strictObject({
      serviceId: z.uuid(),
      name: words,
      ...demand,
      /** A week, of the next four. Null: too few weeks to say. */
      expectedPerWeek: z.number().nullable(),
      highPerWeek: z.number().nullable(),
      canGoPerWeek: z.int(),
    }),
  ),
  /** By the places right below the one that was asked for. */
  places: z.array(z.strictObject({ placeId: z.uuid(), name: words, ...demand })),
  /** How long it took, as a distribution over `upTo`: so many within as many minutes as this and no less than the one before; the last is longer than all. Orders of the period. */
  spans: z.strictObject({ upTo: z.array(z.int()), answered: z.array(z.int()), arranged: z.array(z.int()) }),
});
export type DemandFigures = z.infer<typeof demandFigures>;
