import type { Actor } from '#platform/actor';
import { cursorOf, readCursorOf } from '#platform/keyset';
import type { SortType } from '#platform/keyset';
import { mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOrRefuse, today } from '#places';
import type { IdeaListQuery, PlanQuery } from '../contract.ts';
import { grantRanges, rangeColumns } from '../lists/grant-ranges.ts';
import { ideaColumns, ideaTables } from './idea-queries.ts';
import type { IdeaRow } from './idea-queries.ts';

/** More than this stands on no board: filters narrow it. */
export const boardHolds = 2_500;
const endedDays = 7;

interface Sort {
  readonly column: string;
  readonly type: SortType;
  readonly descending: boolean;
  value(idea: IdeaRow): string;
}

// The allow-list: no word of a request ever reaches an ORDER BY.
const sorts: Readonly<Record<IdeaListQuery['sort'], Sort>> = {
  '-updatedAt': {
    column: 'i.updated_at',
    type: 'timestamptz',
    descending: true,
    value: (idea) => idea.updatedAt.toISOString(),
  },
  '-createdAt': {
    column: 'i.created_at',
    type: 'timestamptz',
    descending: true,
    value: (idea) => idea.createdAt.toISOString(),
  },
  fromOn: {
    column: `coalesce(i.from_on, 'infinity')`,
    type: 'date',
    descending: false,
    value: (idea) => idea.fromOn ?? 'infinity',
  },
  title: { column: 'i.title', type: 'text', descending: false, value: (idea) => idea.title },
};

/** Ideas as the asker may see them, in the wanted order; `next` leads on. Refuses: NotFound (404) for an unknown place, BadRequest (400) for a cursor that we did not write. */
export async function listIdeas(
  ctx: Ctx,
  actor: Actor,
  query: IdeaListQuery,
): Promise<{ rows: IdeaRow[]; next: string | null }> {
  return ctx.transaction(async (tx) => {
    const sort = sorts[query.sort];
    const { where, values, add } = selection(tx, actor, query);
    if (!query.q) where.push(nearSql(tx, add));
    if (query.state) where.push(`i.state = ${add(query.state)}`);
    if (query.after) {
      const after = readCursorOf(sort.type, query.after);
      where.push(
        `(${sort.column}, i.id) ${sort.descending ? '<' : '>'} (${add(after.value)}::${sort.type}, ${add(after.id)}::uuid)`,
      );
    }
    const direction = sort.descending ? 'desc' : 'asc';
    const { rows } = await tx.client.query<IdeaRow>(
      `select ${ideaColumns} from ${ideaTables} where ${where.join(' and ')} order by ${sort.column} ${direction}, i.id ${direction} limit ${add(query.limit + 1)}`,
      values,
    );
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return { rows: page, next: rows.length > query.limit && last ? cursorOf(sort.value(last), last.id) : null };
  });
}

/** Ideas for the board or the calendar, earliest day first; one more than a board holds when there are more. */
export async function planIdeas(tx: Tx, actor: Actor, query: PlanQuery): Promise<IdeaRow[]> {
  const { where, values, add } = selection(tx, actor, query);
  if (query.mine === 'true') where.push(askedSql(add(actor.id)));
  if (query.from || query.until) {
    const from = `${add(query.from ?? '1000-01-01')}::date`;
    const until = `${add(query.until ?? '9999-12-31')}::date`;
    const zone = add(tx.ctx.county.timeZone);
    where.push(`i.state <> 'dropped'`);
    where.push(
      `((i.from_on <= ${until} and i.until_on >= ${from}) or exists (select 1 from newsroom.assignments a where a.county_id = i.county_id and a.idea_id = i.id and a.state <> 'cancelled'
        and ((a.due_at at time zone ${zone})::date between ${from} and ${until} or (a.starts_at at time zone ${zone})::date between ${from} and ${until})))`,
    );
  } else {
    const since = add(new Date(tx.at.getTime() - endedDays * 86_400_000));
    where.push(`(i.state = 'open' or (i.state = 'done' and i.updated_at >= ${since}))`, nearSql(tx, add));
  }
  const { rows } = await tx.client.query<IdeaRow>(
    `select ${ideaColumns} from ${ideaTables} where ${where.join(' and ')} order by coalesce(i.from_on, 'infinity'), i.id limit ${add(boardHolds + 1)}`,
    values,
  );
  return rows;
}

