import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import type { Ctx } from '#platform/transaction';
import { mustBeAssignable } from './add-assignment.ts';
import { changeState, openAssignment } from './change-state.ts';
import type { AssignmentRow } from './idea-queries.ts';

/** 派任务: asks a person, or another one in place of whoever was asked before. Refuses: StaleVersion (409) when somebody moved it meanwhile; NotAssignable (422); IdeaClosed, WrongState (409). */
export async function assignPerson(
  ctx: Ctx,
  actor: Actor,
  request: { assignmentId: string; personId: string; version: number },
): Promise<AssignmentRow> {
  return ctx.transaction(async (tx) => {
    const { idea, assignment } = await openAssignment(tx, actor, request.assignmentId, () => 'assignment.plan');
    if (assignment.state === 'assigned' && assignment.personId === request.personId) return assignment;
    mustBeAsRead(assignment.version, request.version);
    await mustBeAssignable(tx, request.personId);
    return changeState(tx, actor, idea, assignment, 'assigned', {
      personId: request.personId,
      assignedBy: actor.id,
    });
  });
}
