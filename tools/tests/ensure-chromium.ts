import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

// Without the windows, profile and pages of its own that the whole browser keeps alive behind a test: a third of its processor time.
const headlessShell = '/usr/lib/chromium/chromium-headless-shell';
const known = [
  headlessShell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/** The Chromium for the browser journeys: `CHROMIUM_PATH`, else Debian's headless shell when we are root on Debian, else the machine's, else Playwright's own.
 *  Installs a Chinese font the same way, or says that pictures will lack it. Throws where it does not start: what it misses, and who can help. */
export function ensureChromium(root: string, say: (line: string) => void): string {
  const path = chromiumAt(root, say);
  mustStart(path);
  return path;
}

// Playwright's own comes without the libraries of the machine, which root alone installs.
function mustStart(path: string): void {
  const { status, error, stderr } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (status === 0) return;
  const why = error?.message ?? stderr.trim().split('\n').at(-1);
  throw new Error(
    `Chromium does not start: ${why}\nWhere libraries are missing, root installs them: node node_modules/playwright-core/cli.js install-deps chromium. Or install another, and say where it is with CHROMIUM_PATH`,
  );
}

function chromiumAt(root: string, say: (line: string) => void): string {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, and there is no such file`);
    return given;
  }
  const missing = [
    ...(existsSync(headlessShell) ? [] : ['chromium-headless-shell']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
  if (missing.length > 0 && mayUseApt()) installWhatCanBeHad(missing, say);
  else if (missing.includes('fonts-noto-cjk'))
    say('No Chinese font was found: screenshots will show boxes. Install fonts-noto-cjk.');
  return known.find((path) => existsSync(path)) ?? playwrightsOwn(root, say);
}

/** Debian's package works as it is; Ubuntu's Chromium is an empty cover for a snap. */
export function mayUseApt(): boolean {
  return (
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    existsSync('/etc/os-release') &&
    /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

// An older Debian has no shell alone; one without a line keeps the browser it has.
function installWhatCanBeHad(names: readonly string[], say: (line: string) => void): void {
  try {
    installPackages(names, say);
  } catch (error) {
    if (known.some((path) => existsSync(path))) return say('It was not to be had: the tests take what is there.');
    if (!names.includes('chromium-headless-shell')) throw error;
    installPackages(
      names.map((name) => (name === 'chromium-headless-shell' ? 'chromium' : name)),
      say,
    );
  }
}

/** Installs Debian packages. Throws where they cannot be had. */
export function installPackages(names: readonly string[], say: (line: string) => void): void {
  say(`installing ${names.join(' and ')} with apt-get …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
}

function playwrightsOwn(root: string, say: (line: string) => void): string {
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    say('downloading Playwright’s Chromium …');
    execFileSync(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  if (!existsSync(path)) throw new Error('No Chromium: install it, and say where it is with CHROMIUM_PATH');
  return path;
}
