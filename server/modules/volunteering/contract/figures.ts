import { z } from 'zod';
import { day, period } from '#places/contract';

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
