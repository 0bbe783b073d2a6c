import { holdersOf } from '#access';
import { displayNames } from '#people';
import { inWords, placeById, placeName } from '#places';
import type { Actor } from '#platform/actor';
import { abilitiesOn, may, must, mustSee, mustSomewhere } from '#platform/permits';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import type { AssignmentView, IdeaLine, IdeaListQuery, IdeaView, PlanQuery, PlanView } from '../contract.ts';
import { reachBy, visibleSql } from '../lists/visible.ts';
import { sectionsById } from '../section/section-queries.ts';
import type { Section } from '../section/section-queries.ts';
import { storyColumns, storyTables } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { thingOf } from './change-state.ts';
import { boardHolds, listIdeas, planIdeas } from './idea-list.ts';
import { ideaWorkers } from './idea-permissions.ts';
import { assignmentById, assignmentColumns, ideaById } from './idea-queries.ts';
import type { AssignmentRow, IdeaRow } from './idea-queries.ts';
import { recurrencesOf } from './recurrence-queries.ts';
import { settled } from './states.ts';
import type { AssignmentState } from './states.ts';

const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Ideas with their assignments; names, sections and stories are read once for all. */
export async function ideaLines(tx: Tx, actor: Actor, ideas: readonly IdeaRow[]): Promise<IdeaLine[]> {
  const ids = ideas.map((idea) => idea.id);
  const rows = await tx.named<AssignmentRow>(
    'newsroom.assignments-of-ideas',
    `select ${assignmentColumns} from newsroom.assignments a where a.county_id = $1 and a.idea_id = any($2::uuid[]) order by a.id`,
    [tx.countyId, ids],
  );
  const people = new Set([
    ...ideas.map((idea) => idea.proposedBy),
    ...rows.flatMap((row) => [row.personId, row.assignedBy].filter((id) => id !== null)),
  ]);
  const [sections, names, stories, recurrences] = await together(
    sectionsById(tx),
    displayNames(tx, [...people]),
    storiesOf(
      tx,
      rows.flatMap((row) => row.storyId ?? []),
    ),
    recurrencesOf(
      tx,
      ideas.flatMap((idea) => idea.recurrenceId ?? []),
    ),
  );
  const known: Known = { sections, names, stories, recurrences };
  const byIdea = Map.groupBy(rows, (row) => row.ideaId);
  return ideas.map((idea) => lineOf(tx, actor, idea, byIdea.get(idea.id) ?? [], known));
}

interface Known {
  readonly sections: ReadonlyMap<string, Section>;
  readonly names: ReadonlyMap<string, string>;
  readonly stories: ReadonlyMap<string, StoryRow>;
  readonly recurrences: ReadonlyMap<string, { id: string; rule: string; version: number; startsOn: string }>;
}

