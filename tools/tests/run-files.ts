import { join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { run, type EventData } from 'node:test';
import type { Failure, Tally } from './tally.ts';

/** How a group of files is run. */
export interface RunSettings {
  root: string;
  files: readonly string[];
  /** Files side by side, each in a process of its own. */
  side: number;
  /** How long one file may take. */
  timeoutMilliseconds: number;
  signal: AbortSignal;
  tally: Tally;
  say: (line: string) => void;
}

/** Runs the files with node:test and counts by its events; says one line a file, and each failure at once. */
export async function runFiles({
  root,
  files,
  side,
  timeoutMilliseconds,
  signal,
  tally,
  say,
}: RunSettings): Promise<void> {
  if (files.length === 0 || signal.aborted) return;
  process.env['XIANGYIN_TEST_FILE_MILLISECONDS'] = String(timeoutMilliseconds);
  const stream = run({
    files: files.map((file) => join(root, file)),
    cwd: root,
    concurrency: side,
    isolation: 'process',
    execArgv: ['--import', pathToFileURL(join(import.meta.dirname, 'end-in-time.ts')).href],
    signal,
  });
  const notes = new FileNotes();
  stream.on('test:stdout', ({ file, message }) => notes.said(file, message));
  stream.on('test:stderr', ({ file, message }) => notes.said(file, message));
  stream.on('test:dequeue', ({ file, name }) => notes.began(file, name));
  stream.on('test:complete', ({ file, name }) => notes.ended(file, name));
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
