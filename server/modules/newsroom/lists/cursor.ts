import { refuse } from '#platform/refuse';

/** Where a list goes on: the sort value and id of its last row, opaque to the client. */
export const cursorOf = (value: string | null, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/** Reads a cursor. Refuses: BadRequest (400) for one that we did not write. */
export function readCursor(cursor: string): { value: string | null; id: string } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(parsed) &&
      parsed.length === 2 &&
      (typeof parsed[0] === 'string' || parsed[0] === null) &&
      typeof parsed[1] === 'string' &&
      /^[0-9a-f-]{36}$/.test(parsed[1])
    )
      return { value: parsed[0], id: parsed[1] };
  } catch {
    // Falls through to the refusal.
  }
  return refuse('BadRequest', {}, [{ path: '/query/after', code: 'invalid' }]);
}
