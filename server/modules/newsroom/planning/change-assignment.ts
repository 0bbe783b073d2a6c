import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import type { Ctx } from '#platform/transaction';
import { placeOrRefuse } from '#places';
import { openAssignment } from './change-state.ts';
import { assignmentMoved } from './idea-events.ts';
import { assignmentById } from './idea-queries.ts';
import type { AssignmentKind, AssignmentRow } from './idea-queries.ts';

/** What changes about an assignment; only what is named. */
export interface AssignmentChange {
  assignmentId: string;
  version: number;
  kind?: AssignmentKind | undefined;
  placeId?: string | null | undefined;
  note?: string | undefined;
  startsAt?: Date | null | undefined;
  dueAt?: Date | null | undefined;
}

/** Changes what is wanted, where and by when; whoever does it is told, and their calendar follows. Refuses: StaleVersion (409), IdeaClosed (409), NotFound (404). */
export async function changeAssignment(ctx: Ctx, actor: Actor, request: AssignmentChange): Promise<AssignmentRow> {
  return ctx.transaction(async (tx) => {
    const { idea, assignment } = await openAssignment(tx, actor, request.assignmentId, () => 'assignment.plan');
    mustBeAsRead(assignment.version, request.version);
    if (request.placeId) placeOrRefuse(tx, request.placeId);
    await tx.named(
      'newsroom.change-assignment',
      'update newsroom.assignments set kind = $3, place_id = $4, note = $5, starts_at = $6, due_at = $7, version = version + 1, updated_at = $8 where county_id = $1 and id = $2',
      [
        tx.countyId,
        assignment.id,
        request.kind ?? assignment.kind,
        request.placeId === undefined ? assignment.placeId : request.placeId,
        request.note ?? assignment.note,
        request.startsAt === undefined ? assignment.startsAt : request.startsAt,
        request.dueAt === undefined ? assignment.dueAt : request.dueAt,
        tx.at,
      ],
    );
    await emit(tx, assignmentMoved, actor, {
      assignmentId: assignment.id,
      ideaId: idea.id,
      from: assignment.state,
      to: assignment.state,
      personId: assignment.personId,
      formerId: null,
      assignedBy: assignment.assignedBy,
      version: assignment.version + 1,
    });
    await audit(tx, actor, {
      act: 'assignment.change',
      noun: 'assignment',
      subjectId: assignment.id,
      placeId: idea.placeIds[0] ?? null,
      detail: { ideaId: idea.id },
    });
    return assignmentById(tx, assignment.id);
  });
}
