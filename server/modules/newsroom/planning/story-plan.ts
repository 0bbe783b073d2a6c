import type { Actor } from '#platform/actor';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { displayNames } from '#people';
import type { StoryView } from '../contract.ts';
import { assignmentColumns, ideaById } from './idea-queries.ts';
import type { AssignmentRow } from './idea-queries.ts';

/** What a story was planned as: its assignments with their ideas, as far as the asker may see these. */
export async function storyPlan(tx: Tx, actor: Actor, storyId: string): Promise<StoryView['plan']> {
  const assignments = await tx.named<AssignmentRow>(
    'newsroom.story-plan',
    `select ${assignmentColumns} from newsroom.assignments a where a.county_id = $1 and a.story_id = $2 order by a.id`,
    [tx.countyId, storyId],
  );
  if (assignments.length === 0) return [];
  const names = await displayNames(
    tx,
    assignments.flatMap((one) => one.personId ?? []),
  );
  const plan: StoryView['plan'] = [];
  for (const { ideaId, kind, state, personId } of assignments) {
    const idea = await ideaById(tx, ideaId);
    if (!may(tx, actor, 'idea.read', idea)) continue;
    const person = personId === null ? null : { id: personId, name: names.get(personId) ?? '' };
    plan.push({ idea: { id: idea.id, title: idea.title }, kind, state, person });
  }
  return plan;
}
