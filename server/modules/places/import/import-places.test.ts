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

const head = 'code,parent_code,level,name_zh,name_en,valid_from,local_code,x_km,y_km,population';

async function run(
  county: TestWorld,
  lines: string[] | Buffer,
  flags: Record<string, string | true> = {},
): Promise<{ exit: number; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'xy-import-'));
  const file = join(folder, 'places.csv');
  const said: string[] = [];
  try {
    await writeFile(file, Buffer.isBuffer(lines) ? lines : [head, ...lines].join('\n'));
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
    ['a word that every object has', '110101102,110101,constructor,新镇,Xin,2001-01-01,', /没有“constructor”这一级/],
    ['a town below a town', '110101102,110101103,town,新镇,Xin,2001-01-01,', /“town”不能放在“town”下面/],
    ['a county below a village', ',110101100001,county,新县,Xin,2001-01-01,X-1', /“county”不能放在“village”下面/],
    ['no name', '110101102,110101,town,,,2001-01-01,', /没有名字/],
    ['a name without end', `110101102,110101,town,${'镇'.repeat(121)},Xin,2001-01-01,`, /name_zh 太长，最多 120 个字/],
    ['NUL in a name', '110101102,110101,town,新\u0000镇,Xin,2001-01-01,', /name_zh 里有换行或认不出的字/],
    ['a line break in a name', '110101102,110101,town,"新\n镇",Xin,2001-01-01,', /name_zh 里有换行或认不出的字/],
    ['a year before all others', '110101102,110101,town,新镇,Xin,0001-01-01,', /起始日期“0001-01-01”/],
    ['half a person', '110101102,110101,town,新镇,Xin,2001-01-01,,,,3.5', /population 不是整数人数/],
    [
      'more people than there are',
      '110101102,110101,town,新镇,Xin,2001-01-01,,,,99999999999',
      /population 不是整数人数/,
    ],
    ['another planet', '110101102,110101,town,新镇,Xin,2001-01-01,,1e300,0,', /x_km 不是 -2000 到 2000 的数字/],
  ] as const;
  for (const [why, line, words] of cases) {
    const { exit, said } = await run(county, ['110101103,110101,town,对镇,Right,2001-01-01,', line]);
    assert.equal(exit, 1, why);
    assert.match(said, words);
    assert.equal(size(county), before, why);
  }
});

test('a column that is none, or stands there twice, stops the file: what was meant would be passed over', async () => {
  await using county = await testWorld();
  const before = size(county);
  const line = '110101102,110101,town,新镇,Xin,2001-01-01,500';
  for (const [more, words] of [
    ['populaton', /第 1 行：没有“populaton”这一列。.*there is no column "populaton"/],
    ['code', /第 1 行：列名 code 写了两次/],
  ] as const) {
    const { exit, said } = await run(
      county,
      Buffer.from(`code,parent_code,level,name_zh,name_en,valid_from,${more}\n${line}\n`),
    );
    assert.deepEqual([exit, size(county)], [1, before], said);
    assert.match(said, words);
  }
});

test('nothing is put below a place that is no more', async () => {
  await using county = await testWorld();
  const village = county.placeId('village-1-1');
  const { revision } = (await county.as('administrator').get(`/places/${village}`)).body;
  const ended = await county
    .as('administrator')
    .post(`/places/${village}/endings`, { revision, validTo: '2026-01-01', reason: '并村' });
  assert.ok(ended.status < 300, ended.text);
  const code = String(ended.body['code']);
  const { exit, said } = await run(county, [`,${code},group,一组,Group One,2001-01-01,G-1`]);
  assert.equal(exit, 1);
  assert.match(said, new RegExp(`第 2 行：上级 ${code} 到 2026-01-01 撤销.*is no more from 2026-01-01 on`));
});

test('a list that Excel saved in China is read in its own signs, and one in neither is refused', async () => {
  await using county = await testWorld();
  const text = `${head}\n110101102,110101,town,`;
  // 新镇 in GB 18030.
  const name = Buffer.from([0xd0, 0xc2, 0xd5, 0xf2]);
  const file = Buffer.concat([Buffer.from(text), name, Buffer.from(',Xin,2001-01-01,\n')]);
  const { exit, said } = await run(county, file);
  assert.equal(exit, 0, said);
  assert.equal(treeOf(county.app, 1).byCode('110101102')?.name['zh-CN'], '新镇');
  const broken = await run(
    county,
    Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xff]), Buffer.from(',Xin\n')]),
  );
  assert.equal(broken.exit, 2);
  assert.match(broken.said, /cannot be read/);
});

test('quotes, doubled quotes and line breaks inside a cell are read as CSV says', () => {
  assert.deepEqual(parseCsv('\uFEFFa,b\r\n"x ""y""","1\n2"\r\n\r\nz,\n'), [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x "y"', '1\n2'] },
    { line: 5, cells: ['z', ''] },
  ]);
  assert.throws(() => parseCsv('a\n"b'), /never closed/);
});
