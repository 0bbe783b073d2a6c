import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { assignmentMoved } from './idea-events.ts';
import type { AssignmentThing } from './idea-permissions.ts';
import { assignmentById, assignmentForUpdate } from './idea-queries.ts';
import type { AssignmentRow, IdeaRow } from './idea-queries.ts';
import { assignmentStates } from './states.ts';
import type { AssignmentState } from './states.ts';

/** What permission rules look at: the assignment within its idea. */
export const thingOf = (idea: IdeaRow, assignment: Pick<AssignmentRow, 'personId'>): AssignmentThing => ({
  placeIds: idea.placeIds,
  unitId: idea.unitId,
  proposedBy: idea.proposedBy,
  askedIds: idea.askedIds,
  personId: assignment.personId,
});

/** The assignment with its open idea, both locked, for an asker who has the ability over it (of several: the one that fits). Refuses: NotFound (404), Forbidden (403), IdeaClosed (409), in this order. */
export async function openAssignment(
  tx: Tx,
  actor: Actor,
  id: string,
  abilityFor: (assignment: AssignmentRow) => string,
): Promise<{ idea: IdeaRow; assignment: AssignmentRow }> {
  const { idea, assignment } = await assignmentForUpdate(tx, id);
  mustSee(tx, actor, 'idea.read', idea);
  must(tx, actor, abilityFor(assignment), thingOf(idea, assignment));
  if (idea.state !== 'open') refuse('IdeaClosed', { ideaId: idea.id });
  return { idea, assignment };
}

/** What changes along with the state. */
interface Along {
  /** Who does it; left out: as before. */
  readonly personId?: string | null;
  /** Who asked them; left out: as before. */
  readonly assignedBy?: string | null;
}

/** Moves a locked assignment on, with its event and audit row; asks nobody. Refuses: WrongState (409). */
export async function changeState(
  tx: Tx,
  actor: Actor,
  idea: IdeaRow,
  assignment: AssignmentRow,
  to: AssignmentState,
  along: Along = {},
): Promise<AssignmentRow> {
  const personId = along.personId === undefined ? assignment.personId : along.personId;
  const assignedBy = along.assignedBy === undefined ? assignment.assignedBy : along.assignedBy;
  // The row's own rule wants a person beside each state but two: the person is written with the state's neighbour.
  if (personId !== null && personId !== assignment.personId) await storePerson(tx, assignment, personId, assignedBy);
  await move(tx, assignmentStates, { ...assignment, personId }, to, { by: actor });
  if (personId === null && assignment.personId !== null) await storePerson(tx, assignment, null, assignedBy);
  await tx.named(
    'newsroom.touch-assignment',
    'update newsroom.assignments set version = version + 1, updated_at = $3 where county_id = $1 and id = $2',
    [tx.countyId, assignment.id, tx.at],
  );
  if (assignment.personId !== null && personId !== assignment.personId) await rememberFormer(tx, assignment);
  await emit(tx, assignmentMoved, actor, {
    assignmentId: assignment.id,
    ideaId: idea.id,
    from: assignment.state,
    to,
    personId,
    formerId: personId === assignment.personId ? null : assignment.personId,
    assignedBy,
    version: assignment.version + 1,
  });
  await audit(tx, actor, {
    act: 'assignment.move',
    noun: 'assignment',
    subjectId: assignment.id,
    placeId: idea.placeIds[0] ?? null,
    detail: { ideaId: idea.id, from: assignment.state, state: to },
  });
  return assignmentById(tx, assignment.id);
}

async function storePerson(
  tx: Tx,
  assignment: AssignmentRow,
  personId: string | null,
  assignedBy: string | null,
): Promise<void> {
  await tx.named(
    'newsroom.name-person',
    'update newsroom.assignments set person_id = $3, assigned_by = $4, assigned_at = case when $3::uuid is null then null else $5::timestamptz end where county_id = $1 and id = $2',
    [tx.countyId, assignment.id, personId, assignedBy, tx.at],
  );
}

async function rememberFormer(tx: Tx, assignment: AssignmentRow): Promise<void> {
  await tx.named(
    'newsroom.remember-former',
    `insert into newsroom.former_assignees (county_id, assignment_id, person_id, left_at) values ($1, $2, $3, $4)
       on conflict (county_id, assignment_id, person_id) do update set left_at = excluded.left_at`,
    [tx.countyId, assignment.id, assignment.personId, tx.at],
  );
}
