import { refuse } from '#platform/refuse';
import type { OrderQuery } from '../contract.ts';
import type { OrderRow } from './order-queries.ts';

type Sort = OrderQuery['sort'];
const dueKey = `coalesce(o.due_at, 'infinity'::timestamptz)`;

/** How a page is put in order: the keys that the inner query yields for `o`, and the order by them. */
export const orderSorts: Readonly<Record<Sort, { keys: string; order: string }>> = {
  due: { keys: `${dueKey} as due, null::timestamptz as group_due`, order: 'due, id' },
  alike: {
    keys: `${dueKey} as due, o.service_id, o.place_id, min(${dueKey}) over (partition by o.service_id, o.place_id) as group_due`,
    order: 'group_due, service_id, place_id, due, id',
  },
  newest: { keys: 'o.happened_at, null::timestamptz as group_due', order: 'happened_at desc, id desc' },
  oldest: { keys: 'o.happened_at, null::timestamptz as group_due', order: 'happened_at, id' },
};

// PostgreSQL's infinity arrives as a number that is not finite.
const text = (at: Date | number | null | undefined): string => (at instanceof Date ? at.toISOString() : '');

/** Where the next page begins, behind this row. */
export function cursorAt(sort: Sort, row: OrderRow & { groupDue?: Date | number | null }): string {
  const keys =
    sort === 'alike'
      ? [text(row.dueAt), text(row.groupDue), row.serviceId, row.placeId]
      : [text(sort === 'due' ? row.dueAt : row.happenedAt)];
  return Buffer.from([...keys, row.id].join('|')).toString('base64url');
}

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The condition for what stands behind a cursor, over the columns of the inner query. Refuses: BadRequest (400) for one that is not ours. */
export function afterCursor(sort: Sort, cursor: string, values: unknown[]): string {
  const parts = Buffer.from(cursor, 'base64url').toString().split('|');
  const times = parts.slice(0, sort === 'alike' ? 2 : 1).map((part) => (part === '' ? 'infinity' : part));
  const ids = parts.slice(times.length);
  const isWhole = ids.length === (sort === 'alike' ? 3 : 1) && ids.every((id) => idPattern.test(id));
  if (!isWhole || times.some((time) => time !== 'infinity' && Number.isNaN(Date.parse(time))))
    refuse('BadRequest', {}, [{ path: '/query/cursor', code: 'invalid_format', detail: { expected: 'cursor' } }]);
  const add = (value: string, type: string): string => `$${values.push(value)}::${type}`;
  // Cursors carry milliseconds: our rows' times do too, as they come from the app.
  const [time = '', group = ''] = times.map((one) => add(one, 'timestamptz'));
  const given = ids.map((id) => add(id, 'uuid'));
  if (sort === 'alike') {
    const [service, place, id] = given;
    return `(group_due, service_id, place_id, due, id) > (${group}, ${service}, ${place}, ${time}, ${id})`;
  }
  const [id] = given;
  return sort === 'due'
    ? `(due, id) > (${time}, ${id})`
    : `(happened_at, id) ${sort === 'newest' ? '<' : '>'} (${time}, ${id})`;
}
