import { holdersOf } from '#access';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { begin } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOrRefuse } from '#places';
import { changeState, thingOf } from './change-state.ts';
import { assignmentMoved } from './idea-events.ts';
import { ideaWorkers } from './idea-permissions.ts';
import { assignmentById, ideaForUpdate } from './idea-queries.ts';
import type { AssignmentKind, AssignmentRow } from './idea-queries.ts';
import { assignmentStates } from './states.ts';

/** A part of an idea that is to be brought. */
export interface NewAssignment {
  ideaId: string;
  /** Made on the device; the same id again is the same assignment. */
  id?: string | undefined;
  kind: AssignmentKind;
  /** Whom to ask at once; oneself: taken without being asked. */
  personId?: string | null | undefined;
  placeId?: string | null | undefined;
  note?: string | undefined;
  startsAt?: Date | null | undefined;
  dueAt?: Date | null | undefined;
}

/** Adds an assignment to an open idea, and asks a person at once where one is named. Whoever works at the place may add one for themselves. Refuses: IdeaClosed (409), NotAssignable (422), NotFound (404). */
export async function addAssignment(ctx: Ctx, actor: Actor, request: NewAssignment): Promise<AssignmentRow> {
  return ctx.transaction(async (tx) => {
    const idea = await ideaForUpdate(tx, request.ideaId);
    mustSee(tx, actor, 'idea.read', idea);
    const forOneself = request.personId !== null && request.personId === actor.id;
    must(tx, actor, forOneself ? 'assignment.take' : 'assignment.plan', thingOf(idea, { personId: null }));
    const before = request.id && (await assignmentMadeAs(tx, request.id, idea.id));
    if (before) return before;
    if (idea.state !== 'open') refuse('IdeaClosed', { ideaId: idea.id });
    const placeId = request.placeId ? placeOrRefuse(tx, request.placeId).id : null;
    const id = await insertAssignment(tx, actor, { ...request, placeId });
    await audit(tx, actor, {
      act: 'assignment.add',
      noun: 'assignment',
      subjectId: id,
      placeId: idea.placeIds[0] ?? null,
      detail: { ideaId: idea.id, kind: request.kind },
    });
    const added = await assignmentById(tx, id);
    if (request.personId) {
      await mustBeAssignable(tx, request.personId);
      return changeState(tx, actor, idea, added, forOneself ? 'accepted' : 'assigned', {
        personId: request.personId,
        assignedBy: actor.id,
      });
    }
    await emitDraft(tx, actor, idea.id, id);
    return added;
  });
}

async function insertAssignment(tx: Tx, actor: Actor, request: NewAssignment): Promise<string> {
  const id = request.id ?? newId<'assignment'>();
  await tx.named(
    'newsroom.add-assignment',
    `insert into newsroom.assignments (county_id, id, idea_id, kind, state, place_id, note, starts_at, due_at, version, created_at, updated_at)
     values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, 1, $9, $9)`,
    [
      tx.countyId,
      id,
      request.ideaId,
      request.kind,
      request.placeId ?? null,
      request.note ?? '',
      request.startsAt ?? null,
      request.dueAt ?? null,
      tx.at,
    ],
  );
  await begin(tx, assignmentStates, id, { by: actor });
  return id;
}

const emitDraft = (tx: Tx, actor: Actor, ideaId: string, assignmentId: string): Promise<void> =>
  emit(tx, assignmentMoved, actor, {
    assignmentId,
    ideaId,
    from: null,
    to: 'draft',
    personId: null,
    formerId: null,
    assignedBy: null,
    version: 1,
  });

/** An assignment for nobody yet, of an idea that the caller has just made; asks nobody. */
export async function beginAssignment(
  tx: Tx,
  actor: Actor,
  request: { ideaId: string; kind: AssignmentKind },
): Promise<void> {
  await emitDraft(tx, actor, request.ideaId, await insertAssignment(tx, actor, request));
}

async function assignmentMadeAs(tx: Tx, id: string, ideaId: string): Promise<AssignmentRow | undefined> {
  const rows = await tx.named<{ idea: string }>(
    'newsroom.assignment-made-as',
    'select idea_id as idea from newsroom.assignments where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  const [row] = rows;
  if (!row) return undefined;
  return row.idea === ideaId ? assignmentById(tx, id) : refuse('Conflict');
}

/** Refuses NotAssignable (422) for whoever does not work for the newsroom. */
export async function mustBeAssignable(tx: Tx, personId: string): Promise<void> {
  if (!(await holdersOf(tx, { roles: ideaWorkers })).includes(personId))
    refuse('NotAssignable', {}, [{ path: '/personId', code: 'invalid_value' }]);
}
