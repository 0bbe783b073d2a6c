import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, opendir, readFile, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { refuse } from '../refuse.ts';
import { syncFolder } from '../sync-folder.ts';
import type { ByteRange, Store } from './store.ts';

/** A folder of this machine, or one that several machines share. A half-written file is never seen. */
export class DiskStore implements Store {
  readonly kind = 'disk';
  readonly #root: string;
  constructor(root: string) {
    this.#root = root;
  }

  put(key: string, bytes: Buffer): Promise<void> {
    return this.#place(key, (part) => writeWhole(part, bytes));
  }

  async putFile(key: string, path: string): Promise<void> {
    await this.#place(key, (part) => moveHere(path, part));
    await rm(path, { force: true });
  }

  async #place(key: string, write: (part: string) => Promise<void>): Promise<void> {
    const target = join(this.#root, key);
    const part = `${target}.${randomUUID()}.part`;
    try {
      await mkdir(dirname(target), { recursive: true });
      await write(part);
      await rename(part, target);
      await syncFolder(dirname(target));
    } catch (error) {
      await rm(part, { force: true });
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') refuse('DiskFull');
      throw error;
    }
  }

  async read(key: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.#root, key));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async open(key: string, range?: ByteRange): Promise<Readable | undefined> {
    try {
      const handle = await open(join(this.#root, key), 'r');
      return handle.createReadStream(range ? { start: range.from, end: range.to } : {});
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async *keys(prefix = '.'): AsyncGenerator<string> {
    const folder = join(this.#root, prefix);
    await mkdir(folder, { recursive: true });
    for await (const entry of await opendir(folder, { recursive: true }))
      if (entry.isFile() && !entry.name.endsWith('.part'))
        yield relative(this.#root, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
  }

  async openWhole(key: string): Promise<{ bytes: number; stream: Readable } | undefined> {
    try {
      const handle = await open(join(this.#root, key), 'r');
      return { bytes: (await handle.stat()).size, stream: handle.createReadStream() };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async room(): Promise<number> {
    await mkdir(this.#root, { recursive: true });
    const { bavail, bsize } = await statfs(this.#root);
    return bavail * bsize;
  }

  async remove(key: string): Promise<void> {
    await rm(join(this.#root, key), { force: true });
  }

  async empty(prefix: string): Promise<void> {
    await rm(join(this.#root, prefix), { recursive: true, force: true });
  }
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

// On one disk nothing is copied; the bytes must be on it before the name says so.
async function moveHere(path: string, part: string): Promise<void> {
  try {
    await rename(path, part);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copyFile(path, part);
  }
  const handle = await open(part, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
