import type { Statement } from '@xiangyin/document';
import { notify } from '#notices';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import type { Waiting } from '#platform/manifest';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { Signing } from '../review/store-signature.ts';
import { draftPaper, paperBytes } from './handover-paper.ts';
import {
  giveBackHandover,
  handoverForUpdate,
  handoverOfShift,
  handoversDeclinedOf,
  handoversWaitingFor,
} from './handover-queries.ts';
import type { HandoverRow } from './handover-queries.ts';
import { signaturesUnder } from './handover-signatures.ts';
import { handoverStatement, signHandover } from './sign-handover.ts';
import { shiftsWithin } from './shift-queries.ts';
import type { ShiftRow } from './shift-queries.ts';
import { rosterHref } from './roster-href.ts';

/** How long after a shift its hand-over can still be signed. */
const lateDays = 2;
/** How far ahead the coming shift may lie. */
const aheadDays = 30;

/** Whether the hand-over of a shift can be signed: it has begun, and did not end too long ago. */
export const mayStillHandOver = (shift: Pick<ShiftRow, 'fromAt' | 'untilAt'>, at: Date): boolean =>
  shift.fromAt <= at && shift.untilAt > lateFrom(at);
const lateFrom = (at: Date): Date => new Date(at.getTime() - lateDays * 86_400_000);

interface HandingOver {
  readonly shiftId: string;
  readonly comingId: string;
  readonly note: string;
}

/** What a person would sign: the statement, and the paper whose hash it names. */
export interface Prepared {
  readonly statement: Statement;
  readonly paper: Buffer;
}

/** 交班: whoever leaves the watch signs what is open, who takes over and when, and what the next one must know. Handed over once, and once more when that was declined or whoever was to come does not any more; asked again by the same person it answers the same.
 *  Refuses: NotFound (404) for a shift that is not theirs; NotOnThisPost (422) for a coming person without a shift on the same post; WrongState (409) before the shift has begun; and as `signHandover` does. */
export async function handOver(
  ctx: Ctx,
  actor: Actor,
  request: HandingOver & { signing?: Signing },
): Promise<HandoverRow> {
  return ctx.transaction(async (tx) => {
    const shift = await ownShift(tx, actor, request.shiftId);
    const before = await handoverOfShift(tx, shift.id);
    if (before) return before;
    await giveBackHandover(tx, shift.id, tx.ctx.app.wording.say(tx.ctx.tag, 'newsroom.handover.comes-no-more'));
    const id = request.signing?.statement?.story ?? newId<'handover'>();
    const paper = await paperFor(tx, shift, { ...request, id });
    const added = await tx.named(
      'newsroom.hand-over',
      `insert into newsroom.handovers (county_id, id, shift_id, role, place_id, leaving_id, coming_id, note, signed_at, paper) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict do nothing returning 1`,
      [tx.countyId, id, shift.id, shift.role, shift.placeId, actor.id, request.comingId, request.note, tx.at, paper],
    );
    // A second click at the same time: the first one's stands. A paper that was declined is not handed over again.
    if (added.length === 0) return (await handoverOfShift(tx, shift.id)) ?? refuse('StatementStale', { storyId: id });
    const { role } = shift;
    await signHandover(
      tx,
      actor,
      { handoverId: id, role, side: 'leaving', paper, previous: '' },
      request.signing ?? {},
    );
    await audit(tx, actor, {
      act: 'duty.hand-over',
      noun: 'duty',
      subjectId: id,
      placeId: shift.placeId,
      detail: { shiftId: shift.id, role },
    });
    await notify(tx, {
      personIds: [request.comingId],
      kind: 'duty.handed-over',
      subjectId: id,
      href: rosterHref,
      dedupeKey: `handover:${id}`,
    });
    return found(await handoverOfShift(tx, shift.id));
  });
}

/** What whoever leaves would sign now; stores nothing. Refuses as `handOver` does, and AlreadySigned (409) for what is handed over. */
export async function prepareHandOver(ctx: Ctx, actor: Actor, request: HandingOver): Promise<Prepared> {
  return ctx.transaction(async (tx) => {
    const shift = await ownShift(tx, actor, request.shiftId);
    const id = newId<'handover'>();
    if (await handoverOfShift(tx, shift.id)) refuse('AlreadySigned', { storyId: id, step: 'hand-over' });
    const paper = await paperFor(tx, shift, { ...request, id });
    const one = { handoverId: id, role: shift.role, side: 'leaving' as const, paper, previous: '' };
    return { paper, statement: await handoverStatement(tx, actor, one) };
  });
}

async function paperFor(tx: Tx, shift: ShiftRow, request: HandingOver & { id: string }): Promise<Buffer> {
  if (shift.fromAt > tx.at) refuse('WrongState', { noun: 'duty', state: 'planned', wanted: 'handed-over' });
  await mustComeNext(tx, shift, request.comingId);
  return paperBytes(await draftPaper(tx, shift, request));
}

async function ownShift(tx: Tx, actor: Actor, shiftId: string): Promise<ShiftRow> {
  const since = lateFrom(tx.at);
  const shifts = await shiftsWithin(tx, { fromAt: since, untilAt: new Date(tx.at.getTime() + aheadDays * 86_400_000) });
  return found(shifts.find(({ id, personId }) => id === shiftId && personId === actor.id));
}

