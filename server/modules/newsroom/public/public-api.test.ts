import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ownerClient } from '#testing';
import { sha256 } from '#platform/canonical';
import { cursorOf } from '#platform/keyset';
import { exportLine, publicChangeView } from '../contract.ts';
import { openDesk, refused, textOf } from '../testing.ts';
import type { SeenStory } from '../testing.ts';
import { exportLimits, exportStories } from './export-stories.ts';
import { recordChange } from './record-change.ts';
import { verifyChanges } from './verify-changes.ts';

test('a program asks for the fields that it needs, and is told of one that does not exist', async () => {
  await using desk = await openDesk();
  const story = await desk.publish({
    text: textOf('柳河桥今天通车', ['修了三个月的柳河桥，今天上午八点重新通车。']),
  });
  const get = (path: string) => desk.county.request('GET', `/api/v1/public/stories${path}`);
  const [line] = (await get('?fields=title,section')).body['items'] as Record<string, unknown>[];
  assert.deepEqual(Object.keys(line ?? {}).toSorted(), ['id', 'section', 'title']);
  const single = await get(`/${story.slug}?fields=html,plain,edition,places,corrections`);
  assert.deepEqual(Object.keys(single.body).toSorted(), ['corrections', 'edition', 'html', 'id', 'places', 'plain']);
  assert.match(String(single.body['html']), /<p>修了三个月的柳河桥/);
  assert.equal(String(single.body['plain']).trim(), '修了三个月的柳河桥，今天上午八点重新通车。');
  const whole = (await get(`/${story.slug}`)).body;
  assert.ok('text' in whole && 'fingerprint' in whole && !('html' in whole), 'unless asked, as it always was');

  for (const path of ['?fields=title,rowHash', '?fields=', `/${story.slug}?fields=authorId`, '?sparse=title']) {
    const answer = await get(path);
    refused(answer, 400, 'BadRequest');
    assert.match(String((answer.body['fields'] as { path: string }[])[0]?.path), /^\/query\/(fields\/\d|sparse)$/);
  }
  await desk.onDuty('chief-editor');
  await desk.county
    .as('chief-editor')
    .post(`/stories/${story.id}/withdrawals`, { reason: '桥的限重写错了，核实后再发。' });
  const gone = (await get(`/${story.slug}?fields=state,text,html,plain,corrections`)).body;
  assert.deepEqual(gone, { id: story.id, state: 'withdrawn', text: null, html: null, plain: null, corrections: [] });
});

test('a list is narrowed by every section and place that there can be, however long their names', async () => {
  await using desk = await openDesk();
  const slug = 'a'.repeat(40);
  const name = { 'zh-CN': '栏目', en: 'Section' };
  const chief = desk.county.as('chief-editor');
  assert.equal((await chief.post('/sections', { slug, name, position: 2 })).status, 201);
  refused(await chief.post('/sections', { slug: `${slug}a`, name, position: 2 }), 400, 'BadRequest');
  const localCode = 'B'.repeat(31);
  const place = { parentId: desk.county.placeId('town-1'), level: 'village', name: { 'zh-CN': '新村' } };
  const since = { ...place, validFrom: '2026-01-01' };
  const administrator = desk.county.as('administrator');
  assert.equal((await administrator.post('/places', { ...since, localCode })).status, 201);
  refused(await administrator.post('/places', { ...since, localCode: `${localCode}B` }), 400, 'BadRequest');
  const get = (query: string) => desk.county.request('GET', `/api/v1/public/stories?${query}`);
  for (const query of [`section=${slug}`, `place=${localCode}`])
    assert.deepEqual((await get(query)).body, { items: [], next: null }, query);
  for (const query of [`section=${slug}a`, `place=${localCode}B`]) refused(await get(query), 400, 'BadRequest');
});

