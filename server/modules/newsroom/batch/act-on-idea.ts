import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { IdeaAct } from '../contract.ts';
import { addAssignment } from '../planning/add-assignment.ts';
import { assignPerson } from '../planning/assign-person.ts';
import { cancelAssignment, freeAssignment } from '../planning/cancel-assignment.ts';
import { changeIdea } from '../planning/change-idea.ts';
import { concludeIdea, reopenIdea } from '../planning/conclude-idea.ts';
import { assignmentById, assignmentsOf, ideaForUpdate } from '../planning/idea-queries.ts';
import { settled } from '../planning/states.ts';

type Named<Do extends IdeaAct['do']> = Extract<IdeaAct, { do: Do }>;

/** Does one act of a batch by the verb it names, and answers the act that takes it back; null where none leads back to what was. Refuses what the verb refuses. */
export function actOnIdea(ctx: Ctx, actor: Actor, act: IdeaAct): Promise<IdeaAct | null> {
  switch (act.do) {
    case 'conclude':
      return conclude(ctx, actor, act);
    case 'reopen':
      return reopen(ctx, actor, act);
    case 'move':
      return moveIdea(ctx, actor, act);
    case 'assign':
      return assign(ctx, actor, act);
    case 'unassign':
      return unassign(ctx, actor, act);
  }
}

function conclude(ctx: Ctx, actor: Actor, { id, as }: Named<'conclude'>): Promise<IdeaAct | null> {
  return ctx.transaction(async (tx) => {
    const before = await ideaForUpdate(tx, id);
    mustSee(tx, actor, 'idea.read', before);
    const unbegun = (await assignmentsOf(tx, id)).some((one) => !settled.includes(one.state));
    await concludeIdea(ctx, actor, { ideaId: id, as });
    // What was cancelled along with it stays cancelled when it is opened again.
    return before.state === 'open' && !unbegun ? { do: 'reopen', id } : null;
  });
}

function reopen(ctx: Ctx, actor: Actor, { id }: Named<'reopen'>): Promise<IdeaAct | null> {
  return ctx.transaction(async (tx) => {
    const { state } = await ideaForUpdate(tx, id);
    await reopenIdea(ctx, actor, { ideaId: id });
    return state === 'open' ? null : { do: 'conclude', id, as: state };
  });
}

function moveIdea(ctx: Ctx, actor: Actor, act: Named<'move'>): Promise<IdeaAct | null> {
  return ctx.transaction(async (tx) => {
    const { sectionId, version, ...idea } = await ideaForUpdate(tx, act.id);
    mustSee(tx, actor, 'idea.read', idea);
    if (act.from !== undefined && act.from !== sectionId) refuse('Conflict');
    if (sectionId === act.sectionId) return null;
    await changeIdea(ctx, actor, { ideaId: act.id, version, sectionId: act.sectionId });
    return { do: 'move', id: act.id, sectionId, from: act.sectionId };
  });
}

function assign(ctx: Ctx, actor: Actor, act: Named<'assign'>): Promise<IdeaAct | null> {
  return ctx.transaction(async (tx) => {
    const idea = await ideaForUpdate(tx, act.id);
    mustSee(tx, actor, 'idea.read', idea);
    const nobodys = (await assignmentsOf(tx, act.id)).find((one) => one.state === 'draft' && one.kind === act.kind);
    const { personId } = act;
    const asked = nobodys
      ? await assignPerson(ctx, actor, { assignmentId: nobodys.id, personId, version: nobodys.version })
      : await addAssignment(ctx, actor, { ideaId: act.id, kind: act.kind, personId });
    return { do: 'unassign', id: act.id, assignmentId: asked.id, version: asked.version, added: !nobodys };
  });
}

// Whoever has answered meanwhile is not taken out of it by somebody who only takes back their own asking.
function unassign(ctx: Ctx, actor: Actor, act: Named<'unassign'>): Promise<null> {
  return ctx.transaction(async (tx) => {
    const idea = await ideaForUpdate(tx, act.id);
    mustSee(tx, actor, 'idea.read', idea);
    const { ideaId, version } = await assignmentById(tx, act.assignmentId);
    if (ideaId !== act.id) refuse('NotFound');
    mustBeAsRead(version, act.version);
    await (act.added ? cancelAssignment : freeAssignment)(ctx, actor, { assignmentId: act.assignmentId });
    return null;
  });
}
