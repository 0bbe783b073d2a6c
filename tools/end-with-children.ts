import { readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';

/** Told to end (SIGINT, SIGTERM), this process tells the processes that it started, and leaves at once with 128 and the signal's number.
 *  A terminal tells all of them by itself; `kill` and whatever runs this without a terminal tell one alone. */
export function endWithChildren(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      tellChildren();
      process.exit(128 + constants.signals[signal]);
    });
}

/** Tells every process that this one started, and that still runs, to end (SIGTERM); `except` those of this name. Where there is no /proc nobody is told. */
export function tellChildren({ except }: { except?: string } = {}): void {
  for (const { pid, name } of childrenOf(process.pid)) {
    if (name === except) continue;
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // It ended meanwhile.
    }
  }
}

/** The processes that this one (a number) started itself and that are there still, by number and name; none where there is no /proc. */
export function childrenOf(parent: number): { pid: number; name: string }[] {
  const running = namesIn('/proc').filter((name) => /^\d+$/.test(name));
  return running.flatMap((pid) => {
    const stat = textOf(`/proc/${pid}/stat`);
    // The name in parentheses may itself hold blanks and parentheses; state and parent come after it.
    const [open, close] = [stat.indexOf('('), stat.lastIndexOf(')')];
    const itsParent = Number(stat.slice(close + 2).split(' ')[1]);
    return itsParent === parent ? [{ pid: Number(pid), name: stat.slice(open + 1, close) }] : [];
  });
}

const namesIn = (path: string): string[] => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
