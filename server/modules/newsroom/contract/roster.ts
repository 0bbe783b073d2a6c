import { z } from 'zod';
import { assertionShape } from '#access/contract';
import { day } from '#places/contract';
import { preparedStatement, statementShape } from './review.ts';

const moment = z.iso.datetime();
const id = z.uuid();
const person = z.strictObject({ id, name: z.string() });
/** The posts of the newsroom that have a watch. */
export const dutyRole = z.enum(['chief-editor', 'section-head', 'editor']);
export type DutyRole = z.infer<typeof dutyRole>;

export const rosterQuery = z.strictObject({ from: day, until: day });
/** A text that was under way when the watch changed hands; `state`: where it was. `title` null: the asker may not read it. */
const openLine = z.strictObject({ id, state: z.string(), title: z.string().nullable() });
/** What one person on duty said to the next; `takenAt` null: not taken yet. `declinedAt`: they do not take it, and `declineReason` says why. `mayTake`: the asker may take or decline it. */
export const handoverView = z.strictObject({
  id,
  role: dutyRole,
  place: z.strictObject({ id, name: z.string() }),
  leaving: person,
  coming: person,
  note: z.string(),
  open: z.array(openLine),
  /** That of the leaving person first; none: handed over before it was signed. */
  signatures: z.array(
    z.strictObject({
      side: z.enum(['leaving', 'coming']),
      kind: z.enum(['passkey', 'attested', 'demonstration']),
      at: moment,
      /** Checked now from the stored bytes: signature, statement, paper, and the one over the other. */
      holds: z.boolean(),
    }),
  ),
  signedAt: moment,
  takenAt: moment.nullable(),
  declinedAt: moment.nullable(),
  declineReason: z.string(),
  mayTake: z.boolean(),
});
export type HandoverView = z.infer<typeof handoverView>;

/** A shift: a grant of duty. `mayHandOver`: the asker's own, begun and not handed over. `mayTakeOut`: not begun, and the asker's to end (`DELETE /grants/:id`). */
export const shiftView = z.strictObject({
  id,
  person,
  fromAt: moment,
  untilAt: moment,
  mayHandOver: z.boolean(),
  mayTakeOut: z.boolean(),
});
export type ShiftView = z.infer<typeof shiftView>;

/** A post: a role at a place. `gaps`: when nobody stands there, from now on. `isKept`: somebody stands there in these days, or did within the last week. */
export const postView = z.strictObject({
  role: dutyRole,
  roleName: z.string(),
  place: z.strictObject({ id, name: z.string() }),
  shifts: z.array(shiftView),
  gaps: z.array(z.strictObject({ fromAt: moment, untilAt: moment })),
  isKept: z.boolean(),
  mayArrange: z.boolean(),
});
export type PostView = z.infer<typeof postView>;
export const rosterView = z.strictObject({ posts: z.array(postView), handovers: z.array(handoverView) });
export type RosterView = z.infer<typeof rosterView>;

/** Who can stand on a post: whoever holds the role there. */
export const postQuery = z.strictObject({ role: dutyRole, placeId: id });
export const postHolders = z.strictObject({ items: z.array(person) });

/** Fills what is free between two days from a list of people, one after the other. `half-month` changes on the 1st and the 16th, `week` on Mondays. */
export const newRotation = z.strictObject({
  role: dutyRole,
  placeId: id,
  personIds: z.array(id).min(1).max(20),
  fromOn: day,
  /** Last day, included; at most 200 days. */
  untilOn: day,
  each: z.enum(['day', 'week', 'half-month']),
  /** When one goes and the next comes. */
  changesAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected:clock'),
});
export type NewRotation = z.input<typeof newRotation>;
export const rotationMade = z.strictObject({ shifts: z.int() });

const handingOver = { shiftId: id, comingId: id, note: z.string().trim().max(1000) };
const signing = { statement: statementShape.optional(), assertion: assertionShape.optional() };
export const newHandover = z.strictObject({ ...handingOver, ...signing });
export type NewHandover = z.input<typeof newHandover>;
/** `POST /handovers/:id/takings`. */
export const newTaking = z.strictObject(signing);
/** `POST /handovers/:id/declines`. */
export const handoverDecline = z.strictObject({ reason: z.string().trim().min(1).max(300) });
/** `POST /handover-statements`: what would be signed by whoever leaves, or by whoever comes. */
export const handoverStatementRequest = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('handed-over'), ...handingOver }),
  z.strictObject({ verdict: z.literal('taken-over'), handoverId: id }),
]);
/** `paper`: the very text whose SHA-256 the statement names as its `textHash`. */
export const preparedHandover = preparedStatement.extend({ paper: z.string(), open: z.array(openLine) });
export type PreparedHandover = z.infer<typeof preparedHandover>;

export const swapStateShape = z.enum(['asked', 'accepted', 'declined', 'withdrawn', 'confirmed']);
const swapShift = z.strictObject({ id, fromAt: moment, untilAt: moment });
/** A change of places between two people on one post. `other` null: the asked person takes the shift and gives none. */
export const swapView = z.strictObject({
  id,
  state: swapStateShape,
  roleName: z.string(),
  place: z.strictObject({ id, name: z.string() }),
  asker: person,
  asked: person,
  /** Null once the shift is no longer as it was. */
  shift: swapShift.nullable(),
  other: swapShift.nullable(),
  note: z.string(),
  askedAt: moment,
  /** What the asker may do with it now. */
  moves: z.array(z.enum(['accept', 'decline', 'withdraw', 'confirm'])),
});
export type SwapView = z.infer<typeof swapView>;
export const swapListView = z.strictObject({ items: z.array(swapView) });
/** `POST /shift-swaps`: the asker's own coming shift, and whose it shall be; for which of theirs, or for none. */
export const newSwap = z.strictObject({
  shiftId: id,
  askedId: id,
  otherShiftId: id.nullable().default(null),
  note: z.string().trim().max(300).default(''),
});
export type NewSwap = z.output<typeof newSwap>;
/** `POST /shift-swaps/:id/answers`. */
export const swapAnswer = z.strictObject({ answer: z.enum(['accept', 'decline', 'withdraw', 'confirm']) });
