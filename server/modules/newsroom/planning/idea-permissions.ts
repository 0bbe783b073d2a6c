import type { Actor } from '#platform/actor';
import { definePermissions } from '#platform/permits';
import type { IdeaRow } from './idea-queries.ts';

type Idea = Pick<IdeaRow, 'placeIds' | 'unitId' | 'proposedBy' | 'askedIds'>;
/** An assignment is asked about with its idea: it stands where the idea stands. */
export type AssignmentThing = Idea & { readonly personId: string | null };

const isPerson = (actor: Actor, id: string | null): boolean => actor.kind === 'person' && actor.id === id;
const proposer = (actor: Actor, idea: Idea): boolean => isPerson(actor, idea.proposedBy);
const asked = (actor: Actor, idea: Idea): boolean => actor.kind === 'person' && idea.askedIds.includes(actor.id);
const inCharge = (actor: Actor, thing: AssignmentThing): boolean => isPerson(actor, thing.personId);

const planners = ['editor', 'section-head', 'chief-editor'] as const;
/** Roles that work on ideas: they propose, see what is planned at their places, and can be asked. */
export const ideaWorkers = [...planners, 'proofreader', 'correspondent'] as const;

/** Who may do what with an idea. Whoever works at a place sees what is planned there, so that nobody writes the same twice. */
export const ideaPermissions = definePermissions<Idea>('idea', {
  'idea.list': { roles: [...ideaWorkers, 'auditor'], relations: { proposer, asked } },
  'idea.read': { roles: [...ideaWorkers, 'auditor'], relations: { proposer, asked } },
  'idea.propose': { roles: ideaWorkers },
  'idea.change': { roles: planners, relations: { proposer }, relatedRoles: ideaWorkers },
  'idea.repeat': { roles: planners },
});

/** Who may do what with an assignment: planners ask, whoever is asked answers, whoever works there may take what nobody has. */
export const assignmentPermissions = definePermissions<AssignmentThing>('assignment', {
  'assignment.plan': { roles: planners },
  'assignment.take': { roles: ideaWorkers },
  'assignment.answer': { relations: { inCharge }, relatedRoles: ideaWorkers },
  'assignment.work': { roles: planners, relations: { inCharge }, relatedRoles: ideaWorkers },
});
