import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { App, BackupPlaceSetting } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { S3Store } from '#platform/files/s3-store';
import { Refusal } from '#platform/refuse';
import { addErasures, besideArchives } from './erasures.ts';
import { SftpStore } from './sftp-store.ts';

/** What a place must be able to do; a name is there whole or not at all. */
type ArchiveStore = Pick<S3Store, 'keys' | 'copyIn' | 'openWhole' | 'remove'>;

/** How a place is called. */
interface PlaceWords {
  readonly zh: string;
  /** With its preposition. */
  readonly en: string;
  readonly setting: string;
}

const words: Readonly<Record<BackupPlaceSetting['kind'], PlaceWords>> = {
  s3: { zh: '存储桶', en: 'in the bucket', setting: 'BACKUP_S3_URL' },
  sftp: { zh: '另一台机器', en: 'on the other machine', setting: 'BACKUP_SFTP_URL' },
};

/** How the place that the settings name is called; null without one. */
export const placeWords = (app: Pick<App, 'settings'>): PlaceWords | null => {
  const kind = app.settings.backups?.place?.kind;
  return kind === undefined ? null : words[kind];
};

/** A second place for archives, away from this machine: a bucket of their own that speaks S3, or a folder by SFTP. */
class BackupPlace {
  readonly #store: ArchiveStore;
  readonly words: PlaceWords;
  constructor(setting: BackupPlaceSetting, { log }: Pick<App, 'log'>) {
    this.#store = setting.kind === 's3' ? new S3Store(setting.url, log) : new SftpStore(setting);
    this.words = words[setting.kind];
  }

  /** Archives that lie there, in no order. Throws ExplainedError. */
  names(): Promise<string[]> {
    return this.#explained(async () => {
      const names: string[] = [];
      for await (const key of this.#store.keys()) if (/^xiangyin-[\w-]+\.tar$/.test(key)) names.push(key);
      return names;
    });
  }

  /** Puts an archive there, reads it back, and removes it again if it came back as something else. Answers its bytes. Throws ExplainedError. */
  keep(path: string): Promise<number> {
    return this.#explained(async () => {
      const name = basename(path);
      const hash = await hashOf(createReadStream(path));
      await this.#store.copyIn(name, path, hash);
      const there = await this.#store.openWhole(name);
      if (!there || (await hashOf(there.stream)) !== hash) {
        await this.#store.remove(name);
        throw new ExplainedError(
          `送到${this.words.zh}的备份读回来不一样，已删去：${name} · The archive ${this.words.en} came back as something else and was removed there: ${name}`,
        );
      }
      return there.bytes;
    });
  }

  /** Makes one of the list of deletions of this folder and of that there, which travels with the archives: without it a restore would bring people back. Throws ExplainedError. */
  keepErasures(folder: string): Promise<void> {
    return this.#explained(async () => {
      await this.#takeErasures(folder);
      const path = join(folder, besideArchives);
      if (await isThere(path)) await this.#store.copyIn(besideArchives, path, await hashOf(createReadStream(path)));
    });
  }

  /** Brings an archive back into a folder, with what the list of deletions there holds. Answers its path. Throws ExplainedError. */
  fetch(name: string, folder: string): Promise<string> {
    return this.#explained(async () => {
      const path = join(folder, name);
      if (!(await this.#bring(name, path)))
        throw new ExplainedError(
          `${this.words.zh}里没有这份备份：${name} · There is no such archive ${this.words.en}: ${name}`,
        );
      await this.#takeErasures(folder);
      return path;
    });
  }

  async #takeErasures(folder: string): Promise<void> {
    const there = await this.#store.openWhole(besideArchives);
    if (there) await addErasures(folder, await text(there.stream));
  }

  /** Nothing happens when it is not there. Throws ExplainedError. */
  remove(name: string): Promise<void> {
    return this.#explained(() => this.#store.remove(name));
  }

  // What the place said stands in the log.
  async #explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof ExplainedError) throw cause;
      const { zh, en, setting } = this.words;
      const isFull = cause instanceof Refusal && cause.code === 'DiskFull';
      throw new ExplainedError(
        isFull
          ? `${zh}满了 · There is no more room ${en}`
          : `送不到${zh}：检查 ${setting} 的地址、密钥和权限 · Nothing can be kept ${en}: check address, keys and rights of ${setting}`,
        { cause },
      );
    }
  }

  async #bring(key: string, path: string): Promise<boolean> {
    const there = await this.#store.openWhole(key);
    if (!there) return false;
    const part = `${path}.part`;
    try {
      await pipeline(there.stream, createWriteStream(part, { mode: 0o600 }));
      if ((await stat(part)).size !== there.bytes) throw new Refusal('Unavailable');
      await rename(part, path);
    } finally {
      await rm(part, { force: true });
    }
    return true;
  }
}

/** The place that the settings name; null without one. */
export const backupPlace = (app: App): BackupPlace | null => {
  const setting = app.settings.backups?.place;
  return setting === undefined ? null : new BackupPlace(setting, app);
};

async function hashOf(bytes: Readable): Promise<string> {
  const summing = createHash('sha256');
  await pipeline(bytes, summing);
  return summing.digest('hex');
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
