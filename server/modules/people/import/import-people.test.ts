import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSheet, SheetFault } from '@xiangyin/document/from-sheet';
import { strToU8, zipSync } from 'fflate';
import { testWorld } from '#testing';
import type { Answer } from '#testing';
import type { ImportPreview } from '../contract.ts';
import { importPeopleCommand } from './import-people-command.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
const itemsOf = (answer: Answer): ImportPreview['items'] => answer.body['items'] as ImportPreview['items'];

/** A workbook as Excel writes one: a number, words shared and in place, a formula with what it last said. */
function workbook(rows: string): Uint8Array<ArrayBuffer> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packed = 'http://schemas.openxmlformats.org/package/2006';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>姓名</t></si><si><t>手机号</t></si></sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>${rows}</sheetData></worksheet>`,
  };
  return new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
}

test('a list is read from CSV in UTF-8 and GB 18030 and from Excel: phones are text, formulas are not worked out, a bomb is refused', async () => {
  const expected = [
    { line: 1, cells: ['姓名', '手机号'] },
    { line: 2, cells: ['李新', '13500000001'] },
  ];
  assert.deepEqual(await readSheet(bytes('\uFEFF姓名,手机号\r\n李新,13500000001\r\n')), expected);
  // 姓名,手机号 / 李新,… as Excel saves it in China.
  const gb = Buffer.from('d0d5c3fb2ccad6bbfabac50ac0eed0c22c31333530303030303030310a', 'hex');
  assert.deepEqual(await readSheet(new Uint8Array(gb)), expected);
  const inPlace = '<c r="A2" t="inlineStr"><is><t>李新</t></is></c>';
  const row = (phone: string): Uint8Array<ArrayBuffer> => workbook(`<row r="2">${inPlace}${phone}</row>`);
  assert.deepEqual(await readSheet(row('<c r="B2"><v>13500000001</v></c>')), expected);
  assert.deepEqual(await readSheet(row('<c r="B2"><v>1.3500000001E10</v></c>')), expected);
  assert.deepEqual(await readSheet(row('<c r="B2"><f>SUM(1,2)</f><v>13500000001</v></c>')), expected);
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(50_000_000) });
  const faultOf = (file: Uint8Array<ArrayBuffer>): Promise<unknown> =>
    readSheet(file).then(
      () => 'read',
      (error: unknown) => (error instanceof SheetFault ? error.kind : error),
    );
  assert.equal(await faultOf(new Uint8Array(bomb)), 'tooLarge');
  assert.equal(await faultOf(bytes('PK\u0003\u0004 no archive')), 'unreadable');
  assert.equal(await faultOf(bytes('姓名\n"李')), 'unreadable');
});

const rowsOf = (...rows: string[][]) => rows.map((cells, at) => ({ line: at + 1, cells }));

test('a list of people is shown first with what is new, there, somebody else’s and wrong; then it comes, once, and can be undone while nothing hangs on anybody', async () => {
  await using county = await testWorld();
  county.clock.set('2026-03-02T04:00:00Z');
  const administrator = county.as('administrator');
  const there = await administrator.post('/people', { name: '周老师', phone: '13500000009' });
  assert.equal(there.status, 201, there.text);
  const head = ['姓名', '手机号', '邮箱', '地方', '监护人', '监护人电话', '星座'];
  const rows = rowsOf(
    head,
    ['李新', '135 0000 0001', 'li@example.test', '大槐村', '', '', '狮子'],
    ['王苗', '', '', '', '王父', '13500000002', ''],
    ['周老师', '13500000009', '', '', '', '', ''],
    ['周小妹', '13500000009', '', '', '', '', ''],
    ['', '12', 'no', '月亮', '甲', '', ''],
    ['李新', '13500000001', 'li@example.test', '大槐村', '', '', ''],
  );
  const seen = await administrator.post('/people-import-previews', { rows });
  const items = itemsOf(seen);
  assert.deepEqual(
    items.map(({ verdict }) => verdict),
    ['new', 'new', 'same', 'conflict', 'wrong', 'wrong'],
    seen.text,
  );
  assert.equal(items[3]?.personId, there.body['id']);
  assert.deepEqual(
    items[4]?.problems.map(({ column }) => column),
    ['姓名', '手机号', '邮箱', '监护人电话', '地方'],
  );
  assert.deepEqual(items[5]?.problems, [{ column: '', message: '和第 2 行一样' }]);
  assert.equal((seen.body['columns'] as { as: string | null }[])[6]?.as, null);
  const total = async (): Promise<unknown> => (await administrator.get('/people?active=all')).body['total'];
  const before = await total();

  const lines = [2, 3, 4, 5, 6, 7];
  const made = await administrator.post('/people-imports', { rows, lines });
  assert.equal(made.body['made'], 3, made.text);
  assert.equal(await total(), Number(before) + 3);
  assert.equal((await administrator.post('/people-imports', { rows, lines })).body['made'], 0, 'nobody comes twice');

  // One of them gets an account: they stay, the others go.
  const people = (await administrator.get(`/people?search=${encodeURIComponent('李新')}`)).body['items'] as {
    id: string;
  }[];
  assert.equal((await administrator.post(`/people/${people[0]?.id}/invitations`, { by: 'link' })).status, 201);
  const undo = `/people-imports/${String(made.body['id'])}/undo`;
  assert.equal((await county.as('coordinator').post(undo, {})).status, 404, 'it is another’s');
  assert.deepEqual((await administrator.post(undo, {})).body, { gone: 2, kept: 1 });
  assert.equal((await administrator.post(undo, {})).status, 409);
  assert.equal(await total(), Number(before) + 1);

  const late = await administrator.post('/people-imports', { rows, lines: [3] });
  county.clock.advance({ minutes: 11 });
  assert.equal((await administrator.post(`/people-imports/${String(late.body['id'])}/undo`, {})).status, 409);
  assert.equal((await administrator.post('/people-import-previews', { rows: rowsOf(['电话'], ['1']) })).status, 422);

  // Somebody who looks after one town writes nobody down elsewhere.
  const keeper = await county.as('station-keeper').post('/people-import-previews', {
    rows: rowsOf(['name', 'place'], ['Anna', 'Dahuai Village'], ['Bert', 'Dongwan Village'], ['Carl', '']),
  });
  assert.ok(
    itemsOf(keeper).some(({ verdict }) => verdict === 'wrong'),
    keeper.text,
  );

  // By the command: a mistake on any line, and nobody comes.
  const file = join(county.app.settings.varDirectory, 'people.csv');
  const run = async (text: string): Promise<{ code: number; said: string }> => {
    await writeFile(file, text);
    const said: string[] = [];
    const call = { app: county.app, ownerUrl: undefined, args: [file], flags: {} };
    const inCounty = county.inCounty.bind(county);
    const code = await importPeopleCommand.run({ ...call, inCounty, say: (line) => void said.push(line) });
    return { code, said: said.join('\n') };
  };
  const wrong = await run('姓名,电话\n陈一,13500000031\n陈二,12\n');
  assert.equal(wrong.code, 1);
  assert.match(wrong.said, /✗ 3: 电话/);
  const broken = await run('姓名,电话\n陈一,13500000031\n陈\u0000二,13500000032\n');
  assert.equal(broken.code, 1);
  assert.match(broken.said, /^✗ 3: 有认不出的字 · holds signs that cannot be read$/);
  const right = await run('姓名,电话\n陈一,13500000031\n陈二,13500000032\n');
  assert.match(right.said, /登记了 2 人/);
});

test('two lines with one new phone or address: the second is shown with the line that has it, and comes only when somebody chooses it', async () => {
  await using county = await testWorld();
  const administrator = county.as('administrator');
  const rows = rowsOf(
    ['姓名', '手机号', '邮箱', '地方'],
    ['李新', '135 0000 0041', '', ''],
    ['李小新', '13500000041', '', ''],
    ['李新', '13500000041', '', '大槐村'],
    ['王苗', '', 'Miao@example.test', ''],
    ['王父', '', 'miao@example.test', ''],
    ['赵坏', '13500000042', '', '月亮'],
    ['钱好', '13500000042', '', ''],
  );
  const items = itemsOf(await administrator.post('/people-import-previews', { rows }));
  assert.deepEqual(
    items.map(({ verdict }) => verdict),
    ['new', 'conflict', 'conflict', 'new', 'conflict', 'wrong', 'new'],
  );
  assert.deepEqual(
    [items[1]?.problems, items[2]?.problems, items[4]?.problems, items[1]?.personId],
    [
      [{ column: '手机号', message: '第 2 行已经写了' }],
      [{ column: '手机号', message: '第 2 行已经写了' }],
      [{ column: '邮箱', message: '第 5 行已经写了' }],
      null,
    ],
  );
  const made = await administrator.post('/people-imports', { rows, lines: [2, 3, 5] });
  assert.equal(made.body['made'], 3, 'a family has one telephone: whoever knows says so');
});