async function mustComeNext(tx: Tx, shift: ShiftRow, comingId: string): Promise<void> {
  const until = new Date(shift.untilAt.getTime() + aheadDays * 86_400_000);
  const coming = await shiftsWithin(tx, { fromAt: tx.at, untilAt: until }, shift);
  if (comingId === shift.personId || !coming.some(({ personId }) => personId === comingId))
    refuse('NotOnThisPost', {}, [{ path: '/comingId', code: 'invalid_value' }]);
}

/** 接班: the coming person signs the same paper, over the leaving one's signature, and stands there now. A second click changes nothing. Refuses: NotFound (404) for what was handed to somebody else; WrongState (409) for what they declined; and as `signHandover` does. */
export async function takeOver(
  ctx: Ctx,
  actor: Actor,
  request: { handoverId: string; signing?: Signing },
): Promise<HandoverRow> {
  return ctx.transaction(async (tx) => {
    const handover = found(await handoverForUpdate(tx, request.handoverId, actor.id));
    if (handover.takenAt) return handover;
    mustStand(handover);
    // What was handed over by an earlier version bears no signature, so there is none to follow.
    if (handover.paper)
      await signHandover(tx, actor, await takingOf(tx, handover, handover.paper), request.signing ?? {});
    await tx.named(
      'newsroom.take-over',
      'update newsroom.handovers set taken_at = $3 where county_id = $1 and id = $2',
      [tx.countyId, handover.id, tx.at],
    );
    await audit(tx, actor, {
      act: 'duty.take-over',
      noun: 'duty',
      subjectId: handover.id,
      placeId: handover.placeId,
      detail: { shiftId: handover.shiftId, role: handover.role },
    });
    return { ...handover, takenAt: tx.at };
  });
}

/** What whoever comes would sign now; stores nothing. Refuses as `takeOver` does, and AlreadySigned (409) for what is taken, or was handed over before such were signed. */
export async function prepareTakeOver(ctx: Ctx, actor: Actor, request: { handoverId: string }): Promise<Prepared> {
  return ctx.transaction(async (tx) => {
    const handover = found(await handoverForUpdate(tx, request.handoverId, actor.id));
    mustStand(handover);
    const { paper } = handover;
    if (handover.takenAt || !paper) refuse('AlreadySigned', { storyId: handover.id, step: 'take-over' });
    return { paper, statement: await handoverStatement(tx, actor, await takingOf(tx, handover, paper)) };
  });
}

function mustStand({ declinedAt }: HandoverRow): void {
  if (declinedAt) refuse('WrongState', { noun: 'duty', state: 'declined', wanted: 'taken-over' });
}

/** 不接: whoever it was handed to does not take it and says why; whoever leaves is told, and may hand the shift over once more. The roster stays as it was: on duty is who it names. The signature under the paper stays. A second click changes nothing. Refuses: NotFound (404) for what was handed to somebody else; WrongState (409) for what they took. */
export async function declineHandover(
  ctx: Ctx,
  actor: Actor,
  request: { handoverId: string; reason: string },
): Promise<HandoverRow> {
  return ctx.transaction(async (tx) => {
    const handover = found(await handoverForUpdate(tx, request.handoverId, actor.id));
    if (handover.declinedAt) return handover;
    if (handover.takenAt) refuse('WrongState', { noun: 'duty', state: 'taken-over', wanted: 'declined' });
    const { reason } = request;
    await tx.named(
      'newsroom.decline-handover',
      'update newsroom.handovers set declined_at = $3, decline_reason = $4 where county_id = $1 and id = $2',
      [tx.countyId, handover.id, tx.at, reason],
    );
    await audit(tx, actor, {
      act: 'duty.decline-handover',
      noun: 'duty',
      subjectId: handover.id,
      placeId: handover.placeId,
      detail: { shiftId: handover.shiftId, role: handover.role },
    });
    await notify(tx, {
      personIds: [handover.leavingId],
      kind: 'duty.handover-declined',
      subjectId: handover.id,
      href: rosterHref,
      dedupeKey: `handover-declined:${handover.id}`,
    });
    return { ...handover, declinedAt: tx.at, declineReason: reason };
  });
}

async function takingOf(tx: Tx, { id, role }: HandoverRow, paper: Buffer) {
  const [leaving] = await signaturesUnder(tx, [id]);
  return { handoverId: id, role, side: 'coming' as const, paper, previous: found(leaving).statementHash };
}

/** Cards for what was handed over to a person and waits to be taken, and for what they handed over and was declined, while they may hand it over once more. */
export async function waitingHandovers(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const toTake = await handoversWaitingFor(tx, actor.id);
  const declined = await handoversDeclinedOf(tx, actor.id, lateFrom(tx.at));
  const say = (key: string): string => tx.ctx.app.wording.say(tx.ctx.tag, key);
  const card = (one: HandoverRow, kind: string, words: string): Waiting => ({
    kind: `newsroom.${kind}`,
    subjectId: one.id,
    title: say(`newsroom.waiting.${kind}`),
    reason: words.slice(0, 120),
    href: rosterHref,
    dueAt: null,
    placeId: one.placeId,
  });
  return [
    ...toTake.map((one) => card(one, 'handover', one.note || say('newsroom.waiting.handover-empty'))),
    ...declined.map((one) => card(one, 'handover-declined', one.declineReason)),
  ];
}
