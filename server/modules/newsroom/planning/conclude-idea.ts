import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { changeState } from './change-state.ts';
import { ideaChanged } from './idea-events.ts';
import { assignmentsOf, ideaById, ideaForUpdate } from './idea-queries.ts';
import type { IdeaRow } from './idea-queries.ts';
import { ideaStates, settled, underway } from './states.ts';
import type { IdeaState } from './states.ts';

/** Ends an idea: `done`, or `dropped` when it is given up. What nobody has begun is cancelled with it, and whoever was asked is told. Refuses: WorkUnderway (409) for `done` while somebody is still at it; WrongState (409). */
export async function concludeIdea(
  ctx: Ctx,
  actor: Actor,
  request: { ideaId: string; as: 'done' | 'dropped' },
): Promise<IdeaRow> {
  return ctx.transaction(async (tx) => {
    const idea = await ideaForUpdate(tx, request.ideaId);
    mustSee(tx, actor, 'idea.read', idea);
    must(tx, actor, 'idea.change', idea);
    if (idea.state === request.as) return idea;
    const assignments = await assignmentsOf(tx, idea.id);
    if (request.as === 'done' && assignments.some((one) => underway.includes(one.state)))
      refuse('WorkUnderway', { ideaId: idea.id });
    await endIdea(tx, actor, idea, request.as);
    for (const one of assignments)
      if (!settled.includes(one.state)) await changeState(tx, actor, idea, one, 'cancelled');
    return ideaById(tx, idea.id);
  });
}

/** Opens an idea again; what was cancelled with it stays cancelled until somebody takes it up. Refuses: WrongState (409). */
export async function reopenIdea(ctx: Ctx, actor: Actor, request: { ideaId: string }): Promise<IdeaRow> {
  return ctx.transaction(async (tx) => {
    const idea = await ideaForUpdate(tx, request.ideaId);
    mustSee(tx, actor, 'idea.read', idea);
    must(tx, actor, 'idea.change', idea);
    if (idea.state === 'open') return idea;
    await endIdea(tx, actor, idea, 'open');
    return ideaById(tx, idea.id);
  });
}

/** Moves an idea to a state, with its event and audit row; asks nobody. */
export async function endIdea(tx: Tx, actor: Actor, idea: IdeaRow, to: IdeaState): Promise<void> {
  await move(tx, ideaStates, idea, to, { by: actor });
  await tx.named(
    'newsroom.touch-idea',
    'update newsroom.ideas set updated_at = $3, left_out = false where county_id = $1 and id = $2',
    [tx.countyId, idea.id, tx.at],
  );
  await emit(tx, ideaChanged, actor, { ideaId: idea.id, version: idea.version });
  await audit(tx, actor, {
    act: to === 'open' ? 'idea.reopen' : 'idea.conclude',
    noun: 'idea',
    subjectId: idea.id,
    placeId: idea.placeIds[0] ?? null,
    detail: { state: to },
  });
}