async function storiesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, StoryRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.named<StoryRow>(
    'newsroom.stories-of-assignments',
    `select ${storyColumns} from ${storyTables} where s.county_id = $1 and s.id = any($2::uuid[])`,
    [tx.countyId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function lineOf(tx: Tx, actor: Actor, idea: IdeaRow, assignments: readonly AssignmentRow[], known: Known): IdeaLine {
  const section = idea.sectionId ? known.sections.get(idea.sectionId) : undefined;
  return {
    id: idea.id,
    state: idea.state,
    title: idea.title,
    note: idea.note,
    section: section ? { id: section.id, name: inWords(section.name, tx.ctx.language) } : null,
    places: idea.placeIds.flatMap((id) => placeRef(tx, id) ?? []),
    proposedBy: personRef(known, idea.proposedBy),
    fromOn: idea.fromOn,
    untilOn: idea.untilOn,
    startsAt: moment(idea.startsAt),
    endsAt: moment(idea.endsAt),
    recurrence: recurrenceOf(idea, known),
    version: idea.version,
    createdAt: idea.createdAt.toISOString(),
    updatedAt: idea.updatedAt.toISOString(),
    assignments: assignments.map((one) => assignmentOf(tx, actor, idea, one, known)),
  };
}

function recurrenceOf(idea: IdeaRow, { recurrences }: Known): IdeaLine['recurrence'] {
  const rule = idea.recurrenceId ? recurrences.get(idea.recurrenceId) : undefined;
  return rule && idea.recursOn ? { ...rule, recursOn: idea.recursOn, isApart: idea.recursApart } : null;
}

const personRef = (known: Known, id: string): { id: string; name: string } => ({
  id,
  name: known.names.get(id) ?? '',
});

function placeRef(tx: Tx, id: string): { id: string; name: string } | null {
  const place = placeById(tx, id);
  return place ? { id, name: placeName(place, tx.ctx.language) } : null;
}

function assignmentOf(tx: Tx, actor: Actor, idea: IdeaRow, one: AssignmentRow, known: Known): AssignmentView {
  const thing = thingOf(idea, one);
  const story = one.storyId ? known.stories.get(one.storyId) : undefined;
  return {
    id: one.id,
    ideaId: one.ideaId,
    kind: one.kind,
    state: one.state,
    person: one.personId ? personRef(known, one.personId) : null,
    assignedBy: one.assignedBy ? personRef(known, one.assignedBy) : null,
    place: one.placeId ? placeRef(tx, one.placeId) : null,
    note: one.note,
    startsAt: moment(one.startsAt),
    dueAt: moment(one.dueAt),
    story: story
      ? {
          id: story.id,
          state: story.state,
          publicState: story.publicState,
          mayRead: may(tx, actor, 'story.read', story),
        }
      : null,
    version: one.version,
    updatedAt: one.updatedAt.toISOString(),
    moves: movesFor(tx, actor, idea, one),
    mayPlan: idea.state === 'open' && may(tx, actor, 'assignment.plan', thing),
  };
}

/** Into which states this person may bring the assignment now: exactly those whose requests would be taken. */
export function movesFor(tx: Tx, actor: Actor, idea: IdeaRow, one: AssignmentRow): AssignmentState[] {
  if (idea.state !== 'open') return [];
  const thing = thingOf(idea, one);
  const has = (ability: string): boolean => may(tx, actor, ability, thing);
  const [plan, take, answer, work] = [
    has('assignment.plan'),
    has('assignment.take'),
    has('assignment.answer'),
    has('assignment.work'),
  ];
  const from = (...states: AssignmentState[]): boolean => states.includes(one.state);
  const possible: Record<AssignmentState, boolean> = {
    draft: plan && from('assigned', 'accepted', 'declined', 'in_progress', 'cancelled'),
    assigned: plan && from('draft', 'assigned', 'accepted', 'declined', 'in_progress'),
    accepted: (answer && from('assigned')) || (take && from('draft', 'declined')),
    declined: answer && from('assigned', 'accepted'),
    in_progress: work && from('assigned', 'accepted', 'submitted', 'done'),
    submitted: work && from('assigned', 'accepted', 'in_progress'),
    done: work && from('assigned', 'accepted', 'in_progress', 'submitted'),
    cancelled: plan && !settled.includes(one.state),
  };
  return (Object.keys(possible) as AssignmentState[]).filter((state) => possible[state]);
}

/** An idea with its assignments and what the asker may do. Refuses: NotFound (404) for an idea they may not see. */
export async function readIdea(ctx: Ctx, actor: Actor, id: string): Promise<IdeaView> {
  return ctx.transaction(async (tx) => {
    const idea = await ideaById(tx, id);
    mustSee(tx, actor, 'idea.read', idea);
    return ideaView(tx, actor, idea);
  });
}

/** The view of an idea already read; the abilities of its assignments stand with it, for adding one. */
export async function ideaView(tx: Tx, actor: Actor, idea: IdeaRow): Promise<IdeaView> {
  const [line] = await ideaLines(tx, actor, [idea]);
  const nobodys = thingOf(idea, { personId: null });
  return {
    ...(line as IdeaLine),
    abilities: [...abilitiesOn(tx, actor, 'idea', idea), ...abilitiesOn(tx, actor, 'assignment', nobodys)],
  };
}

/** The view of an assignment already changed. */
export async function assignmentViewOf(tx: Tx, actor: Actor, assignmentId: string): Promise<AssignmentView> {
  const { ideaId } = await assignmentById(tx, assignmentId);
  const view = await ideaView(tx, actor, await ideaById(tx, ideaId));
  return view.assignments.find((one) => one.id === assignmentId) as AssignmentView;
}

/** A page of the list of ideas. */
export async function seeIdeas(
  ctx: Ctx,
  actor: Actor,
  query: IdeaListQuery,
): Promise<{ items: IdeaLine[]; next: string | null }> {
  return ctx.transaction(async (tx) => {
    const { rows, next } = await listIdeas(ctx, actor, query);
    return { items: await ideaLines(tx, actor, rows), next };
  });
}

/** The board or the calendar. */
export async function seePlan(ctx: Ctx, actor: Actor, query: PlanQuery): Promise<PlanView> {
  return ctx.transaction(async (tx) => {
    const rows = await planIdeas(tx, actor, query);
    const items = await ideaLines(tx, actor, rows.slice(0, boardHolds));
    return { items, more: rows.length > boardHolds };
  });
}

/** Whom an assignment of an idea can be given to, nearest first. Refuses: NotFound (404), Forbidden (403). */
export async function candidatesFor(ctx: Ctx, actor: Actor, ideaId: string): Promise<{ id: string; name: string }[]> {
  return ctx.transaction(async (tx) => {
    const idea = await ideaById(tx, ideaId);
    mustSee(tx, actor, 'idea.read', idea);
    must(tx, actor, 'assignment.plan', thingOf(idea, { personId: null }));
    const found: string[] = [];
    for (const placeId of idea.placeIds)
      found.push(...(await holdersOf(tx, { roles: ideaWorkers, placeId, unitId: idea.unitId })));
    const ids = [...new Set(found)];
    const names = await displayNames(tx, ids);
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  });
}

/** What of the desk's stories was first published on a day of the county, newest first: the morning meeting begins with it. */
export async function publishedOn(
  ctx: Ctx,
  actor: Actor,
  day: string,
): Promise<{ id: string; title: string; language: 'zh-CN' | 'en'; publishedAt: string }[]> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'idea.list');
    const values: unknown[] = [tx.countyId, day, tx.ctx.county.timeZone];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const visible = visibleSql(reachBy(tx, actor, 'story.list'), actor.id, add);
    const { rows } = await tx.client.query<Pick<StoryRow, 'id' | 'title' | 'language'> & { at: Date }>(
      `select s.id, s.title, s.language, s.first_published_at as at from ${storyTables} where s.county_id = $1 and s.public_state = 'published' and s.translation_of is null
         and s.first_published_at >= $2::date::timestamp at time zone $3 and s.first_published_at < ($2::date + 1)::timestamp at time zone $3 and ${visible} order by s.first_published_at desc limit 100`,
      values,
    );
    return rows.map(({ at, ...story }) => ({ ...story, publishedAt: at.toISOString() }));
  });
}
