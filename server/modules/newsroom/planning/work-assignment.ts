import type { Actor } from '#platform/actor';
import type { Ctx, Tx } from '#platform/transaction';
import { changeState, openAssignment } from './change-state.ts';
import { endIdea } from './conclude-idea.ts';
import { assignmentsOf, ideaForUpdate } from './idea-queries.ts';
import type { AssignmentRow } from './idea-queries.ts';
import { settled } from './states.ts';

/** How far the work has come: begun, handed in, done. `in_progress` also takes back what was handed in too early. */
export type WorkState = 'in_progress' | 'submitted' | 'done';

/** Says how far the work has come; `done` on the last open assignment ends the idea. Refuses: IdeaClosed, WrongState (409). */
export async function workAssignment(
  ctx: Ctx,
  actor: Actor,
  request: { assignmentId: string; to: WorkState },
): Promise<AssignmentRow> {
  return ctx.transaction(async (tx) => {
    const { idea, assignment } = await openAssignment(tx, actor, request.assignmentId, () => 'assignment.work');
    if (assignment.state === request.to) return assignment;
    const moved = await changeState(tx, actor, idea, assignment, request.to);
    if (request.to === 'done') await endWhenComplete(tx, actor, idea.id);
    return moved;
  });
}

/** Ends an open idea of which nothing more is expected and something was brought. */
export async function endWhenComplete(tx: Tx, actor: Actor, ideaId: string): Promise<void> {
  const idea = await ideaForUpdate(tx, ideaId);
  const assignments = await assignmentsOf(tx, ideaId);
  const complete = assignments.every((one) => settled.includes(one.state));
  if (idea.state === 'open' && complete && assignments.some((one) => one.state === 'done'))
    await endIdea(tx, actor, idea, 'done');
}
