import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { mustBeAssignable } from './add-assignment.ts';
import { changeState, openAssignment } from './change-state.ts';
import type { AssignmentRow } from './idea-queries.ts';

/** 我来: whoever is asked says yes; what nobody has is taken by whoever works at the place. Refuses: AlreadyTaken (409) when another has it by now; IdeaClosed, WrongState (409). */
export async function acceptAssignment(
  ctx: Ctx,
  actor: Actor,
  request: { assignmentId: string },
): Promise<AssignmentRow> {
  return ctx.transaction(async (tx) => {
    const isMine = (one: AssignmentRow): boolean => one.personId === actor.id && one.state !== 'declined';
    const { idea, assignment } = await openAssignment(tx, actor, request.assignmentId, (one) =>
      isMine(one) ? 'assignment.answer' : 'assignment.take',
    );
    if (isMine(assignment))
      return assignment.state === 'accepted' ? assignment : changeState(tx, actor, idea, assignment, 'accepted');
    if (assignment.state !== 'draft' && assignment.state !== 'declined')
      refuse('AlreadyTaken', { state: assignment.state });
    await mustBeAssignable(tx, actor.id);
    return changeState(tx, actor, idea, assignment, 'accepted', {
      personId: actor.id,
      // Whoever asked somebody else before hears that it is taken now.
      assignedBy: assignment.assignedBy ?? actor.id,
    });
  });
}
