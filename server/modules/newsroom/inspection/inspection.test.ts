import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { canonicalJson, renderPlain } from '@xiangyin/document';
import type {
  Block,
  CanonicalValue,
  Figure,
  Inline,
  ListItem,
  Paragraph,
  StoryText,
  TableRow,
} from '@xiangyin/document';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Unzipped } from 'fflate';
import type { CastName } from '#access/testing';
import { collectDossier, sentencesOf } from '../dossier/collect-dossier.ts';
import { BundlePictures, dossierFiles } from '../dossier/dossier-files.ts';
import { indexPage, lineOf } from '../dossier/index-page.ts';
import { bundleStatement } from '../dossier/seal-bundle.ts';
import { storyById } from '../story/story-queries.ts';
import { openDesk, refused, story, textOf } from '../testing.ts';
import type { Desk, SeenStory } from '../testing.ts';
import { drawDays } from './draw-days.ts';

const run = promisify(execFile);

/** A flood story, published on one day and corrected on the next; the clock stands on the third. */
async function corrected(desk: Desk): Promise<SeenStory> {
  const published = await desk.publish();
  const left = { check: 'personal-data', key: '0'.repeat(64), reason: 'other', remark: '村里公布的值班电话' };
  const dismissed = await desk.county.as('editor').post(`/stories/${published.id}/finding-dismissals`, left);
  assert.equal(dismissed.status, 201, dismissed.text);
  desk.county.clock.advance({ days: 1 });
  const begun = story(
    await desk.county.as('editor').post(`/stories/${published.id}/corrections`, { note: '限重写错了' }),
    201,
  );
  const saved = story(
    await desk.county.as('editor').put(`/stories/${published.id}/text`, {
      version: begun.version,
      text: textOf('柳河桥今天通车', ['修了三个月的柳河桥，今天上午八点重新通车。', '镇上提醒：限重十二吨。']),
    }),
    200,
  );
  const again = await desk.signAll(await desk.submit(saved, 'editor'), 'editor-2');
  desk.county.clock.advance({ days: 1 });
  return again;
}

async function zipOf(desk: Desk, path: string, as: CastName = 'auditor'): Promise<Unzipped> {
  const answer = await desk.county.server.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    headers: { host: 'one.test', cookie: await desk.county.as(as).cookie() },
  });
  assert.equal(answer.statusCode, 200, answer.body.slice(0, 300));
  assert.equal(answer.headers['content-type'], 'application/zip');
  return unzipSync(answer.rawPayload);
}

