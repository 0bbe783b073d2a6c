import type { Entry } from './entry.ts';

/** What waits, oldest first: what this phone's storage holds, and over it what it did not take, which the open page holds alone. */
export const withHeld = (kept: readonly Entry[], held: ReadonlyMap<string, Entry>): Entry[] =>
  inOrder([...kept.filter(({ id }) => !held.has(id)), ...held.values()]);

/** Ids rise with the time at which they were made. */
export const inOrder = (entries: readonly Entry[]): Entry[] => [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
