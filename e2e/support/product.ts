import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildProgram } from '../../server/platform/build-program.ts';
import { buildFrontEnds } from '../../server/platform/front-ends.ts';
import { startEmbeddedPostgres } from '../../server/platform/postgres/start-embedded-postgres.ts';
import { copyFilledFolder } from './filled-folder.ts';
import { untilPicturesAreCut } from './pictures-are-cut.ts';

/** An account of the demonstration, as `demo-accounts.json` lists it. */
export interface DemoAccount {
  readonly role: string;
  readonly place: string;
  readonly login: string;
  readonly password: string;
  readonly token: string;
  readonly totpSecret: string;
}

/** The product as a newcomer starts it: its own data folder with the demonstration, a free port, everything built. */
export interface Product extends AsyncDisposable {
  /** `http://localhost:49152` */
  readonly address: string;
  /** The demonstration's account with this login. */
  account(login: string): DemoAccount;
  /** The first account of a role. */
  holder(role: string): DemoAccount;
  /** Asks the API as this account, through its token. */
  ask<T>(account: DemoAccount, path: string): Promise<T>;
  /** Sends to the API as this account, through its token. */
  send<T>(account: DemoAccount, path: string, body: unknown): Promise<T>;
  /** Runs `cli` beside it on the same folder, with a line typed in where one is asked for; answers what it printed. Throws when it does not end well. */
  command(words: readonly string[], typed?: string): Promise<string>;
  /** Waits until these paths answer. */
  ready(paths: readonly string[]): Promise<void>;
  /** Where it keeps its data: the files of accounts, the spool of letters. */
  readonly folder: string;
  /** Of the program itself. */
  readonly processId: number;
  /** Everything it printed. */
  output(): string;
}

const root = resolve(import.meta.dirname, '../..');
const readyWithinMilliseconds = 900_000;
// 40 s on two quiet cores.
const filledWithinMilliseconds = 900_000;