interface Selection {
  readonly where: string[];
  readonly values: unknown[];
  add(value: unknown): string;
}

function selection(tx: Tx, actor: Actor, query: Omit<PlanQuery, 'from' | 'until' | 'mine'>): Selection {
  const values: unknown[] = [tx.countyId];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const where = ['i.county_id = $1', visibleIdeasSql(tx, actor, add)];
  if (query.q) where.push(`strpos(lower(i.title || ' ' || i.note), lower(${add(query.q)})) > 0`);
  if (query.section) where.push(`i.section_id = ${add(query.section)}`);
  if (query.person) where.push(askedSql(add(query.person)));
  if (query.kind)
    where.push(
      `exists (select 1 from newsroom.assignments k where k.county_id = i.county_id and k.idea_id = i.id and k.state <> 'cancelled' and k.kind = ${add(query.kind)})`,
    );
  if (query.place) {
    const place = placeOrRefuse(tx, query.place);
    const [lo, hi] = tx.ctx.app.permits.tree.range(tx.countyId, place.id) ?? [0, -1];
    where.push(`exists (${placesSql} and w.lo between ${add(lo)} and ${add(hi)})`);
  }
  return { where, values, add };
}

/** Of the coming dates of a recurring idea: the next one, what is within a week, and what somebody was asked to do. The others stand in the calendar, so that no list holds the same line sixty times. */
function nearSql(tx: Tx, add: (value: unknown) => string): string {
  const day = `${add(today(tx))}::date`;
  return `(i.recurrence_id is null or (not i.left_out and (i.state <> 'open' or i.recurs_apart or i.recurs_on <= ${day} + 7
    or exists (select 1 from newsroom.assignments t where t.county_id = i.county_id and t.idea_id = i.id and t.person_id is not null)
    or i.recurs_on = (select min(x.recurs_on) from newsroom.ideas x where x.county_id = i.county_id and x.recurrence_id = i.recurrence_id and x.state = 'open' and x.recurs_on >= ${day}))))`;
}

const placesSql =
  'select 1 from newsroom.idea_places v join places.places w on w.county_id = v.county_id and w.id = v.place_id where v.county_id = i.county_id and v.idea_id = i.id';
const askedSql = (person: string): string =>
  `exists (select 1 from newsroom.assignments m where m.county_id = i.county_id and m.idea_id = i.id and m.state <> 'cancelled' and m.person_id::text = ${person})`;

/** SQL that is true for an idea `i` (section `c`) that the asker may read: says the same as the ability `idea.read` for one idea. Refuses: Forbidden (403) for whoever has no part in planning. */
export function visibleIdeasSql(tx: Tx, actor: Actor, add: (value: unknown) => string): string {
  mustSomewhere(tx, actor, 'idea.list');
  if (actor.kind === 'system') return 'true';
  const ranges = grantRanges(tx, actor, 'idea.list');
  if (ranges.some((one) => one.lo === 0 && one.unit === null)) return 'true';
  const self = add(actor.id);
  const [lo, hi, unit] = rangeColumns(ranges).map((column) => add(column));
  return `(i.proposed_by::text = ${self} or exists (select 1 from newsroom.assignments o where o.county_id = i.county_id and o.idea_id = i.id and o.person_id::text = ${self})
    or exists (select 1 from unnest(${lo}::int[], ${hi}::int[], ${unit}::text[]) g(lo, hi, unit) where (g.unit is null or g.unit = c.unit_id::text) and exists (${placesSql} and w.lo between g.lo and g.hi)))`;
}
