import { displayNames } from '#people';
import { placeById, placeName } from '#places';
import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { DutyRole, SwapView } from '../contract.ts';
import { shiftsWithin } from './shift-queries.ts';
import type { ShiftRow } from './shift-queries.ts';
import type { SwapState } from './swap-states.ts';

/** A change of places as it stands in the table. */
export interface SwapRow {
  readonly id: string;
  readonly state: SwapState;
  readonly role: DutyRole;
  readonly placeId: string;
  readonly shiftId: string;
  readonly otherShiftId: string | null;
  readonly askerId: string;
  readonly askedId: string;
  readonly note: string;
  readonly askedAt: Date;
}

const columns = `id, state, role, place_id as "placeId", shift_id as "shiftId", other_shift_id as "otherShiftId", asker_id as "askerId", asked_id as "askedId", note, asked_at as "askedAt"`;
/** How far ahead shifts are looked for. */
const aheadDays = 366;
/** What is settled stays in sight so long. */
const shownDays = 14;

/** The change of places, locked, or 404. */
export async function swapForUpdate(tx: Tx, id: string): Promise<SwapRow> {
  const [row] = await tx.named<SwapRow>(
    'newsroom.swap-for-update',
    `select ${columns} from newsroom.shift_swaps where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The coming shifts of a post, by id: those that have not begun. */
export async function comingShifts(tx: Tx, post: { role: string; placeId: string }): Promise<Map<string, ShiftRow>> {
  const whole = { fromAt: tx.at, untilAt: new Date(tx.at.getTime() + aheadDays * 86_400_000) };
  const shifts = await shiftsWithin(tx, whole, post);
  return new Map(shifts.filter(({ fromAt }) => fromAt > tx.at).map((shift) => [shift.id, shift]));
}

/** The moves that the asker may make with it now; what concerns the roster itself is somebody's who has no part in it. */
export function movesOn(tx: Tx, actor: Actor, swap: SwapRow): SwapView['moves'] {
  const isAsker = swap.askerId === actor.id;
  const isAsked = swap.askedId === actor.id;
  const arranges = !isAsker && !isAsked && may(tx, actor, 'duty.arrange', { placeId: swap.placeId });
  if (swap.state === 'asked')
    return [...(isAsked ? (['accept', 'decline'] as const) : []), ...(isAsker ? (['withdraw'] as const) : [])];
  if (swap.state !== 'accepted') return [];
  return [
    ...(arranges ? (['confirm', 'decline'] as const) : []),
    ...(isAsker || isAsked ? (['withdraw'] as const) : []),
  ];
}

// What nobody answered in time is over: nothing could be said to it any more.
const isStillAhead = (shift: string): string =>
  `exists (select from access.grants g where g.county_id = $1 and g.id = ${shift} and g.from_at > $3 and g.until_at > g.from_at)`;

/** Changes of places that are open or were settled lately, of posts and people the asker may see. */
export async function seeSwaps(ctx: Ctx, actor: Actor): Promise<SwapView[]> {
  return ctx.transaction(async (tx) => {
    const rows = await tx.named<SwapRow>(
      'newsroom.swaps',
      `select ${columns} from newsroom.shift_swaps where county_id = $1 and (settled_at > $2 or state in ('asked', 'accepted') and ${isStillAhead('shift_id')} and (other_shift_id is null or ${isStillAhead('other_shift_id')})) order by asked_at desc, id limit 100`,
      [tx.countyId, new Date(tx.at.getTime() - shownDays * 86_400_000), tx.at],
    );
    const views: SwapView[] = [];
    for (const row of rows) if (maySee(tx, actor, row)) views.push(await swapView(tx, actor, row));
    return views;
  });
}

/** Whoever has a part in it, and whoever sees the watch there. */
export const maySee = (tx: Tx, actor: Actor, swap: SwapRow): boolean =>
  swap.askerId === actor.id || swap.askedId === actor.id || may(tx, actor, 'duty.see', { placeId: swap.placeId });

/** The view of one. */
export async function swapView(tx: Tx, actor: Actor, swap: SwapRow): Promise<SwapView> {
  const names = await displayNames(tx, [swap.askerId, swap.askedId]);
  const shifts = await comingShifts(tx, swap);
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  const shiftOf = (id: string | null) => {
    const shift = id === null ? undefined : shifts.get(id);
    return shift ? { id: shift.id, fromAt: shift.fromAt.toISOString(), untilAt: shift.untilAt.toISOString() } : null;
  };
  const place = placeById(tx, swap.placeId);
  return {
    id: swap.id,
    state: swap.state,
    roleName: tx.ctx.app.wording.say(tx.ctx.tag, `role.${swap.role}`),
    place: { id: swap.placeId, name: place ? placeName(place, tx.ctx.language) : '' },
    asker: person(swap.askerId),
    asked: person(swap.askedId),
    shift: shiftOf(swap.shiftId),
    other: shiftOf(swap.otherShiftId),
    note: swap.note,
    askedAt: swap.askedAt.toISOString(),
    moves: movesOn(tx, actor, swap),
  };
}
