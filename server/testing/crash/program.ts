import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import type { TestWorld } from '../world.ts';

/** What came back over HTTP; `status` 0: the connection broke, and `text` says how. */
export interface Heard {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The program in a process of its own, on the world's database. */
export class Program implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  #said = '';
  port = 0;
  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#exited = once(child, 'exit');
    child.stderr?.on('data', (data: Buffer) => void (this.#said += data.toString()));
  }

  /** Starts it at the county time `start`, which was at the real millisecond `base`; `failpoints` as XIANGYIN_FAILPOINTS takes them. */
  static async start(county: TestWorld, time: { start: string; base: number }, failpoints = ''): Promise<Program> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts')], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        CRASH_DATABASE: county.app.settings.databaseUrl,
        CRASH_VAR: county.app.settings.varDirectory,
        CRASH_START: time.start,
        CRASH_BASE: String(time.base),
        CRASH_SMTP: county.app.settings.smtpUrl ?? '',
        CRASH_WECHAT: county.app.settings.wechatAddress ?? '',
        XIANGYIN_FAILPOINTS: failpoints,
      },
    });
    const program = new Program(child);
    program.port = await program.#readPort();
    return program;
  }

  #readPort(): Promise<number> {
    return new Promise((resolve, reject) => {
      let out = '';
      this.#child.stdout?.on('data', (data: Buffer) => {
        out += data.toString();
        const port = /port (\d+)/.exec(out)?.[1];
        if (port) resolve(Number(port));
      });
      this.#child.once('exit', () => reject(new Error(`the program ended before it answered: ${this.#said}`)));
    });
  }

  /** All that it said to standard error, such as why it ended. */
  get said(): string {
    return this.#said;
  }

  /** Whether it runs, or how it ended: by itself, or by whose signal. */
  get fate(): string {
    const { exitCode, signalCode } = this.#child;
    if (signalCode !== null) return `the program was ended by ${signalCode}`;
    return exitCode === null ? 'the program runs' : `the program ended with ${exitCode}`;
  }

  /** Whether the failpoint was reached. */
  hit(name: string): boolean {
    return this.#said.includes(`failpoint ${name} hit`);
  }

  /** Waits until the failpoint was reached. Throws after some seconds. */
  async untilHit(name: string, seconds = 180): Promise<void> {
    const end = Date.now() + seconds * 1_000;
    while (!this.hit(name)) {
      if (Date.now() > end) throw new Error(`the failpoint ${name} was not reached`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  get exited(): Promise<unknown> {
    return this.#exited;
  }

  /** Posts as somebody with this cookie; never throws. */
  post(path: string, body: unknown, options: { cookie: string; key: string }): Promise<Heard> {
    return new Promise((resolve) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method: 'POST',
          path: `/api/v1${path}`,
          timeout: 30_000,
          // A connection of its own: one kept from before may be closed by its idle time just as it is used again.
          agent: false,
          headers: {
            host: 'one.test',
            origin: 'http://one.test',
            cookie: options.cookie,
            'content-type': 'application/json',
            'idempotency-key': options.key,
          },
        },
        (answer) => {
          let text = '';
          answer.on('data', (data: Buffer) => void (text += data.toString()));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
          answer.on('error', broken);
        },
      );
      const broken = (error: Error): void => resolve({ status: 0, text: String(error), headers: {} });
      asked.on('error', broken);
      asked.on('timeout', () => asked.destroy(new Error('no answer within 30 s')));
      asked.end(JSON.stringify(body));
    });
  }

  /** Ends it with SIGKILL; harmless where it ended already. */
  async kill(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGKILL');
      await this.#exited;
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.kill();
  }
}
