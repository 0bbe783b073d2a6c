import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import type { Socket } from 'node:net';
import pg from 'pg';
import { readMoment } from './read-moment.ts';
import { refuse } from './refuse.ts';

// bigint as number: our counts and sequences stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
// A date is a calendar day, not a moment: keep it as YYYY-MM-DD.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readMoment);

/** For a connection that may rest: the system notices by itself, within minutes, that the other machine is gone. */
export const noticesTheEnd = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;

/** So long a connection is waited for, in milliseconds. */
export const connectWithinMilliseconds = 5_000;

/** So long after us the server gives up a query, in milliseconds. */
const givenUpAfterMilliseconds = 2_000;

/** Opens a pool. `url` as node-postgres takes it (postgres://…; sockets as `?host=/folder`). */
export function openPool(
  url: string,
  options: { max?: number; name?: string; connectWithinMilliseconds?: number; answerWithinMilliseconds?: number } = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 16,
    application_name: options.name ?? 'xiangyin',
    connectionTimeoutMillis: options.connectWithinMilliseconds ?? connectWithinMilliseconds,
    ...noticesTheEnd,
    // A query without an answer ends its connection, and with it all that was sent behind it. The server hears nothing of that while it works: it gives up by itself a little later.
    ...(options.answerWithinMilliseconds
      ? {
          query_timeout: options.answerWithinMilliseconds,
          statement_timeout: options.answerWithinMilliseconds + givenUpAfterMilliseconds,
        }
      : {}),
    // Queries that do not wait for each other are sent at once (`together`): a round trip costs as much as a small query.
    pipeline: true,
    // A new one would have to learn every statement again; people press minutes apart, and after a quiet night somebody is the first. The last used is taken first, so that these two know most.
    idleTimeoutMillis: 600_000,
    min: 2,
  });
  // An idle connection that dies (database restarted) must not end the process; the next user gets a new one.
  pool.on('error', () => undefined);
  // Nor may one that is taken out and rests between two queries: whoever has it learns by the next query.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    sendTurnByTurn(client);
  });
  return pool;
}

/** So long at most what nobody waits for waits for company, in milliseconds. */
const companyMilliseconds = 2;
const companions = new WeakMap<pg.ClientBase, (text: string) => Promise<unknown>>();

// What is asked in one turn goes out in one system call: each wakes the server's process, which on two cores costs more than a small query.
function sendTurnByTurn(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  let held: 'no' | 'for this turn' | 'for company' = 'no';
  let timer: NodeJS.Timeout | undefined;
  const letGo = (): void => {
    held = 'no';
    stream.uncork();
  };
  stream.write = (...args: unknown[]): boolean => {
    if (held === 'no') stream.cork();
    if (held !== 'for this turn') process.nextTick(letGo);
    held = 'for this turn';
    clearTimeout(timer);
    return write(...args);
  };
  companions.set(client, (text) => {
    if (held !== 'no') return client.query(text);
    stream.cork();
    held = 'for this turn';
    const answered = client.query(text);
    held = 'for company';
    timer = setTimeout(letGo, companyMilliseconds);
    return answered;
  });
}

/** Asks something for whose answer nobody waits: it travels with what is asked next over this connection, or after two milliseconds. */
export const askInCompany = (client: pg.ClientBase, text: string): Promise<unknown> =>
  companions.get(client)?.(text) ?? client.query(text);

/** At most so many texts of the query builder are prepared: those with lists of values differ endlessly. */
const mostPrepared = 256;
const preparedNames = new Map<string, string>();

// Reading is left to be planned by its values.
function nameOf({ sql, query }: CompiledQuery): string | undefined {
  if (query.kind !== 'InsertQueryNode' && query.kind !== 'UpdateQueryNode') return undefined;
  const known = preparedNames.get(sql);
  if (known || preparedNames.size >= mostPrepared) return known;
  const name = `built-${preparedNames.size}`;
  preparedNames.set(sql, name);
  return name;
}

const builders = new WeakMap<pg.ClientBase, Kysely<unknown>>();

/** The query builder that speaks over this one connection. */
export function builderFor<Tables>(client: pg.ClientBase): Kysely<Tables> {
  const known = builders.get(client);
  if (known) return known as Kysely<Tables>;
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const name = nameOf(query);
      const answer = await client.query({ text: query.sql, values: [...query.parameters], ...(name ? { name } : {}) });
      return { rows: answer.rows as R[], numAffectedRows: BigInt(answer.rowCount ?? 0) };
    },
    // oxlint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error('streaming is not offered');
    },
  };
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: async () => refuseNesting(),
    commitTransaction: async () => refuseNesting(),
    rollbackTransaction: async () => refuseNesting(),
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
  const made = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  builders.set(client, made);
  return made as Kysely<Tables>;
}

function refuseNesting(): never {
  throw new Error('transactions are opened by platform/transaction.ts alone');
}

const lostConnection = new Set([
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Whether an error means that the database is away (restarting, gone, full of connections), or that it did not answer in time (57014: it says so itself). */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    lostConnection.has(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout/.test(
      error.message,
    )
  );
}

/** Whether the same work may succeed when tried again at once: serialization failure or deadlock. */
export const mayTryAgain = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

/** Whether the database found no room on its disk. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '53100' || error.code === 'ENOSPC');

/** Turns what the database says into what a person is told; anything else passes unchanged. */
export function translateDatabaseError(error: unknown): never {
  if (isDatabaseAway(error)) refuse('Unavailable', { retryAfterSeconds: 2 });
  if (isDiskFull(error)) refuse('DiskFull');
  if (error instanceof Error && 'code' in error && error.code === '25006')
    refuse('Unavailable', { retryAfterSeconds: 30 });
  throw error;
}
