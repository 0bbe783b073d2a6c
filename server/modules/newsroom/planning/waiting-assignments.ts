import type { Actor } from '#platform/actor';
import type { Waiting } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { ideaHref } from './idea-href.ts';

const most = 30;

interface Row {
  readonly id: string;
  readonly ideaId: string;
  readonly title: string;
  readonly kind: string;
  readonly state: 'assigned' | 'accepted' | 'in_progress' | 'declined' | 'submitted';
  readonly dueAt: Date | null;
  readonly placeId: string;
}

/** Cards for what a person is asked to bring and has not begun, and for what somebody said no to: whom they asked, or who had taken it of themselves from an idea of theirs. What has a story waits as that story, until it is put aside. */
export async function waitingAssignments(tx: Tx, actor: Actor): Promise<Waiting[]> {
  const rows = await tx.named<Row>(
    'newsroom.waiting-assignments',
    `select a.id, a.idea_id as "ideaId", i.title, a.kind, a.state, a.due_at as "dueAt", coalesce(a.place_id, i.place_id) as "placeId"
       from newsroom.assignments a join newsroom.ideas i on i.county_id = a.county_id and i.id = a.idea_id
      where a.county_id = $1 and i.state = 'open'
        and ((a.person_id = $2 and a.state in ('assigned', 'accepted', 'in_progress') and (a.story_id is null or exists (select from newsroom.stories s where s.county_id = a.county_id and s.id = a.story_id and s.state = 'discarded'))) or (a.state = 'declined' and $2 = case when a.assigned_by = a.person_id then i.proposed_by else a.assigned_by end and a.person_id is distinct from $2))
      order by coalesce(a.due_at, 'infinity'), a.id limit ${most}`,
    [tx.countyId, actor.id],
  );
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    tx.ctx.app.wording.say(tx.ctx.tag, `newsroom.${key}`, values);
  return rows.map((row) => ({
    kind: row.state === 'declined' ? 'newsroom.declined-assignment' : 'newsroom.assignment',
    subjectId: row.id,
    title: row.title,
    reason: say(`waiting.assignment-${row.state}`, { kind: say(`assignment-kind.${row.kind}`) }),
    href: ideaHref(row.ideaId),
    dueAt: row.dueAt,
    placeId: row.placeId,
  }));
}
