import { holdersOf } from '#access';
import { displayNames } from '#people';
import { placeById, placeName, rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { may, must, mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { DutyRole, HandoverView, PostView, RosterView } from '../contract.ts';
import { changeDays, uncovered } from './spans.ts';
import { momentsAt, shiftsWithin } from './shift-queries.ts';
import type { ShiftRow } from './shift-queries.ts';

const mostDays = 62;
/** Hand-overs are shown until they are taken, and a week longer. */
const handoverDays = 7;

/** Who is on duty on which post between two days, where nobody will be, and what was handed over. The chief editor's post at the county is always there: without it nobody could sign off urgently. Refuses: BadRequest (400) for more than two months or an end before the beginning. */
export async function seeRoster(ctx: Ctx, actor: Actor, query: { from: string; until: string }): Promise<RosterView> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'duty.see');
    const days = query.from <= query.until ? changeDays(query.from, query.until, 'day').length - 1 : 0;
    if (days < 1 || days > mostDays) refuse('BadRequest', {}, [{ path: '/query/until', code: 'invalid_value' }]);
    const [fromAt = tx.at, untilAt = tx.at] = await momentsAt(tx, [query.from, dayAfter(query.until)], '00:00');
    const shifts = (await shiftsWithin(tx, { fromAt, untilAt })).filter(({ placeId }) =>
      may(tx, actor, 'duty.see', { placeId }),
    );
    const handovers = await handoverRows(tx);
    const names = await displayNames(tx, [
      ...new Set([
        ...shifts.map(({ personId }) => personId),
        ...handovers.flatMap(({ leavingId, comingId }) => [leavingId, comingId]),
      ]),
    ]);
    const given = new Set(handovers.map(({ shiftId }) => shiftId));
    return {
      posts: postsOf(tx, shifts).map(({ role, placeId, own }): PostView => {
        const gapsFrom = fromAt > tx.at ? fromAt : tx.at;
        return {
          role,
          roleName: tx.ctx.app.wording.say(tx.ctx.language, `role.${role}`),
          place: placeRef(tx, placeId),
          shifts: own.map((shift) => ({
            id: shift.id,
            person: { id: shift.personId, name: names.get(shift.personId) ?? '' },
            fromAt: shift.fromAt.toISOString(),
            untilAt: shift.untilAt.toISOString(),
            mayHandOver: shift.personId === actor.id && shift.fromAt <= tx.at && !given.has(shift.id),
          })),
          gaps: (gapsFrom < untilAt ? uncovered({ fromAt: gapsFrom, untilAt }, own) : []).map((gap) => ({
            fromAt: gap.fromAt.toISOString(),
            untilAt: gap.untilAt.toISOString(),
          })),
          mayArrange: may(tx, actor, 'duty.arrange', { placeId }),
        };
      }),
      handovers: handovers
        .filter((one) => may(tx, actor, 'duty.see', { placeId: one.placeId }))
        .map((one) => handoverOf(tx, actor, one, names)),
    };
  });
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function postsOf(tx: Tx, shifts: readonly ShiftRow[]): { role: DutyRole; placeId: string; own: ShiftRow[] }[] {
  const posts = new Map<string, { role: DutyRole; placeId: string; own: ShiftRow[] }>();
  const first = { role: 'chief-editor' as const, placeId: rootPlace(tx).id };
  posts.set(`${first.role} ${first.placeId}`, { ...first, own: [] });
  for (const shift of shifts) {
    const key = `${shift.role} ${shift.placeId}`;
    const post = posts.get(key) ?? { role: shift.role, placeId: shift.placeId, own: [] };
    post.own.push(shift);
    posts.set(key, post);
  }
  return [...posts.values()];
}

function placeRef(tx: Tx, id: string): { id: string; name: string } {
  const place = placeById(tx, id);
  return { id, name: place ? placeName(place, tx.ctx.language) : '' };
}

/** A hand-over as it stands in the table. */
export interface HandoverRow {
  readonly id: string;
  readonly shiftId: string;
  readonly role: DutyRole;
  readonly placeId: string;
  readonly leavingId: string;
  readonly comingId: string;
  readonly note: string;
  readonly signedAt: Date;
  readonly takenAt: Date | null;
}

/** The columns of a HandoverRow. */
export const handoverColumns = `id, shift_id as "shiftId", role, place_id as "placeId", leaving_id as "leavingId", coming_id as "comingId", note, signed_at as "signedAt", taken_at as "takenAt"`;

const handoverRows = (tx: Tx): Promise<HandoverRow[]> =>
  tx.named<HandoverRow>(
    'newsroom.handovers',
    `select ${handoverColumns} from newsroom.handovers where county_id = $1 and (taken_at is null or taken_at > $2) order by signed_at desc limit 50`,
    [tx.countyId, new Date(tx.at.getTime() - handoverDays * 86_400_000)],
  );

const handoverOf = (tx: Tx, actor: Actor, one: HandoverRow, names: ReadonlyMap<string, string>): HandoverView => ({
  id: one.id,
  role: one.role,
  place: placeRef(tx, one.placeId),
  leaving: { id: one.leavingId, name: names.get(one.leavingId) ?? '' },
  coming: { id: one.comingId, name: names.get(one.comingId) ?? '' },
  note: one.note,
  signedAt: one.signedAt.toISOString(),
  takenAt: one.takenAt?.toISOString() ?? null,
  mayTake: one.comingId === actor.id && one.takenAt === null,
});

/** The view of one hand-over. */
export async function handoverView(tx: Tx, actor: Actor, one: HandoverRow): Promise<HandoverView> {
  return handoverOf(tx, actor, one, await displayNames(tx, [one.leavingId, one.comingId]));
}

/** Who holds the role of a post there, nearest first: only they can stand on it. Refuses: Forbidden (403). */
export async function postHoldersOf(
  ctx: Ctx,
  actor: Actor,
  post: { role: DutyRole; placeId: string },
): Promise<{ id: string; name: string }[]> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'duty.see', { placeId: post.placeId });
    const ids = await holdersOf(tx, { roles: [post.role], placeId: post.placeId });
    const names = await displayNames(tx, ids);
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  });
}
