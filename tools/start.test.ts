import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

/** A project without dependencies, so that the real npm installs it without a network. */
const project = await mkdtemp(join(tmpdir(), 'xy-start-'));
after(() => rm(project, { recursive: true, force: true }));

const packageJson = { name: 'small', version: '1.0.0', private: true, type: 'module', workspaces: ['server'] };
// It speaks once it listens: a signal is sent as soon as it is heard.
const program = `
if (process.env.STAY) {
  process.on('SIGINT', () => console.log('SIGINT'));
  process.on('SIGTERM', () => { console.log('SIGTERM'); process.exit(7); });
  setInterval(() => {}, 1_000);
}
console.log('program', process.env.NODE_ENV, ...process.argv.slice(2));`;

await mkdir(join(project, 'server'));
await copyFile(join(import.meta.dirname, '..', 'start.mjs'), join(project, 'start.mjs'));
await writeFile(join(project, 'package.json'), JSON.stringify(packageJson));
await writeFile(join(project, 'server', 'package.json'), JSON.stringify({ name: 'server', version: '1.0.0' }));
await writeFile(join(project, '.npmrc'), 'audit=false\n');
await writeFile(join(project, 'server', 'main.ts'), program);
await writeFile(join(project, 'server', 'cli.ts'), program);
await writeLockfile({});

async function writeLockfile(more: Record<string, unknown>): Promise<void> {
  const packages = {
    '': packageJson,
    'node_modules/server': { resolved: 'server', link: true },
    server: { version: '1.0.0' },
    ...more,
  };
  const lockfile = { name: 'small', version: '1.0.0', lockfileVersion: 3, requires: true, packages };
  await writeFile(join(project, 'package-lock.json'), JSON.stringify(lockfile));
}

