import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAnswer } from './read-answer.ts';

const id = '01890000-0000-7000-8000-000000000000';

test('an answer is read with heads, tabs, quotes and empty lines; a line that is none is named', () => {
  assert.deepEqual(readAnswer(`记录编号,编号,分钟\r\n${id},Q-1,50\r\n\r\n"${id.toUpperCase()}"\t"Q-2"\t60\n`), {
    rows: [
      { hourId: id, reference: 'Q-1', minutes: 50 },
      { hourId: id, reference: 'Q-2', minutes: 60 },
    ],
  });
  assert.deepEqual(readAnswer(''), { rows: [] });
  for (const bad of [`${id},Q-1,`, `${id},,50`, `${id},Q-1,fifty`, 'nothing,Q,5'])
    assert.deepEqual(readAnswer(`${id},Q-0,5\n${bad}`), { badLine: 2 }, bad);
});
