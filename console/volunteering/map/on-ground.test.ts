import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metresBetween } from '../../kit/degrees.ts';
import { boxOf, coveredNames, positionOf, ringAround } from './on-ground.ts';
import type { Position } from './on-ground.ts';

const degreesOf = ([longitude, latitude]: Position) => ({ latitude, longitude });

test('a village lies on the ground as far off, and in the direction, as the list of places says', () => {
  for (const origin of [
    { latitude: 30.2, longitude: 118.1 },
    { latitude: 47.9, longitude: 88.1 },
    { latitude: -33.4, longitude: 151.2 },
  ]) {
    const there = degreesOf(positionOf(origin, [30, 40]));
    assert.ok(Math.abs(metresBetween(origin, there) / 1_000 - 50) < 0.25, JSON.stringify(origin));
    assert.ok(there.latitude > origin.latitude && there.longitude > origin.longitude);
    const middle = degreesOf(positionOf(origin, [5, 5]));
    const ring = ringAround(origin, [5, 5], 8);
    for (const one of ring) assert.ok(Math.abs(metresBetween(middle, degreesOf(one)) / 1_000 - 8) < 0.05);
    assert.deepEqual(ring.at(0), ring.at(-1), 'closed');
    const [[west, south], [east, north]] = boxOf(ring);
    assert.ok(west < middle.longitude && middle.longitude < east && south < middle.latitude && middle.latitude < north);
  }
});

test('a name is written over the ground where a circle hides the tiles’ own, and nowhere twice', () => {
  const towns = [
    { id: 'a', at: [0, 0] as const },
    { id: 'b', at: [10, 0] as const },
  ];
  assert.deepEqual(
    coveredNames(towns, [{ at: [1, 1] }]).map(({ id }) => id),
    ['a'],
  );
  assert.deepEqual(coveredNames(towns, []), []);
});
