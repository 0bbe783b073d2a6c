import type { Actor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import { changeState, openAssignment } from './change-state.ts';
import type { AssignmentRow } from './idea-queries.ts';

/** Cancels an assignment; whoever was asked is told. Refuses: IdeaClosed, WrongState (409). */
export async function cancelAssignment(
  ctx: Ctx,
  actor: Actor,
  request: { assignmentId: string },
): Promise<AssignmentRow> {
  return ctx.transaction(async (tx) => {
    const { idea, assignment } = await openAssignment(tx, actor, request.assignmentId, () => 'assignment.plan');
    if (assignment.state === 'cancelled') return assignment;
    return changeState(tx, actor, idea, assignment, 'cancelled');
  });
}

/** Makes an assignment nobody's again: takes it from whoever was asked, or takes up a cancelled one. Refuses: IdeaClosed, WrongState (409). */
export async function freeAssignment(
  ctx: Ctx,
  actor: Actor,
  request: { assignmentId: string },
): Promise<AssignmentRow> {
  return ctx.transaction(async (tx) => {
    const { idea, assignment } = await openAssignment(tx, actor, request.assignmentId, () => 'assignment.plan');
    if (assignment.state === 'draft') return assignment;
    return changeState(tx, actor, idea, assignment, 'draft', { personId: null, assignedBy: null });
  });
}
