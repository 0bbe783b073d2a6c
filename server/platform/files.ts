import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from './canonical.ts';
import { refuse } from './refuse.ts';

/** Files by content hash on the local disk: var/files/<county>/<first two>/<hash>. Same bytes, same file; a half-written file is never seen. */
export class Files {
  readonly #root: string;
  constructor(varDirectory: string) {
    this.#root = join(varDirectory, 'files');
  }

  /** Stores the bytes and returns their hash. Refuses: DiskFull (507). */
  async put(countyId: number, bytes: Buffer): Promise<string> {
    const hash = sha256(bytes);
    const target = this.#path(countyId, hash);
    const part = `${target}.${randomUUID()}.part`;
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeWhole(part, bytes);
      await rename(part, target);
      await syncFolder(dirname(target));
    } catch (error) {
      await rm(part, { force: true });
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') refuse('DiskFull');
      throw error;
    }
    return hash;
  }

  /** The bytes, or undefined when there is no such file. */
  async read(countyId: number, hash: string): Promise<Buffer | undefined> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
    try {
      return await readFile(this.#path(countyId, hash));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async remove(countyId: number, hash: string): Promise<void> {
    await rm(this.#path(countyId, hash), { force: true });
  }

  #path(countyId: number, hash: string): string {
    return join(this.#root, String(countyId), hash.slice(0, 2), hash);
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

// The new name must outlive a power cut as the bytes do. Windows knows no such call.
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
