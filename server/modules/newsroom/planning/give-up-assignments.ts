import { systemActor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { changeState } from './change-state.ts';
import { assignmentById, ideaForUpdate } from './idea-queries.ts';

/** Whoever left, or whose account was closed, brings nothing any more: what they were asked or had said yes to is open for somebody else, and whoever asked is told as of a no. What they had begun stays with its story, where the desk finds it. */
export async function giveUpAssignments(tx: Tx, personId: string): Promise<void> {
  const by = systemActor('newsroom.give-up-assignments');
  const rows = await tx.named<{ id: string; ideaId: string }>(
    'newsroom.assignments-to-give-up',
    `select id, idea_id as "ideaId" from newsroom.assignments where county_id = $1 and person_id = $2 and state in ('assigned', 'accepted') order by idea_id, id`,
    [tx.countyId, personId],
  );
  for (const { id, ideaId } of rows) {
    const idea = await ideaForUpdate(tx, ideaId);
    const assignment = await assignmentById(tx, id);
    const isStill = assignment.personId === personId && ['assigned', 'accepted'].includes(assignment.state);
    if (idea.state === 'open' && isStill) await changeState(tx, by, idea, assignment, 'declined');
  }
}
