// Starts everything: installs what is missing, then runs the program asked for on the Node that belongs to this version.
// Plain old JavaScript without dependencies, for it runs on whatever Node (20.19 or newer) the machine has, before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.xiangyin-installed');
const INSTALL_LOCK = join(ROOT, 'var', 'install.lock');
const VAR = resolve(ROOT, process.env.XIANGYIN_VAR || 'var');

const PROGRAMS = {
  start: { file: 'server/main.ts', nodeEnv: 'production' },
  cli: { file: 'server/cli.ts', nodeEnv: 'production' },
  test: { file: 'tools/test.ts' },
  check: { file: 'tools/check.ts' },
  bench: { file: 'bench/run.ts', nodeEnv: 'production' },
};

const { verb, args } = readCommandLine(process.argv.slice(2));
requireHostNode();
await installWhatIsMissing();
await run(verb, args);

function readCommandLine([first, ...rest]) {
  if (first === undefined || first.startsWith('-')) return { verb: 'start', args: first === undefined ? [] : [first, ...rest] };
  if (Object.hasOwn(PROGRAMS, first)) return { verb: first, args: rest };
  giveUp(2, `没有“${first}”这个命令。 · There is no command "${first}".`, `用法 · Usage: node start.mjs [${Object.keys(PROGRAMS).join('|')}] …`);
}

function requireHostNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(1, `需要 Node 20.19 或更新版本，现在是 ${process.versions.node}。 · Node 20.19 or newer is needed; this is ${process.versions.node}.`);
}

// ── Installing ──────────────────────────────────────────────────────────────────────────────────────────────────

async function installWhatIsMissing() {
  if (isInstalled()) return;
  refuseUnderRunningInstance();
  const release = await takeInstallLock();
  try {
    // Another start may have done it while we waited; a developer's `npm install` leaves the right packages without our stamp.
    if (!isInstalled() && !adoptPresentPackages()) await install();
  } finally {
    release();
  }
}

function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockfileHash();
}

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

/** Whether npm's own list of what it installed says the same as the lockfile; packages for other machines are missing rightly. */
function adoptPresentPackages() {
  const present = readJson(join(MODULES, '.package-lock.json'))?.packages;
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages;
  if (!present || !wanted) return false;
  for (const [path, { version, integrity, optional, link }] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || link) continue;
    const found = present[path];
    if (!found ? !optional : found.version !== version || found.integrity !== integrity) return false;
    if (found && !existsSync(join(ROOT, path))) return false;
  }
  writeFileSync(STAMP, lockfileHash());
  return true;
}

async function install() {
  say('安装所需的软件包（第一次约一分钟）…… · Installing what is missing (the first time takes about a minute)…');
  const began = Date.now();
  const stopTelling = tellProgress(began);
  const { code, output } = await runNpm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
  stopTelling();
  if (code !== 0) {
    process.stderr.write(output.endsWith('\n') ? output : `${output}\n`);
    giveUp(
      1,
      '软件包没有装上，原因见上。请检查网络、磁盘空间和写权限后再运行一次；不会留下装了一半的东西。',
      'The packages could not be installed; the reason stands above. Check the network, the disk space and the right to write here, then run this again; nothing is left half done.',
    );
  }
  writeFileSync(STAMP, lockfileHash());
  say(`软件包已装好（${seconds(began)} 秒）。 · Packages installed (${seconds(began)} s).`);
}

/** npm draws nothing when its output is not a terminal, so we tell how far it is: folders of packages there, of those wanted. */
function tellProgress(began) {
  const wanted = Object.keys(readJson(join(ROOT, 'package-lock.json'))?.packages ?? {}).filter((path) => /^node_modules\/[^/@][^/]*$/.test(path)).length;
  const timer = setInterval(() => {
    const there = existsSync(MODULES) ? readdirSync(MODULES).filter((name) => /^[^@.]/.test(name)).length : 0;
    say(`  …… ${seconds(began)} s, ${Math.min(99, Math.round((100 * there) / wanted))} %`);
  }, 5_000);
  return () => clearInterval(timer);
}

