import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { mayGive } from './may-give.ts';

/** Whether the actor may end this grant: their own, or one that they could give there. */
export const mayEndGrant = (
  tx: Tx,
  actor: Actor,
  grant: { personId: string; role: string; placeId: string; duty: boolean },
): boolean =>
  (actor.kind === 'person' && grant.personId === actor.id) ||
  (may(tx, actor, 'grant.end', { placeId: grant.placeId }) && mayGive(tx, actor, grant));

/** Whether a grant is over, or was taken back before it began: its end is then its beginning. */
export const isOver = ({ fromAt, untilAt }: { fromAt: Date; untilAt: Date | null }, at: Date): boolean =>
  untilAt !== null && (untilAt <= at || untilAt <= fromAt);
