import { isId } from '#platform/ids';
import { refuseCursor } from '#platform/keyset';
import type { Tx } from '#platform/transaction';
import type { OrderQuery } from '../contract.ts';
import type { OrderRow } from './order-queries.ts';
import { priorityOf, prioritySql } from './priority.ts';
import { waitsForPeople } from './states.ts';

type Sort = OrderQuery['sort'];

/** A page of a list: the keys that the inner query yields for `o`, the order by them, and the condition over them for what stands behind the cursor. */
interface SortedPage {
  readonly keys: string;
  readonly order: string;
  readonly after: string;
}

/** How a cursor's parts are read: times first, then ids. */
interface Sorting {
  readonly keys: string;
  readonly order: string;
  readonly times: number;
  readonly ids: number;
  after(times: string[], ids: string[]): string;
}

const dueKey = `coalesce(o.due_at, 'infinity'::timestamptz)`;
const noGroup = 'null::timestamptz as group_due';
const sortings: Readonly<Record<Exclude<Sort, 'priority'>, Sorting>> = {
  due: {
    keys: `${dueKey} as due, ${noGroup}`,
    order: 'due, id',
    times: 1,
    ids: 1,
    after: ([due], [id]) => `(due, id) > (${due}, ${id})`,
  },
  alike: {
    keys: `${dueKey} as due, o.service_id, o.place_id, min(${dueKey}) over (partition by o.service_id, o.place_id) as group_due`,
    order: 'group_due, service_id, place_id, due, id',
    times: 2,
    ids: 3,
    after: ([due, group], [service, place, id]) =>
      `(group_due, service_id, place_id, due, id) > (${group}, ${service}, ${place}, ${due}, ${id})`,
  },
  newest: {
    keys: `o.happened_at, ${noGroup}`,
    order: 'happened_at desc, id desc',
    times: 1,
    ids: 1,
    after: ([at], [id]) => `(happened_at, id) < (${at}, ${id})`,
  },
  oldest: {
    keys: `o.happened_at, ${noGroup}`,
    order: 'happened_at, id',
    times: 1,
    ids: 1,
    after: ([at], [id]) => `(happened_at, id) > (${at}, ${id})`,
  },
};

const partsOf = (cursor: string): string[] => Buffer.from(cursor, 'base64url').toString().split('|');
const cursorOf = (parts: readonly (string | number)[]): string => Buffer.from(parts.join('|')).toString('base64url');

/** A page in this order, behind the cursor if there is one; its parameters are put behind `values`. Refuses: BadRequest (400) for a cursor that is not ours. */
export function sortedPage(tx: Tx, sort: Sort, cursor: string | undefined, values: unknown[]): SortedPage {
  if (sort === 'priority') return byPriority(tx, cursor, values);
  const { keys, order, after, ...counts } = sortings[sort];
  if (cursor === undefined) return { keys, order, after: 'true' };
  const parts = partsOf(cursor);
  const times = parts.slice(0, counts.times).map((part) => (part === '' ? 'infinity' : part));
  const ids = parts.slice(counts.times);
  const isOurs =
    ids.length === counts.ids &&
    ids.every(isId) &&
    times.every((time) => time === 'infinity' || !Number.isNaN(Date.parse(time)));
  if (!isOurs) refuseCursor();
  const add = (value: string, type: string): string => `$${values.push(value)}::${type}`;
  // Cursors carry milliseconds: our rows' times do too, as they come from the app.
  const given = times.map((time) => add(time, 'timestamptz'));
  return {
    keys,
    order,
    after: after(
      given,
      ids.map((id) => add(id, 'uuid')),
    ),
  };
}

// Points grow with the hours: the further pages are read at the moment of the first one, which their cursor carries.
function byPriority(tx: Tx, cursor: string | undefined, values: unknown[]): SortedPage {
  const [moment = '', points = '', id = ''] = partsOf(cursor ?? '');
  const isOurs = !Number.isNaN(Date.parse(moment)) && /^(?:-1|\d{1,4})$/.test(points) && isId(id);
  if (cursor !== undefined && !isOurs) refuseCursor();
  values.push(cursor === undefined ? tx.at : moment);
  const page = { keys: `${prioritySql(`$${values.length}`)} as points, ${noGroup}`, order: 'points desc, id' };
  if (cursor === undefined) return { ...page, after: 'true' };
  values.push(points, id);
  const [pointsAt, idAt] = [`$${values.length - 1}::int`, `$${values.length}::uuid`];
  return { ...page, after: `(points < ${pointsAt} or (points = ${pointsAt} and id > ${idAt}))` };
}

// PostgreSQL's infinity arrives as a number that is not finite.
const text = (at: Date | number | null | undefined): string => (at instanceof Date ? at.toISOString() : '');

/** Where the next page begins, behind this row. */
export function cursorAfter(
  tx: Tx,
  { sort, cursor }: Pick<OrderQuery, 'sort' | 'cursor'>,
  row: OrderRow & { groupDue?: Date | number | null },
): string {
  if (sort === 'priority') {
    const at = cursor === undefined ? tx.at : new Date(partsOf(cursor)[0] ?? '');
    const points = waitsForPeople.has(row.state) ? priorityOf(row, at).points : -1;
    return cursorOf([at.toISOString(), points, row.id]);
  }
  if (sort === 'alike') return cursorOf([text(row.dueAt), text(row.groupDue), row.serviceId, row.placeId, row.id]);
  return cursorOf([text(sort === 'due' ? row.dueAt : row.happenedAt), row.id]);
}
