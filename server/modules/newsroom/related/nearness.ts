/** What two stories are compared by. */
export interface Comparable {
  readonly id: string;
  /** Words of headline and deck. */
  readonly words: ReadonlySet<string>;
  readonly placeIds: readonly string[];
  readonly tagIds: readonly string[];
}

const least = 3;
const tagWeight = 3;
const placeWeight = 1.5;

/** The ids of the stories nearest to one, at most so many: shared words count by how rare they are among all that are compared, then tags, then places. A place alone, or a single word, makes nothing related. */
export function nearest(one: Comparable, others: readonly Comparable[], most: number): string[] {
  const uses = new Map<string, number>();
  for (const { words } of others) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log((others.length + 1) / ((uses.get(word) ?? 0) + 0.5));
  return others
    .filter(({ id }) => id !== one.id)
    .map((other) => {
      const shared = [...one.words].filter((word) => other.words.has(word));
      const tags = other.tagIds.filter((id) => one.tagIds.includes(id)).length;
      if (shared.length < 2 && tags === 0) return { id: other.id, score: 0 };
      const about = shared.reduce((sum, word) => sum + Math.max(0, weight(word)), tagWeight * tags);
      const near = other.placeIds.some((id) => one.placeIds.includes(id)) ? placeWeight : 0;
      return { id: other.id, score: about + near };
    })
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, most)
    .map(({ id }) => id);
}
