import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { run, type EventData } from 'node:test';
import type { Failure, Tally } from './tally.ts';

/** Test files of one kind. */
export interface FileGroup {
  /** For each process the files that it runs, one after the other. */
  processes: readonly (readonly string[])[];
  /** How many of them may run side by side. */
  side: number;
  /** How long one file may take. */
  timeoutMilliseconds: number;
  /** How much they give way to others on the same cores, 0 to 19. */
  priority?: number;
  /** What must be done before the first of them starts. */
  ready?: Promise<unknown>;
}

/** How the files are run. */
export interface RunSettings {
  root: string;
  groups: readonly FileGroup[];
  /** Processes of all groups side by side. */
  lanes: number;
  signal: AbortSignal;
  tally: Tally;
  say: (line: string) => void;
}

/** Runs the files of all groups with node:test and counts by its events; says one line a file, and each failure at once.
 *  Whatever group has the fewest running has the next free lane, an earlier one among equals: what waits (a browser) and what computes then fill each other's gaps. */
export async function runFiles({ groups, lanes, ...settings }: RunSettings): Promise<void> {
  const waiting = groups.map((group) => ({
    ...group,
    processes: [...group.processes],
    running: 0,
    isReady: !group.ready,
  }));
  type Waiting = (typeof waiting)[number];
  const under = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const begin = (work: Promise<unknown>): void => {
    const ended: Promise<void> = work
      .then(
        () => undefined,
        (error: unknown) => void failures.push(error),
      )
      .finally(() => under.delete(ended));
    under.add(ended);
  };
  for (const group of waiting)
    if (group.ready && group.processes.length > 0) begin(group.ready.then(() => (group.isReady = true)));
  const next = (): Waiting | undefined =>
    waiting
      .filter((one) => one.isReady && one.processes.length > 0 && one.running < one.side)
      .toSorted((one, other) => one.running - other.running)[0];
  for (;;) {
    const running = waiting.reduce((sum, group) => sum + group.running, 0);
    const group = running < lanes && !settings.signal.aborted ? next() : undefined;
    const files = group?.processes.shift();
    if (group && files) {
      group.running += 1;
      begin(runProcess(files, group, settings).finally(() => (group.running -= 1)));
    } else if (under.size > 0) await Promise.race(under);
    else break;
  }
  // A group that never became ready was not run; the others were, to their end. What an abort cut short is no failure.
  if (failures.length > 0 && !settings.signal.aborted) throw failures[0];
}

// Before the tests: how our own files are found, as in the program; and the end of what takes too long.
const loaded = ['../../server/platform/resolve-hook.ts', 'end-in-time.ts'];

async function runProcess(
  files: readonly string[],
  { timeoutMilliseconds, priority = 0 }: Pick<FileGroup, 'timeoutMilliseconds' | 'priority'>,
  { root, signal, tally, say }: Omit<RunSettings, 'groups' | 'lanes'>,
): Promise<void> {
  const { path, remove } = entryOf(root, files);
  const stream = run({
    files: [path],
    cwd: root,
    isolation: 'process',
    execArgv: loaded.flatMap((path) => ['--import', pathToFileURL(join(import.meta.dirname, path)).href]),
    env: {
      ...process.env,
      XIANGYIN_TEST_FILE_MILLISECONDS: String(timeoutMilliseconds * Math.min(files.length, 2)),
      XIANGYIN_TEST_PRIORITY: String(priority),
    },
    signal,
  });
  const notes = new ProcessNotes();
  const counts = new Map(files.map((file) => [join(root, file), new FileCount(files.length > 1 ? 1 : 0)]));
  stream.on('test:stdout', ({ message }) => notes.said(message));
  stream.on('test:stderr', ({ message }) => notes.said(message));
  stream.on('test:dequeue', ({ file, name }) => {
    if (name !== path) notes.began(`${relative(root, file ?? '')}: ${name}`);
  });
  stream.on('test:complete', ({ file, name }) => notes.ended(`${relative(root, file ?? '')}: ${name}`));
  stream.on('test:pass', (event) => {
    tally.pass(event);
    counts.get(event.file ?? '')?.note(event, true);
  });
  stream.on('test:fail', (event) => {
    counts.get(event.file ?? '')?.note(event, false);
    const failure =
      event.name === path
        ? tally.failProcess(event, files, notes.toString())
        : tally.fail(files.includes(event.name) ? { ...event, file: join(root, event.name) } : event);
    if (failure !== null) say(describeFailure(failure));
  });
  stream.on('test:summary', ({ file, success }) => {
    if (file === undefined) return;
    for (const one of files) say(describeFile(one, counts.get(join(root, one)) ?? new FileCount(0), success));
  });
  stream.resume();
  await finished(stream).finally(remove);
}

// Loaded one after the other: where two wait for a module that awaits, the tests of both would belong to the suite of one. Whose a test is, node:test reads from the asynchronous context in which it is named.
const loading = `import { AsyncResource } from 'node:async_hooks';
import { suite } from 'node:test';
let turn = Promise.resolve();
const load = (file, address) =>
  suite(file, async () => {
    const here = new AsyncResource('test file');
    const loaded = turn.then(() => here.runInAsyncScope(() => import(address)));
    turn = loaded.catch(() => undefined);
    await loaded;
  });
`;

/** What a process is started with: the file itself, or one that loads several, each as a suite: what one prepares and clears away at its top (`before`, `after`) is its own. */
function entryOf(root: string, files: readonly string[]): { path: string; remove(): void } {
  const [only] = files;
  if (only !== undefined && files.length === 1) return { path: join(root, only), remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'xy-together-'));
  const path = join(folder, 'together.test.mjs');
  const loads = files.map(
    (file) => `load(${JSON.stringify(file)}, ${JSON.stringify(pathToFileURL(join(root, file)).href)});\n`,
  );
  writeFileSync(path, `${loading}${loads.join('')}`);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What a process said on its outputs, and which of its tests have begun and not ended: the only traces of one that dies. */
class ProcessNotes {
  #words = '';
  readonly #running = new Set<string>();

  said(message: string): void {
    this.#words = `${this.#words}${message}`.slice(-8_000);
  }

  began(test: string): void {
    this.#running.add(test);
  }

  ended(test: string): void {
    this.#running.delete(test);
  }

  toString(): string {
    const running = [...this.#running].map((test) => `while running: ${test}`);
    return [...running, this.#words.trim()].filter((line) => line !== '').join('\n');
  }
}

/** How the tests of one file went. */
class FileCount {
  passed = 0;
  failed = 0;
  milliseconds = 0;
  readonly #top: number;

  /** `top`: how deep the file's own tests stand in their process. */
  constructor(top: number) {
    this.#top = top;
  }

  note({ nesting, details, skip, todo }: EventData.TestPass | EventData.TestFail, passed: boolean): void {
    if (nesting === this.#top) this.milliseconds += details.duration_ms;
    if (details.type === 'suite' || skip !== undefined || todo !== undefined) return;
    if (passed) this.passed += 1;
    else this.failed += 1;
  }
}

function describeFile(file: string, { passed, failed, milliseconds }: FileCount, success: boolean): string {
  const told = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed}`;
  return `${failed > 0 || (!success && passed === 0) ? '✖' : '✔'} ${file}  ${told}  (${Math.round(milliseconds)} ms)`;
}

/** A failure with its place and its error, indented. */
export function describeFailure({ name, file, error }: Failure): string {
  return `✖ ${file === null ? '' : `${file}: `}${name}\n${error.replaceAll(/^/gm, '    ')}`;
}
