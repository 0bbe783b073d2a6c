import { refuse } from './refuse.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a list goes on: the sort value and id of its last row, opaque to the client. */
export const cursorOf = (value: string | null, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/** Reads a cursor; `ids` is the form of the rows' ids. Refuses: BadRequest (400) for one that we did not write. */
export function readCursor(cursor: string, parameter = 'after', ids = uuid): { value: string | null; id: string } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(parsed) &&
      parsed.length === 2 &&
      (parsed[0] === null || (typeof parsed[0] === 'string' && !parsed[0].includes('\0'))) &&
      typeof parsed[1] === 'string' &&
      ids.test(parsed[1])
    )
      return { value: parsed[0], id: parsed[1] };
  } catch {
    // Falls through to the refusal.
  }
  return refuseCursor(parameter);
}

/** Of what kind the value is by which a list is sorted, as PostgreSQL calls it. */
export type SortType = 'text' | 'timestamptz' | 'date';

const forms: Readonly<Record<Exclude<SortType, 'text'>, RegExp>> = {
  timestamptz: /^(?:-?infinity|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z)$/,
  date: /^(?:-?infinity|\d{4}-\d\d-\d\d)$/,
};

/** Reads the cursor of a list that is sorted by values of this kind. Refuses: BadRequest (400) for one that we did not write, or wrote for another order: the database would break at it. */
export function readCursorOf(
  type: SortType,
  cursor: string,
  parameter = 'after',
): { value: string | null; id: string } {
  const read = readCursor(cursor, parameter);
  if (read.value === null || type === 'text') return read;
  return forms[type].test(read.value) && (read.value.endsWith('infinity') || !Number.isNaN(Date.parse(read.value)))
    ? read
    : refuseCursor(parameter);
}

/** Reads a cursor whose value is a time. Refuses: BadRequest (400) for one that we did not write. */
export function readTimeCursor(cursor: string, parameter = 'after', ids = uuid): { at: Date; id: string } {
  const { value, id } = readCursor(cursor, parameter, ids);
  const at = new Date(forms.timestamptz.test(value ?? '') ? (value ?? '') : '');
  return Number.isNaN(at.getTime()) ? refuseCursor(parameter) : { at, id };
}

/** Refuses: BadRequest (400), for a cursor that we did not write. */
export const refuseCursor = (parameter = 'cursor'): never =>
  refuse('BadRequest', {}, [{ path: `/query/${parameter}`, code: 'invalid' }]);
