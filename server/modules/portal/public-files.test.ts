import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import StructuredDataValidator from '@adobe/structured-data-validator';
import StructuredDataReader from '@marbec/web-auto-extractor';
import ogs from 'open-graph-scraper';
import sharp from 'sharp';
import { openDesk, story, textOf } from '#newsroom/testing';
import { buildServer } from '#platform/http/server';
import { testWorld } from '#testing';
import { portalOptions } from './options.ts';

test('what other programs read of a story and of the site: cards, structured data, sitemaps, icons', async () => {
  await using desk = await openDesk();
  const server = await buildServer(desk.county.app, portalOptions(desk.county.app));
  const get = (url: string) => server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
  const title = '柳河桥今天通车 <b>“限重”&十吨</b>';
  const published = await desk.publish({ text: textOf(title, ['限重十吨。']) });
  await desk.onDuty('chief-editor');
  desk.county.clock.advance({ minutes: 5 });
  const editor = desk.county.as('editor');
  const begun = story(await editor.post(`/stories/${published.id}/corrections`, { note: '限重写错了' }), 201);
  const text = textOf(title, ['限重十二吨。']);
  const saved = await editor.put(`/stories/${published.id}/text`, { version: begun.version, text });
  const corrected = await desk.signAll(await desk.submit(story(saved, 200), 'editor'), 'editor-2');

  const { result } = await ogs({ html: (await get(`/stories/${published.slug}`)).body });
  assert.deepEqual([result.ogTitle, result.ogType, result.ogLocale], [title, 'article', 'zh_CN']);
  assert.equal(result.articleModifiedTime, desk.county.clock.now().toISOString());
  const card = new URL(result.ogImage?.[0]?.url ?? '');
  assert.deepEqual([card.search, result.ogImage?.[0]?.width], ['?edition=2', '1200']);
  // Two readers that are not ours read the same; a third knows what search engines ask of what stands inside.
  const { jsonld, errors } = new StructuredDataReader().parse((await get(`/stories/${published.slug}`)).body);
  const [article] = jsonld['NewsArticle'] ?? [];
  assert.ok(article);
  assert.deepEqual([errors, withoutPlace(article)], [[], (result.jsonLD as Record<string, unknown>[])[0]]);
  const faults = await new StructuredDataValidator().validate({ jsonld, microdata: {}, rdfa: {}, errors });
  assert.deepEqual(
    faults.filter(({ severity }) => severity === 'ERROR'),
    [],
  );
  assert.deepEqual(
    [article['@type'], article['headline'], article['version'], article['articleSection']],
    ['NewsArticle', title, 2, '民生'],
  );
  assert.equal(
    article['identifier'],
    `ni:///sha-256;${Buffer.from(corrected.textHash, 'hex').toString('base64url')}`,
    'the signed text itself',
  );
  const [correction] = article['correction'] as Record<string, unknown>[];
  assert.deepEqual(
    [correction?.['@type'], String(correction?.['text']).includes('限重写错了')],
    ['CorrectionComment', true],
  );

  assert.equal((await get(card.pathname + card.search)).statusCode, 200);

  // What a reader downloads is checked on a computer of their own, without us and without a network.
  const proof = (await get(`/stories/${published.slug}/proof.json`)).body;
  const program = await get('/verify.mjs');
  assert.match(String(program.headers['content-disposition']), /attachment/);
  const seen = await checkedBy(program.body, proof);
  assert.match(seen, /✔ 1 篇全部可靠/);
  assert.ok(seen.includes(title) && seen.includes(corrected.textHash), seen);
  const { texts, ...rest } = JSON.parse(proof) as { texts: Record<string, string> };
  const wrong = Object.fromEntries(
    Object.entries(texts).map(([hash, bytes]) => [
      hash,
      Buffer.from(Buffer.from(bytes, 'base64').toString().replace('十二吨', '二十吨')).toString('base64'),
    ]),
  );
  assert.match(await checkedBy(program.body, JSON.stringify({ ...rest, texts: wrong })), /✖ 文字 \w{8} 被改过/);
  const { signatures } = JSON.parse(proof) as { signatures: object[] };
  const less = { ...JSON.parse(proof), signatures: signatures.slice(0, -1) };
  assert.match(await checkedBy(program.body, JSON.stringify(less)), /✖ 第 2 版：少了一审/);
  const page = (await get('/verify.html')).body;
  assert.ok(page.includes('async function verifyProof') && !/(src|href)=/.test(page), 'one file, opened from a disk');

  // The page names who looks after the story, from the moment that somebody does until nobody does any more.
  const named = async (): Promise<unknown[]> => {
    const { body } = await get(`/stories/${published.slug}`);
    const [data] = new StructuredDataReader().parse(body).jsonld['NewsArticle'] ?? [];
    return [/责任编辑：([^<]+)/.exec(body)?.[1] ?? null, Object(data)['editor'] ?? null];
  };
  const editorId = await desk.county.personId('editor');
  const assign = (to: string | null) =>
    desk.county.as('section-head').put(`/stories/${published.id}/editor`, { editorId: to });
  assert.deepEqual(await named(), [null, null]);
  const { editor: given } = story(await assign(editorId), 200);
  assert.deepEqual(await named(), [given?.name, { '@type': 'Person', name: given?.name }]);
  const { body: person } = await desk.county.as('administrator').get(`/people/${editorId}`);
  const renamed = { version: person['version'], displayName: '小林' };
  assert.equal((await desk.county.as('administrator').patch(`/people/${editorId}`, renamed)).status, 200);
  assert.equal((await named())[0], '小林', 'by the name that readers see');
  story(await assign(null), 200);
  assert.deepEqual(await named(), [null, null]);
  const english = await desk.publish({
    language: 'en',
    text: textOf('The Liu bridge is open', ['Ten tonnes at most.']),
  });
  const drawn = await get(`/stories/${english.slug}/card.png`);
  assert.equal(drawn.statusCode, 200, drawn.body.slice(0, 200));
  const { width: wide, height } = await sharp(drawn.rawPayload).metadata();
  assert.deepEqual([wide, height], [1200, 630]);
  assert.deepEqual((await get(`/stories/${english.slug}/card.png`)).rawPayload, drawn.rawPayload, 'from its file');

  const manifest = JSON.parse((await get('/en/large/manifest.webmanifest')).body) as {
    start_url: string;
    icons: { src: string; sizes: string }[];
  };
  assert.equal(manifest.start_url, '/en/large/');
  for (const { src, sizes } of [...manifest.icons, { src: '/favicon.ico', sizes: '48x48' }]) {
    const icon = await get(src);
    const { width, format } = await sharp(icon.rawPayload).metadata();
    assert.deepEqual([icon.statusCode, `${width}x${width}`, format], [200, sizes, 'png'], src);
  }

  assert.match((await get('/news-sitemap.xml')).body, /<news:title>柳河桥今天通车 &lt;b&gt;“限重”&amp;十吨/);
  assert.match((await get('/robots.txt')).body, /Sitemap: \S+\/news-sitemap\.xml/);
  const security = (await get('/.well-known/security.txt')).body;
  const expires = Date.parse(/^Expires: (.*)$/m.exec(security)?.[1] ?? '');
  const now = desk.county.clock.now().getTime();
  // RFC 9116 §2.5.5: less than a year ahead.
  assert.ok(expires > now && expires < now + 365 * 86_400_000, security);
  desk.county.clock.advance({ days: 2 });
  assert.doesNotMatch((await get('/news-sitemap.xml')).body, /<url>/, 'news are two days old at most');

  await desk.onDuty('chief-editor');
  story(await desk.county.as('chief-editor').post(`/stories/${published.id}/withdrawals`, { reason: '核实' }), 201);
  assert.equal((await get(card.pathname)).statusCode, 404, 'what is withdrawn has no card');
  await server.close();
});

