import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** Reads a file of the folder, made with `make` (mode 0600) where there is none. Two processes may start at once: whoever comes second reads what the first wrote. */
export async function readOrMake(directory: string, file: string, make: () => string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const part = `${file}.${randomBytes(6).toString('hex')}.part`;
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known;
  await writeWhole(part, make());
  try {
    await link(part, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(part, { force: true });
  }
  await syncFolder(directory);
  return readFile(file, 'utf8');
}

/** Puts another content in place of a file's (mode 0600), or makes the file: whoever reads, also after a power cut, sees the one or the other, whole. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const part = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    await writeWhole(part, content);
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
  await syncFolder(dirname(file));
}

async function writeWhole(path: string, content: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
