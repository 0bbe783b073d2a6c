import fc from 'fast-check';
import { castNames } from '../../server/modules/access/testing.ts';
import type { CastName } from '../../server/modules/access/testing.ts';
import { openApiDocument } from '../../server/platform/http/openapi.ts';
import { fillCounty } from '../../server/testing/busy-county.ts';
import type { Things } from '../../server/testing/busy-county.ts';
import { ownerClient, testWorld } from '../../server/testing/index.ts';
import { permissionTable } from '../../server/testing/permission-table.ts';
import type { Row } from '../../server/testing/permissions/row.ts';
import type { TestWorld } from '../../server/testing/index.ts';
import { beginnings } from './beginnings/index.ts';
import type { Begun } from './beginnings/index.ts';
import { canary } from './hostile.ts';
import { judgeAnswer } from './judge.ts';
import { readIds } from './known-ids.ts';
import { operationsOf } from './operations.ts';
import type { ApiDocument, Operation } from './operations.ts';
import { requestsFor, rightRequest } from './requests.ts';
import type { MadeRequest } from './requests.ts';
import { ownedTables, TableWatch, tablesHolding } from './table-state.ts';
import { withoutRecord } from './without-record.ts';

/** Something that must not be. `example` is the first request that showed it. */
export interface Finding {
  readonly operation: string;
  readonly what: string;
  readonly example: string;
  times: number;
}

/** What a run did and found. */
export interface FuzzReport {
  requests: number;
  /** Status → how often. */
  readonly statuses: Map<number, number>;
  readonly findings: Finding[];
  /** Answers slower than 400 ms: told, not judged, since the machine may be busy. */
  readonly slow: string[];
  /** Operations that answered 2xx at least once, and those that never did, whoever asked: the fuzzer does not reach behind their checks. */
  readonly done: string[];
  readonly neverDone: string[];
}

export interface FuzzOptions {
  readonly seed: number;
  readonly perOperation: number;
  /** Which operations are sent made-up requests too, by their names (`POST /api/v1/orders`); all without. */
  readonly surprises?: (name: string) => boolean;
  /** Only operations of these modules; all without. */
  readonly modules?: readonly string[];
  /** Only operations whose path contains this. */
  readonly path?: string;
}

// A refused request may write here: failures are counted, and a challenge is used up by a wrong answer.
const mayChangeOnRefusal = new Set(['platform.throttles', 'access.challenges']);
// That a colleague reached for what is another team's, or a wrong code was shown at a door, stays in the audit.
const attemptsWrittenDown = new Set([
  'GET /api/v1/volunteers/{id}',
  'POST /api/v1/visits/{id}/completions',
  'POST /api/v1/visits/{id}/check-ins',
]);
const auditTables = ['platform.audit', 'platform.unsealed'];
// How often somebody asked, what they were answered, and when a session was last seen.
const bookkeeping = new Set([
  'platform.throttles',
  'platform.idempotency_keys',
  'access.challenges',
  'access.sessions',
]);
// A stream has no end; a visitor is refused at its door, which is all that is asked of it here.
export const streams = new Set(['GET /api/v1/live']);

/** Who asks: nobody, and the roles. */
const askers: readonly (CastName | 'guest')[] = ['guest', ...castNames];

/** Sends made-up requests to every operation of the document in a busy test county, and judges every answer. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const report: FuzzReport = { requests: 0, statuses: new Map(), findings: [], slow: [], done: [], neverDone: [] };
  const wanted = await allOperations();
  const operations = wanted.filter(
    (one) => (options.modules?.includes(one.module) ?? true) && one.path.includes(options.path ?? ''),
  );
  await using county = await testWorld();
  const things = await fillCounty(county, 1);
  await fillCounty(county, 2);
  await county.deliver();
  const owner = await ownerClient(county.database);
  try {
    const tables = await ownedTables(owner);
    const watch = await TableWatch.begin(
      owner,
      tables.map((one) => one.name),
    );
    const run: Run = { county, owner, tables, watch, options, report, things, done: new Set() };
    // All right requests before any made-up one: those close accounts and use up what the right ones are about.
    const inOrder = operations.toSorted(peopleLast);
    for (const operation of inOrder) await fuzzOperation(run, operation, 'right');
    for (const operation of inOrder.filter((one) => options.surprises?.(nameOf(one)) ?? true))
      await fuzzOperation(run, operation, 'made-up');
    for (const operation of operations) {
      const name = nameOf(operation);
      if (!streams.has(name)) (run.done.has(name) ? report.done : report.neverDone).push(name);
    }
    for (const table of await tablesHolding(
      owner,
      tables.map((one) => one.name),
      canary,
    ))
      note(report, table, 'holds an undeclared property', '');
  } finally {
    await owner.end();
  }
  return report;
}

/** The operations of the document that the program serves. */
export async function allOperations(): Promise<Operation[]> {
  await using county = await testWorld();
  return operationsOf(documentOf(county));
}

