import type { ColumnType } from 'kysely';

/** Anything that JSON can say. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A jsonb column: read as a value, to be checked with a schema; written as text (`JSON.stringify(value)`),
 *  because node-postgres would turn an array into a PostgreSQL array. */
export type Json = ColumnType<JsonValue, string, string>;

/** As `Json`, with a default: may be left out of an insert. */
export type GeneratedJson = ColumnType<JsonValue, string | undefined, string>;
