import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { readMoment } from './read-moment.ts';

const readAny = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => unknown;

const two = (n: number): string => String(n).padStart(2, '0');
const written = fc
  .record({
    year: fc.oneof(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 99_999 })),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 }),
    fraction: fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{1,6}$/)),
    zone: fc.oneof(fc.constant('+00'), fc.constantFrom('+08', '-03:30', '+05:45:12', '+00 BC')),
  })
  .map(
    (one) =>
      `${String(one.year).padStart(4, '0')}-${two(one.month)}-${two(one.day)} ${two(one.hour)}:${two(one.minute)}:${two(one.second)}${one.fraction}${one.zone}`,
  );

test('a moment is read as the driver reads it, in every form that PostgreSQL writes', () => {
  fc.assert(
    fc.property(fc.oneof(written, fc.constantFrom('infinity', '-infinity')), (text) => {
      assert.deepEqual(readMoment(text), readAny(text), text);
    }),
    { numRuns: 2_000 },
  );
});
