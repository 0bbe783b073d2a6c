import { codeOf } from './place.ts';
import type { Place } from './place.ts';

/** Gives each place its depth and range: preorder from 0 at the root, children by code; `hi` is the last position below.
 *  Throws for an unknown parent, a circle, or anything but one root. */
export function numberTree(places: readonly Place[]): Place[] {
  const known = new Set(places.map((place) => place.id));
  const roots = places.filter((place) => place.parentId === null);
  const [root] = roots;
  if (!root || roots.length > 1) throw new Error(`a tree has one root, not ${roots.length}`);
  const stray = places.find((place) => place.parentId !== null && !known.has(place.parentId));
  if (stray) throw new Error(`place ${stray.id} has an unknown parent`);
  const numbered = walk(root, childrenByParent(places));
  if (numbered.length !== places.length) throw new Error('the tree has a circle');
  return numbered;
}

function childrenByParent(places: readonly Place[]): Map<string, Place[]> {
  const children = new Map<string, Place[]>();
  for (const place of places)
    if (place.parentId !== null) children.set(place.parentId, [...(children.get(place.parentId) ?? []), place]);
  for (const list of children.values()) list.sort(byCode);
  return children;
}

const byCode = (a: Place, b: Place): number => {
  const [left, right] = [codeOf(a), codeOf(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

// Without recursion: a chain of places may be as deep as the file says.
function walk(root: Place, children: ReadonlyMap<string, readonly Place[]>): Place[] {
  const seen: { place: Place; depth: number; lo: number; hi: number }[] = [];
  const pending: { place: Place; depth: number }[] = [{ place: root, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    seen.push({ ...next, lo: seen.length, hi: seen.length });
    const { depth } = next;
    pending.push(...(children.get(next.place.id) ?? []).toReversed().map((place) => ({ place, depth: depth + 1 })));
  }
  const at = new Map(seen.map((one, index) => [one.place.id, index]));
  for (const one of seen.toReversed()) {
    const parent = seen[at.get(one.place.parentId ?? '') ?? -1];
    if (parent) parent.hi = Math.max(parent.hi, one.hi);
  }
  return seen.map(({ place, depth, lo, hi }) => ({ ...place, depth, lo, hi }));
}