/** What the verifier inside the dossier says of these files, on a machine that has nothing but Node.js. */
async function verified(files: Unzipped): Promise<{ good: boolean; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'xy-dossier-'));
  try {
    await writeFile(join(folder, 'verify.mjs'), files['verify.mjs'] ?? '');
    await writeFile(join(folder, 'dossier.zip'), zipSync(files));
    return await run(process.execPath, ['verify.mjs', 'dossier.zip'], { cwd: folder, env: {} }).then(
      ({ stdout }) => ({ good: true, said: stdout }),
      (error: { stdout: string; code: number }) => ({ good: false, said: error.stdout }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const textIn = (files: Unzipped, name: string): string => Buffer.from(files[name] ?? assert.fail(name)).toString();

test('an inspector draws days, takes their stories out of the house, and checks every signature without the system', async () => {
  await using desk = await openDesk();
  const one = await corrected(desk);
  const auditor = desk.county.as('auditor');
  const drawn = await auditor.post('/inspections', {
    from: '2026-02-01',
    until: '2026-03-03',
    days: 5,
    seed: '骰子 4 2',
  });
  assert.equal(drawn.status, 201, drawn.text);
  assert.deepEqual(
    [drawn.body['days'], drawn.body['candidateCount'], drawn.body['stories']],
    [['2026-03-02', '2026-03-03'], 2, 1],
  );

  const files = await zipOf(desk, `/inspections/${String(drawn.body['id'])}/dossier`);
  const good = await verified(files);
  assert.ok(good.good, good.said);
  assert.match(good.said, /1 篇全部可靠/);
  const list = await auditor.get('/inspections');
  assert.ok(good.said.includes(String(list.body['keyFingerprint'])), 'the key is the one shown at the desk');
  assert.match(textIn(files, 'index.html'), /骰子 4 2/);

  const page = textIn(files, `stories/${one.slug ?? ''}/index.html`);
  for (const words of ['限重写错了', '<del>', '<ins>', '第 2 版', '公开网站', '已发布'])
    assert.ok(page.includes(words), `the page says ${words}`);
  for (const words of ['看过、不改的地方', '村里公布的值班电话'])
    assert.ok(page.includes(words), `the page says ${words}`);
  const findings = JSON.parse(textIn(files, `stories/${one.slug ?? ''}/dismissed-findings.json`)) as object[];
  const by = await desk.county.personId('editor');
  assert.deepEqual(
    findings.map((finding) => ({ ...finding, at: '' })),
    [
      {
        check: 'personal-data',
        key: '0'.repeat(64),
        reason: 'other',
        remark: '村里公布的值班电话',
        by,
        at: '',
        step: null,
      },
    ],
  );
  assert.equal(/<script|https?:/.test(page), false, 'the page opens offline');
});

test('whatever is changed in a dossier, its verifier finds it', async () => {
  await using desk = await openDesk();
  const one = await corrected(desk);
  const files = await zipOf(desk, `/stories/${one.id}/dossier`, 'editor');
  assert.ok((await verified(files)).good);
  const folder = `stories/${one.slug ?? ''}`;
  const changed = { ...files, [`${folder}/edition-1.txt`]: strToU8('限重百吨') };
  assert.match((await verified(changed)).said, /edition-1\.txt 被改过/);
  assert.match((await verified({ ...files, 'more.html': strToU8('more') })).said, /more\.html 不在目录里/);

  // Somebody who makes the list anew as well still lacks the county's key; and the signatures of people say the rest.
  const proof = JSON.parse(textIn(files, `${folder}/proof.json`)) as {
    signatures: { statement: string; signature: string; number: number }[];
  };
  const [first] = proof.signatures;
  assert.ok(first);
  const statement = Buffer.from(first.statement, 'base64').toString().replace('"approved"', '"returned"');
  first.statement = Buffer.from(statement).toString('base64');
  const said = (await verified({ ...files, [`${folder}/proof.json`]: strToU8(JSON.stringify(proof)) })).said;
  assert.match(said, /签名 1：签名的内容被改过/);
  // Nobody can call a dossier an extract, in which signatures may be missing.
  const { signatures: all, ...rest } = JSON.parse(textIn(files, `${folder}/proof.json`)) as { signatures: object[] };
  const shortened = { ...rest, extract: true, signatures: all.toSpliced(1, 1) };
  const missed = (await verified({ ...files, [`${folder}/proof.json`]: strToU8(JSON.stringify(shortened)) })).said;
  assert.match(missed, /签名 3：和前一个签名接不上/);
  const without = { ...files };
  delete without['manifest.sig.json'];
  assert.match((await verified(without)).said, /no dossier/);
});

/** The files under a list and a signature of its own, as whoever holds some key makes them. */
function sealedAnew(files: Unzipped): Unzipped {
  const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const named = Object.entries(files).filter(([name]) => !name.startsWith('manifest.'));
  const old = JSON.parse(textIn(files, 'manifest.json')) as Record<string, CanonicalValue>;
  const listed = named.map(([name, bytes]) => ({ name, sha256: sha256(bytes), bytes: bytes.length }));
  const manifest = strToU8(canonicalJson({ ...old, files: listed }));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seal = {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    signature: sign(null, Buffer.from(bundleStatement(sha256(manifest))), privateKey).toString('base64'),
  };
  return {
    ...Object.fromEntries(named),
    'manifest.json': manifest,
    'manifest.sig.json': strToU8(JSON.stringify(seal)),
  };
}

test('whoever alters what is to be read and seals it anew is found by the texts that were signed', async () => {
  await using desk = await openDesk();
  const one = await corrected(desk);
  const files = await zipOf(desk, `/stories/${one.id}/dossier`, 'editor');
  const folder = `stories/${one.slug ?? ''}`;
  const altered = async (name: string, from: string, to: string): Promise<string> => {
    const words = textIn(files, name);
    assert.ok(words.includes(from), `${name} says ${from}`);
    return (await verified(sealedAnew({ ...files, [name]: strToU8(words.replace(from, to)) }))).said;
  };
  assert.match((await verified(sealedAnew(files))).said, /1 篇全部可靠/, 'nothing else in it is found');
  assert.match(
    await altered(`${folder}/edition-1.txt`, '通车', '断了'),
    /✖ \S+ edition-1\.txt 里的文字和第 1 版签过的不一样 · edition-1\.txt does not say/,
  );
  assert.match(
    await altered(`${folder}/index.html`, '<td lang="zh-CN">', '<td lang="zh-CN">不'),
    /index\.html 里的正文/,
  );
  assert.match(await altered(`${folder}/index.html`, '<h1>', '<h1>不'), /index\.html 里的标题/);
  assert.match(await altered('index.html', '柳河桥', '下坝桥'), /目录页 index\.html 里这一篇的标题/);
  const more = {
    ...files,
    [`${folder}/edition-3.txt`]: strToU8('假的'),
    [`pictures/${'0'.repeat(64)}.jpg`]: strToU8('x'),
  };
  const said = (await verified(sealedAnew(more))).said;
  assert.match(said, /edition-3\.txt 不是签过的任何一版/);
  assert.match(said, /pictures\/0{64}\.jpg 不是签过的那张图片/);
  const less = { ...files };
  delete less[`${folder}/edition-2.txt`];
  assert.match((await verified(sealedAnew(less))).said, /edition-2\.txt 里的文字和第 2 版/);
  assert.match((await verified(less)).said, /edition-2\.txt 不见了/);
});

test('the verifier writes every form of a text as the system does', async () => {
  const { plainText } = (await import(new URL('../dossier/verifier/verify.mjs', import.meta.url).href)) as {
    plainText(text: StoryText): string;
  };
  const words = (text: string) => ({ type: 'text', text }) as const;
  const line = (...content: Inline[]): Paragraph => ({ type: 'paragraph', content });
  const item = (...content: Block[]): ListItem => ({ type: 'listItem', content });
  const figure = (caption: string, credit: string): Figure => ({
    type: 'figure',
    attrs: { hash: 'a'.repeat(64), alt: '桥', caption, credit, width: 4, height: 3 },
  });
  const cells = (...content: string[]): TableRow => ({
    type: 'tableRow',
    content: content.map((one) => ({ type: 'tableCell', content: [line(words(one)), line(words('吨'))] })),
  });
  const list: Block = {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [item(line(words('甲')), { type: 'bulletList', content: [item(line(words('乙'))), item(line())] })],
  };
  const content: Block[] = [
    { type: 'heading', attrs: { level: 2 }, content: [words('路')] },
    line(words('一'), { type: 'footnote', content: [words('注一')] }, { type: 'hardBreak' }, words('二')),
    line(),
    list,
    { type: 'blockquote', content: [line(words('引')), list] },
    { type: 'factBox', content: [line(words('谁'), { type: 'footnote', content: [words('注二')] })] },
    figure('桥通了。', '县融媒体中心'),
    { type: 'gallery', content: [figure('', ''), figure('', '柳河')] },
    { type: 'table', content: [cells('限重', '十二'), cells('', '5')] },
    { type: 'horizontalRule' },
  ];
  for (const language of ['zh-CN', 'en'])
    for (const deck of ['', '导语']) {
      const text: StoryText = { v: 3, language, title: '桥', deck, body: { type: 'doc', content } };
      assert.equal(plainText(text), renderPlain(text));
    }
});

test('a bundle that would be too large to be opened leaves pictures out and says how many', async () => {
  await using desk = await openDesk();
  const one = await desk.publish();
  await desk.county.inCounty(async (ctx) => {
    const dossier = await ctx.transaction(async (tx) => collectDossier(tx, await storyById(tx, one.id)));
    const madeAt = new Date('2026-03-03T00:00:00Z');
    const named = async (pictures: BundlePictures): Promise<string[]> => {
      const names: string[] = [];
      for await (const { name } of dossierFiles(ctx, dossier, madeAt, pictures)) names.push(name);
      return names.filter((name) => name.startsWith('pictures/'));
    };
    assert.deepEqual(await named(new BundlePictures()), []);
    const small = new BundlePictures(10);
    assert.deepEqual([small.takes(8), small.takes(8), small.takes(2), small.left], [true, false, true, 1]);
    const page = await indexPage(ctx, { madeAt, lines: [lineOf(dossier)], picturesLeft: 3 });
    assert.match(page, /有 3 张图片没有放进来/);
  });
});

test('a draw can be done again by anybody, keeps to days with publications, and stays', async () => {
  await using desk = await openDesk();
  // Longer than any that is drawn by the machine, so that the search finds this one alone.
  const seed = '420000000042';
  await corrected(desk);
  const chief = desk.county.as('chief-editor');
  const asked = { from: '2026-03-01', until: '2026-03-03', days: 1 };
  const drawn = await chief.post('/inspections', { ...asked, seed });
  const county = desk.county.app.counties.byId(1)?.slug ?? '';
  assert.deepEqual(drawn.body['days'], drawDays(county, seed, ['2026-03-02', '2026-03-03'], 1));
  assert.match(String((await chief.post('/inspections', asked)).body['seed']), /^\d+$/);
  const list = (await chief.get('/inspections')).body['items'] as { seed: string }[];
  assert.equal(list.length, 2);
  assert.equal(list[1]?.seed, seed);
  const seeds = async (question: string) => {
    const { body } = await chief.get(`/inspections?${question}`);
    return [(body['items'] as { seed: string }[]).map(({ seed }) => seed), body['next']] as const;
  };
  assert.deepEqual(await seeds(`q=${seed}&sort=drawnAt`), [[seed], null]);
  const [first, cursor] = await seeds('sort=drawnAt&limit=1');
  assert.deepEqual(first, [seed]);
  assert.deepEqual(await seeds(`sort=drawnAt&limit=1&cursor=${String(cursor)}`), [[list[0]?.seed], null]);
  refused(await chief.get('/inspections?cursor=x'), 400, 'BadRequest');
  refused(
    await chief.post('/inspections', { ...asked, from: '2025-01-01', until: '2025-01-31' }),
    422,
    'NothingPublished',
  );
  refused(await chief.post('/inspections', { ...asked, until: '2026-03-04' }), 400, 'BadRequest');
  refused(await chief.post('/inspections', { ...asked, seed: '<b>' }), 400, 'BadRequest');
  refused(await desk.county.as('editor').post('/inspections', asked), 403, 'Forbidden');
});

test('a sentence is named after the edition that brought it and kept it', () => {
  const editions = [['河水涨了。桥关了。'], ['河水涨了。桥开了。'], ['河水涨了。桥关了。请绕行 3.5 公里。']].map(
    (paragraphs, at) => ({ number: at + 1, text: textOf('汛情', paragraphs) as never }),
  );
  assert.deepEqual(sentencesOf(editions), [
    { words: '河水涨了。', edition: 1 },
    { words: '桥关了。', edition: 3 },
    { words: '请绕行 3.5 公里。', edition: 3 },
  ]);
});
