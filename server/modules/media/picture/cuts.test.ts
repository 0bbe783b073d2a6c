import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readName, renditionPath } from './address.ts';
import { cutBox, plannedFor, shapes } from './cuts.ts';
import type { Cut } from './cuts.ts';

const side = fc.integer({ min: 1, max: 2_400 });
const percent = fc.integer({ min: 0, max: 100 });
const cut = fc.constantFrom<Cut>('whole', '16x9', '4x3', '1x1');

test('every cut lies within its picture and holds the point it is cut around', () => {
  fc.assert(
    fc.property(side, side, cut, percent, percent, (width, height, shape, x, y) => {
      const box = cutBox({ width, height }, shape, { x, y });
      assert.ok(box.left >= 0 && box.top >= 0 && box.width >= 1 && box.height >= 1);
      assert.ok(box.left + box.width <= width && box.top + box.height <= height);
      assert.ok(box.left <= (width * x) / 100 + 1 && box.left + box.width >= (width * x) / 100 - 1);
      assert.ok(box.top <= (height * y) / 100 + 1 && box.top + box.height >= (height * y) / 100 - 1);
      if (shape !== 'whole' && width > 100 && height > 100)
        assert.ok(Math.abs(box.width / box.height / shapes[shape] - 1) < 0.02);
    }),
  );
});

test('every file of a picture has an address of its own that is read back as it was written, and none is wider than the picture', () => {
  fc.assert(
    fc.property(side, side, percent, percent, (width, height, x, y) => {
      const planned = plannedFor({ width, height });
      const names = planned.map((one) =>
        renditionPath('a'.repeat(64), { ...one, focus: one.cut === 'whole' ? { x: 50, y: 50 } : { x, y } }),
      );
      assert.equal(new Set(names).size, planned.length);
      planned.forEach((one, at) => {
        assert.ok(one.width <= width && one.height <= height + 1);
        const read = readName((names[at] ?? '').slice('/media/'.length))?.named;
        assert.deepEqual([read?.cut, read?.width, read?.format], [one.cut, one.width, one.format]);
      });
    }),
  );
});
