import { readFileSync } from 'node:fs';

/** A process as the system knows it: its number, and when it started (clock ticks since boot on Linux; null where the system does not say). */
export interface ProcessIdentity {
  pid: number;
  startedTicks: string | null;
}

/** Names a running process so that it can be recognised later; a bare number is given to another process sooner or later. */
export function identityOf(pid: number = process.pid): ProcessIdentity {
  return { pid, startedTicks: startedTicksOf(pid) };
}

/** Whether this very process still runs; a number taken over by another process, and a dead one not yet collected, count as gone. */
export function isStillRunning(identity: ProcessIdentity): boolean {
  if (!existsNow(identity.pid)) return false;
  return identity.startedTicks === null || startedTicksOf(identity.pid) === identity.startedTicks;
}

/** Whether a process of this number exists, ours or not. */
export function existsNow(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The program and arguments of a process; null where the system does not tell. */
export function commandOf(pid: number): string[] | null {
  return readProcess(pid, 'cmdline')?.split('\0').filter(Boolean) ?? null;
}

function startedTicksOf(pid: number): string | null {
  const stat = readProcess(pid, 'stat');
  if (stat === null) return null;
  // The name in parentheses may itself hold blanks and parentheses: count from the last one. State is field 3, start time field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
}

function readProcess(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
