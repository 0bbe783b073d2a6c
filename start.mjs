// Starts everything: installs what is missing, then runs the program asked for on the Node that belongs to this version.
// Plain old JavaScript without dependencies, for it runs on whatever Node (20.19 or newer) the machine has, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  constants as access,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(fileURLToPath(import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.xiangyin-installed');
// A folder of its own for each start: an npm left over from a killed one may still write into the other.
const ASIDE = join(ROOT, '.installing', String(process.pid));
const INSTALL_LOCK = join(ROOT, '.installing.lock');
// What `cli upgrade` says of itself while it works (server/upgrade/under-way.ts).
const UPGRADE = join(ROOT, '.upgrade', 'under-way.json');
// A line for each time that a version which is being tried ended with an error.
const FALLS = join(ROOT, '.upgrade', 'falls');
// How the program's own files are found; in every program, before any of them is. A version that was gone back to may not have it.
const RESOLVE_HOOK = join(ROOT, 'server', 'platform', 'resolve-hook.ts');
// With this exit code the program asks to be started again (server/platform/stop-signals.ts).
const COME_BACK = 75;
const VAR = resolve(ROOT, process.env.XIANGYIN_VAR || 'var');

const NPM_CI = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

// Halves for young objects that hold some thirty answers at once: with 4 MB a fifth of the time under load went into collecting.
// At rest the program gives them back (server/platform/give-memory-back.ts).
const PROGRAMS = {
  start: { file: 'server/main.ts', nodeEnv: 'production', flags: ['--max-semi-space-size=16'] },
  cli: { file: 'server/cli.ts', nodeEnv: 'production' },
  test: { file: 'tools/test.ts' },
  check: { file: 'tools/check.ts' },
  bench: { file: 'bench/run.ts', nodeEnv: 'production' },
  weaknesses: { file: 'tools/weaknesses.ts' },
  sbom: { file: 'tools/bill-of-materials.ts' },
};

const USAGE = `用法 · Usage: node start.mjs [${Object.keys(PROGRAMS).join('|')}] …
启动不带参数，端口等都是设置，见 docs/operations/settings.md · Starting takes no arguments: the port and everything else are settings, see docs/operations/settings.md
其余的命令各有自己的 --help · Each other command has a --help of its own`;

// The program, or the start.mjs that runs it; null between two.
let held = null;
let isToldToEnd = false;

const { verb, args } = readCommandLine(process.argv.slice(2));
requireHostNode();
await waitWhileExchanged();
await installWhatIsMissing();
await run(verb, args);

function readCommandLine([first, ...rest]) {
  if (first === undefined || first === 'start') return readStart(rest);
  if (first.startsWith('-')) return readStart([first, ...rest]);
  if (Object.hasOwn(PROGRAMS, first)) return { verb: first, args: rest };
  giveUp(2, `没有“${first}”这个命令。 · There is no command "${first}".`, USAGE);
}

// Every other program reads its own words; this one would start without having read them.
function readStart(words) {
  if (words.includes('--help')) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  if (words.length === 0) return { verb: 'start', args: [] };
  giveUp(2, `启动时不认识“${words.join(' ')}”。 · Starting does not take "${words.join(' ')}".`, USAGE);
}

function requireHostNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(
    1,
    `需要 Node 20.19 或更新版本，现在是 ${process.versions.node}。 · Node 20.19 or newer is needed; this is ${process.versions.node}.`,
  );
}

// Half of the files are of one version and half of the other then, and packages seem to be missing.
async function waitWhileExchanged() {
  for (let told = false; upgradeUnderWay()?.isExchanging; told = true) {
    if (!told) say('升级正在换文件，等它换好…… · An upgrade is exchanging the files; waiting for it…');
    await pause(100);
  }
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
  prepareAside();
  let result = await runNpm(NPM_CI);
  if (result.code !== 0) {
    // This registry may keep its files at other addresses than usual: let npm look each one up.
    copyFileSync(join(ROOT, 'package-lock.json'), join(ASIDE, 'package-lock.json'));
    // Or its cache is of root's making here and there, since somebody once said sudo.
    result = await runNpm(NPM_CI, { withOwnCache: /\b(?:EACCES|EPERM|EROFS)\b/.test(result.output) });
  }
  stopTelling();
  if (result.code !== 0) giveUpInstalling(result.output);
  takeOver();
  say(`软件包已装好（${seconds(began)} 秒）。 · Packages installed (${seconds(began)} s).`);
}

