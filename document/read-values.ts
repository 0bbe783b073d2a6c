import { cleanLine, forbiddenCharacter } from './clean-text.ts';
import { lengthOf } from './limits.ts';
import { fault, hint, type Reader } from './text-errors.ts';

/** A JSON object whose fields are not known yet. */
export type Fields = { readonly [name: string]: unknown };

/** The value as an object, or a fault. */
export function readObject(reader: Reader, value: unknown, path: string): Fields | undefined {
  if (isFields(value)) return value;
  fault(reader, path, value === undefined ? 'Missing' : 'WrongType');
  return undefined;
}

/** Faults every field that is not expected; `__proto__` and its like are among them. */
export function refuseUnknown(reader: Reader, fields: Fields, expected: readonly string[], path: string): void {
  for (const name of Object.keys(fields)) {
    if (!expected.includes(name)) fault(reader, `${path}/${pointerPart(name)}`, 'Unknown', { found: hint(name) });
  }
}

/** The value as an array; undefined is an empty one. */
export function readArray(reader: Reader, value: unknown, path: string): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  fault(reader, path, 'WrongType');
  return [];
}

/** A string of one line, normalised and at most `limit` characters; undefined counts as empty. */
export function readLine(reader: Reader, value: unknown, path: string, limit: number): string {
  if (value === undefined) return '';
  const raw = readString(reader, value, path, limit);
  if (raw === undefined) return '';
  const line = cleanLine(raw);
  if (lengthOf(line) > limit) fault(reader, path, 'TooLong', { limit });
  return line;
}

/** A string without forbidden characters. Much more than `limit` is refused before any work is done on it. */
export function readString(reader: Reader, value: unknown, path: string, limit: number): string | undefined {
  if (typeof value !== 'string') return void fault(reader, path, value === undefined ? 'Missing' : 'WrongType');
  if (value.length > 4 * limit + 64) return void fault(reader, path, 'TooLong', { limit });
  const found = forbiddenCharacter(value);
  if (found !== undefined) return void fault(reader, path, 'ForbiddenCharacter', { found });
  return value;
}

/** A whole number from 1 to `most`. */
export function readCount(reader: Reader, value: unknown, path: string, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value;
  if (typeof value !== 'number') fault(reader, path, value === undefined ? 'Missing' : 'WrongType');
  else fault(reader, path, 'BadValue', { limit: most });
  return 1;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pointerPart(name: string): string {
  return hint(name).replace(/~/g, '~0').replace(/\//g, '~1');
}
