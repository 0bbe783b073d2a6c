import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { AssignmentState, IdeaState } from './states.ts';

/** An idea as verbs and permission rules see it. Days in the county's zone. */
export interface IdeaRow {
  readonly id: string;
  readonly state: IdeaState;
  readonly title: string;
  readonly note: string;
  readonly sectionId: string | null;
  /** The unit of its section: a grant may be narrowed to it. */
  readonly unitId: string | null;
  readonly placeIds: readonly string[];
  readonly proposedBy: string;
  /** Who is or was asked to do a part of it. */
  readonly askedIds: readonly string[];
  readonly fromOn: string | null;
  /** Last day, included. */
  readonly untilOn: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  /** Null: it stands alone. */
  readonly recurrenceId: string | null;
  /** Its day by the rule. */
  readonly recursOn: string | null;
  /** Changed by itself: changes of the whole leave it as it is. */
  readonly recursApart: boolean;
  /** Dropped because the rule no longer names its day. */
  readonly leftOut: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An assignment as verbs and permission rules see it. */
export interface AssignmentRow {
  readonly id: string;
  readonly ideaId: string;
  readonly kind: AssignmentKind;
  readonly state: AssignmentState;
  readonly personId: string | null;
  readonly assignedBy: string | null;
  readonly assignedAt: Date | null;
  /** Null: where the idea is. */
  readonly placeId: string | null;
  readonly note: string;
  readonly startsAt: Date | null;
  readonly dueAt: Date | null;
  readonly storyId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
/** What an assignment brings. */
export type AssignmentKind = 'text' | 'picture' | 'audio' | 'video';

/** The columns of an IdeaRow, from `ideaTables`. */
export const ideaColumns = `i.id, i.state, i.title, i.note, i.section_id as "sectionId", c.unit_id as "unitId",
  array(select p.place_id::text from newsroom.idea_places p where p.county_id = i.county_id and p.idea_id = i.id order by p.place_id = i.place_id desc, p.place_id) as "placeIds",
  i.proposed_by as "proposedBy", array(select distinct a.person_id::text from newsroom.assignments a where a.county_id = i.county_id and a.idea_id = i.id and a.person_id is not null) as "askedIds",
  i.from_on as "fromOn", i.until_on as "untilOn", i.starts_at as "startsAt", i.ends_at as "endsAt",
  i.recurrence_id as "recurrenceId", i.recurs_on as "recursOn", i.recurs_apart as "recursApart", i.left_out as "leftOut", i.version, i.created_at as "createdAt", i.updated_at as "updatedAt"`;

/** Ideas with their section, where they have one. */
export const ideaTables =
  'newsroom.ideas i left join newsroom.sections c on c.county_id = i.county_id and c.id = i.section_id';

/** The columns of an AssignmentRow, of `newsroom.assignments a`. */
export const assignmentColumns = `a.id, a.idea_id as "ideaId", a.kind, a.state, a.person_id as "personId", a.assigned_by as "assignedBy", a.assigned_at as "assignedAt",
  a.place_id as "placeId", a.note, a.starts_at as "startsAt", a.due_at as "dueAt", a.story_id as "storyId", a.version, a.created_at as "createdAt", a.updated_at as "updatedAt"`;

/** The idea, or 404. */
export async function ideaById(tx: Tx, id: string): Promise<IdeaRow> {
  const [row] = await tx.named<IdeaRow>(
    'newsroom.idea',
    `select ${ideaColumns} from ${ideaTables} where i.county_id = $1 and i.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** These ideas, without order; what is not there is left out. */
export const ideasByIds = (tx: Tx, ids: readonly string[]): Promise<IdeaRow[]> =>
  tx.named<IdeaRow>(
    'newsroom.ideas-by-ids',
    `select ${ideaColumns} from ${ideaTables} where i.county_id = $1 and i.id = any($2::uuid[])`,
    [tx.countyId, ids],
  );

/** How many people are asked or at work, by idea; an idea without them is left out. */
export async function peopleAtWork(tx: Tx, ideaIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.named<{ id: string; people: number }>(
    'newsroom.people-at-work',
    `select idea_id as id, count(distinct person_id)::int as people from newsroom.assignments
      where county_id = $1 and idea_id = any($2::uuid[]) and person_id is not null and state in ('assigned', 'accepted', 'in_progress', 'submitted') group by idea_id`,
    [tx.countyId, ideaIds],
  );
  return new Map(rows.map((row) => [row.id, row.people]));
}

/** The idea, locked until the transaction ends, or 404. */
export async function ideaForUpdate(tx: Tx, id: string): Promise<IdeaRow> {
  const [row] = await tx.named<IdeaRow>(
    'newsroom.idea-for-update',
    `select ${ideaColumns} from ${ideaTables} where i.county_id = $1 and i.id = $2 for update of i`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The assignments of an idea in the order in which they were made. */
export const assignmentsOf = (tx: Tx, ideaId: string): Promise<AssignmentRow[]> =>
  tx.named<AssignmentRow>(
    'newsroom.assignments-of',
    `select ${assignmentColumns} from newsroom.assignments a where a.county_id = $1 and a.idea_id = $2 order by a.id`,
    [tx.countyId, ideaId],
  );

/** The assignment, or 404. */
export async function assignmentById(tx: Tx, id: string): Promise<AssignmentRow> {
  const [row] = await tx.named<AssignmentRow>(
    'newsroom.assignment',
    `select ${assignmentColumns} from newsroom.assignments a where a.county_id = $1 and a.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** An assignment with its idea. The idea is locked first, always: whoever changes anything of it comes one after the other. Or 404. */
export async function assignmentForUpdate(tx: Tx, id: string): Promise<{ idea: IdeaRow; assignment: AssignmentRow }> {
  const { ideaId } = await assignmentById(tx, id);
  const idea = await ideaForUpdate(tx, ideaId);
  return { idea, assignment: await assignmentById(tx, id) };
}
