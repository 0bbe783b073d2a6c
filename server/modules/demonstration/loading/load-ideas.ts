import {
  acceptAssignment,
  addAssignment,
  declineAssignment,
  linkStory,
  proposeIdea,
  repeatIdea,
  workAssignment,
} from '#newsroom';
import { placeByCode } from '#places';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { countyClock } from '../content/county-time.ts';
import { demonstrationIdeas } from '../content/ideas.ts';
import type { AssignmentContent, IdeaContent } from '../content/ideas.ts';
import { placeByName } from '../content/places.ts';
import type { Teller } from './teller.ts';

/** What the desk has planned, each step by whoever took it. The drafts that came of it must be there. */
export async function loadIdeas(teller: Teller): Promise<void> {
  for (const idea of demonstrationIdeas) await teller.once(`idea:${idea.key}`, (tx) => tellIdea(teller, tx, idea));
}

// The clock stands at a minute to the hour; nobody arranges to meet then.
const inHours = (hours: number | undefined): Date | null =>
  hours === undefined ? null : new Date(countyClock.getTime() + hours * 3_600_000 + 60_000);
const inDays = (days: number): string =>
  new Date(countyClock.getTime() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

async function tellIdea(teller: Teller, tx: Tx, idea: IdeaContent): Promise<string> {
  teller.hoursAgo(idea.hoursAgo);
  const { id } = await proposeIdea(tx.ctx, await teller.actor(tx, idea.by), {
    title: idea.title,
    note: idea.note,
    placeIds: idea.placeNames.map((name) => (placeByCode(tx, placeByName(name).code) ?? refuse('NotFound')).id),
    sectionId: idea.section ? teller.id(`section:${idea.section}`) : null,
    fromOn: idea.days ? inDays(idea.days[0]) : null,
    untilOn: idea.days ? inDays(idea.days[1]) : null,
    startsAt: inHours(idea.hours?.[0]),
    endsAt: inHours(idea.hours?.[1]),
  });
  for (const one of idea.assignments ?? []) await tellAssignment(teller, tx, id, one, idea.hoursAgo);
  if (idea.rule) await repeatIdea(tx.ctx, await teller.actor(tx, idea.by), { ideaId: id, version: 1, rule: idea.rule });
  return id;
}

async function tellAssignment(
  teller: Teller,
  tx: Tx,
  ideaId: string,
  one: AssignmentContent,
  hoursAgo: number,
): Promise<void> {
  teller.hoursAgo(hoursAgo - 0.5);
  const { id } = await addAssignment(tx.ctx, await teller.actor(tx, 'shenqiu'), {
    ideaId,
    kind: one.kind,
    personId: one.person ? teller.id(`person:${one.person}`) : null,
    note: one.note,
    startsAt: inHours(one.startsIn),
    dueAt: inHours(one.dueIn),
  });
  if (!one.person || one.state === 'assigned') return;
  teller.hoursAgo(hoursAgo - 1);
  const person = await teller.actor(tx, one.person);
  const assignment = { assignmentId: id };
  if (one.state === 'declined') return void (await declineAssignment(tx.ctx, person, assignment));
  await acceptAssignment(tx.ctx, person, assignment);
  if (one.draft)
    return void (await linkStory(tx.ctx, person, { ...assignment, storyId: teller.id(`draft:${one.draft}`) }));
  if (one.state === 'accepted') return;
  await workAssignment(tx.ctx, person, { ...assignment, to: 'in_progress' });
  if (one.state !== 'in_progress')
    await workAssignment(tx.ctx, person, { ...assignment, to: one.state === 'done' ? 'done' : 'submitted' });
}
