import { relative } from 'node:path';
import type { EventData } from 'node:test';
import { inspect } from 'node:util';

/** One failure, ready to be shown. */
export interface Failure {
  name: string;
  /** The file, relative to the root; null for a static check. */
  file: string | null;
  error: string;
}

/** Counts what passes and fails over the whole run, and keeps what failed for the end. */
export class Tally {
  readonly #root: string;
  passed = 0;
  readonly failures: Failure[] = [];
  readonly skipped: string[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /** Counts a static check. */
  check(name: string, ok: boolean, output: string): void {
    if (ok) this.passed += 1;
    else this.failures.push({ name, file: null, error: output });
  }

  pass(event: EventData.TestPass): void {
    if (isSuite(event)) return;
    if (event.skip !== undefined || event.todo !== undefined) this.skipped.push(this.#describe(event));
    else this.passed += 1;
  }

  /** Counts a failed test; a group that failed only because of what stands in it is not counted again. Answers the failure, or null. */
  fail(event: EventData.TestFail): Failure | null {
    const { failureType, cause } = readError(event.details.error);
    if (failureType === 'subtestsFailed') return null;
    const failure = {
      name: event.name,
      file: this.#path(event.file),
      error: describeError(cause ?? event.details.error),
    };
    this.failures.push(failure);
    return failure;
  }

  /** Counts a process that failed as a whole: one of its files could not be loaded, ended it, or never ended. `notes` says what is known. */
  failProcess(event: EventData.TestFail, files: readonly string[], notes: string): Failure {
    const { exitCode } = readError(event.details.error);
    const failure = {
      name: files.length === 1 ? `the file ended with code ${exitCode}` : `their process ended with code ${exitCode}`,
      file: files.join(', '),
      error: notes || describeError(event.details.error),
    };
    this.failures.push(failure);
    return failure;
  }

  get failed(): number {
    return this.failures.length;
  }

  #path(file: string | undefined): string | null {
    return file === undefined ? null : relative(this.#root, file);
  }

  #describe(event: EventData.TestPass): string {
    return `${this.#path(event.file) ?? ''} ${event.name}`.trim();
  }
}

const isSuite = (event: EventData.TestPass) => event.details.type === 'suite';

function readError(error: Error): { failureType: string | null; exitCode: string; cause: unknown } {
  return {
    failureType: 'failureType' in error ? String(error.failureType) : null,
    exitCode: 'exitCode' in error ? String(error.exitCode) : 'unknown',
    cause: error.cause,
  };
}

/** The error with the lines of our own files; those of Node and of packages say nothing here. */
function describeError(error: unknown): string {
  const text = typeof error === 'string' ? error : inspect(error, { depth: 4, breakLength: 140 });
  return text
    .split('\n')
    .filter((line) => !/^\s+at .*(node:internal|node_modules)/.test(line))
    .slice(0, 60)
    .join('\n');
}
