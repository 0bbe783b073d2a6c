import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answered, Asked, Part } from './messages.ts';

/** What a worker may use; tests make it shorter. */
export interface WorkerLimits {
  /** How long one picture may take. */
  readonly milliseconds: number;
  /** Memory that it may write to, V8's 130 MB of address space for code among it. A JPEG of 100 megapixels takes 200 MB; an interlaced PNG of that size, of which nobody can begin before its end, more than 900 MB. */
  readonly kilobytes: number;
  /** How long it is kept for the next picture: at rest there is none. */
  readonly idleMilliseconds: number;
}

const usual: WorkerLimits = { milliseconds: 20_000, kilobytes: 1_200_000, idleMilliseconds: 10_000 };
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const program = fileURLToPath(new URL('./worker-process.ts', import.meta.url));

// A network of its own, which is none, where the system allows it: as root, or in a user namespace of its own. The memory limit outlives `exec`.
const withLimits = `ulimit -d "$1"; shift
if unshare -n true 2>/dev/null; then exec unshare -n "$@"; fi
if unshare -Un true 2>/dev/null; then exec unshare -Un "$@"; fi
exec "$@"`;
// No files but the program's own, no processes, no threads; the decoder itself is native code, which these do not bind: that is what the rest is for.
const withoutRights = (): string[] => [
  '--permission',
  '--allow-addons',
  `--allow-fs-read=${root}`,
  '--max-old-space-size=96',
  '--disable-warning=PERM0001',
];

const partBytes = 512 * 1024;

// In parts: writing 50 MB into the channel at once keeps everybody waiting for a third of a second. A worker that died in between is heard of by its end.
async function send(child: ChildProcess, { bytes, wanted }: Asked): Promise<void> {
  let at = 0;
  for (; bytes.length - at > partBytes; at += partBytes) {
    const part = bytes.subarray(at, at + partBytes);
    await new Promise<void>((resolve) => child.send({ part } satisfies Part, () => resolve()));
  }
  child.send({ bytes: bytes.subarray(at), wanted } satisfies Asked, () => undefined);
}

/** The process that decodes pictures: started by the first one, ended when none came for a while, started anew after it broke. Asked one picture at a time. */
export class PictureWorker {
  readonly #limits: WorkerLimits;
  readonly #program: string;
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(limits: Partial<WorkerLimits> = {}, file = program) {
    this.#limits = { ...usual, ...limits };
    this.#program = file;
  }

  /** The worker's process id while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** What the worker answers; undefined when it broke or took too long, and is gone. Throws when it cannot be started. */
  async ask(asked: Asked): Promise<Answered | undefined> {
    clearTimeout(this.#idle);
    const child = this.#child ?? (await this.#start());
    child.ref();
    child.channel?.ref();
    const answered = await this.#answer(child, asked);
    if (answered === undefined) this.#kill(child);
    else this.#rest(child);
    return answered;
  }

  #answer(child: ChildProcess, asked: Asked): Promise<Answered | undefined> {
    return new Promise((resolve) => {
      const end = (answered: Answered | undefined): void => {
        clearTimeout(late);
        child.off('message', heard).off('exit', gone);
        resolve(answered);
      };
      const heard = (answered: unknown): void => end(answered as Answered);
      const gone = (): void => end(undefined);
      const late = setTimeout(gone, this.#limits.milliseconds);
      child.on('message', heard).on('exit', gone);
      void send(child, asked);
    });
  }

  async #start(): Promise<ChildProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'xiangyin-pictures-'));
    const node = [process.execPath, ...withoutRights(), this.#program];
    const [command = '', ...args] =
      process.platform === 'win32'
        ? node
        : ['/bin/sh', '-c', withLimits, 'sh', String(this.#limits.kilobytes), ...node];
    const child = spawn(command, args, {
      cwd: folder,
      // Nothing is inherited: no address of the database, no keys.
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.#child = child;
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    // Once it has begun it needs the folder no more; where one in use cannot be removed, it goes with the process.
    const remove = (): void => void rm(folder, { recursive: true, force: true }).catch(() => undefined);
    child.once('message', remove).once('exit', remove);
    child.on('error', () => undefined);
    await once(child, 'spawn');
    return child;
  }

  // The program may end while the worker rests.
  #rest(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    this.#idle = setTimeout(() => this.#kill(child), this.#limits.idleMilliseconds).unref();
  }

  #kill(child: ChildProcess): void {
    if (this.#child === child) this.#child = undefined;
    child.kill('SIGKILL');
  }
}
