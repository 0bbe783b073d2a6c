import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { App } from './app.ts';
import type { County } from './county.ts';
import { askInCompany, builderFor, isDiskFull, mayTryAgain, translateDatabaseError } from './database.ts';
import type { EmittedEvent } from './events.ts';
import { failpoint, failpoints } from './failpoints.ts';
import { sharesOf } from './fair-shares.ts';
import type { Tag } from './i18n.ts';
import { together } from './together.ts';
import type { Span } from './traces/span.ts';

/** What a verb is given: the county it works in, who asked, and the way to a transaction. One per request, job run or command. */
export interface Ctx {
  readonly app: App;
  readonly county: County;
  readonly requestId: string;
  /** What the time spent here is told as part of; null where nobody is told. */
  readonly span: Span | null;
  /** Language of the reader, for words in refusals and pages. */
  readonly language: 'zh-CN' | 'en';
  /** In what is only said and not kept (refusals, what waits, names of roles): the reader's language, or a further one that they asked for. */
  readonly tag: Tag;
  /** The county's time. Database rows get this, never SQL now(). */
  now(): Date;
  /** Whether acts are told again at their own past moments (seeds): `now` and each `tx.at` then follow the teller, and a held clock stays held. */
  readonly retells: boolean;
  /** Runs `work` in one transaction scoped to the county; joins the one already open in this ctx. Tries again on deadlock, so `work` does no outside I/O. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As `transaction`, for work that only reads; nobody waits for its end. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** An open transaction, scoped to one county by row-level security. */
export interface Tx {
  readonly ctx: Ctx;
  readonly countyId: number;
  /** The county's time at which the transaction began; every row it writes carries this one. Where acts are retold, the moment of the act at hand. */
  readonly at: Date;
  /** The typed query builder: `tx.tables<NewsroomTables>().selectFrom('newsroom.stories')…`. */
  tables<Tables>(): Kysely<Tables>;
  /** A hot query as a named (prepared) statement. */
  named<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
  /** A statement that travels with the commit: nothing is committed without it, and nobody reads its answer. */
  lastly(name: string, text: string, values: readonly unknown[]): void;
  /** A row of the county that travels with the commit, before those statements; all rows of one table are one statement. For what no query of this transaction asks for. */
  lastlyInsert(into: LastlyInserted, values: readonly unknown[]): void;
  /** Runs after commit and before the answer, in memory only. */
  afterCommit(work: () => void | Promise<void>): void;
  /** Events emitted so far, in order. */
  readonly emitted: EmittedEvent[];
  /** Whoever emits on behalf of this transaction; set by verbs through `emit`. */
  readonly client: pg.ClientBase;
}

/** A table whose rows travel with the commit, and its columns after `county_id` in the order of the values. */
export interface LastlyInserted {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Opens a ctx for one county. With `retoldAt`, what is done in it happened then. With `mayBeBehind`, its transactions only read, from the replica where there is one;
 *  they show every commit that a purge of this process told of. `isBackground`: nobody waits for an answer, connections of its own are used; `givesWay`: nor does any request, so that each of its transactions begins when none is under way. `work` may run twice: what the replica cannot answer, or refuses, is asked of the primary. */
export function openCtx(
  app: App,
  county: County,
  options: {
    requestId: string;
    span?: Span | null;
    language?: 'zh-CN' | 'en';
    tag?: Tag;
    retoldAt?: () => Date;
    mayBeBehind?: true;
    isBackground?: true;
    givesWay?: boolean;
  },
): Ctx {
  let open: Tx | undefined;
  const { span = null } = options;
  const language = options.language ?? county.languages[0] ?? 'zh-CN';
  let part = span;
  const pool = options.isBackground ? app.backgroundPool : app.pool;
  const opened = (tx: Tx): Tx => (open = tx);
  const closed = (): void => (open = undefined);
  const ctx: Ctx = {
    app,
    county,
    requestId: options.requestId,
    get span() {
      return part;
    },
    language,
    tag: options.tag ?? language,
    now: options.retoldAt ?? (() => app.counties.now(county.id)),
    retells: options.retoldAt !== undefined,
    async transaction(work) {
      if (open) return work(open);
      if (options.mayBeBehind) return ctx.read(work);
      if (options.givesWay) await app.rightOfWay.giveWhileFewAsk();
      return timed('transaction', () => tryAgain(() => runOnce(ctx, pool, work, opened)));
    },
    async read(work) {
      if (open) return work(open);
      if (options.givesWay) await app.rightOfWay.giveWhileFewAsk();
      return timed('reading', async () => {
        const read = options.mayBeBehind ? await fromReplica(ctx, work, opened).finally(closed) : undefined;
        if (read) return read.result;
        if (options.mayBeBehind) app.replica?.count('primary');
        return tryAgain(() => fromPrimary(ctx, pool, work, opened));
      });
    },
  };
  // What is asked meanwhile is part of the transaction.
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (!span) return work();
    return span.part(name, {}, (own) => {
      part = own;
      return work().finally(() => (part = span));
    });
  };
  const tryAgain = async <T>(once: () => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once();
      } catch (error) {
        if (attempt < 4 && mayTryAgain(error)) continue;
        if (isDiskFull(error)) app.room.foundFull();
        translateDatabaseError(error);
      } finally {
        closed();
      }
    }
  };
  return ctx;
}