/** Installs beside and swaps at the end, so that a killed start leaves nothing half done.
 *  The lockfile names no registry, therefore npm would first fetch the description of every package, 110 MB of them: the copy here gets the addresses of the registry in use.
 *  What arrives is still compared with the lockfile's integrity. */
function prepareAside() {
  removeAside();
  for (const folder of ['.', ...workspaces()]) {
    mkdirSync(join(ASIDE, folder), { recursive: true });
    copyFileSync(join(ROOT, folder, 'package.json'), join(ASIDE, folder, 'package.json'));
  }
  copyFileSync(join(ROOT, '.npmrc'), join(ASIDE, '.npmrc'));
  const registry = npmSetting('registry').replace(/\/*$/, '');
  const lockfile = readJson(join(ROOT, 'package-lock.json'));
  for (const [path, entry] of Object.entries(lockfile.packages)) {
    if (!registry || !path.includes('node_modules/') || entry.link || entry.resolved) continue;
    const name = entry.name ?? path.split('node_modules/').at(-1);
    entry.resolved = `${registry}/${name}/-/${name.split('/').at(-1)}-${entry.version}.tgz`;
  }
  writeFileSync(join(ASIDE, 'package-lock.json'), JSON.stringify(lockfile));
}

function takeOver() {
  writeFileSync(join(ASIDE, 'node_modules', basename(STAMP)), lockfileHash());
  // The root comes last: with it comes the stamp that says all is there.
  for (const folder of [...workspaces(), '.']) {
    const [old, fresh] = [join(ROOT, folder, 'node_modules'), join(ASIDE, folder, 'node_modules')];
    if (existsSync(old)) renameSync(old, join(ASIDE, folder, 'replaced'));
    if (existsSync(fresh)) renameSync(fresh, old);
  }
  removeAside();
}

function removeAside() {
  try {
    rmSync(dirname(ASIDE), { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // The next installation removes what is left.
  }
}

function giveUpInstalling(output) {
  removeAside();
  // npm adds a page of usage to some errors.
  process.stderr.write(`${output.split(/^npm error\s*(?:Clean install a project|A complete log)/m)[0].trim()}\n`);
  giveUp(
    1,
    '软件包没有装上，原因见上。请检查网络、磁盘空间和写权限后再运行一次；没有留下装了一半的东西。',
    'The packages could not be installed; the reason stands above. Check the network, the disk space and the right to write here, then run this again; nothing was left half done.',
  );
}

/** npm says nothing while it works unless it draws on a terminal; this shows that it is not stuck. */
function tellProgress(began) {
  const timer = setInterval(() => say(`  …… ${seconds(began)} s`), 5_000);
  return () => clearInterval(timer);
}

function runNpm(npmArgs, { withOwnCache = !mayKeepCache(npmSetting('cache')) } = {}) {
  const { command, prefix, shell } = npm();
  const ownCache = withOwnCache ? { npm_config_cache: join(ASIDE, 'cache') } : {};
  return new Promise((done) => {
    // NODE_ENV=production from the surroundings would leave out what builds the front ends.
    const child = spawn(command, [...prefix, ...npmArgs], {
      cwd: ASIDE,
      shell,
      env: { ...process.env, ...ownCache, NODE_ENV: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.once('error', (error) =>
      done({ code: 1, output: error.code === 'ENOENT' ? '找不到 npm。 · npm was not found.' : error.message }),
    );
    child.once('close', (code) => done({ code, output }));
  });
}

/** A user of a service has a home that is not there, or is not theirs; npm installs nothing then. */
function mayKeepCache(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, access.W_OK);
    return true;
  } catch {
    return folder === '';
  }
}

function npmSetting(name) {
  const { command, prefix, shell } = npm();
  const { status, stdout } = spawnSync(command, [...prefix, 'config', 'get', name], {
    cwd: ASIDE,
    shell,
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : '';
}

/** Started through npm, the very npm that started us; otherwise the one found in PATH. */
function npm() {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return { command: process.execPath, prefix: [own], shell: false };
  return { command: 'npm', prefix: [], shell: process.platform === 'win32' };
}

function workspaces() {
  return readJson(join(ROOT, 'package.json')).workspaces;
}

async function takeInstallLock() {
  try {
    for (let told = false; !tryLock();) {
      if (!told) say('另一个启动正在安装，等它完成…… · Another start is installing; waiting for it…');
      told = true;
      await pause(300);
    }
  } catch (error) {
    giveUp(
      1,
      `需要安装软件包，但不能写入 ${ROOT}（${error.code}）。 · Packages are missing, but ${ROOT} cannot be written to (${error.code}).`,
    );
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
    writeFileSync(INSTALL_LOCK, JSON.stringify({ pid: process.pid, startedTicks: startedTicksOf(process.pid) }), {
      flag: 'wx',
    });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = readJson(INSTALL_LOCK);
    if (holder ? !isRunning(holder) : isForgotten(INSTALL_LOCK)) rmSync(INSTALL_LOCK, { force: true });
    return false;
  }
}

/** Nothing stands in it since its disk was full, or the machine lost its power. */
function isForgotten(path) {
  const madeAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Math.abs(Date.now() - madeAt) > 5_000;
}

/** Installing replaces the packages a running program may still load. */
function refuseUnderRunningInstance() {
  // What `cli upgrade` gets ready beside has packages of its own: the program that runs on the same data folder runs from elsewhere.
  if (basename(dirname(ROOT)) === '.upgrade') return;
  const notes = join(VAR, 'run');
  const names = existsSync(notes) ? readdirSync(notes).filter((name) => /^instance[^.]*\.json$/.test(name)) : [];
  const running = names.map((name) => readJson(join(notes, name))).find((instance) => instance && isRunning(instance));
  if (!running) return;
  giveUp(
    1,
    `程序有更新，需要重新安装软件包，但它正在运行（进程 ${running.pid}）。请先停止它，再启动。`,
    `This version needs other packages, but the program is running (process ${running.pid}). Stop it first, then start again.`,
  );
}

// ── Running ─────────────────────────────────────────────────────────────────────────────────────────────────────

async function run(verb, args) {
  makeDataFolder();
  const { file, nodeEnv, flags = [] } = PROGRAMS[verb];
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: join(VAR, 'cache', 'compiled'),
    XIANGYIN_STARTER: String(process.pid),
    // glibc otherwise keeps a heap for every thread of the worker pool.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
    ...(nodeEnv ? { NODE_ENV: nodeEnv } : {}),
  };
  const hook = existsSync(RESOLVE_HOOK) ? ['--import', pathToFileURL(RESOLVE_HOOK).href] : [];
  hold(spawn(nodeToUse(), [...flags, ...hook, join(ROOT, file), ...args], { stdio: 'inherit', env }));
  forwardSignals();
}

/** Ends as the program does, unless it asks to come back, or another version of it is being tried and did not stand. */
function hold(child) {
  held = child;
  child.once('error', (error) =>
    giveUp(1, `不能运行所带的 Node（${error.message}）。 · The packaged Node does not run here (${error.message}).`),
  );
  child.once('exit', (code, signal) => {
    held = null;
    const end = signal ? 128 + constants.signals[signal] : code;
    const again = verb === 'start' && !isToldToEnd && (end === COME_BACK || (end !== 0 && upgradeUnderWay()));
    // The outermost lives on under whatever watches over it (systemd, a terminal).
    if (!again || process.env.XIANGYIN_CAME_BACK) process.exit(end);
    if (end !== COME_BACK) appendFileSync(FALLS, `${end}\n`);
    void startAgain(end);
  });
}

/** Starts what lies here by now, through its own start.mjs. */
async function startAgain(end) {
  if (end !== COME_BACK) await pause(1_000);
  await waitWhileExchanged();
  const env = { ...process.env, XIANGYIN_CAME_BACK: '1' };
  hold(spawn(process.execPath, [join(ROOT, 'start.mjs'), ...process.argv.slice(2)], { stdio: 'inherit', env }));
}

function upgradeUnderWay() {
  const said = readJson(UPGRADE);
  return said && isRunning(said) ? said : null;
}

/** Before Node's compile cache makes it, readable by all. One that cannot be made is explained by the program itself. */
function makeDataFolder() {
  try {
    mkdirSync(VAR, { recursive: true, mode: 0o700 });
  } catch {
    return;
  }
}

/** The Node of this version, from the packages; on other machines the host's own, when it is new enough. */
function nodeToUse() {
  const packaged = join(
    MODULES,
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
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
function forwardSignals() {
  let lastAt = 0;
  const tell = (signal) => {
    isToldToEnd = true;
    if (!held) process.exit(0);
    if (Date.now() - lastAt < 1_000) return;
    lastAt = Date.now();
    held.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => tell(signal));
  // A killed npm (or the shell it may put in between) cannot send anything: being left alone is the signal then.
  if (process.env.npm_lifecycle_event || process.env.XIANGYIN_CAME_BACK) whenLeftAlone(() => tell('SIGTERM'));
}

function whenLeftAlone(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 200);
  timer.unref();
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

function pause(milliseconds) {
  return new Promise((wake) => setTimeout(wake, milliseconds));
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