/** What the program says of a proof, where there is nothing but Node.js. */
async function checkedBy(program: string, proof: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xy-proof-'));
  try {
    await writeFile(join(folder, 'verify.mjs'), program);
    await writeFile(join(folder, 'proof.json'), proof);
    const run = promisify(execFile)(process.execPath, ['verify.mjs', 'proof.json'], { cwd: folder, env: {} });
    return await run.then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

// Where it stood on the page is the reader's own note.
const withoutPlace = (item: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([key]) => key !== '@location'));

test('the privacy page names in words every module that holds something about persons', async () => {
  await using county = await testWorld();
  const { app } = county;
  await using server = await buildServer(app, portalOptions(app));
  const holding = app.modules.filter(({ personalData }) => (personalData?.columns ?? []).length > 0);
  for (const path of ['/privacy', '/en/privacy']) {
    const { body } = await server.inject({ method: 'GET', url: path, headers: { host: 'one.test' } });
    const named = [...body.matchAll(/<summary>\s*([^<]+?)\s*<span/g)].map(([, name]) => name);
    assert.equal(named.length, holding.length, path);
    assert.deepEqual(
      holding.filter(({ name }) => named.includes(name)).map(({ name }) => name),
      [],
      `${path} shows the name of a folder`,
    );
  }
});

test('the privacy page says item by item in the reader’s language what is held, why and how long', async () => {
  await using county = await testWorld();
  await using server = await buildServer(county.app, portalOptions(county.app));
  const itemsOf = async (url: string) => {
    const { body } = await server.inject({ method: 'GET', url, headers: { host: 'one.test' } });
    return [...body.matchAll(/<details class="privacy-part">(.*?)<\/details>/gs)]
      .map(([, items = '']) => items)
      .join('');
  };
  const chinese = await itemsOf('/privacy');
  assert.match(chinese, /办理点单/);
  assert.deepEqual(
    [...chinese.matchAll(/<span lang="en">([^<]*)</g)].map(([, said]) => said),
    [],
    'these have no words in site/texts/zh-CN/held.ts',
  );
  const english = await itemsOf('/en/privacy');
  assert.match(english, /to deal with an order/);
  assert.deepEqual(english.match(/\p{Script=Han}+/gu), null);
});