/** A ctx of a county over a transaction that somebody else has open and ends, such as that of an import: what it reads is what stands in that transaction. */
export function ctxWithin(app: App, county: County, client: pg.ClientBase): Ctx {
  const ctx: Ctx = {
    app,
    county,
    requestId: `system-${app.nextRequestNumber()}`,
    language: county.languages[0] ?? 'zh-CN',
    tag: county.languages[0] ?? 'zh-CN',
    now: () => app.counties.now(county.id),
    retells: false,
    span: null,
    async transaction(work) {
      const later = nothingLater();
      const result = await work(makeTx(ctx, client, later));
      await together(...sendLast(county.id, client, later));
      return result;
    },
    read: (work) => ctx.transaction(work),
  };
  return ctx;
}

// One message: measured on Citus that SET LOCAL reaches the workers while set_config() does not.
const scopeOf = (ctx: Ctx): string => `set local app.county = ${Math.trunc(ctx.county.id)}`;

async function fromReplica<T>(
  ctx: Ctx,
  work: (tx: Tx) => Promise<T>,
  opened: (tx: Tx) => void,
): Promise<{ result: T } | undefined> {
  const { replica } = ctx.app;
  if (!replica) return undefined;
  const position = await replica.position();
  try {
    if (position === null) return undefined;
    const client = await replica.pool.connect();
    const held = { client, giveBack: (broken?: Error) => client.release(broken) };
    const result = await readOnce(ctx, work, opened, held, () => replica.begin(client, scopeOf(ctx), position));
    replica.count('replica');
    return { result };
  } catch (error) {
    replica.failed(error);
    return undefined;
  }
}

async function fromPrimary<T>(
  ctx: Ctx,
  pool: pg.Pool,
  work: (tx: Tx) => Promise<T>,
  opened: (tx: Tx) => void,
): Promise<T> {
  const held = await connectionFor(ctx, pool);
  return readOnce(ctx, work, opened, held, () => held.client.query(`begin read only; ${scopeOf(ctx)}`));
}

/** A connection of a pool, and the way back. */
interface Held {
  readonly client: pg.PoolClient;
  giveBack(broken?: Error): void;
}

// One busy county leaves some for the others.
async function connectionFor({ app, county }: Ctx, pool: pg.Pool): Promise<Held> {
  const shares = sharesOf(pool);
  const turn = shares.take(county.id, app.counties.isOnly(county.id));
  if (turn) await turn;
  try {
    const client = await pool.connect();
    return {
      client,
      giveBack(broken) {
        client.release(broken);
        shares.give(county.id);
      },
    };
  } catch (error) {
    shares.give(county.id);
    throw error;
  }
}

// Nothing is written, so there is nothing to wait for once the work has its answers: its end travels with what is asked next on the connection.
async function readOnce<T>(
  ctx: Ctx,
  work: (tx: Tx) => Promise<T>,
  opened: (tx: Tx) => void,
  { client, giveBack }: Held,
  begin: () => Promise<unknown>,
): Promise<T> {
  const tx = makeTx(ctx, client, nothingLater());
  try {
    const begun = begin();
    opened(tx);
    const [, result] = await together(begun, work(tx));
    // Whoever has the connection next speaks behind this; should it fail, so does all that follows.
    askInCompany(client, 'commit').catch(() => undefined);
    giveBack();
    return result;
  } catch (error) {
    giveBack(await rollBack(client));
    throw error;
  }
}

interface Later {
  /** What travels with the commit: rows by table, then statements. */
  readonly rows: Map<LastlyInserted, (readonly unknown[])[]>;
  readonly last: pg.QueryConfig[];
  readonly afterCommit: (() => void | Promise<void>)[];
}
const nothingLater = (): Later => ({ rows: new Map(), last: [], afterCommit: [] });

