import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CountyTree } from './county-tree.ts';
import { numberTree } from './number-tree.ts';
import type { Place } from './place.ts';

const place = (at: number, parent: number | null): Place => ({
  id: `p${at}`,
  parentId: parent === null ? null : `p${parent}`,
  level: 'village',
  depth: 0,
  code: null,
  localCode: `c${at}`,
  name: { en: `Place ${at}` },
  lo: 0,
  hi: 0,
  validFrom: '2000-01-01',
  validTo: null,
  xKm: null,
  yKm: null,
  population: null,
});

// Place 0 is the root; place n hangs under any earlier one: every tree there is.
const trees = fc
  .array(fc.nat(), { minLength: 0, maxLength: 60 })
  .map((parents) => [place(0, null), ...parents.map((parent, at) => place(at + 1, parent % (at + 1)))]);
const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 });

/** Ancestors by walking up, without looking at positions. */
function isAbove(places: readonly Place[], above: string, id: string): boolean {
  for (let at: string | null = id; at !== null; at = places.find((one) => one.id === at)?.parentId ?? null)
    if (at === above) return true;
  return false;
}

function moved(places: Place[], from: number, to: number): Place[] {
  const [one, parent] = [places[from % places.length], places[to % places.length]];
  if (!one || !parent || one.parentId === null || isAbove(places, one.id, parent.id)) return places;
  return numberTree(places.map((each) => (each.id === one.id ? { ...each, parentId: parent.id } : each)));
}

function mustBeSound(places: readonly Place[]): void {
  const tree = new CountyTree(1, places);
  assert.deepEqual(
    tree.places.map((one) => one.lo),
    places.map((_, at) => at),
    'positions are 0 … n-1, each once',
  );
  for (const one of tree.places) {
    const parent = one.parentId === null ? undefined : tree.byId(one.parentId);
    assert.equal(one.depth, parent ? parent.depth + 1 : 0);
    if (parent) assert.ok(parent.lo < one.lo && one.hi <= parent.hi, 'nested in the parent');
    const siblings = tree.children(one.id);
    siblings.reduce((last, next) => (assert.ok(last < next.lo, 'siblings do not overlap'), next.hi), one.lo);
    for (const other of tree.places)
      assert.equal(tree.covers(one.id, other.id), isAbove(places, one.id, other.id), `${one.id} above ${other.id}`);
    assert.deepEqual(
      tree
        .subtree(one.id)
        .map((each) => each.id)
        .toSorted(),
      places
        .filter((each) => isAbove(places, one.id, each.id))
        .map((each) => each.id)
        .toSorted(),
    );
  }
}

test('whatever the tree and however it is moved about, positions say exactly what lies below what', () => {
  fc.assert(
    fc.property(trees, moves, (places, steps) => {
      mustBeSound(steps.reduce((now, [from, to]) => moved(now, from, to), numberTree(places)));
    }),
    { seed: Number(process.env['XIANGYIN_SEED'] || 1), numRuns: 150 },
  );
});

test('a circle, a second root and an unknown parent are found', () => {
  assert.throws(() => numberTree([place(0, null), place(1, 2), place(2, 1)]), /circle/);
  assert.throws(() => numberTree([place(0, null), place(1, null)]), /one root/);
  assert.throws(() => numberTree([place(0, null), place(1, 7)]), /unknown parent/);
  assert.throws(() => numberTree([]), /one root/);
});

test('a chain of five thousand places is numbered too', () => {
  const chain = numberTree([place(0, null), ...Array.from({ length: 5_000 }, (_, at) => place(at + 1, at))]);
  assert.equal(chain.at(-1)?.depth, 5_000);
  assert.equal(chain[0]?.hi, 5_000);
});
