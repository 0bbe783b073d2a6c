/** Where bytes lie, by key: letters, digits, `-` and `/`. A key is there whole or not at all. */
export interface Store {
  readonly kind: 'disk' | 's3';
  /** Refuses: DiskFull (507), Unavailable (503). */
  put(key: string, bytes: Buffer): Promise<void>;
  /** Undefined when there is nothing under the key. Refuses: Unavailable (503). */
  read(key: string): Promise<Buffer | undefined>;
  /** Nothing happens when there is nothing under the key. */
  remove(key: string): Promise<void>;
  /** Removes everything whose key begins with `prefix` and a slash. */
  empty(prefix: string): Promise<void>;
}
