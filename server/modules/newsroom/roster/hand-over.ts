import { notify } from '#notices';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import type { Waiting } from '#platform/manifest';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { shiftsWithin } from './shift-queries.ts';
import type { ShiftRow } from './shift-queries.ts';
import { handoverColumns } from './see-roster.ts';
import type { HandoverRow } from './see-roster.ts';
import { rosterHref } from './roster-href.ts';

/** How long after a shift its hand-over can still be signed. */
const lateDays = 2;
/** How far ahead the coming shift may lie. */
const aheadDays = 30;

/** 交班: whoever leaves the watch signs what the next one must know. Handed over once; asked again by the same person it answers the same. Refuses: NotFound (404) for a shift that is not theirs; NotOnThisPost (422) for a coming person without a shift on the same post; WrongState (409) before the shift has begun. */
export async function handOver(
  ctx: Ctx,
  actor: Actor,
  request: { shiftId: string; comingId: string; note: string },
): Promise<HandoverRow> {
  return ctx.transaction(async (tx) => {
    const shift = await ownShift(tx, actor, request.shiftId);
    if (shift.fromAt > tx.at) refuse('WrongState', { noun: 'duty', state: 'planned', wanted: 'handed-over' });
    const before = await handoverOfShift(tx, shift.id);
    if (before) return before;
    await mustComeNext(tx, shift, request.comingId);
    const id = newId<'handover'>();
    await tx.named(
      'newsroom.hand-over',
      `insert into newsroom.handovers (county_id, id, shift_id, role, place_id, leaving_id, coming_id, note, signed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (county_id, shift_id) do nothing`,
      [tx.countyId, id, shift.id, shift.role, shift.placeId, actor.id, request.comingId, request.note, tx.at],
    );
    await audit(tx, actor, {
      act: 'duty.hand-over',
      noun: 'duty',
      subjectId: id,
      placeId: shift.placeId,
      detail: { shiftId: shift.id, role: shift.role },
    });
    await notify(tx, {
      personIds: [request.comingId],
      kind: 'duty.handed-over',
      subjectId: id,
      href: rosterHref,
      dedupeKey: `handover:${shift.id}`,
    });
    return found(await handoverOfShift(tx, shift.id));
  });
}

async function ownShift(tx: Tx, actor: Actor, shiftId: string): Promise<ShiftRow> {
  const since = new Date(tx.at.getTime() - lateDays * 86_400_000);
  const shifts = await shiftsWithin(tx, { fromAt: since, untilAt: new Date(tx.at.getTime() + aheadDays * 86_400_000) });
  return found(shifts.find(({ id, personId }) => id === shiftId && personId === actor.id));
}

async function mustComeNext(tx: Tx, shift: ShiftRow, comingId: string): Promise<void> {
  const until = new Date(shift.untilAt.getTime() + aheadDays * 86_400_000);
  const coming = await shiftsWithin(tx, { fromAt: tx.at, untilAt: until }, shift);
  if (comingId === shift.personId || !coming.some(({ personId }) => personId === comingId))
    refuse('NotOnThisPost', {}, [{ path: '/comingId', code: 'invalid_value' }]);
}

const handoverOfShift = async (tx: Tx, shiftId: string): Promise<HandoverRow | undefined> =>
  (
    await tx.named<HandoverRow>(
      'newsroom.handover-of-shift',
      `select ${handoverColumns} from newsroom.handovers where county_id = $1 and shift_id = $2`,
      [tx.countyId, shiftId],
    )
  )[0];

/** 接班: the coming person says that they have read it and stand there now. A second click changes nothing. Refuses: NotFound (404) for what was handed to somebody else. */
export async function takeOver(ctx: Ctx, actor: Actor, request: { handoverId: string }): Promise<HandoverRow> {
  return ctx.transaction(async (tx) => {
    const [one] = await tx.named<HandoverRow>(
      'newsroom.handover-for-update',
      `select ${handoverColumns} from newsroom.handovers where county_id = $1 and id = $2 and coming_id::text = $3 for update`,
      [tx.countyId, request.handoverId, actor.id],
    );
    const handover = found(one);
    if (handover.takenAt) return handover;
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

/** Cards for what was handed over to a person and waits to be taken. */
export async function waitingHandovers(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const rows = await tx.named<HandoverRow>(
    'newsroom.waiting-handovers',
    `select ${handoverColumns} from newsroom.handovers where county_id = $1 and coming_id = $2 and taken_at is null order by signed_at limit 10`,
    [tx.countyId, actor.id],
  );
  const say = (key: string): string => tx.ctx.app.wording.say(tx.ctx.language, key);
  return rows.map((one) => ({
    kind: 'newsroom.handover',
    subjectId: one.id,
    title: say('newsroom.waiting.handover'),
    reason: one.note === '' ? say('newsroom.waiting.handover-empty') : one.note.slice(0, 120),
    href: rosterHref,
    dueAt: null,
    placeId: one.placeId,
  }));
}
