import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestWorld } from '../world.ts';

/** What the program answered. */
export interface Told {
  readonly status: number;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly cookie: string;
}

/** The program in a process of its own on a county's database, whose clock leaps at a word: `await using program = await ClockedProgram.start(county)`. */
export class ClockedProgram implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  #offset = 0;
  #port = '';
  #said = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#exited = once(child, 'exit');
    child.stderr?.on('data', (data: Buffer) => void (this.#said += data.toString()));
  }

  static async start(county: TestWorld): Promise<ClockedProgram> {
    const hook = new URL('leaping-clock.ts', import.meta.url).href;
    const child = spawn(process.execPath, ['--import', hook, join(import.meta.dirname, 'child.ts')], {
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        CLOCK_DATABASE: county.app.settings.databaseUrl,
        CLOCK_VAR: county.app.settings.varDirectory,
      },
    });
    const program = new ClockedProgram(child);
    program.#port = await program.#readPort();
    return program;
  }

  async #readPort(): Promise<string> {
    if (this.#child.stdout)
      for await (const line of createInterface(this.#child.stdout)) {
        const port = /^port (\d+)/.exec(line)?.[1];
        if (port) return port;
      }
    throw new Error(`the program ended before it answered: ${this.#said}`);
  }

  /** Lets its clock leap to so many hours before or after the true time. */
  async leap(hours: number): Promise<void> {
    this.#offset = hours * 3_600_000;
    await this.#tell({ offset: this.#offset });
  }

  /** What its clock shows. */
  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** One turn of a recurring work, at once. */
  turn(name: string): Promise<void> {
    return this.#tell({ turn: name });
  }

  async #tell(message: Record<string, unknown>): Promise<void> {
    const heard = once(this.#child, 'message');
    this.#child.send(message);
    await heard;
  }

  /** All that stands in its log. */
  get said(): string {
    return this.#said;
  }

  get(path: string, cookie = ''): Promise<Told> {
    return this.#ask('GET', path, undefined, { cookie });
  }

  post(path: string, body: unknown, options: { cookie?: string; key?: string } = {}): Promise<Told> {
    return this.#ask('POST', path, body, options);
  }

  async #ask(
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    { cookie = '', key = randomUUID() }: { cookie?: string; key?: string },
  ): Promise<Told> {
    const headers = {
      host: 'one.test',
      ...(cookie ? { cookie } : {}),
      ...(method === 'GET' ? {} : { origin: 'http://one.test', 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ host: '127.0.0.1', port: this.#port, method, path: `/api/v1${path}`, headers }, resolve)
        .on('error', reject)
        .end(body === undefined ? undefined : JSON.stringify(body));
    });
    const text = (await answer.setEncoding('utf8').toArray()).join('');
    return {
      status: answer.statusCode ?? 0,
      text,
      body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
      cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGKILL');
      await this.#exited;
    }
  }
}
