import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { reconciledRows } from './reconciled-rows.ts';

const heads = {
  what: 'a',
  entry: 'b',
  number: 'c',
  service: 'd',
  here: 'e',
  there: 'f',
  reference: 'g',
};
const words = { heads, differing: 'other minutes', missing: 'not there', unknown: 'not ours' };
const entry = (at: number) => ({
  hourId: `hour-${at}`,
  number: 'V-1',
  service: { 'zh-CN': '修水管' },
  minutes: 50,
  theirs: null,
  reference: '',
});

test('the list of a comparison is handed out whole, however much of it the screen shows', () => {
  const missing = Array.from({ length: 300 }, (_, at) => entry(at));
  const rows = reconciledRows(
    {
      matched: 7,
      differing: [{ ...entry(999), theirs: 40, reference: 'N-9' }],
      missing,
      unknown: [{ hourId: 'hour-x', reference: 'N-1' }],
    },
    words,
    (service) => service['zh-CN'] ?? '',
  );
  assert.equal(rows.length, 1 + 1 + 300 + 1);
  assert.deepEqual(rows[0], [...'abcdefg']);
  assert.deepEqual(rows[1], ['other minutes', 'hour-999', 'V-1', '修水管', '50', '40', 'N-9']);
  assert.deepEqual(rows.at(-1), ['not ours', 'hour-x', '', '', '', '', 'N-1']);
  // The dialog hands it out, and says where it shows only the first.
  const dialog = readFileSync(join(import.meta.dirname, 'national-dialog.tsx'), 'utf8');
  assert.match(dialog, /csvOf\(reconciledRows\(/);
  assert.match(dialog, /words\.firstOf\(/);
});