test('the feed of changes tells all that became of what was published, and skips nothing that was committed late', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const feed = async (query = '') => {
    await county.tick('platform.seal');
    const answer = await county.request('GET', `/api/v1/public/changes${query}`);
    assert.equal(answer.status, 200, answer.text);
    return answer.read(publicChangeView);
  };
  assert.deepEqual(await feed(), { items: [], next: null, more: false });
  const story = await desk.publish();
  await desk.write();
  const first = await feed();
  assert.deepEqual(
    first.items.map(({ kind, story: { slug }, edition }) => [kind, slug, edition]),
    [['published', story.slug, 1]],
    'a draft is nobody’s business',
  );

  // A transaction begins first and ends last: its change is behind what was read meanwhile.
  const open = await new Promise<{ end(): void; done: Promise<void> }>((opened) => {
    const gate = Promise.withResolvers<void>();
    const done = county.inCounty((ctx) =>
      ctx.transaction(async (tx) => {
        await recordChange(tx, story.id, 'changed', null);
        opened({ end: gate.resolve, done });
        await gate.promise;
      }),
    );
  });
  const other = await desk.publish({ text: textOf('堤坝加高了', ['六个村连夜加高。']) });
  const second = await feed(`?after=${first.next}`);
  assert.deepEqual(
    second.items.map(({ story: { slug } }) => slug),
    [other.slug],
  );
  open.end();
  await open.done;
  const third = await feed(`?after=${second.next}`);
  assert.deepEqual(
    third.items.map(({ kind }) => kind),
    ['changed'],
    'committed late, and read all the same',
  );

  await desk.onDuty('chief-editor');
  const chief = county.as('chief-editor');
  const why = { reason: '桥的限重写错了，核实后再发。' };
  assert.equal((await chief.post(`/stories/${story.id}/withdrawals`, why)).status, 201);
  assert.equal((await chief.post(`/stories/${story.id}/restorations`, why)).status, 201);
  const placeIds = [county.placeId('village-1-2')];
  assert.equal((await chief.patch(`/stories/${story.id}`, { placeIds })).status, 200);
  assert.equal(
    (await chief.patch(`/stories/${story.id}`, { placeIds })).status,
    200,
    'the same once more changes nothing',
  );
  const all = await feed();
  assert.deepEqual(
    all.items.map(({ kind, edition }) => [kind, edition]),
    [
      ['published', 1],
      ['published', 1],
      ['changed', null],
      ['withdrawn', 1],
      ['restored', 1],
      ['changed', null],
    ],
  );
  let link = '0'.repeat(64);
  for (const change of all.items) {
    const { at, county: id, edition, fingerprint, kind } = change;
    const text = JSON.stringify({ at, county: id, edition, fingerprint, id: change.id, kind, story: change.story.id });
    assert.equal(change.hash, sha256(text));
    assert.equal(change.link, (link = sha256(link + change.hash)));
  }
  await county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      for (let more = 0; more < 6; more += 1) await recordChange(tx, story.id, 'changed', null);
    }),
  );
  const { items: dozen } = await feed();
  const [begin] = (await county.request('GET', '/api/v1/public/export')).text.split('\n');
  assert.deepEqual(
    JSON.parse(begin ?? ''),
    { line: 'begin', changes: dozen[11]?.cursor },
    'the twelfth is behind the ninth',
  );
  const page = await feed('?limit=2');
  assert.deepEqual([page.items.length, page.more, page.next], [2, true, page.items[1]?.cursor]);
  assert.deepEqual((await county.inCounty(verifyChanges)).faults, []);

  const end = `/api/v1/public/changes?after=${dozen[11]?.cursor}`;
  const idle = await county.request('GET', end);
  const again = await county.request('GET', end, undefined, {
    headers: { 'if-none-match': idle.headers['etag'] ?? '' },
  });
  assert.equal(again.status, 304, 'whoever asks often and finds nothing is sent nothing');
  refused(await county.request('GET', '/api/v1/public/changes?after=nonsense'), 400, 'BadRequest');
  const gone = cursorOf('4711', story.id);
  refused(await county.request('GET', `/api/v1/public/changes?after=${gone}`), 410, 'CursorGone');
  // What was published before there was a record of changes is told by editions and signatures alone.
  const owner = await ownerClient(county.database);
  await owner.query(`delete from newsroom.public_changes; delete from platform.seals where chain = 'changes'`);
  const migration = resolve(import.meta.dirname, '../../../migrations/0099-newsroom-zz-public-changes.sql');
  await owner.query(
    (await readFile(migration, 'utf8')).split('-- What was published before')[1]?.replace(/^.*\n/, '') ?? '',
  );
  await owner.end();
  const told = await feed();
  assert.deepEqual(told.items.map(({ kind }) => kind).toSorted(), ['published', 'published', 'restored', 'withdrawn']);
  assert.deepEqual((await county.inCounty(verifyChanges)).faults, [], 'under the same hashes');

  // The neighbours have their own feed, and our cursors mean nothing there.
  const host = { host: 'two.test' };
  const theirs = await county.request('GET', '/api/v1/public/changes', undefined, host);
  assert.deepEqual(theirs.body['items'], []);
  refused(await county.request('GET', `/api/v1/public/changes?after=${told.next}`, undefined, host), 410, 'CursorGone');
});