interface Wishes {
  readonly paths?: readonly string[];
  readonly demonstration?: boolean;
  /** Settings beside those of every journey. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts the real program on a data folder of its own, in which the demonstration is complete, and waits until the screens of a journey (`paths`) are there; without the demonstration the folder is empty, so there is no county, and no screen, yet.
 *  The folder is a copy of one that was filled once for all journeys. */
export async function startProduct(wishes: Wishes = {}): Promise<Product> {
  const varDirectory = await mkdtemp(join(tmpdir(), 'xiangyin-journey-'));
  const remove = (): Promise<void> => rm(varDirectory, { recursive: true, force: true });
  try {
    if (wishes.demonstration ?? true) await copyFilledFolder(root, varDirectory, fill);
    const product = await startIn(varDirectory, wishes);
    return {
      ...product,
      async [Symbol.asyncDispose]() {
        await product[Symbol.asyncDispose]();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Fills the folder that journeys copy, unless it is there, and sees that they meet the front ends and the program of these sources: a run does it once, before the time of any journey counts. */
export async function prepareProduct(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'xiangyin-journey-'));
  try {
    // Built beside the filling, which waits for it: every journey does. A product serves its earlier build until the next is done; a journey would see the one and be torn away to the other.
    await Promise.all([buildFrontEnds().then(() => buildProgram()), copyFilledFolder(root, directory, fill)]);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

// The program leaves after five seconds at the latest; on a busy machine its database may still be closing then, or not know of it, and half of it would be copied.
async function fill(varDirectory: string): Promise<void> {
  await load(varDirectory);
  const directory = join(varDirectory, 'postgres');
  const isOpen = (): boolean => existsSync(join(directory, 'data', 'postmaster.pid'));
  const until = Date.now() + 60_000;
  while (isOpen() && Date.now() < until) await pause(200);
  if (!isOpen()) return;
  const server = await startEmbeddedPostgres({ directory });
  while (!(await server.stop({ force: true }))) await pause(200);
}

// Everything that a first start makes: the demonstration with all copies of its pictures, the front ends.
async function load(varDirectory: string): Promise<void> {
  await mkdir(varDirectory, { mode: 0o700 });
  await using product = await startIn(varDirectory, { paths: ['/', '/console/', '/console/phone/'] });
  const until = Date.now() + filledWithinMilliseconds;
  while (!product.output().includes('pictures of the demonstration are complete')) {
    if (Date.now() > until)
      throw new Error(`the demonstration was not complete in time\n${product.output().slice(-4_000)}`);
    await pause(200);
  }
  await untilPicturesAreCut(varDirectory);
}

async function startIn(
  varDirectory: string,
  { paths = ['/console/'], demonstration = true, settings = {} }: Wishes,
): Promise<Product> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const environment = {
    ...process.env,
    // Each on the PostgreSQL of its own folder, also where the suites are given one.
    DATABASE_URL: '',
    DATABASE_ADMIN_URL: '',
    NODE_ENV: 'production',
    // Not what whoever runs this has set for themselves.
    XIANGYIN_CONFIG: 'off',
    // However little room the machine has.
    LEAST_ROOM_MB: '0',
    PORT: String(port),
    XIANGYIN_VAR: varDirectory,
    ...(demonstration ? {} : { DEMONSTRATION: 'off' }),
    ...settings,
  };
  const accountsFile = join(varDirectory, 'demo-accounts.json');
  const loaded = (): boolean => !demonstration || existsSync(accountsFile);
  const child = spawn(process.execPath, [join(root, 'server/main.ts')], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const dispose = async () => {
    child.kill('SIGTERM');
    const slow = pause(60_000, 'slow' as const, { ref: false });
    if ((await Promise.race([ended, slow])) !== 'slow') return;
    child.kill('SIGKILL');
    throw new Error(`the product did not end when it was told to\n${said.slice(-4_000)}`);
  };
  try {
    await untilReady([`${address}/readyz`, ...paths.map((path) => address + path)], loaded, () => child.exitCode);
  } catch (error) {
    await dispose();
    throw new Error(`${String(error)}\n${said.slice(-4_000)}`, { cause: error });
  }
  const accounts = demonstration ? (JSON.parse(readFileSync(accountsFile, 'utf8')) as DemoAccount[]) : [];
  const found = (account: DemoAccount | undefined, what: string): DemoAccount => {
    if (!account) throw new Error(`the demonstration has no ${what}`);
    return account;
  };
  return {
    address,
    account: (login) =>
      found(
        accounts.find((one) => one.login === login),
        login,
      ),
    holder: (role) =>
      found(
        accounts.find((one) => one.role === role),
        role,
      ),
    ask: async <T>(account: DemoAccount, path: string) => {
      const response = await fetch(`${address}/api/v1${path}`, {
        headers: { authorization: `Bearer ${account.token}` },
      });
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as T;
    },
    send: async <T>(account: DemoAccount, path: string, body: unknown) => {
      const response = await fetch(`${address}/api/v1${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${account.token}`,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as T;
    },
    command: (words, typed = '') => runCommand(environment, words, typed),
    ready: (wanted) =>
      untilReady(
        wanted.map((path) => address + path),
        loaded,
        () => child.exitCode,
      ),
    folder: varDirectory,
    processId: child.pid ?? 0,
    output: () => said,
    [Symbol.asyncDispose]: dispose,
  };
}

function runCommand(environment: NodeJS.ProcessEnv, words: readonly string[], typed: string): Promise<string> {
  return new Promise((done, fail) => {
    const command = spawn(process.execPath, [join(root, 'server/cli.ts'), ...words], { cwd: root, env: environment });
    let said = '';
    for (const stream of [command.stdout, command.stderr])
      stream.on('data', (text: Buffer) => (said += text.toString()));
    command.once('error', fail);
    command.once('exit', (code) =>
      code === 0 ? done(said) : fail(new Error(`${words.join(' ')} ended with ${code}: ${said}`)),
    );
    command.stdin.end(`${typed}\n`);
  });
}

async function untilReady(
  addresses: readonly string[],
  loaded: () => boolean,
  exitCode: () => number | null,
): Promise<void> {
  const until = Date.now() + readyWithinMilliseconds;
  while (Date.now() < until) {
    if (exitCode() !== null) throw new Error(`the product ended with ${exitCode()}`);
    if (loaded() && (await Promise.all(addresses.map(answers))).every(Boolean)) return;
    await pause(250);
  }
  throw new Error('the product was not ready in time');
}

const answers = (address: string): Promise<boolean> =>
  fetch(address, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
