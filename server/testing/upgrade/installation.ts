import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runningInstances } from '#platform/instance';
import { git, gitOrNull } from '../../upgrade/git.ts';
import { borrowPackages } from '../../upgrade/new-tree.ts';
import { runUpgrade } from '../../upgrade/upgrade.ts';

const checkout = resolve(import.meta.dirname, '../../..');
const leftOut = new Set(['node_modules', 'var', '.git', 'output', '.upgrade']);

/** A county's installation as `deploy/README.md` makes it: a clone of git with a real county, running as two processes of one folder, each under its start.mjs: the pages, and the work behind them. Its versions are commits made by the test. */
export class Installation implements AsyncDisposable {
  readonly root: string;
  readonly variables: Record<string, string>;
  readonly #programs: readonly ChildProcess[];
  #said = '';

  private constructor(root: string, variables: Record<string, string>, workPort: number) {
    this.root = root;
    this.variables = variables;
    this.#programs = [
      this.#begin({ XIANGYIN_ROLES: 'web' }),
      this.#begin({ XIANGYIN_ROLES: 'worker,collab', PORT: String(workPort) }),
    ];
  }

  #begin(own: Record<string, string>): ChildProcess {
    const program = spawn(process.execPath, [join(this.root, 'start.mjs')], {
      cwd: this.root,
      env: { ...this.variables, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [program.stdout, program.stderr])
      stream.on('data', (chunk: Buffer) => void (this.#said += chunk.toString()));
    return program;
  }

  static async start(): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), 'xy-upgrade-'));
    const root = join(folder, 'program');
    await copyCheckout(root);
    const port = await freePort();
    const { XIANGYIN_STARTER: _, DATABASE_URL: __, DATABASE_ADMIN_URL: ___, ...surroundings } = process.env;
    const variables = {
      ...(surroundings as Record<string, string>),
      NODE_ENV: 'production',
      XIANGYIN_VAR: join(folder, 'data'),
      XIANGYIN_CONFIG: 'off',
      DEMONSTRATION: 'off',
      BACKUP_NIGHTLY: 'off',
      LEAST_ROOM_MB: '0',
      PORT: String(port),
      PUBLIC_ADDRESS: `http://localhost:${port}`,
    };
    await command(root, variables, [
      'county',
      'add',
      '--slug=lishui',
      '--name-zh=漓水县',
      '--name-en=Lishui',
      '--publisher-zh=漓水县融媒体中心',
      '--publisher-en=Lishui Media Centre',
      '--phone=0533-12345',
    ]);
    const installation = new Installation(root, variables, await freePort());
    await installation.until(
      async () =>
        (await installation.ask('/readyz'))?.status === 200 &&
        (await runningInstances(variables['XIANGYIN_VAR'])).size === 2,
    );
    return installation;
  }

  get address(): string {
    return this.variables['PUBLIC_ADDRESS'] ?? '';
  }

  /** What its processes printed so far. */
  output(): string {
    return this.#said;
  }

  /** Status and text; null where nobody answers. */
  async ask(path: string): Promise<{ status: number; text: string } | null> {
    return fetch(this.address + path, { signal: AbortSignal.timeout(20_000) }).then(
      async (answer) => ({ status: answer.status, text: await answer.text() }),
      () => null,
    );
  }

  /** Makes a later version out of the present one by changing files (path → text, or a change of what stands there), and goes on with the present one. */
  async release(tag: string, files: Record<string, string | ((text: string) => string)>): Promise<void> {
    const branch = await gitOrNull(this.root, 'symbolic-ref', '--quiet', '--short', 'HEAD');
    const present = branch ? [branch] : ['--detach', await git(this.root, 'rev-parse', 'HEAD')];
    await git(this.root, 'checkout', '--quiet', '--detach');
    for (const [path, text] of Object.entries(files)) {
      const whole = join(this.root, path);
      await writeFile(whole, typeof text === 'string' ? text : text(await readFile(whole, 'utf8')));
    }
    await git(this.root, 'add', '--all');
    await git(this.root, ...me, 'commit', '--quiet', '--message', tag);
    await git(this.root, 'tag', tag);
    await git(this.root, 'checkout', '--quiet', ...present);
  }

  /** Runs `cli upgrade`; answers its exit code (1 where it threw) and its lines, each with when it was said. */
  async upgrade(
    ...words: string[]
  ): Promise<{ code: number; said: string; saidAt(words: RegExp): number | undefined }> {
    const lines: { at: number; line: string }[] = [];
    const flags = Object.fromEntries(
      words.map((word): [string, string | true] => {
        const [name = '', value] = word.split('=');
        return [name, value ?? true];
      }),
    );
    const say = (line: string): void => void lines.push({ at: Date.now(), line });
    const call = { variables: this.variables, say, flags: { 'without-keys': true as const, ...flags } };
    const code = await runUpgrade(call, this.root).catch((error: unknown) => {
      say(String(error));
      return 1;
    });
    return {
      code,
      said: lines.map(({ line }) => line).join('\n'),
      saidAt: (sought) => lines.find(({ line }) => sought.test(line))?.at,
    };
  }

  /** Begins a command beside the program, which reads what it asks for from its standard input. */
  begin(...words: string[]): ChildProcess {
    return spawn(process.execPath, [join(this.root, 'start.mjs'), 'cli', ...words], {
      cwd: this.root,
      env: this.variables,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
  }

  /** Whether an upgrade exchanges the files, or is about to. */
  async isExchanging(): Promise<boolean> {
    const said = await readFile(join(this.root, '.upgrade', 'under-way.json'), 'utf8').catch(() => '{}');
    return (JSON.parse(said) as { isExchanging?: boolean }).isExchanging === true;
  }

  async until(isSo: () => Promise<boolean>, milliseconds = 300_000): Promise<void> {
    const end = Date.now() + milliseconds;
    while (!(await isSo())) {
      if (Date.now() > end || this.#programs.some(({ exitCode }) => exitCode !== null))
        throw new Error(`the installation did not come to it:\n${this.#said.slice(-4_000)}`);
      await pause(100);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const program of this.#programs) {
      const ended = once(program, 'exit');
      if (program.exitCode !== null) continue;
      program.kill('SIGTERM');
      await ended;
    }
    await rm(resolve(this.root, '..'), { recursive: true, force: true, maxRetries: 20, retryDelay: 300 });
  }
}

const me = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];

async function copyCheckout(root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  await cp(checkout, root, {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => !leftOut.has(basename(path)),
  });
  await borrowPackages(checkout, root);
  await git(root, 'init', '--quiet', '--initial-branch=main');
  await git(root, 'add', '--all');
  await git(root, ...me, 'commit', '--quiet', '--message', 'v0.1.0');
  await git(root, 'tag', 'v0.1.0');
}

function command(root: string, variables: Record<string, string>, words: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'start.mjs'), 'cli', ...words], { cwd: root, env: variables });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`${words[0]} ended with ${code}: ${said}`))));
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
