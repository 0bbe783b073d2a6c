import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { begin, move, moveAll } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { assignmentStates } from './assignment-states.ts';
import type { AssignmentState } from './assignment-states.ts';
import { assignmentsOf } from './visit-queries.ts';
import type { VisitRow } from './visit-queries.ts';

/** Somebody goes, as they said at `at`; whoever gave it back before may come again. Lock the order first. */
export async function assign(
  tx: Tx,
  actor: Actor,
  visit: Pick<VisitRow, 'id' | 'orderId'>,
  personId: string,
  { leads, comesAlong = false }: { leads: boolean; comesAlong?: boolean },
  at: Date,
): Promise<void> {
  const note = { by: actor, happenedAt: at };
  const before = (await assignmentsOf(tx, [visit.id])).find((one) => one.personId === personId);
  if (before) {
    const anew = { leads, comes_along: comesAlong, assigned_at: at, ended_at: null };
    await move(tx, assignmentStates, before, 'assigned', note, anew);
    return;
  }
  const id = newId<'assignment'>();
  await tx.named(
    'volunteering.assign',
    `insert into volunteering.assignments (county_id, id, order_id, visit_id, person_id, leads, state, assigned_at, comes_along) values ($1, $2, $3, $4, $5, $6, 'assigned', $7, $8)`,
    [tx.countyId, id, visit.orderId, visit.id, personId, leads, at, comesAlong],
  );
  await begin(tx, assignmentStates, id, note);
}

/** Ends what still stands of a visit's assignments: those of `personIds`, or all. Lock the order first. */
export async function endAssignments(
  tx: Tx,
  actor: Actor,
  visitId: string,
  state: Exclude<AssignmentState, 'assigned'>,
  { personIds, happenedAt }: { personIds?: readonly string[]; happenedAt?: Date | undefined } = {},
): Promise<void> {
  const standing = (await assignmentsOf(tx, [visitId])).filter(
    (one) => one.state === 'assigned' && (!personIds || personIds.includes(one.personId)),
  );
  const note = { by: actor, ...(happenedAt ? { happenedAt } : {}) };
  await moveAll(tx, assignmentStates, standing, state, note, { ended_at: tx.at });
}