function runNpm(npmArgs) {
  // Started through npm, the very npm that started us is used; otherwise the one found in PATH.
  const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : null;
  const [command, prefix, shell] = own ? [process.execPath, [own], false] : ['npm', [], process.platform === 'win32'];
  return new Promise((done) => {
    // NODE_ENV=production from the surroundings would leave out what builds the front ends.
    const child = spawn(command, [...prefix, ...npmArgs], { cwd: ROOT, shell, env: { ...process.env, NODE_ENV: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.once('error', (error) => done({ code: 1, output: error.code === 'ENOENT' ? '找不到 npm。 · npm was not found.' : error.message }));
    child.once('close', (code) => done({ code, output }));
  });
}

async function takeInstallLock() {
  try {
    mkdirSync(dirname(INSTALL_LOCK), { recursive: true, mode: 0o700 });
    for (let told = false; !tryLock(); ) {
      if (!told) say('另一个启动正在安装，等它完成…… · Another start is installing; waiting for it…');
      told = true;
      await new Promise((wake) => setTimeout(wake, 300));
    }
  } catch (error) {
    giveUp(1, `需要安装软件包，但不能写入 ${ROOT}（${error.code}）。 · Packages are missing, but ${ROOT} cannot be written to (${error.code}).`);
  }
  const release = () => rmSync(INSTALL_LOCK, { force: true });
  process.once('exit', release);
  return () => {
    process.removeListener('exit', release);
    release();
  };
}

function tryLock() {
  try {
    writeFileSync(INSTALL_LOCK, JSON.stringify({ pid: process.pid, startedTicks: startedTicksOf(process.pid) }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = readJson(INSTALL_LOCK);
    if (holder && !isRunning(holder)) rmSync(INSTALL_LOCK, { force: true });
    return false;
  }
}

/** Installing replaces the packages a running program may still load. */
function refuseUnderRunningInstance() {
  const instance = readJson(join(VAR, 'run', 'instance.json'));
  if (!instance || !isRunning(instance)) return;
  giveUp(
    1,
    `程序有更新，需要重新安装软件包，但它正在运行（进程 ${instance.pid}）。请先停止它，再启动。`,
    `This version needs other packages, but the program is running (process ${instance.pid}). Stop it first, then start again.`,
  );
}

// ── Running ─────────────────────────────────────────────────────────────────────────────────────────────────────

async function run(verb, args) {
  const { file, nodeEnv } = PROGRAMS[verb];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(VAR, 'cache', 'compiled'), ...(nodeEnv ? { NODE_ENV: nodeEnv } : {}) };
  const child = spawn(nodeToUse(), [join(ROOT, file), ...args], { stdio: 'inherit', env });
  forwardSignals(child);
  child.once('error', (error) => giveUp(1, `不能运行所带的 Node（${error.message}）。 · The packaged Node does not run here (${error.message}).`));
  child.once('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

/** The Node of this version, from the packages; on other machines the host's own, when it is new enough. */
function nodeToUse() {
  const packaged = join(MODULES, `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  // The packaged binary is made for glibc; where its loader is absent (Alpine) only the host's own Node runs.
  const loader = { x64: '/lib64/ld-linux-x86-64.so.2', arm64: '/lib/ld-linux-aarch64.so.1' }[process.arch];
  const mayRun = process.platform !== 'linux' || (loader && existsSync(loader));
  if (mayRun && existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  giveUp(
    1,
    `这台机器（${process.platform} ${process.arch}）没有随带的 Node，请先安装 Node 24 或更新版本；现在是 ${process.versions.node}。`,
    `There is no packaged Node for this machine (${process.platform} ${process.arch}): install Node 24 or newer first; this is ${process.versions.node}.`,
  );
}

/** A signal sent to this process alone must reach the program; from a terminal both get it, and npm sends it on once more, so a repeat within a second is dropped. */
function forwardSignals(child) {
  let lastAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - lastAt < 1_000) return;
      lastAt = Date.now();
      child.kill(signal);
    });
  }
}

// ── Small helpers ───────────────────────────────────────────────────────────────────────────────────────────────

function isRunning({ pid, startedTicks }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return !startedTicks || startedTicksOf(pid) === startedTicks;
}

/** When a process started, in clock ticks since boot (Linux): a number alone may have been given to another process. */
function startedTicksOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function seconds(began) {
  return Math.round((Date.now() - began) / 1_000);
}

/** Only `start` speaks on standard output; what the other programs print there may be read by programs. */
function say(line) {
  (verb === 'start' ? process.stdout : process.stderr).write(`${line}\n`);
}

function giveUp(code, ...lines) {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(code);
}
