import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sha256 } from './canonical.ts';
import { DiskStore } from './files/disk-store.ts';
import { S3Store } from './files/s3-store.ts';
import type { ByteRange, Store } from './files/store.ts';
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

  /** Stores a file of this machine, which is gone afterwards, without holding it in memory; returns its hash. Refuses: DiskFull (507), Unavailable (503). */
  async putFile(countyId: number, path: string): Promise<string> {
    const summing = createHash('sha256');
    await pipeline(createReadStream(path), summing);
    const hash = summing.digest('hex');
    await this.#store.putFile(keyOf(countyId, hash), path, hash);
    return hash;
  }

  /** The file, or these bytes of it (both ends included), while it is read; undefined when there is no such file. Refuses: Unavailable (503). */
  async open(countyId: number, hash: string, range?: ByteRange): Promise<Readable | undefined> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
    return this.#store.open(keyOf(countyId, hash), range);
  }

  /** Copies the file onto this machine, for another program to read; false when there is no such file. Refuses: Unavailable (503). */
  async copyTo(countyId: number, hash: string, path: string): Promise<boolean> {
    const bytes = await this.open(countyId, hash);
    if (bytes) await pipeline(bytes, createWriteStream(path));
    return bytes !== undefined;
  }

  /** Stores a piece of something that is still arriving, under a name of its own. Refuses: DiskFull (507), Unavailable (503). */
  async putPiece(countyId: number, whole: string, piece: string, bytes: Buffer): Promise<void> {
    await this.#store.put(pieceKey(countyId, whole, piece), bytes);
  }

  /** Undefined when there is no such piece. Refuses: Unavailable (503). */
  async openPiece(countyId: number, whole: string, piece: string): Promise<Readable | undefined> {
    return this.#store.open(pieceKey(countyId, whole, piece));
  }

  /** Removes all pieces of it. */
  async removePieces(countyId: number, whole: string): Promise<void> {
    await this.#store.empty(`${countyId}/pieces/${whole}`);
  }

  /** Every file of every county, by key (`<county>/…`), with its size, while it is read. For a backup: what comes or goes meanwhile may be in it or not. Refuses: Unavailable (503). */
  async *all(): AsyncGenerator<{ readonly key: string; readonly bytes: number; readonly stream: Readable }> {
    for await (const key of this.#store.keys()) {
      if (!/^\d+\//.test(key)) continue;
      const found = await this.#store.openWhole(key);
      if (found) yield { key, ...found };
    }
  }

  /** As `all`, of one county; keys without its number (`<first two>/<hash>`), as `putInto` takes them. */
  async *ofCounty(
    countyId: number,
  ): AsyncGenerator<{ readonly key: string; readonly bytes: number; readonly stream: Readable }> {
    const folder = String(countyId);
    for await (const key of this.#store.keys(folder)) {
      const found = await this.#store.openWhole(key);
      if (found) yield { key: key.slice(folder.length + 1), ...found };
    }
  }

  /** Puts a file of this machine into a county under a key that `ofCounty` gave. Refuses: DiskFull (507), Unavailable (503). */
  async putInto(countyId: number, key: string, path: string, hash: string): Promise<void> {
    await this.#store.putFile(`${countyId}/${key}`, path, hash);
  }

  /** Puts a file of this machine back under the key that `all` gave. Refuses: DiskFull (507), Unavailable (503). */
  async putBack(key: string, path: string, hash: string): Promise<void> {
    await this.#store.putFile(key, path, hash);
  }

  /** Bytes that still fit; null where nobody can say. */
  room(): Promise<number | null> {
    return this.#store.room();
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

const pieceKey = (countyId: number, whole: string, piece: string): string => `${countyId}/pieces/${whole}/${piece}`;
const keyOf = (countyId: number, hash: string): string => `${countyId}/${hash.slice(0, 2)}/${hash}`;
