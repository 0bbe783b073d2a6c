import { holdersOf } from '#access';
import { notify } from '#notices';
import type { Tx } from '#platform/transaction';
import type { DutyRole } from '../contract.ts';
import { shiftsWithin } from './shift-queries.ts';
import type { ShiftRow } from './shift-queries.ts';
import { uncovered } from './spans.ts';

/** A gap is told so many days before it comes. */
const aheadDays = 3;
/** A desk that kept no roster for so long keeps none. */
export const keptDays = 7;

/** Tells whoever arranges the watch of a gap in it, three days before it comes and once; of one that a cancelled shift tears open later, at once. */
export async function tellGaps(tx: Tx): Promise<void> {
  const inDays = (days: number): Date => new Date(tx.at.getTime() + days * 86_400_000);
  const whole = { fromAt: inDays(-keptDays), untilAt: inDays(aheadDays) };
  for (const { role, placeId, shifts } of postsIn(await shiftsWithin(tx, whole)))
    for (const gap of uncovered(whole, shifts))
      // Before the first shift that is known there was no watch to be kept.
      if (gap.fromAt > whole.fromAt && gap.untilAt > tx.at)
        await notify(tx, {
          personIds: await holdersOf(tx, { roles: ['chief-editor', 'administrator'], placeId }),
          kind: 'duty.gap',
          subjectId: placeId,
          href: '/console/roster',
          dueAt: gap.fromAt,
          duty: { name: 'desk', placeId },
          // The gap begins where the last shift ends: the same one, whenever one looks.
          dedupeKey: `duty-gap:${role}:${placeId}:${gap.fromAt.toISOString()}`,
        });
}

interface Post {
  readonly role: DutyRole;
  readonly placeId: string;
  readonly shifts: ShiftRow[];
}

function postsIn(shifts: readonly ShiftRow[]): Post[] {
  const posts = new Map<string, Post>();
  for (const shift of shifts) {
    const { role, placeId } = shift;
    const key = `${role} ${placeId}`;
    const post = posts.get(key) ?? { role, placeId, shifts: [] };
    post.shifts.push(shift);
    posts.set(key, post);
  }
  return [...posts.values()];
}
