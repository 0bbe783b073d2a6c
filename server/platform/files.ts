import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sha256 } from './canonical.ts';
import { DiskStore } from './files/disk-store.ts';
import { S3Store } from './files/s3-store.ts';
import type { Store } from './files/store.ts';
import type { Log } from './log.ts';

/** Where files are kept: in the data folder, or in a bucket when its address is set. */
export interface FilesSetting {
  readonly varDirectory: string;
  readonly s3Url?: string;
}

/** Files by content hash under `<county>/<first two>/<hash>`: in var/files, or in an S3 bucket. Same bytes, same file. Never to be asked inside a transaction. */
export class Files {
  readonly #store: Store;
  constructor(setting: FilesSetting, log: Log) {
    this.#store = setting.s3Url ? new S3Store(setting.s3Url, log) : new DiskStore(join(setting.varDirectory, 'files'));
  }

  /** Where they lie. */
  get kind(): 'disk' | 's3' {
    return this.#store.kind;
  }

  /** Stores the bytes and returns their hash. Refuses: DiskFull (507), Unavailable (503). */
  async put(countyId: number, bytes: Buffer): Promise<string> {
    const hash = sha256(bytes);
    await this.#store.put(keyOf(countyId, hash), bytes);
    return hash;
  }

  /** The bytes, or undefined when there is no such file. Refuses: Unavailable (503). */
  async read(countyId: number, hash: string): Promise<Buffer | undefined> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
    return this.#store.read(keyOf(countyId, hash));
  }

  async remove(countyId: number, hash: string): Promise<void> {
    await this.#store.remove(keyOf(countyId, hash));
  }

  /** Removes every file of a county. */
  empty(countyId: number): Promise<void> {
    return this.#store.empty(String(countyId));
  }

  /** Writes, reads and removes a file, as the doctor asks. Refuses as the three do; false when something else comes back than was put. */
  async works(): Promise<boolean> {
    const key = `doctor/${randomUUID()}`;
    const bytes = randomBytes(32);
    await this.#store.put(key, bytes);
    const same = (await this.#store.read(key))?.equals(bytes) ?? false;
    await this.#store.remove(key);
    return same && (await this.#store.read(key)) === undefined;
  }
}

const keyOf = (countyId: number, hash: string): string => `${countyId}/${hash.slice(0, 2)}/${hash}`;
