import { z } from 'zod';
import { day, period, placeLine, words } from '#places/contract';
import { cursor, limit } from './words.ts';

/** Draws finished visits of these days, both included, at a place and below. Whoever knows the seed and the visits draws the same. */
export const newDraw = z.strictObject({
  /** Left out: everywhere the asker may. */
  placeId: z.uuid().optional(),
  from: day,
  until: day,
  size: z.int().min(1).max(100),
  seed: z.string().trim().min(1).max(60),
  /** Who rings, of those who handle orders there; each visit goes to one who had no part in it. Left out: all of them. */
  callerIds: z.array(z.uuid()).min(1).max(10).optional(),
});
export type NewDraw = z.output<typeof newDraw>;
/** `population`: out of how many. `unassigned`: of those drawn, how many none of the callers may ring. */
export const drawAnswer = z.strictObject({ drawn: z.int(), population: z.int(), unassigned: z.int() });
export type DrawAnswer = z.infer<typeof drawAnswer>;

export const callBackLine = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  service: words,
  place: placeLine,
  visitedAt: z.iso.datetime(),
  callerName: z.string().nullable(),
  mine: z.boolean(),
  tries: z.int(),
  /** `not-needed`: rated or closed before anybody heard it. */
  result: z.enum(['confirmed', 'disputed', 'no-answer', 'not-needed']).nullable(),
  calledAt: z.iso.datetime().nullable(),
  abilities: z.array(z.string()),
});
export type CallBackLine = z.infer<typeof callBackLine>;
export const callBackQuery = z.strictObject({
  state: z.enum(['open', 'done']).default('open'),
  mine: z.stringbool().optional(),
  placeId: z.uuid().optional(),
  q: z.string().max(60).optional(),
  sort: z.enum(['oldest', 'newest']).default('oldest'),
  cursor,
  limit,
});
export type CallBackQuery = z.output<typeof callBackQuery>;
export const callBackList = z.strictObject({
  items: z.array(callBackLine),
  next: z.string().nullable(),
  total: z.int(),
});

/** What the caller heard. Nobody answered: rung once more, then it counts as no answer, which says nothing of the visit. */
export const callBackResult = z.discriminatedUnion('reached', [
  z.strictObject({ reached: z.literal(false) }),
  z.strictObject({
    reached: z.literal(true),
    said: z.enum(['confirmed', 'disputed']),
    score: z.int().min(1).max(5).optional(),
    /** How long it was, as they say. */
    minutes: z.int().min(0).max(1_440).optional(),
  }),
]);
export type CallBackResult = z.output<typeof callBackResult>;

/** My sheet: whom to ring, with name and phone. Each row counts as a look. */
export const callBackSheet = z.strictObject({
  items: z.array(callBackLine.extend({ name: z.string(), phone: z.string() })),
  total: z.int(),
});

/** A share with the interval in which it lies in 19 of 20 cases (Wilson 1927); null where nobody was asked. */
export const share = z.strictObject({ part: z.int(), of: z.int(), low: z.number(), high: z.number() }).nullable();
export type Share = z.infer<typeof share>;
export const callBackFigureQuery = period.extend({ placeId: z.uuid().optional() });
export type CallBackFigureQuery = z.output<typeof callBackFigureQuery>;
/** Of places, never of persons. No average: how many answered, and how sure that is. */
export const callBackFigures = z.strictObject({
  from: day,
  until: day,
  /** Of the finished visits, how many were rated by whoever ordered. */
  rated: share,
  /** Of the calls made, how many were answered. */
  reached: share,
  /** Of those who answered, how many said that it was done. */
  confirmed: share,
  /** How many gave each score, 1 to 5: to whoever ordered online or at the desk, and to the independent caller. */
  ratings: z.array(z.int()).length(5),
  calls: z.array(z.int()).length(5),
  /** By which way somebody said whether it was done, and how many of those said that it was: online with code and digits, by SMS, at the desk, to the independent caller. Some say it twice. */
  ways: z.array(z.strictObject({ way: z.enum(['page', 'sms', 'desk', 'call-back']), done: share })).length(4),
});
export type CallBackFigures = z.infer<typeof callBackFigures>;