async function runOnce<T>(ctx: Ctx, pool: pg.Pool, work: (tx: Tx) => Promise<T>, opened: (tx: Tx) => void): Promise<T> {
  const { client, giveBack } = await connectionFor(ctx, pool);
  const later = nothingLater();
  const tx = makeTx(ctx, client, later);
  let broken: Error | undefined;
  try {
    // The first query of the work follows at once; without the scope it would see no row.
    const begun = client.query(`begin; ${scopeOf(ctx)}`);
    opened(tx);
    const [, result] = await together(begun, work(tx));
    await failpoint('before-commit');
    await failpoints('before-commit', namesOf(tx));
    const done = await commit(ctx.county.id, client, later);
    if (done.command !== 'COMMIT') throw new Error('the database rolled the transaction back');
    await failpoint('after-commit');
    await failpoints('after-commit', namesOf(tx));
    await afterwards(ctx, later.afterCommit);
    await failpoints('before-answer', namesOf(tx));
    return result;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    giveBack(broken);
  }
}

// A statement that fails on the way makes the commit a rollback; its own error is the one that is told.
async function commit(countyId: number, client: pg.PoolClient, later: Later): Promise<pg.QueryResult> {
  const sent = sendLast(countyId, client, later);
  const done = client.query('commit');
  await together(...sent, done);
  return done;
}

const sendLast = (countyId: number, client: pg.ClientBase, { rows, last }: Later): Promise<unknown>[] =>
  [...[...rows].flatMap(([into, all]) => insertsOf(countyId, into, all)), ...last].map((one) => client.query(one));

/** So many rows are one statement at most; up to `fewRows` it is prepared. */
const rowsAtOnce = 500;
const fewRows = 4;

function insertsOf(
  countyId: number,
  { table, columns }: LastlyInserted,
  all: (readonly unknown[])[],
): pg.QueryConfig[] {
  return Array.from({ length: Math.ceil(all.length / rowsAtOnce) }, (_, at) => {
    const rows = all.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce);
    const places = rows.map(
      (_row, n) => `($1, ${columns.map((_column, k) => `$${n * columns.length + k + 2}`).join(', ')})`,
    );
    return {
      ...(rows.length <= fewRows ? { name: `${table} +${rows.length}` } : {}),
      text: `insert into ${table} (county_id, ${columns.join(', ')}) values ${places.join(', ')}`,
      values: [countyId, ...rows.flat()],
    };
  });
}

const namesOf = (tx: Tx): string[] => tx.emitted.map((event) => event.name);

// What is committed is acknowledged: a failure afterwards is logged and repaired by revalidation, never answered as an error.
async function afterwards(ctx: Ctx, later: (() => void | Promise<void>)[]): Promise<void> {
  for (const step of later) {
    try {
      await step();
    } catch (error) {
      ctx.app.log.error('a step after commit failed', {
        error: error instanceof Error ? error : undefined,
        request: ctx.requestId,
      });
    }
  }
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed', { cause: error });
  }
}

function makeTx(ctx: Ctx, client: pg.ClientBase, later: Later): Tx {
  const began = ctx.now();
  return {
    ctx,
    client,
    countyId: ctx.county.id,
    get at() {
      return ctx.retells ? ctx.now() : began;
    },
    emitted: [],
    tables: <Tables>() => builderFor<Tables>(client),
    async named<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
      const ask = () => client.query({ name, text, values: [...values] });
      const answer = await (ctx.span ? ctx.span.part(name, { 'db.system.name': 'postgresql' }, ask) : ask());
      return answer.rows as Row[];
    },
    lastly: (name, text, values) => void later.last.push({ name, text, values: [...values] }),
    lastlyInsert(into, values) {
      const rows = later.rows.get(into);
      if (rows) rows.push(values);
      else later.rows.set(into, [values]);
    },
    afterCommit: (work) => void later.afterCommit.push(work),
  };
}

/** Runs `work` for the rule `actor` in a fresh ctx of the county: jobs, sweeps and commands use this. */
export async function inCounty<T>(
  app: App,
  county: County,
  work: (ctx: Ctx) => Promise<T>,
  { span = null, givesWay = false }: { span?: Span | null; givesWay?: boolean } = {},
): Promise<T> {
  const requestId = `system-${app.nextRequestNumber()}`;
  return work(openCtx(app, county, { requestId, isBackground: true, givesWay, span }));
}

/** As `inCounty`, for jobs and sweeps: no request waits for them. They are told of by this name where traces are. */
export function tracedInCounty<T>(app: App, county: County, name: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (!app.tracer) return inCounty(app, county, work, { givesWay: true });
  const about = { 'xiangyin.county': county.slug };
  return app.tracer.around(name, about, (span) => inCounty(app, county, work, { span, givesWay: true }));
}
