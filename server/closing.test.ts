import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '#testing';
import { Closing, Ended } from './closing.ts';

test('what was opened last is closed first; what a start opens while all is being closed is closed too, and the start ends there', async () => {
  const closing = new Closing();
  const closed: string[] = [];
  const opened = Promise.withResolvers<void>();
  const isOpen = (name: string): void => closing.push(async () => void closed.push(name));
  const start = async (): Promise<void> => {
    isOpen('door');
    isOpen('database');
    await opened.promise;
    isOpen('worker');
    closed.push('never reached');
  };
  const starting = start();
  const ended = closing.closeAll(starting);
  assert.ok(closing.signal.aborted);
  opened.resolve();
  await assert.rejects(starting, Ended);
  await ended;
  assert.deepEqual(closed, ['database', 'door', 'worker']);
});

test('told to end while its database is still starting, the program leaves none that runs', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'xy-ended-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { DATABASE_URL: _, DATABASE_ADMIN_URL: __, ...surroundings } = process.env;
  const program = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: {
      ...surroundings,
      NODE_ENV: 'production',
      XIANGYIN_VAR: folder,
      XIANGYIN_CONFIG: 'off',
      // For work alone: it opens no port.
      XIANGYIN_ROLES: 'worker',
      DEMONSTRATION: 'off',
      LEAST_ROOM_MB: '0',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complained = '';
  program.stderr.on('data', (text: Buffer) => (complained += text.toString()));
  const ended = once(program, 'close');
  const note = join(folder, 'postgres', 'data', 'postmaster.pid');
  await until(
    () => existsSync(note) || program.exitCode !== null,
    () => complained,
  );
  program.kill('SIGTERM');
  await ended;
  await until(() => !existsSync(note), 'its PostgreSQL goes on');
  assert.match(await readFile(join(folder, 'postgres', 'postgres.log'), 'utf8'), /database system is shut down\s*$/);
  assert.ok(!existsSync(join(folder, 'run', 'instance-worker.json')), 'nobody holds the folder any more');
  assert.equal(complained, '');
});

// A file on a disk without any room, which only Linux has at hand.
if (existsSync('/dev/full'))
  test('the program starts, works and ends well although there is no room for anything that it says', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'xy-mute-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const { DATABASE_URL: _, DATABASE_ADMIN_URL: __, ...surroundings } = process.env;
    const full = openSync('/dev/full', 'w');
    const program = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
      env: {
        ...surroundings,
        NODE_ENV: 'production',
        XIANGYIN_VAR: folder,
        XIANGYIN_CONFIG: 'off',
        XIANGYIN_ROLES: 'worker',
        DEMONSTRATION: 'off',
        LEAST_ROOM_MB: '0',
      },
      stdio: ['ignore', full, full],
    });
    closeSync(full);
    const ended = once(program, 'close');
    const claim = join(folder, 'run', 'instance-worker.json');
    const isAtWork = (): boolean => existsSync(claim) && readFileSync(claim, 'utf8').includes('"isAtWork":true');
    await until(() => isAtWork() || program.exitCode !== null);
    assert.equal(program.exitCode, null, 'it goes on');
    program.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
  });
