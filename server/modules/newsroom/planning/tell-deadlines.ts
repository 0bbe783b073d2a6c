import { notify } from '#notices';
import type { Tx } from '#platform/transaction';
import { ideaHref } from './idea-href.ts';

/** Who goes is reminded so long before it is due. */
const aheadHours = 2;
/** Who asked hears, after so long, that nobody has said yes or no. */
const answerHours = 24;
/** What happened while nothing ran is still told, for so long. */
const behindDays = 7;

interface Late {
  readonly id: string;
  readonly ideaId: string;
  readonly personId: string;
  readonly kind: 'assignment.due-soon' | 'assignment.overdue' | 'assignment.unanswered';
  readonly at: Date;
}

/** Tells of deadlines, each once: who goes shortly before; who asked when it has passed, or when a request has no answer. */
export async function tellDeadlines(tx: Tx): Promise<void> {
  for (const one of await late(tx))
    await notify(tx, {
      personIds: [one.personId],
      kind: one.kind,
      subjectId: one.id,
      href: ideaHref(one.ideaId),
      dueAt: one.at,
      dedupeKey: `${one.kind}:${one.id}:${one.at.toISOString()}`,
    });
}

const hours = (at: Date, count: number): Date => new Date(at.getTime() + count * 3_600_000);

const late = (tx: Tx): Promise<Late[]> =>
  tx.named<Late>(
    'newsroom.late-assignments',
    `select id, idea_id as "ideaId", person_id as "personId", 'assignment.due-soon' as kind, due_at as at from newsroom.assignments
      where county_id = $1 and state in ('accepted', 'in_progress') and person_id is not null and due_at > $2 and due_at <= $3
     union all
     select id, idea_id, assigned_by, 'assignment.overdue', due_at from newsroom.assignments
      where county_id = $1 and state in ('assigned', 'accepted', 'in_progress') and assigned_by is not null and assigned_by is distinct from person_id and due_at <= $2 and due_at > $4
     union all
     select id, idea_id, assigned_by, 'assignment.unanswered', assigned_at from newsroom.assignments
      where county_id = $1 and state = 'assigned' and assigned_by is not null and assigned_at <= $5 and assigned_at > $6 and (due_at is null or due_at > $2)`,
    [
      tx.countyId,
      tx.at,
      hours(tx.at, aheadHours),
      hours(tx.at, -behindDays * 24),
      hours(tx.at, -answerHours),
      hours(tx.at, -answerHours - behindDays * 24),
    ],
  );
