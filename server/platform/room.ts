import { statfs } from 'node:fs/promises';
import type { Log } from './log.ts';
import { refuse } from './refuse.ts';

/** How often the disks are looked at, in milliseconds; so soon, at most, writing begins again when there is room. */
const lookEveryMilliseconds = 10_000;
/** So long nothing is written after the database or the file store itself found no room, wherever it lies. */
const foundFullMilliseconds = 60_000;
/** What is asked of whoever was refused, in seconds. */
const retryAfterSeconds = 60;
/** So much above the limit ends it, so that it does not come and go with every file. */
const enoughAgain = 1.2;

/** Where room is watched, and how much there must be. */
export interface RoomSetting {
  /** Folders on the disks that are watched; one that is not there is passed over. */
  readonly folders: readonly string[];
  /** Bytes; with less on one of the disks nothing new is taken. 0: nothing is watched. */
  readonly leastBytes: number;
}

/** Whether there is room on the disks that the program writes to. While it is short, acts are refused, the work behind them rests, and all that only reads goes on. */
export class Room {
  readonly #setting: RoomSetting;
  readonly #log: Log;
  readonly #looking: NodeJS.Timeout | undefined;
  readonly #listeners: (() => void)[] = [];
  #isShort = false;
  #foundFullAt = -Infinity;

  constructor(setting: RoomSetting, log: Log) {
    this.#setting = setting;
    this.#log = log;
    if (setting.leastBytes > 0) this.#looking = setInterval(() => void this.look(), lookEveryMilliseconds).unref();
  }

  /** Nothing new is taken now. */
  get isShort(): boolean {
    return this.#isShort;
  }

  /** Refuses: NoRoom (507) while it is short. */
  mustBeThere(): void {
    if (this.#isShort) refuse('NoRoom', { retryAfterSeconds });
  }

  /** Hears each time it became short and each time it no longer is. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Looks at the disks now. */
  async look(): Promise<void> {
    const { leastBytes, folders } = this.#setting;
    if (leastBytes <= 0) return;
    const free = Math.min(...(await Promise.all(folders.map(freeBytes))));
    const wasFoundFull = performance.now() - this.#foundFullAt < foundFullMilliseconds;
    this.#become(wasFoundFull || free < leastBytes * (this.#isShort ? enoughAgain : 1), free);
  }

  /** The database or the file store found no room, though it may lie elsewhere. */
  foundFull(): void {
    if (this.#setting.leastBytes <= 0) return;
    this.#foundFullAt = performance.now();
    this.#become(true, 0);
  }

  close(): void {
    clearInterval(this.#looking);
  }

  #become(isShort: boolean, free: number): void {
    if (isShort === this.#isShort) return;
    this.#isShort = isShort;
    const megabytes = Number.isFinite(free) ? Math.floor(free / 1024 ** 2) : null;
    if (isShort) this.#log.error('the disk is nearly full: nothing new is taken', { megabytes });
    else this.#log.warn('there is room again: acts are taken', { megabytes });
    for (const listener of this.#listeners) listener();
  }
}

// A folder that is not there yet, or that this user may not see, says nothing.
async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}
