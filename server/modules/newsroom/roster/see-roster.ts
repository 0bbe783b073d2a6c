import { holdersOf, mayEndGrant } from '#access';
import { displayNames } from '#people';
import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { may, must, mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { DutyRole, PostView, RosterView } from '../contract.ts';
import { mayStillHandOver } from './hand-over.ts';
import { shownHandovers } from './handover-queries.ts';
import { handoverViews, placeRef } from './handover-view.ts';
import { changeDays, uncovered } from './spans.ts';
import { momentsAt, shiftsWithin } from './shift-queries.ts';
import type { ShiftRow } from './shift-queries.ts';
import { keptDays } from './tell-gaps.ts';

const mostDays = 62;

/** Who is on duty on which post between two days, where nobody will be, and what was handed over. The chief editor's post at the county is always there: without it nobody could sign off urgently; a post on which somebody stood within the last week is there too, so that its gap is seen and filled. Refuses: BadRequest (400) for more than two months or an end before the beginning. */
export async function seeRoster(ctx: Ctx, actor: Actor, query: { from: string; until: string }): Promise<RosterView> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'duty.see');
    const days = query.from <= query.until ? changeDays(query.from, query.until, 'day').length - 1 : 0;
    if (days < 1 || days > mostDays) refuse('BadRequest', {}, [{ path: '/query/until', code: 'invalid_value' }]);
    const [fromAt = tx.at, untilAt = tx.at] = await momentsAt(tx, [query.from, dayAfter(query.until)], '00:00');
    const shifts = (await shiftsWithin(tx, { fromAt, untilAt })).filter(({ placeId }) =>
      may(tx, actor, 'duty.see', { placeId }),
    );
    const lately = await keptLately(tx, actor);
    const handovers = await shownHandovers(tx);
    const names = await displayNames(tx, [...new Set(shifts.map(({ personId }) => personId))]);
    const given = new Set(handovers.flatMap(({ shiftId, stands }) => (stands ? [shiftId] : [])));
    return {
      posts: postsOf(tx, shifts, lately).map(({ role, placeId, own, isKept }): PostView => {
        const gapsFrom = fromAt > tx.at ? fromAt : tx.at;
        return {
          role,
          roleName: tx.ctx.app.wording.say(tx.ctx.tag, `role.${role}`),
          place: placeRef(tx, placeId),
          shifts: own.map((shift) => ({
            id: shift.id,
            person: { id: shift.personId, name: names.get(shift.personId) ?? '' },
            fromAt: shift.fromAt.toISOString(),
            untilAt: shift.untilAt.toISOString(),
            mayHandOver: shift.personId === actor.id && mayStillHandOver(shift, tx.at) && !given.has(shift.id),
            mayTakeOut: shift.fromAt > tx.at && mayEndGrant(tx, actor, { ...shift, duty: true }),
          })),
          gaps: (gapsFrom < untilAt ? uncovered({ fromAt: gapsFrom, untilAt }, own) : []).map((gap) => ({
            fromAt: gap.fromAt.toISOString(),
            untilAt: gap.untilAt.toISOString(),
          })),
          isKept,
          mayArrange: may(tx, actor, 'duty.arrange', { placeId }),
        };
      }),
      handovers: await handoverViews(
        tx,
        actor,
        handovers.filter((one) => may(tx, actor, 'duty.see', { placeId: one.placeId })),
      ),
    };
  });
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

// As whoever tells the gaps knows it: a post whose last shift ended yesterday is still one.
async function keptLately(tx: Tx, actor: Actor): Promise<ShiftRow[]> {
  const shifts = await shiftsWithin(tx, { fromAt: new Date(tx.at.getTime() - keptDays * 86_400_000), untilAt: tx.at });
  return shifts.filter(({ placeId }) => may(tx, actor, 'duty.see', { placeId }));
}

interface Post {
  readonly role: DutyRole;
  readonly placeId: string;
  readonly own: ShiftRow[];
  readonly isKept: boolean;
}

function postsOf(tx: Tx, shifts: readonly ShiftRow[], lately: readonly ShiftRow[]): Post[] {
  const first = { role: 'chief-editor' as const, placeId: rootPlace(tx).id };
  const keyOf = ({ role, placeId }: Pick<ShiftRow, 'role' | 'placeId'>): string => `${role} ${placeId}`;
  const kept = [...shifts, ...lately];
  const posts = new Map([first, ...kept].map(({ role, placeId }) => [keyOf({ role, placeId }), { role, placeId }]));
  return [...posts].map(([key, post]) => ({
    ...post,
    own: shifts.filter((shift) => keyOf(shift) === key),
    isKept: kept.some((shift) => keyOf(shift) === key),
  }));
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
