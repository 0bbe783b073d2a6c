import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart, drawingOf, namesBeside } from './map-drawing.ts';
import type { Spot } from './map-drawing.ts';

test('a map keeps everything inside, north up, and a kilometre as long to the east as to the north', () => {
  const cases: Spot[][] = [
    [
      [0, 0],
      [30, 10],
      [12, -8],
    ],
    [
      [5, 0],
      [5, 80],
    ],
    [[7, 7]],
  ];
  for (const spots of cases)
    for (const room of [800, 320]) {
      const drawing = drawingOf(spots, [], room) ?? assert.fail('nothing drawn');
      assert.equal(drawing.width, room);
      const { x, y, length, width, height } = drawing;
      for (const spot of spots) {
        assert.ok(x(spot) >= 40 && x(spot) <= width - 40, spot.join(' '));
        assert.ok(y(spot) >= 40 && y(spot) <= height - 40, spot.join(' '));
      }
      const [[east, north] = [0, 0]] = spots;
      const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
      assert.ok(near(x([east + 1, north]) - x([east, north]), length(1)));
      assert.ok(near(y([east, north]) - y([east, north + 1]), length(1)));
      assert.ok(length(drawing.scaleKm) <= room / 5 || drawing.scaleKm === 1);
    }
  assert.equal(drawingOf([[0, 0]], [], 120)?.width, 280, 'no narrower than can be read');
  assert.equal(drawingOf([], []), undefined);
  const far = drawingOf([[0, 0]], [{ at: [0, 0] as const }, { at: [500, 0] as const }]);
  assert.equal(far?.landmarks.length, 1, 'a town far off is not squeezed to the edge');
});

test('villages close to one another stay apart in the drawing, and those that are alone where they are', () => {
  const crowd = Array.from({ length: 12 }, (_, at): Spot => [400 + (at % 4) * 3, 200 + Math.floor(at / 4) * 2]);
  const points: Spot[] = [...crowd, [400, 200], [100, 100]];
  const moved = apart(points, 25);
  for (const [at, [x, y]] of moved.entries())
    for (const [other, [x2, y2]] of moved.entries())
      if (at < other) assert.ok(Math.hypot(x - x2, y - y2) >= 24.9, `${at} and ${other}`);
  assert.deepEqual(moved.at(-1), [100, 100]);
  assert.ok(moved.every(([x, y], at) => Math.hypot(x - (points[at]?.[0] ?? 0), y - (points[at]?.[1] ?? 0)) < 80));
  assert.deepEqual(apart(points, 25), moved, 'always alike');
});

test('names are written where no circle lies on them, and not on one another', () => {
  const covers = ([x, y]: Spot, width: number, [cx, cy]: Spot): boolean =>
    Math.abs(cx - x) < 13 + width / 2 && Math.abs(cy - y) < 13 + 9;
  // A village's circle just below the town's own: below is taken, above is free.
  const circles: Spot[] = [
    [200, 200],
    [200, 226],
    [20, 100],
  ];
  const names = [
    { at: [200, 200] as const, width: 39 },
    { at: [20, 100] as const, width: 39 },
    { at: [200, 202] as const, width: 39 },
  ];
  const written = namesBeside(names, circles, 13, 400);
  for (const [n, at] of written.entries())
    assert.ok(!circles.some((circle) => covers(at, 39, circle)), `${n}: ${at.join(' ')}`);
  assert.deepEqual(written[1], [20, 125], 'below, where it is free');
  const [first = [0, 0], , third = [0, 0]] = written;
  assert.ok(Math.abs(first[0] - third[0]) >= 39 || Math.abs(first[1] - third[1]) >= 18);
});