function documentOf(county: TestWorld): ApiDocument {
  return JSON.parse(JSON.stringify(openApiDocument(county.app)));
}

// Requests to people and access close accounts and end grants of those who ask: they come last.
const peopleLast = (one: Operation, other: Operation): number =>
  Number(isAboutPeople(one)) - Number(isAboutPeople(other));
const isAboutPeople = (one: Operation): boolean => one.module === 'people' || one.module === 'access';

interface Run {
  readonly county: TestWorld;
  readonly owner: Awaited<ReturnType<typeof ownerClient>>;
  readonly tables: readonly { name: string; hasId: boolean }[];
  readonly watch: TableWatch;
  readonly options: FuzzOptions;
  readonly report: FuzzReport;
  readonly things: Things;
  /** Names of the operations that answered 2xx. */
  readonly done: Set<string>;
}

async function fuzzOperation(run: Run, operation: Operation, part: 'right' | 'made-up'): Promise<void> {
  const made = part === 'right' ? await rightRequests(run, operation) : await madeUpRequests(run, operation);
  // What brought the beginning about is nobody's request.
  await run.watch.changed();
  for (const one of made) await ask(run, operation, one);
}

/** A request with the number that chooses who asks and from where, and who asks when that is settled. */
type Made = readonly [MadeRequest, dice: number, who?: Begun['as']];

// The request of the reviewed table by those who may, before it one whose beginning was brought about: what is behind the checks is seen at least once. A stream would not end.
async function rightRequests(run: Run, operation: Operation): Promise<Made[]> {
  const name = nameOf(operation);
  const row = rowOf(operation);
  const known = row?.send(thingsFor(run.things));
  const begun = await begin(run, name);
  const made: Made[] = begun
    ? [[rightRequest(operation, begun, `begun-right-request-${run.report.requests}`), 0, begun.as]]
    : [];
  if (known && !streams.has(name))
    for (const [index, who] of [...whoMay(row).entries()].toReversed())
      made.push([rightRequest(operation, known, `known-right-request-${run.report.requests}-${index}`), index, who]);
  return made;
}

async function madeUpRequests(run: Run, operation: Operation): Promise<Made[]> {
  const ids = await readIds(
    run.owner,
    run.tables.filter((one) => one.hasId).map((one) => one.name),
  );
  return fc.sample(fc.tuple(requestsFor(operation, ids, rowOf(operation)?.send(thingsFor(run.things))), fc.nat()), {
    seed: run.options.seed,
    numRuns: run.options.perOperation,
  });
}

async function ask(run: Run, operation: Operation, [request, dice, who]: Made): Promise<void> {
  const name = nameOf(operation);
  const asker = who ?? askerFor(operation, dice, rowOf(operation));
  // A right request is not refused for a session that an earlier one has ended.
  if (typeof who === 'string' && who !== 'guest') cookies.get(run.county)?.delete(who);
  const cookie = await cookieLine(run.county, asker);
  if (cookie?.opened) await run.watch.changed();
  const { status, milliseconds, wrong } = await send(run, operation, request, cookie?.line, dice);
  const touched = await run.watch.changed();
  const mayChange = attemptsWrittenDown.has(name)
    ? new Set([...mayChangeOnRefusal, ...auditTables])
    : mayChangeOnRefusal;
  const changed = status >= 400 ? touched.filter((table) => !mayChange.has(table)) : [];
  run.report.requests += 1;
  run.report.statuses.set(status, (run.report.statuses.get(status) ?? 0) + 1);
  if (status < 300) run.done.add(name);
  if (status === 401 && typeof asker === 'string') cookies.get(run.county)?.delete(asker);
  const example = `${typeof asker === 'string' ? asker : 'somebody'}: ${request.method} ${request.url.slice(0, 300)} ${JSON.stringify(request.headers['content-type'] ?? '')} ${String(request.payload ?? '').slice(0, 600)}`;
  if (milliseconds > 400) run.report.slow.push(`${Math.round(milliseconds)} ms ${example.slice(0, 200)}`);
  for (const what of wrong) note(run.report, name, what, example);
  if (changed.length > 0) note(run.report, name, `answers ${status} and yet changes ${changed.join(', ')}`, example);
  const silent = status < 300 ? unrecorded(name, touched) : [];
  if (silent.length > 0) note(run.report, name, `changes ${silent.join(', ')} and writes no row of the audit`, example);
}

