import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Hash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pack } from 'tar-stream';
import { syncFolder } from '#platform/sync-folder';
import { memberNames, memberOf, newHash, tailOf } from './archive.ts';
import type { ArchiveManifest, ArchiveTable } from './archive.ts';

/** Writes an archive member by member; memory stays flat. Until `finish` it is called `….part`, so that half an archive never looks like one. */
export class ArchiveWriter {
  readonly path: string;
  readonly #file: FileHandle;
  readonly #pack = pack();
  readonly #hash: Hash = newHash();
  readonly #written: Promise<void>;
  readonly #members: ArchiveManifest['members'] = [];
  readonly #signal: AbortSignal | undefined;
  #failure: unknown;
  #held: Buffer | undefined;
  #bytes = 0;

  private constructor(path: string, file: FileHandle, signal: AbortSignal | undefined) {
    this.path = path;
    this.#signal = signal;
    this.#file = file;
    this.#written = this.#writeAll();
    // Whoever adds the next member is told.
    this.#written.catch((error: unknown) => {
      this.#failure = error;
      this.#pack.destroy();
    });
  }

  /** Begins an archive at the path; `signal` ends it between two pieces. */
  static async open(path: string, signal?: AbortSignal): Promise<ArchiveWriter> {
    return new ArchiveWriter(path, await open(partOf(path), 'w', 0o600), signal);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Adds a small member. */
  async add(name: string, bytes: Buffer): Promise<void> {
    this.#mustWrite();
    this.#members.push({ name, bytes: bytes.length, hash: newHash().update(bytes).digest('hex') });
    await this.#orFailure(
      new Promise<void>((resolve, reject) => {
        this.#pack.entry(memberOf(name, bytes.length), bytes, (error) => (error ? reject(error) : resolve()));
      }),
    );
  }

  /** Adds a member of a size that is known, while it is read. Throws when it turns out to be of another size. */
  async addStream(name: string, size: number, stream: Readable): Promise<void> {
    this.#mustWrite();
    const hash = newHash();
    const ended = new Promise<void>((resolve, reject) => {
      const entry = this.#pack.entry(memberOf(name, size), (error) =>
        error ? reject(error) : resolve(),
      ) as unknown as Writable;
      void (async () => {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          this.#mustWrite();
          hash.update(chunk);
          if (!entry.write(chunk)) await this.#orFailure(once(entry, 'drain'));
        }
        entry.end();
      })().catch(reject);
    });
    await this.#orFailure(ended);
    this.#members.push({ name, bytes: size, hash: hash.digest('hex') });
  }

  /** Writes manifest and seal, waits for the disk, and gives the archive its name. */
  async finish(tables: readonly ArchiveTable[]): Promise<void> {
    const manifest: ArchiveManifest = { members: [...this.#members], tables: [...tables] };
    await this.add(memberNames.manifest, Buffer.from(JSON.stringify(manifest)));
    this.#pack.finalize();
    await this.#written;
    await this.#write(await tailOf(this.#hash.digest('hex')));
    await this.#file.sync();
    await this.#file.close();
    await rename(partOf(this.path), this.path);
    await syncFolder(dirname(this.path));
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    this.#pack.destroy();
    await this.#written.catch(() => undefined);
    await this.#file.close().catch(() => undefined);
    await rm(partOf(this.path), { force: true });
  }

  // The last piece that the packer gives out is the end of a tar: ours comes after the seal.
  async #writeAll(): Promise<void> {
    for await (const chunk of this.#pack as AsyncIterable<Buffer>) {
      if (this.#held) {
        this.#hash.update(this.#held);
        await this.#write(this.#held);
      }
      this.#held = chunk;
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    await this.#file.appendFile(bytes);
    this.#bytes += bytes.length;
  }

  #mustWrite(): void {
    this.#signal?.throwIfAborted();
    if (this.#failure) throw this.#failure;
  }

  // A packer whose reader is gone calls nobody back.
  async #orFailure(work: Promise<unknown>): Promise<void> {
    work.catch(() => undefined);
    await Promise.race([work, this.#written.then(() => work)]);
  }
}

const partOf = (path: string): string => `${path}.part`;