test('the mirror of the tutorial has everything after a broken export, and follows a withdrawal', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const stories: SeenStory[] = [];
  for (const title of ['一', '二', '三'])
    stories.push(
      await desk.publish({ text: textOf(`第${title}篇稿件`, ['修了三个月的柳河桥，今天上午八点重新通车。']) }),
    );
  await county.tick('platform.seal');
  const whole = (await county.request('GET', '/api/v1/public/export')).text;
  const lines = whole
    .trim()
    .split('\n')
    .map((line) => exportLine.parse(JSON.parse(line)));
  assert.deepEqual(
    lines.map(({ line }) => line),
    ['begin', 'story', 'story', 'story', 'end'],
  );
  const [, one] = lines;
  const cursor = one?.line === 'story' ? one.cursor : '';
  const rest = (await county.request('GET', `/api/v1/public/export?after=${cursor}&fields=title`)).text
    .trim()
    .split('\n');
  assert.equal(rest.length, 4, 'behind the first story');
  assert.deepEqual(Object.keys((JSON.parse(rest[1] ?? '') as { story: object }).story), ['id', 'title']);
  const theirs = (await county.request('GET', '/api/v1/public/export', undefined, { host: 'two.test' })).text;
  assert.equal(theirs, '{"line":"begin","changes":null}\n{"line":"end"}\n');
  refused(await county.request('GET', '/api/v1/public/export?after=x'), 400, 'BadRequest');
  const head = await county.server.inject({
    method: 'HEAD',
    url: '/api/v1/public/export',
    headers: { host: 'one.test' },
  });
  assert.deepEqual([head.statusCode, head.body], [200, '']);

  const owner = await ownerClient(county.database);
  await owner.query(`insert into platform.hosts (host, county_id) values ('localhost', 1)`);
  await owner.end();
  await county.app.counties.reload();
  const address = `http://localhost:${new URL(await county.server.listen({ port: 0, host: '127.0.0.1' })).port}`;
  const folder = await mkdtemp(join(tmpdir(), 'xy-mirror-'));
  const mirror = await mirrorOfTutorial(folder);
  const copy = join(folder, 'copy');
  const kept = async (id = ''): Promise<string> => readFile(join(copy, `${id}.json`), 'utf8');
  {
    await using line = await brokenLine(address);
    await mirror(line.address, copy);
    assert.equal(line.exports(), 2, 'the first one broke off in its second story');
  }
  for (const { id } of stories) assert.match(await kept(id), /"state": "published"[^]*修了三个月/);
  await desk.onDuty('chief-editor');
  const why = { reason: '桥的限重写错了，核实后再发。' };
  await county.as('chief-editor').post(`/stories/${stories[0]?.id}/withdrawals`, why);
  await county.tick('platform.seal');
  await mirror(address, copy);
  assert.match(await kept(stories[0]?.id), /"state": "withdrawn"/);
  assert.doesNotMatch(await kept(stories[0]?.id), /修了三个月/);
  await rm(folder, { recursive: true });
});

