import fc from 'fast-check';

/** A word that no declared field holds: where it turns up in the database, an undeclared property was stored. */
export const canary = 'xyundeclaredcanary';

/** Texts that break naive programs: NUL, halves of surrogate pairs, markup, SQL, formulas, directions, sizes, dates that are none. */
export const hostileTexts: readonly string[] = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("return process")()}}',
  '${7*7}',
  "' or '1'='1",
  "'; drop table people.persons; --",
  'name) asc; select pg_sleep(9)--',
  'id->>$1',
  '%',
  '_',
  '\\',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '../../../../etc/passwd',
  '=cmd|calc',
  '@SUM(1+1)',
  '\u202eabc',
  '\u200b',
  '\ufeff',
  ' ',
  '',
  '\r\nset-cookie: a=b',
  '1e309',
  '-1',
  'NaN',
  'null',
  'true',
  '[]',
  '9999-12-31T23:59:60Z',
  '2016-12-31T23:59:60Z',
  '0000-00-00',
  '+275760-09-13T00:00:00.000Z',
  '2026-02-30',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '999999999999999999999999',
  '٣',
  '𠮷'.repeat(40),
  'a'.repeat(5_000),
  '中'.repeat(70_000),
  `${'a'.repeat(40_000)}!`,
  '('.repeat(20_000),
  ' '.repeat(50_000),
];

/** Numbers at and beyond the edges. */
const hostileNumbers: readonly number[] = [
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e308,
  -1e308,
  1e-320,
  10_000_000,
];

/** Something nobody asked for: a value of any kind. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...hostileTexts) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...hostileNumbers) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { $ne: null }, { length: 9 }),
  },
  { weight: 1, arbitrary: fc.integer({ min: 30, max: 2_000 }).map(nested) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 5_000 }, () => 'x')) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.uuid() },
);

/** Keys that reach for the prototype or for a column. */
export const hostileKeys = [
  canary,
  '__proto__',
  'constructor',
  'county_id',
  'countyId',
  'id',
  'role',
  'state',
  'placeId; drop',
  'a\u0000b',
];

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? { a: value } : [value];
  return value;
}
