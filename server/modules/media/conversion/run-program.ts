import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** How far a program may go. */
export interface ProgramLimits {
  /** How long it may run. */
  readonly milliseconds: number;
  /** How long it may say nothing before it is taken to hang. */
  readonly silentMilliseconds: number;
  /** Memory that it may ask for. */
  readonly kilobytes: number;
}

/** A program to be run. */
export interface Program {
  readonly path: string;
  readonly args: readonly string[];
  /** Where it runs: the only folder it writes to. */
  readonly folder: string;
  readonly limits: ProgramLimits;
  readonly signal: AbortSignal;
  /** Hears what it writes to its standard output, as it comes. */
  onOutput?(bytes: Buffer): void;
}

/** A program that did not come to a good end. */
export class ProgramFailed extends Error {
  /** `hung`: it took too long, or said nothing for too long; `stopped`: by our signal; `failed`: by itself. */
  readonly why: 'hung' | 'stopped' | 'failed';
  constructor(why: ProgramFailed['why'], said: string) {
    super(`${why}: ${said.slice(-500)}`);
    this.name = 'ProgramFailed';
    this.why = why;
  }
}

// A limit of memory; the program ends with ours (where the system can do that), has no network (as for pictures), and leaves the machine to readers. `exec` keeps all of it.
const withLimits = `ulimit -v "$1"; shift
if setpriv --pdeathsig KILL true 2>/dev/null; then set -- setpriv --pdeathsig KILL "$@"; fi
if unshare -n true 2>/dev/null; then set -- unshare -n "$@"; elif unshare -Un true 2>/dev/null; then set -- unshare -Un "$@"; fi
exec nice -n 15 "$@"`;

/** Runs a program to its end and answers what it wrote to its standard error. Throws ProgramFailed; whatever it had started is gone then too. */
export function runProgram(program: Program): Promise<string> {
  if (program.signal.aborted) return Promise.reject(new ProgramFailed('stopped', ''));
  return new Promise((resolve, reject) => {
    const child = start(program);
    let said = '';
    let why: ProgramFailed['why'] = 'failed';
    const end = (reason: ProgramFailed['why']) => (): void => {
      why = reason;
      kill(child);
    };
    const late = setTimeout(end('hung'), program.limits.milliseconds);
    let silent = setTimeout(end('hung'), program.limits.silentMilliseconds);
    const heard = (): void => {
      clearTimeout(silent);
      silent = setTimeout(end('hung'), program.limits.silentMilliseconds);
    };
    const stop = end('stopped');
    program.signal.addEventListener('abort', stop);
    child.stdout?.on('data', (bytes: Buffer) => {
      heard();
      program.onOutput?.(bytes);
    });
    child.stderr?.on('data', (bytes: Buffer) => {
      heard();
      said = (said + bytes.toString('utf8')).slice(-20_000);
    });
    const over = (code: number | null, cause = ''): void => {
      clearTimeout(late);
      clearTimeout(silent);
      program.signal.removeEventListener('abort', stop);
      if (code === 0) resolve(said);
      else reject(new ProgramFailed(why, said || cause));
    };
    child.on('error', (error) => over(-1, error.message));
    child.on('close', (code) => over(code));
  });
}

function start({ path, args, folder, limits }: Program): ChildProcess {
  const [command, all] =
    process.platform === 'win32'
      ? [path, [...args]]
      : ['/bin/sh', ['-c', withLimits, 'sh', String(limits.kilobytes), path, ...args]];
  return spawn(command, all, {
    cwd: folder,
    // Nothing is inherited: no address of the database, no keys.
    env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, which is ended as a whole.
    detached: process.platform !== 'win32',
  });
}

function kill(child: ChildProcess): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