test('an export is read only as fast as it is taken, and a reader has two of them', async () => {
  await using desk = await openDesk();
  const { county } = desk;
  const { id } = await desk.publish();
  const pages = 6;
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `insert into newsroom.stories (county_id, id, kind, language, slug, section_id, place_id, author_id, state, public_state, path, title, byline, version, revision_id, edition_id, first_published_at, published_at, created_at, updated_at)
         select county_id, gen_random_uuid(), kind, language, 'archive-' || n, section_id, place_id, author_id, state, public_state, path, title, byline, version, revision_id, edition_id, first_published_at, published_at, created_at, updated_at
           from newsroom.stories cross join generate_series(2, $2::int) n where id = $1`,
        [id, pages * exportLimits.page],
      ),
    ),
  );
  await county.inCounty(async (ctx) => {
    let reads = 0;
    const counted = { ...ctx, read: ((work) => ((reads += 1), ctx.read(work))) as typeof ctx.read };
    const slow = await exportStories(counted, 'a-reader', {});
    const lines = slow[Symbol.asyncIterator]();
    await lines.next();
    await new Promise((done) => setTimeout(done, 100));
    assert.ok(reads <= 4, `where it stands and at most three pages, not ${reads}`);
    const second = await exportStories(ctx, 'a-reader', {});
    await assert.rejects(exportStories(ctx, 'a-reader', {}), { code: 'TooManyRequests' });
    const others = await Promise.all(['b', 'b', 'c'].map((reader) => exportStories(ctx, reader, {})));
    await assert.rejects(exportStories(ctx, 'd', {}), { code: 'TooManyRequests' });
    others.push(await exportStories(ctx, 'key:library', {}));
    for (const one of [second, ...others]) one.destroy();
    let rest = '';
    for await (const text of { [Symbol.asyncIterator]: () => lines }) rest += String(text);
    assert.equal(rest.trim().split('\n').length, pages * exportLimits.page + 1, 'each once, and the end');
    assert.equal(new Set(rest.match(/"cursor":"[^"]+"/g)).size, pages * exportLimits.page);
    (await exportStories(ctx, 'a-reader', {})).destroy();
  });
});

type Mirror = (site: string, folder: string, key?: string) => Promise<void>;

/** The program as the tutorial prints it. */
async function mirrorOfTutorial(folder: string): Promise<Mirror> {
  const paper = await readFile(
    resolve(import.meta.dirname, '../../../../docs/tutorials/mirror-the-stories.md'),
    'utf8',
  );
  const file = join(folder, 'mirror.mjs');
  await writeFile(file, /```js\n([^]*?)```/.exec(paper)?.[1] ?? '');
  const { mirror } = (await import(pathToFileURL(file).href)) as { mirror: Mirror };
  return mirror;
}

/** A line to the county that breaks off in the second story of the first export. */
async function brokenLine(site: string): Promise<AsyncDisposable & { address: string; exports(): number }> {
  let exports = 0;
  const server = createServer((request, response) => {
    void fetch(`${site}${request.url}`).then(async (answer) => {
      const text = await answer.text();
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      const isExport = request.url?.startsWith('/api/v1/public/export');
      if (isExport) exports += 1;
      if (!isExport || exports > 1) return response.end(text);
      const cut = text.split('\n').slice(0, 2).join('\n').length + 80;
      return response.write(text.slice(0, cut), () => response.destroy());
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    exports: () => exports,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
