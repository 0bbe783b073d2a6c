import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, lstat, mkdir, mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { asAnotherUser, nobody } from '../server/testing/peers/another-user.ts';
import { until } from '../server/testing/until.ts';

const root = join(import.meta.dirname, '..');
const user = asAnotherUser();

/** A clone that belongs to somebody who is not root, under a folder that only they may enter, with blanks and Chinese signs in its path. Its packages are those of this checkout, which it may not write to. */
async function clone(): Promise<{ home: string; project: string }> {
  const home = await mkdtemp(join(tmpdir(), 'xy-first-'));
  after(() => rm(home, { recursive: true, force: true }));
  const project = join(home, '乡 音', 'a folder');
  const isLeftOut = (path: string): boolean =>
    /^(?:var|node_modules|bench|docs|e2e|\.git|\.installing.*|\.upgrade)(?:\/|$)/.test(relative(root, path));
  await mkdir(project, { recursive: true });
  await cp(root, project, { recursive: true, verbatimSymlinks: true, filter: (path) => !isLeftOut(path) });
  await linkPackages(join(root, 'node_modules'), join(project, 'node_modules'));
  await promisify(execFile)('chown', ['--recursive', '--no-dereference', `${nobody}:${nobody}`, home]);
  return { home, project };
}

// A folder of the user's own, in which what builds the pages keeps its notes; the product's own packages are the clone's.
async function linkPackages(from: string, to: string): Promise<void> {
  await mkdir(join(to, '@xiangyin'), { recursive: true });
  for (const name of await readdir(from))
    if (name !== '@xiangyin' && !name.startsWith('.vite')) await symlink(join(from, name), join(to, name));
  for (const name of ['console', 'document', 'server', 'site'])
    await symlink(join('..', '..', name), join(to, '@xiangyin', name));
}

interface Started {
  readonly child: ChildProcess;
  said(): string;
  readonly ended: Promise<number | null>;
}

/** `node start.mjs` with almost nothing in its surroundings: no HOME, and what it makes is for nobody else (umask 077). */
function start(project: string, before: readonly string[], surroundings: Record<string, string>): Started {
  const [command, ...args] = [...before, 'sh', '-c', 'umask 077; exec "$0" start.mjs', process.execPath];
  const child = spawn(command, args, {
    cwd: project,
    env: {
      PATH: process.env['PATH'] ?? '',
      XIANGYIN_CONFIG: 'off',
      LEAST_ROOM_MB: '0',
      DEMONSTRATION: 'off',
      ...surroundings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  return { child, said: () => said, ended };
}

async function freePort(): Promise<string> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return String(port);
}

/** What in a folder belongs to somebody else than the user, relative to it. */
async function foreign(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const owners = await Promise.all(
    // PostgreSQL comes and goes with its files.
    names.map(
      async (name) =>
        [
          name,
          await lstat(join(folder, name)).then(
            ({ uid }) => uid,
            () => nobody,
          ),
        ] as const,
    ),
  );
  return owners.filter(([, uid]) => uid !== nobody).map(([name]) => name);
}

if (user) {
  const { home, project } = await clone();

  test('a user who is not root starts a fresh clone under a folder of mode 0700, and root does not take it over', async () => {
    assert.equal((await stat(home)).mode & 0o777, 0o700);
    const surroundings = { PORT: await freePort() };
    const started = start(project, user, surroundings);
    for (const step of [/✓ .* · database/, /✓ .* · demonstration/, /is ready/]) {
      await until(() => step.test(started.said()) || started.child.exitCode !== null, started.said);
      assert.match(started.said(), step);
    }
    assert.equal((await fetch(`http://127.0.0.1:${surroundings.PORT}/readyz`)).status, 200);
    const folder = join(project, 'var');
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
    assert.deepEqual(await foreign(folder), []);

    for (const again of [user, []]) {
      const second = start(project, again, surroundings);
      assert.equal(await second.ended, 0, second.said());
      assert.match(second.said(), new RegExp(`already running: http://localhost:${surroundings.PORT}`));
    }

    started.child.kill('SIGTERM');
    assert.equal(await started.ended, 0, started.said());
    const byRoot = start(project, [], surroundings);
    assert.equal(await byRoot.ended, 1);
    assert.match(byRoot.said(), /属于另一个用户[^]*belongs to another user[^\n]*postgres\s*$/);
    // Node keeps what it compiled by user.
    assert.deepEqual(
      (await foreign(folder)).filter((name) => !name.startsWith('cache/compiled/')),
      [],
    );
  });

  test('a folder that the user may not write to is named, with what to do and without a stack', async () => {
    const own = join(home, 'of root');
    await mkdir(own, { mode: 0o755 });
    const started = start(project, user, { PORT: await freePort(), XIANGYIN_VAR: join(own, 'var') });
    assert.equal(await started.ended, 1);
    assert.match(started.said(), /of root\/var 没有写的权限[^]*may not be written by this user/);
    assert.doesNotMatch(started.said(), /\n\s+at /);
  });
}
