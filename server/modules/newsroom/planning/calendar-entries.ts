import { placeById, placeName } from '#places';
import type { Actor } from '#platform/actor';
import type { CalendarEntry } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { ideaHref } from './idea-href.ts';
import type { AssignmentState } from './states.ts';

interface Row {
  readonly id: string;
  readonly ideaId: string;
  readonly kind: string;
  readonly state: AssignmentState;
  readonly title: string;
  readonly ideaNote: string;
  readonly note: string;
  readonly placeId: string;
  readonly startsAt: Date | null;
  readonly dueAt: Date | null;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly ideaStartsAt: Date | null;
  readonly ideaEndsAt: Date | null;
  readonly sequence: number;
  readonly changedAt: Date;
  /** Another person has it now, or nobody. */
  readonly isFormer: boolean;
}

// Calendars look back a little; what ended long ago is no longer told.
const pastDays = 60;
const hour = 3_600_000;
// A deadline is shown as the half hour before it.
const dueLasts = hour / 2;

/** What a person is to bring, for their own calendar: where and when to be, and the deadline. What was declined, cancelled or given to another stays as cancelled, so that a calendar that has it strikes it out. */
export async function calendarEntries(tx: Tx, actor: Actor): Promise<CalendarEntry[]> {
  const rows = await tx.named<Row>(
    'newsroom.calendar-entries',
    `select a.id, a.idea_id as "ideaId", a.kind, a.state, i.title, i.note as "ideaNote", a.note, coalesce(a.place_id, i.place_id) as "placeId",
            a.starts_at as "startsAt", a.due_at as "dueAt", i.from_on as "fromOn", i.until_on as "untilOn", i.starts_at as "ideaStartsAt", i.ends_at as "ideaEndsAt",
            a.version + i.version - 2 as sequence, greatest(a.updated_at, i.updated_at) as "changedAt", a.person_id is distinct from $2::uuid as "isFormer"
       from newsroom.assignments a join newsroom.ideas i on i.county_id = a.county_id and i.id = a.idea_id
       left join newsroom.former_assignees f on f.county_id = a.county_id and f.assignment_id = a.id and f.person_id = $2 and a.person_id is distinct from $2::uuid
      where a.county_id = $1 and ((a.person_id = $2 and a.state <> 'draft' and greatest(a.updated_at, i.updated_at, a.due_at, a.starts_at) > $3) or f.left_at > $3)
      order by a.id limit 1000`,
    [tx.countyId, actor.id, new Date(tx.at.getTime() - pastDays * 24 * hour)],
  );
  return rows.flatMap((row) => entriesOf(tx, row));
}

function entriesOf(tx: Tx, row: Row): CalendarEntry[] {
  const { wording } = tx.ctx.app;
  const say = (key: string): string => wording.say(tx.ctx.tag, `newsroom.${key}`);
  const place = placeById(tx, row.placeId);
  const common = {
    sequence: row.sequence,
    changedAt: row.changedAt,
    // What is said to whoever has it now is not said to whoever had it.
    description: row.isFormer
      ? ''
      : [say(`assignment-kind.${row.kind}`), row.note, row.ideaNote].filter(Boolean).join('\n'),
    place: place ? placeName(place, tx.ctx.language) : '',
    href: ideaHref(row.ideaId),
    status: row.isFormer ? 'cancelled' : statusOf(row.state),
  } as const;
  const when = whenOf(row);
  return [
    ...(when ? [{ ...common, id: row.id, title: row.title, when }] : []),
    ...(row.dueAt
      ? [
          {
            ...common,
            id: `${row.id}-due`,
            title: wording.say(tx.ctx.tag, 'newsroom.calendar.due', { title: row.title }),
            when: { startsAt: new Date(row.dueAt.getTime() - dueLasts), endsAt: row.dueAt },
          },
        ]
      : []),
  ];
}

const statusOf = (state: AssignmentState): CalendarEntry['status'] =>
  state === 'cancelled' || state === 'declined' ? 'cancelled' : state === 'assigned' ? 'tentative' : 'confirmed';

// The assignment's own time comes before the idea's; without an end, an hour.
function whenOf(row: Row): CalendarEntry['when'] | null {
  const startsAt = row.startsAt ?? row.ideaStartsAt;
  if (startsAt) {
    const ends = row.ideaEndsAt && row.ideaEndsAt > startsAt ? row.ideaEndsAt : new Date(startsAt.getTime() + hour);
    return { startsAt, endsAt: ends };
  }
  return row.fromOn && row.untilOn ? { fromOn: row.fromOn, untilOn: row.untilOn } : null;
}
