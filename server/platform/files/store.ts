import type { Readable } from 'node:stream';

/** The first and the last byte wanted, counted from 0. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** Where bytes lie, by key: letters, digits, `-` and `/`. A key is there whole or not at all. */
export interface Store {
  readonly kind: 'disk' | 's3';
  /** Refuses: DiskFull (507), Unavailable (503). */
  put(key: string, bytes: Buffer): Promise<void>;
  /** Stores a file of this machine, which is gone afterwards; its bytes are never all in memory. `hash` is theirs. Refuses: DiskFull (507), Unavailable (503). */
  putFile(key: string, path: string, hash: string): Promise<void>;
  /** Undefined when there is nothing under the key. Refuses: Unavailable (503). */
  read(key: string): Promise<Buffer | undefined>;
  /** What lies under the key, or these bytes of it (both ends included), while they are read. Undefined when there is nothing. Refuses: Unavailable (503). */
  open(key: string, range?: ByteRange): Promise<Readable | undefined>;
  /** Every key there is, or each that begins with `prefix` and a slash, in no order, while more may come. Refuses: Unavailable (503). */
  keys(prefix?: string): AsyncGenerator<string>;
  /** All that lies under the key, with its size. Undefined when there is nothing. Refuses: Unavailable (503). */
  openWhole(key: string): Promise<{ readonly bytes: number; readonly stream: Readable } | undefined>;
  /** Bytes that still fit; null where nobody can say. */
  room(): Promise<number | null>;
  /** Nothing happens when there is nothing under the key. */
  remove(key: string): Promise<void>;
  /** Removes everything whose key begins with `prefix` and a slash. */
  empty(prefix: string): Promise<void>;
}
