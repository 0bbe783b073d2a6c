import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isZone, momentAtWall, wallAt } from './clock.ts';

const shown = (moment: string, zone: string): string =>
  new Date(wallAt(Date.parse(moment), zone)).toISOString().slice(0, 19);
const moment = (wall: string, zone: string): string =>
  new Date(momentAtWall(Date.parse(`${wall}Z`), zone)).toISOString();

test('the clock on the wall, over midnight and new year, to the second', () => {
  assert.equal(shown('2025-12-31T15:59:59.999Z', 'Asia/Shanghai'), '2025-12-31T23:59:59');
  assert.equal(shown('2025-12-31T16:00:00.000Z', 'Asia/Shanghai'), '2026-01-01T00:00:00');
  assert.equal(shown('2026-03-01T00:00:00Z', 'Asia/Kathmandu'), '2026-03-01T05:45:00');
  assert.equal(moment('2026-01-01T00:00:00', 'Asia/Shanghai'), '2025-12-31T16:00:00.000Z');
  assert.equal(moment('2026-03-01T00:00:00.250', 'Asia/Shanghai'), '2026-02-28T16:00:00.250Z');
});

test('where clocks are put back the first of the two is meant, where they are put on the one left alone', () => {
  for (const [zone, wall, expected] of [
    // Put back from 3 to 2 at 1 UTC; put on from 2 to 3 at 1 UTC.
    ['Europe/Berlin', '2026-10-25T01:59:59', '2026-10-24T23:59:59.000Z'],
    ['Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25T03:00:00', '2026-10-25T02:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29T03:00:00', '2026-03-29T01:00:00.000Z'],
    // West of Greenwich alike.
    ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00.000Z'],
    ['America/New_York', '2026-03-08T02:30:00', '2026-03-08T07:30:00.000Z'],
    // By half an hour.
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00.000Z'],
    // At midnight: the day begins at one.
    ['America/Havana', '2026-03-08T00:00:00', '2026-03-08T05:00:00.000Z'],
    // A whole day was left out, at the date line.
    ['Pacific/Apia', '2011-12-31T00:30:00', '2011-12-30T10:30:00.000Z'],
  ] as const)
    assert.equal(moment(wall, zone), expected, `${zone} ${wall}`);
});

test('what a wall shows is found again, unless it shows it twice', () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Auckland'];
  const from = Date.parse('2020-01-01T00:00:00Z') / 1_000;
  const second = fc.integer({ min: from, max: from + 10 * 366 * 86_400 });
  fc.assert(
    fc.property(second, fc.constantFrom(...zones), (at, zone) => {
      const again = momentAtWall(wallAt(at * 1_000, zone), zone);
      assert.equal(wallAt(again, zone), wallAt(at * 1_000, zone));
      assert.ok([0, 3_600_000].includes(at * 1_000 - again), `${zone} ${at}`);
    }),
    { numRuns: 300 },
  );
});

test('a zone that nobody knows is no zone', () => {
  assert.ok(isZone('Asia/Shanghai') && !isZone('Asia/Qingxi'));
  assert.throws(() => wallAt(0, 'Asia/Qingxi'), RangeError);
  assert.throws(() => wallAt(Number.NaN, 'Asia/Shanghai'), RangeError);
});
