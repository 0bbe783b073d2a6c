import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTable } from './read-table.ts';

test('a table copied from a spreadsheet is read with its heading left out', () => {
  const { terms, bad } = readTable(
    '正确写法\t类别\t常见错写\t说明\r\n柳河水利站\t单位\t柳河水利所、柳河水利局\t在桥头\r\n\r\n东门桥\t地名\r\n',
  );
  assert.deepEqual(bad, []);
  assert.deepEqual(terms, [
    { term: '柳河水利站', kind: 'organisation', wrongForms: ['柳河水利所', '柳河水利局'], note: '在桥头' },
    { term: '东门桥', kind: 'place', wrongForms: [], note: '' },
  ]);
});

test('CSV may quote, and a line that cannot be read is named by its number', () => {
  const { terms, bad } = readTable(
    '"Liuhe ""Old"" Bridge, east",place,"Liuhe bridge;Old bridge",\n桥,地名\n老街口,街\n东门桥,地名,东',
  );
  assert.deepEqual(terms[0], {
    term: 'Liuhe "Old" Bridge, east',
    kind: 'place',
    wrongForms: ['Liuhe bridge', 'Old bridge'],
    note: '',
  });
  assert.deepEqual(bad, [
    { line: 2, why: 'badTerm' },
    { line: 3, why: 'badKind' },
    { line: 4, why: 'badForms' },
  ]);
});