interface Started {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

/** Words are arguments, the rest is what stands in the environment. */
const start = (...asked: (string | Record<string, string>)[]): Started => startFrom(project, ...asked);

function startFrom(folder: string, ...asked: (string | Record<string, string>)[]): Started {
  const { npm_lifecycle_event: _, XIANGYIN_VAR: __, ...env } = process.env;
  const args = asked.filter((one) => typeof one === 'string');
  const child = spawn(process.execPath, [join(folder, 'start.mjs'), ...args], {
    env: Object.assign(env, ...asked.filter((one) => typeof one !== 'string')),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  return { child, output: () => output, ended };
}

async function until(started: Started, words: RegExp): Promise<void> {
  for (let waited = 0; !words.test(started.output()); waited += 20) {
    assert.ok(waited < 20_000, `waiting for ${words.source} in: ${started.output()}`);
    await pause(20);
  }
}

test('the first start installs, two at once install once, and the next one has nothing to do', async () => {
  const both = [start(), start()];
  assert.deepEqual(await Promise.all(both.map(({ ended }) => ended)), [0, 0]);
  const outputs = both.map(({ output }) => output()).join('');
  assert.equal(outputs.match(/Packages installed/g)?.length, 1);
  assert.equal(outputs.match(/program production/g)?.length, 2);
  assert.ok(!existsSync(join(project, '.installing')) && !existsSync(join(project, '.installing.lock')));
  assert.equal((await stat(join(project, 'var'))).mode & 0o777, 0o700);

  const next = start('cli', 'doctor');
  assert.equal(await next.ended, 0);
  assert.equal(next.output(), 'program production doctor\n');
});

test('packages that a developer put there are taken as they are', async () => {
  await rm(join(project, 'node_modules', '.xiangyin-installed'));
  const started = start();
  assert.equal(await started.ended, 0);
  assert.doesNotMatch(started.output(), /Installing/);
});

test('a lock left by a killed installation is taken over', async () => {
  await rm(join(project, 'node_modules'), { recursive: true });
  await writeFile(join(project, '.installing.lock'), JSON.stringify({ pid: process.ppid, startedTicks: '1' }));
  const started = start();
  assert.equal(await started.ended, 0);
  assert.match(started.output(), /Packages installed/);
});

test('a lock in which nothing stands, left on a full disk, is taken over after a moment', async () => {
  await rm(join(project, 'node_modules'), { recursive: true });
  const lock = join(project, '.installing.lock');
  await writeFile(lock, '');
  const aMinuteAgo = new Date(Date.now() - 60_000);
  await utimes(lock, aMinuteAgo, aMinuteAgo);
  const started = start();
  await until(started, /Packages installed/);
  assert.equal(await started.ended, 0);
});

test('signals reach the program once, and its exit code comes back', async () => {
  const started = start({ STAY: '1' });
  await until(started, /program/);
  started.child.kill('SIGINT');
  started.child.kill('SIGINT');
  await until(started, /SIGINT/);
  await pause(1_100);
  started.child.kill('SIGTERM');
  assert.equal(await started.ended, 7);
  assert.equal(started.output().match(/SIGINT/g)?.length, 1);
});

/** What `cli upgrade` says while it works, as of this process. */
async function upgrading(isExchanging: boolean): Promise<void> {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => null);
  const startedTicks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  await mkdir(join(project, '.upgrade'), { recursive: true });
  await writeFile(
    join(project, '.upgrade', 'under-way.json'),
    JSON.stringify({ pid: process.pid, startedTicks, isExchanging }),
  );
}

test('a program that asks to come back is started again from what lies there by then, once the exchange is done, and is told to end like any other', async () => {
  await writeFile(
    join(project, 'server', 'main.ts'),
    `process.on('SIGUSR2', () => process.exit(75)); setInterval(() => {}, 1_000); console.log('the earlier', process.pid);`,
  );
  const started = start({ STAY: '1' });
  await until(started, /the earlier \d+/);
  await upgrading(true);
  process.kill(Number(/the earlier (\d+)/.exec(started.output())?.[1]), 'SIGUSR2');
  await until(started, /exchanging the files/);
  await writeFile(join(project, 'server', 'main.ts'), `console.log('the later');${program}`);
  await pause(700);
  assert.doesNotMatch(started.output(), /the later/);
  await upgrading(false);
  await until(started, /the later[^]*program production/);
  started.child.kill('SIGTERM');
  assert.equal(await started.ended, 7);
  assert.equal(started.output().match(/SIGTERM/g)?.length, 1);
});

test('what is begun while files are exchanged waits for them, and installs nothing in between', async () => {
  const lockfile = await readFile(join(project, 'package-lock.json'), 'utf8');
  await upgrading(true);
  // The sources are there, their packages not yet.
  await writeFile(join(project, 'package-lock.json'), `${lockfile}\n`);
  const begun = start('cli', 'doctor');
  await until(begun, /exchanging the files/);
  await writeFile(join(project, 'package-lock.json'), lockfile);
  await upgrading(false);
  assert.equal(await begun.ended, 0, begun.output());
  assert.match(begun.output(), /program production doctor/);
  assert.doesNotMatch(begun.output(), /Installing/);
});

test('a version that ends with an error while it is tried is counted and tried again; without an upgrade its error is the end', async () => {
  await upgrading(false);
  await writeFile(join(project, 'server', 'main.ts'), `console.log('fallen'); process.exit(3);`);
  const tried = start();
  await until(tried, /fallen[^]*fallen/);
  assert.match(await readFile(join(project, '.upgrade', 'falls'), 'utf8'), /^(?:3\n)+$/);
  await writeFile(join(project, 'server', 'main.ts'), program);
  assert.equal(await tried.ended, 0);
  assert.match(tried.output(), /program production/);
  await rm(join(project, '.upgrade'), { recursive: true });
  await writeFile(join(project, 'server', 'main.ts'), `process.exit(3);`);
  assert.equal(await start().ended, 3);
  await writeFile(join(project, 'server', 'main.ts'), program);
});

test('packages are not exchanged under a running program', async () => {
  await mkdir(join(project, 'var', 'run'), { recursive: true });
  const note = join(project, 'var', 'run', 'instance.json');
  await writeFile(note, JSON.stringify({ pid: process.pid, startedTicks: null }));
  await writeFile(join(project, 'node_modules', '.xiangyin-installed'), 'an earlier lockfile');
  const started = start();
  assert.equal(await started.ended, 1);
  assert.match(started.output(), new RegExp(`running \\(process ${process.pid}\\)`));

  // The version that an upgrade gets ready beside has its own, and installs them under the program that goes on.
  const beside = join(project, '.upgrade', 'next');
  await mkdir(join(beside, 'server'), { recursive: true });
  for (const file of [
    'start.mjs',
    '.npmrc',
    'package.json',
    'package-lock.json',
    'server/package.json',
    'server/cli.ts',
  ])
    await copyFile(join(project, file), join(beside, file));
  const next = startFrom(beside, 'cli', '--help', { XIANGYIN_VAR: join(project, 'var') });
  assert.equal(await next.ended, 0, next.output());
  assert.match(next.output(), /Packages installed[^]*program production --help/);
  await rm(join(project, '.upgrade'), { recursive: true });
  await rm(note);
});

test('a user whose home is not there, or not theirs, installs with a cache beside', async () => {
  await rm(join(project, 'node_modules'), { recursive: true });
  // An npm that only tells where it keeps its cache. Nobody may make a folder where its own one would be.
  const npm = join(project, 'npm-cli.cjs');
  await writeFile(
    npm,
    `const { mkdirSync, writeFileSync } = require('node:fs');
     const [verb, , name] = process.argv.slice(2);
     const cache = process.env.npm_config_cache;
     if (verb === 'config') console.log(name === 'cache' ? cache : 'http://127.0.0.1:9/');
     else if (cache.endsWith('of-root')) { console.error('npm error code EACCES'); process.exit(243); }
     else { mkdirSync(cache, { recursive: true }); mkdirSync('node_modules/seen', { recursive: true }); writeFileSync('node_modules/seen/cache', cache); }`,
  );
  const started = start({ npm_execpath: npm, npm_config_cache: '/sys/nobody/.npm' });
  assert.equal(await started.ended, 0, started.output());
  assert.match(
    await readFile(join(project, 'node_modules', 'seen', 'cache'), 'utf8'),
    new RegExp(`^${project}/\\.installing/\\d+/cache$`),
  );
  assert.ok(!existsSync(join(project, '.installing')));
  // One that is theirs, but in which root has made folders.
  await rm(join(project, 'node_modules'), { recursive: true });
  const again = start({ npm_execpath: npm, npm_config_cache: join(project, 'of-root') });
  assert.equal(await again.ended, 0, again.output());
  await rm(npm);
  await rm(join(project, 'node_modules'), { recursive: true });
  assert.equal(await start().ended, 0);
});

test('a package that cannot be had is said in plain words, and what was there stays', async () => {
  const missing = { version: '1.0.0', integrity: 'sha512-AAAA' };
  await writeFile(
    join(project, 'package.json'),
    JSON.stringify({ ...packageJson, dependencies: { 'not-to-be-had': '1.0.0' } }),
  );
  await writeLockfile({
    '': { ...packageJson, dependencies: { 'not-to-be-had': '1.0.0' } },
    'node_modules/not-to-be-had': missing,
  });
  await writeFile(join(project, '.npmrc'), 'audit=false\nregistry=http://127.0.0.1:9/\nfetch-retries=0\n');
  const started = start();
  assert.equal(await started.ended, 1);
  assert.match(started.output(), /ECONNREFUSED[^]*软件包没有装上[^]*nothing was left half done/);
  assert.ok(existsSync(join(project, 'node_modules', '.package-lock.json')));
  assert.ok(!existsSync(join(project, '.installing')));
});

test('an unknown command is named with those there are', async () => {
  const started = start('strat');
  assert.equal(await started.ended, 2);
  assert.match(started.output(), /no command "strat"[^]*start\|cli\|test\|check\|bench/);
});

test('what the start does not know is refused before anything is installed, and its help starts nothing', async () => {
  const strange = start('--port', '9000');
  assert.equal(await strange.ended, 2);
  assert.match(strange.output(), /Starting does not take "--port 9000"[^]*settings\.md/);
  for (const asked of [start('--help'), start('start', '--help')]) {
    assert.equal(await asked.ended, 0);
    assert.match(asked.output(), /Usage: node start\.mjs \[start\|cli[^]*settings\.md/);
    assert.doesNotMatch(asked.output(), /program/);
  }
});

test('the lockfile holds an integrity for every package, and names no registry', async () => {
  const text = await readFile(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, { link?: boolean; integrity?: string }> };
  const installed = Object.entries(packages).filter(([path, entry]) => path.includes('node_modules/') && !entry.link);
  assert.ok(installed.length > 100);
  assert.deepEqual(
    installed.filter(([, entry]) => !entry.integrity).map(([path]) => path),
    [],
  );
  assert.doesNotMatch(text, /"resolved": "http/);
});

test('the lockfile is complete for every platform, or npm ci would refuse it everywhere', async () => {
  const text = await readFile(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const present = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  assert.ok(wanted.length > 50);
  assert.deepEqual(
    wanted.filter((name) => !present.has(name)),
    [],
  );
});
