import { accountChanged } from '#access';
import { notify } from '#notices';
import { personChanged } from '#people';
import { after, within } from '#platform/events';
import type { Event, Subscription } from '#platform/events';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import {
  signatureTakenBack,
  storyPublished,
  storyRejected,
  storyReopened,
  storyReturned,
  storySubmitted,
} from '../events.ts';
import { followStory } from './assignment-story.ts';
import { giveUpAssignments } from './give-up-assignments.ts';
import { ideaHref } from './idea-href.ts';
import { assignmentMoved, ideaChanged } from './idea-events.ts';
import { assignmentById, assignmentsOf, ideaById } from './idea-queries.ts';
import type { AssignmentRow } from './idea-queries.ts';
import { underway } from './states.ts';

type Moved = Event<{
  ideaId: string;
  assignmentId: string;
  from: string | null;
  to: string;
  personId: string | null;
  formerId: string | null;
  assignedBy: string | null;
  version: number;
}>;

/** Whom a move tells, and of what; nobody is told what they did themselves. */
function toldOf(
  { payload: { from, to, personId, formerId, assignedBy } }: Moved,
  now: AssignmentRow,
  proposedBy: string,
): Told[] {
  const told: Told[] = [];
  if (formerId) told.push({ id: formerId, kind: 'assignment.given-away' });
  if (to === 'assigned' && (from !== to || formerId)) told.push({ id: personId, kind: 'assignment.assigned' });
  else if (to === from && (to === 'assigned' || underway.includes(now.state)))
    told.push({ id: personId, kind: 'assignment.changed' });
  else if (to === 'cancelled') told.push({ id: personId, kind: 'assignment.cancelled' });
  else if (to === 'accepted') told.push({ id: assignedBy, kind: 'assignment.accepted' });
  // Of what somebody had taken of themselves, whoever had the idea hears that it is nobody's again.
  else if (to === 'declined')
    told.push({ id: assignedBy === personId ? proposedBy : assignedBy, kind: 'assignment.declined' });
  else if (to === 'submitted') told.push({ id: assignedBy, kind: 'assignment.submitted' });
  // What has moved on meanwhile is no news any more.
  return told.filter((one) => one.id !== null && (one.kind !== 'assignment.assigned' || now.personId === one.id));
}
interface Told {
  readonly id: string | null;
  readonly kind: string;
}

async function tell(tx: Tx, event: Moved): Promise<void> {
  const now = await assignmentById(tx, event.payload.assignmentId);
  const { proposedBy } = await ideaById(tx, now.ideaId);
  for (const { id, kind } of toldOf(event, now, proposedBy))
    if (id !== event.actor.id)
      await notify(tx, {
        personIds: [found(id)],
        kind,
        subjectId: now.id,
        href: ideaHref(now.ideaId),
        dueAt: now.dueAt,
        dedupeKey: `${kind}:${now.id}:${event.payload.version}`,
      });
}

const goes: ReadonlySet<string> = new Set(['assigned', 'accepted', 'in_progress']);

// Who goes there hears of it as they do of a change of their own assignment.
async function tellMoved(
  tx: Tx,
  { id, actor, payload }: Event<{ ideaId: string; moved?: boolean | undefined }>,
): Promise<void> {
  if (!payload.moved) return;
  for (const { id: subjectId, state, personId, dueAt, ideaId } of await assignmentsOf(tx, payload.ideaId))
    if (personId !== null && personId !== actor.id && goes.has(state))
      await notify(tx, {
        personIds: [personId],
        kind: 'assignment.changed',
        subjectId,
        href: ideaHref(ideaId),
        dueAt,
        dedupeKey: `${id}:${subjectId}`,
      });
}

async function giveUp(ctx: Ctx, personId: string | null): Promise<void> {
  if (personId !== null) await ctx.transaction((tx) => giveUpAssignments(tx, personId));
}

/** The story leads its assignment, and whoever is concerned is told. */
export const planningSubscriptions: readonly Subscription[] = [
  within(storySubmitted, (tx, event, actor) => followStory(tx, actor, event.payload.storyId, 'submitted')),
  within(storyReturned, (tx, event, actor) => followStory(tx, actor, event.payload.storyId, 'in_progress')),
  within(storyRejected, (tx, event, actor) => followStory(tx, actor, event.payload.storyId, 'in_progress')),
  within(signatureTakenBack, (tx, event, actor) => followStory(tx, actor, event.payload.storyId, 'submitted')),
  within(storyReopened, (tx, event, actor) => followStory(tx, actor, event.payload.storyId, 'in_progress')),
  within(storyPublished, (tx, event, actor) => followStory(tx, actor, event.payload.storyId, 'done')),
  after(assignmentMoved, 'newsroom.tell-assignment', (ctx, event) => ctx.transaction((tx) => tell(tx, event))),
  after(accountChanged, 'newsroom.give-up-assignments', (ctx, { payload: { personId, what } }) =>
    giveUp(ctx, what === 'closed' ? personId : null),
  ),
  after(personChanged, 'newsroom.give-up-with-person', (ctx, { payload: { personId, active } }) =>
    giveUp(ctx, active ? null : personId),
  ),
  after(ideaChanged, 'newsroom.tell-idea-moved', (ctx, event) => ctx.transaction((tx) => tellMoved(tx, event))),
];
