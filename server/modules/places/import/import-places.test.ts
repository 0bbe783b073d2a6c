import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { treeOf } from '../tree/forest.ts';
import { importPlacesCommand } from './import-places-command.ts';
import { parseCsv } from '@xiangyin/document/from-sheet';

const head = 'code,parent_code,level,name_zh,name_en,valid_from,local_code';

async function run(
  county: TestWorld,
  lines: string[],
  flags: Record<string, string | true> = {},
): Promise<{ exit: number; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'xy-import-'));
  const file = join(folder, 'places.csv');
  const said: string[] = [];
  try {
    await writeFile(file, [head, ...lines].join('\n'));
    const exit = await importPlacesCommand.run({
      app: county.app,
      ownerUrl: undefined,
      args: [file],
      flags,
      say: (line) => void said.push(line),
      inCounty: (work) => county.inCounty(work),
    });
    return { exit, said: said.join('\n') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const size = (county: TestWorld): number => treeOf(county.app, 1).places.length;

test('a file extends the county, children before their parents too', async () => {
  await using county = await testWorld();
  const { exit, said } = await run(county, [
    '110101102001,110101102,village,"东,湾村",Dongwan,2001-01-01,',
    '110101102,110101,town,新镇,Xin Town,2001-01-01,',
    ',110101102001,group,一组,Group One,2001-01-01,G-1',
  ]);
  assert.equal(exit, 0, said);
  const tree = treeOf(county.app, 1);
  assert.equal(tree.byCode('110101102001')?.name['zh-CN'], '东,湾村');
  assert.deepEqual(
    tree.path(tree.byCode('G-1')?.id ?? '').map((place) => place.level),
    ['county', 'town', 'village', 'group'],
  );
});

test('a preview imports nothing', async () => {
  await using county = await testWorld();
  const before = size(county);
  assert.equal((await run(county, ['110101102,110101,town,新镇,Xin Town,2001-01-01,'], { preview: true })).exit, 0);
  assert.equal(size(county), before);
});

test('one wrong line stops the whole file and says where and why', async () => {
  await using county = await testWorld();
  const before = size(county);
  const cases = [
    ['an unknown parent', '110101102,999999,town,新镇,Xin,2001-01-01,', /第 3 行：上级编号 999999 不存在/],
    ['a code twice', '110101103,110101,town,又镇,You,2001-01-01,', /第 3 行：编号 110101103 与第 2 行重复/],
    ['a code the county has', '110101100,110101,town,柳河镇,Liuhe,2001-01-01,', /第 3 行：编号 110101100 已经在县里/],
    ['a second county', '110102,,county,又县,Other,2001-01-01,', /第 3 行：县已经有了/],
    ['a day that is none', '110101102,110101,town,新镇,Xin,2001-02-30,', /第 3 行：起始日期“2001-02-30”/],
    ['a level that is none', '110101102,110101,city,新镇,Xin,2001-01-01,', /没有“city”这一级/],
    ['no name', '110101102,110101,town,,,2001-01-01,', /没有名字/],
  ] as const;
  for (const [why, line, words] of cases) {
    const { exit, said } = await run(county, ['110101103,110101,town,对镇,Right,2001-01-01,', line]);
    assert.equal(exit, 1, why);
    assert.match(said, words);
    assert.equal(size(county), before, why);
  }
});

test('quotes, doubled quotes and line breaks inside a cell are read as CSV says', () => {
  assert.deepEqual(parseCsv('\uFEFFa,b\r\n"x ""y""","1\n2"\r\n\r\nz,\n'), [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x "y"', '1\n2'] },
    { line: 5, cells: ['z', ''] },
  ]);
  assert.throws(() => parseCsv('a\n"b'), /never closed/);
});
