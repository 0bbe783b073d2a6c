/** One part of a list; `next` leads to the part after it, null: this is the last. */
export interface Part<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** What of a list was fetched so far, in its order, and where it goes on. */
export interface Known<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

interface Row {
  readonly id: string;
}

/** All rows that are known: the head of the list as it is now, and behind it, each once, those that were fetched before.
 *  What the head has pushed on since stays in its place; a row that changed shows its newest face. */
export function allKnown<T extends Row>(head: readonly T[], known: Known<T> | null): T[] {
  const inHead = new Set(head.map(({ id }) => id));
  return [...head, ...(known?.rows ?? []).filter(({ id }) => !inHead.has(id))];
}

/** What is known after the next part has come. */
export function withPart<T extends Row>(head: readonly T[], known: Known<T> | null, part: Part<T>): Known<T> {
  const before = allKnown(head, known);
  const ids = new Set(before.map(({ id }) => id));
  return { rows: [...before, ...part.items.filter(({ id }) => !ids.has(id))], next: part.next };
}
