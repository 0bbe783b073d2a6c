import { join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { run, type EventData } from 'node:test';
import type { Failure, Tally } from './tally.ts';

/** Files of one kind. */
export interface FileGroup {
  files: readonly string[];
  /** How many of them may run side by side, each in a process of its own. */
  side: number;
  /** How long one file may take. */
  timeoutMilliseconds: number;
  /** What must be done before the first of them starts. */
  ready?: Promise<unknown>;
}

/** How the files are run. */
export interface RunSettings {
  root: string;
  groups: readonly FileGroup[];
  /** Files of all groups side by side. */
  lanes: number;
  signal: AbortSignal;
  tally: Tally;
  say: (line: string) => void;
}

/** Runs the files of all groups with node:test and counts by its events; says one line a file, and each failure at once.
 *  Whatever group has the fewest running has the next free lane, an earlier one among equals: what waits (a browser) and what computes then fill each other's gaps. */
export async function runFiles({ groups, lanes, ...settings }: RunSettings): Promise<void> {
  const waiting = groups.map((group) => ({ ...group, files: [...group.files], running: 0, isReady: !group.ready }));
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
    if (group.ready && group.files.length > 0) begin(group.ready.then(() => (group.isReady = true)));
  const next = (): Waiting | undefined =>
    waiting
      .filter((one) => one.isReady && one.files.length > 0 && one.running < one.side)
      .toSorted((one, other) => one.running - other.running)[0];
  for (;;) {
    const running = waiting.reduce((sum, group) => sum + group.running, 0);
    const group = running < lanes && !settings.signal.aborted ? next() : undefined;
    const file = group?.files.shift();
    if (group && file !== undefined) {
      group.running += 1;
      begin(runFile(file, group.timeoutMilliseconds, settings).finally(() => (group.running -= 1)));
    } else if (under.size > 0) await Promise.race(under);
    else break;
  }
  // A group that never became ready was not run; the others were, to their end.
  if (failures.length > 0) throw failures[0];
}

async function runFile(
  file: string,
  timeoutMilliseconds: number,
  { root, signal, tally, say }: Omit<RunSettings, 'groups' | 'lanes'>,
): Promise<void> {
  const stream = run({
    files: [join(root, file)],
    cwd: root,
    isolation: 'process',
    execArgv: ['--import', pathToFileURL(join(import.meta.dirname, 'end-in-time.ts')).href],
    env: { ...process.env, XIANGYIN_TEST_FILE_MILLISECONDS: String(timeoutMilliseconds) },
    signal,
  });
  const notes = new FileNotes();
  stream.on('test:stdout', ({ file: from, message }) => notes.said(from, message));
  stream.on('test:stderr', ({ file: from, message }) => notes.said(from, message));
  stream.on('test:dequeue', ({ file: from, name }) => notes.began(from, name));
  stream.on('test:complete', ({ file: from, name }) => notes.ended(from, name));
  stream.on('test:pass', (event) => tally.pass(event));
  stream.on('test:fail', (event) => {
    const failure = event.name === event.file ? tally.failFile(event, notes.about(event.file)) : tally.fail(event);
    if (failure !== null) say(describeFailure(failure));
  });
  stream.on('test:summary', (summary) => {
    if (summary.file !== undefined) say(describeFile(relative(root, summary.file), summary));
  });
  stream.resume();
  await finished(stream);
}

/** What each file said on its outputs, and which of its tests have begun and not ended: the only traces of a file that dies. */
class FileNotes {
  readonly #words = new Map<string, string>();
  readonly #running = new Map<string, Set<string>>();

  said(file: string | undefined, message: string): void {
    if (file !== undefined) this.#words.set(file, `${this.#words.get(file) ?? ''}${message}`.slice(-8_000));
  }

  began(file: string | undefined, name: string): void {
    if (file === undefined || name === file) return;
    this.#running.set(file, (this.#running.get(file) ?? new Set()).add(name));
  }

  ended(file: string | undefined, name: string): void {
    if (file !== undefined) this.#running.get(file)?.delete(name);
  }

  about(file: string): string {
    const running = [...(this.#running.get(file) ?? [])].map((name) => `while running: ${name}`);
    return [...running, (this.#words.get(file) ?? '').trim()].filter((line) => line !== '').join('\n');
  }
}

function describeFile(file: string, { success, counts, duration_ms }: EventData.TestSummary): string {
  const failed = counts.tests - counts.passed - counts.skipped - counts.todo;
  const told = failed > 0 ? `${counts.passed} passed, ${failed} failed` : `${counts.passed}`;
  return `${success ? '✔' : '✖'} ${file}  ${told}  (${Math.round(duration_ms)} ms)`;
}

/** A failure with its place and its error, indented. */
export function describeFailure({ name, file, error }: Failure): string {
  return `✖ ${file === null ? '' : `${file}: `}${name}\n${error.replaceAll(/^/gm, '    ')}`;
}
