import type { Actor } from '#platform/actor';
import type { Ctx } from '#platform/transaction';
import { changeState, openAssignment } from './change-state.ts';
import type { AssignmentRow } from './idea-queries.ts';

/** 这次不去: whoever is asked says no, also after a yes. No reason is asked for, and nothing is counted against them. Refuses: IdeaClosed, WrongState (409). */
export async function declineAssignment(
  ctx: Ctx,
  actor: Actor,
  request: { assignmentId: string },
): Promise<AssignmentRow> {
  return ctx.transaction(async (tx) => {
    const { idea, assignment } = await openAssignment(tx, actor, request.assignmentId, () => 'assignment.answer');
    if (assignment.state === 'declined') return assignment;
    return changeState(tx, actor, idea, assignment, 'declined');
  });
}
