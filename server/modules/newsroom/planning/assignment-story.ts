import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { may, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { sectionById, sectionsInOrder } from '../section/section-queries.ts';
import { isInReview } from '../story/states.ts';
import { storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { writeStory } from '../story/write-story.ts';
import { acceptAssignment } from './accept-assignment.ts';
import { changeState, openAssignment } from './change-state.ts';
import { assignmentById, ideaForUpdate } from './idea-queries.ts';
import type { AssignmentRow, IdeaRow } from './idea-queries.ts';
import { settled } from './states.ts';
import type { AssignmentState } from './states.ts';
import { endWhenComplete } from './work-assignment.ts';

/** Begins the story of an assignment with its idea's title, section and places, or as from where its writer works. What nobody has is taken with it. Asked again, answers the story already begun. Refuses: AlreadyTaken, IdeaClosed (409), NoSection (422) in a county without sections. */
export async function beginStory(
  ctx: Ctx,
  actor: Actor,
  request: { assignmentId: string; language: 'zh-CN' | 'en' },
): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const isMine = (one: AssignmentRow): boolean => one.personId === actor.id && one.state !== 'declined';
    const { idea, assignment } = await openAssignment(tx, actor, request.assignmentId, (one) =>
      isMine(one) ? 'assignment.work' : 'assignment.take',
    );
    if (isMine(assignment) && assignment.storyId) return storyById(tx, assignment.storyId);
    if (!isMine(assignment)) await acceptAssignment(ctx, actor, request);
    const section = await sectionById(tx, idea.sectionId ?? (await firstSection(tx)));
    const story = await writeStory(ctx, actor, {
      kind: 'story',
      language: request.language,
      sectionId: section.id,
      placeIds: whereToWrite(tx, actor, assignment.placeId ? [assignment.placeId] : idea.placeIds, section.unitId),
      text: {
        v: 1,
        language: request.language,
        title: idea.title,
        deck: '',
        body: { type: 'doc', content: [{ type: 'paragraph' }] },
      },
    });
    await storeStory(tx, assignment.id, story.id);
    const mine = await assignmentById(tx, assignment.id);
    if (mine.state !== 'in_progress') await changeState(tx, actor, idea, mine, 'in_progress');
    return story;
  });
}

// Who was asked to go somewhere else than they write as a rule writes as from their own place; the desk says where it belongs.
function whereToWrite(tx: Tx, actor: Actor, wanted: readonly string[], unitId: string | null): readonly string[] {
  const mayAt = (placeIds: readonly string[]): boolean => may(tx, actor, 'story.write', { placeIds, unitId });
  if (mayAt(wanted)) return wanted;
  const own = actor.grants.map(({ placeId }) => placeId).find((placeId) => mayAt([placeId]));
  return own === undefined ? wanted : [own];
}

async function firstSection(tx: Tx): Promise<string> {
  const [first] = await sectionsInOrder(tx);
  return first?.id ?? refuse('NoSection');
}

/** Joins an existing story to an assignment, or with null takes it off again; the assignment comes to where the story stands. Refuses: NotFound (404) for a story that the asker may not see; IdeaClosed (409). */
export async function linkStory(
  ctx: Ctx,
  actor: Actor,
  request: { assignmentId: string; storyId: string | null },
): Promise<AssignmentRow> {
  return ctx.transaction(async (tx) => {
    // The story first: publishing locks it before it reaches for its assignment.
    const story = request.storyId ? await storyForUpdate(tx, request.storyId) : null;
    if (story) mustSee(tx, actor, 'story.read', story);
    const { idea, assignment } = await openAssignment(tx, actor, request.assignmentId, () => 'assignment.work');
    if (assignment.storyId === request.storyId) return assignment;
    await storeStory(tx, assignment.id, request.storyId);
    await audit(tx, actor, {
      act: story ? 'assignment.link-story' : 'assignment.unlink-story',
      noun: 'assignment',
      subjectId: assignment.id,
      placeId: idea.placeIds[0] ?? null,
      detail: { ideaId: idea.id },
    });
    if (!story) return assignmentById(tx, assignment.id);
    const mine = assignment.personId
      ? assignment
      : await changeState(tx, actor, idea, assignment, 'accepted', {
          personId: actor.id,
          assignedBy: actor.id,
        });
    return follow(tx, actor, idea, mine, stateLike(story));
  });
}

const stateLike = (story: StoryRow): AssignmentState =>
  story.publicState === 'published'
    ? 'done'
    : isInReview(story.state) || story.state === 'signed_off' || story.state === 'held'
      ? 'submitted'
      : 'in_progress';

async function storeStory(tx: Tx, assignmentId: string, storyId: string | null): Promise<void> {
  await tx.named(
    'newsroom.link-story',
    'update newsroom.assignments set story_id = $3, updated_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, assignmentId, storyId, tx.at],
  );
}

/** What was brought for an assignment became part of another story: its assignments come to where that one stands, and go on with it. */
export async function followInto(tx: Tx, actor: Actor, storyId: string, target: StoryRow): Promise<void> {
  for (const { id, ideaId } of await assignmentsWith(tx, storyId)) {
    const idea = await ideaForUpdate(tx, ideaId);
    await storeStory(tx, id, target.id);
    await follow(tx, actor, idea, await assignmentById(tx, id), stateLike(target));
  }
}

/** Brings the assignments of a story to where the story has come: handed in, returned, published. What is done stays done. */
export async function followStory(tx: Tx, actor: Actor, storyId: string, to: AssignmentState): Promise<void> {
  for (const { id, ideaId } of await assignmentsWith(tx, storyId)) {
    const idea = await ideaForUpdate(tx, ideaId);
    await follow(tx, actor, idea, await assignmentById(tx, id), to);
  }
}

const assignmentsWith = (tx: Tx, storyId: string): Promise<{ id: string; ideaId: string }[]> =>
  tx.named(
    'newsroom.assignments-of-story',
    'select id, idea_id as "ideaId" from newsroom.assignments where county_id = $1 and story_id = $2 order by idea_id, id',
    [tx.countyId, storyId],
  );

async function follow(
  tx: Tx,
  actor: Actor,
  idea: IdeaRow,
  assignment: AssignmentRow,
  to: AssignmentState,
): Promise<AssignmentRow> {
  if (assignment.state === to || settled.includes(assignment.state) || !assignment.personId) return assignment;
  if (to === 'in_progress' && assignment.state === 'declined') return assignment;
  const from =
    assignment.state === 'declined' ? await changeState(tx, actor, idea, assignment, 'accepted') : assignment;
  const moved = await changeState(tx, actor, idea, from, to);
  if (to === 'done') await endWhenComplete(tx, actor, idea.id);
  return moved;
}