/** What an operation that was done changed without a row of the audit: reading changes nothing (ASVS 3.5.3), and whatever has an effect is written down with it (trust.md A34). */
export function unrecorded(name: string, touched: readonly string[]): string[] {
  if (name in withoutRecord || touched.includes('platform.audit')) return [];
  return touched.filter((table) => !bookkeeping.has(table));
}

export const nameOf = (operation: Operation): string => `${operation.method} ${operation.path}`;

// A beginning that fails is a finding like any other: the rest of the run is still worth its time.
async function begin(run: Run, name: string): Promise<Begun | undefined> {
  try {
    return await beginnings[name]?.({ county: run.county, things: run.things });
  } catch (error) {
    note(run.report, name, 'has a beginning that cannot be brought about', String(error));
    return undefined;
  }
}

/** The reviewed row of the permission table for an operation. */
export const rowOf = (operation: Operation): Row | undefined =>
  permissionTable[
    `${operation.method} ${operation.path.replace('/api/v1', '').replace(/\{(\w+)\}/g, (_, name: string) => `:${name}`)}`
  ];

// The table asks for some things of the asker's own county by name.
export const thingsFor = (things: Things): Things => ({
  ...things,
  'own-county-station': things['station'] ?? '',
  'own-county-section': things['section'] ?? '',
  'own-county-term': things['term'] ?? '',
  'own-county-picture': things['picture'] ?? '',
  'own-county-slug': things['published-slug'] ?? '',
  'own-county-service': things['service'] ?? '',
  'fresh-grant': things['grant'] ?? '',
});

/** Those of the cast whom the table lets in, two at most. */
export function whoMay(row: Row | undefined): readonly (CastName | 'guest')[] {
  if (!row || row.who === 'everybody') return ['guest', 'administrator'];
  if (row.who === 'signed-in') return ['administrator', 'editor'];
  return castNames.filter((name) => row.who.includes(name as never)).slice(-2);
}

function askerFor(operation: Operation, dice: number, row: Row | undefined): CastName | 'guest' {
  if (streams.has(nameOf(operation))) return 'guest';
  // Half the requests come from those who may do most, or the deeper checks would hardly be met.
  const often: readonly (CastName | 'guest')[] = [
    'administrator',
    'chief-editor',
    'coordinator',
    'editor',
    'section-head',
    ...whoMay(row),
  ];
  return (dice % 2 === 0 ? often[(dice >> 1) % often.length] : askers[(dice >> 1) % askers.length]) ?? 'guest';
}

const cookies = new WeakMap<TestWorld, Map<string, string>>();

async function cookieLine(
  county: TestWorld,
  asker: Begun['as'],
): Promise<{ line: string; opened: boolean } | undefined> {
  if (asker === 'guest') return undefined;
  return typeof asker === 'string' ? cookieOf(county, asker) : { line: asker.cookie, opened: false };
}

// Sessions end while requests change passwords and close accounts: an ended one is opened anew.
async function cookieOf(county: TestWorld, name: CastName): Promise<{ line: string; opened: boolean }> {
  const known = cookies.get(county) ?? new Map<string, string>();
  cookies.set(county, known);
  const line = known.get(name);
  if (line) return { line, opened: false };
  const fresh = await county.as(name).cookie();
  known.set(name, fresh);
  return { line: fresh, opened: true };
}

async function send(run: Run, operation: Operation, request: MadeRequest, cookie: string | undefined, dice: number) {
  const began = performance.now();
  const answer = await run.county.server.inject({
    method: request.method,
    url: request.url,
    // A net of its own for each request, so that the limits per net do not hide what stands behind them.
    remoteAddress: `198.51.${dice % 250}.${(dice >> 8) % 250}`,
    headers: {
      host: 'one.test',
      ...(request.method === 'GET' ? {} : { origin: 'http://one.test' }),
      ...(cookie ? { cookie } : {}),
      ...request.headers,
    },
    ...(request.payload === undefined ? {} : { payload: request.payload }),
  });
  const milliseconds = performance.now() - began;
  const answered = { status: answer.statusCode, type: answer.headers['content-type'] ?? '', text: answer.body };
  return {
    status: answer.statusCode,
    milliseconds,
    wrong: judgeAnswer(operation, request, cookie === undefined, answered),
  };
}

function note(report: FuzzReport, operation: string, what: string, example: string): void {
  const known = report.findings.find((one) => one.operation === operation && one.what === what);
  if (known) known.times += 1;
  else report.findings.push({ operation, what, example, times: 1 });
}
