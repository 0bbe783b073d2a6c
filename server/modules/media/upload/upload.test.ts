import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { zipSync, strToU8 } from 'fflate';
import sharp from 'sharp';
import type { CastName } from '#access/testing';
import { testWorld } from '#testing';
import type { Answer } from '#testing';
import { wantedRange } from '#platform/http/range';
import { mountMaterials } from '../testing.ts';

// One county for all: whoever sends does not disturb the others, and the clock only goes on.
const county = await testWorld({ mount: mountMaterials });
after(() => county[Symbol.asyncDispose]());

const tus = { 'tus-resumable': '1.0.0' };
const pdf = (bytes: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes - 9)]);
const said = (words: Record<string, string>): string =>
  Object.entries(words)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');

function begin(bytes: number, words: Record<string, string> = {}, who: CastName = 'editor') {
  const headers = {
    ...tus,
    'upload-length': String(bytes),
    'upload-metadata': said({ filename: '通知.pdf', ...words }),
  };
  return county.as(who).post('/uploads', undefined, { headers });
}

function sendBytes(
  id: string,
  offset: number,
  payload: Buffer,
  more: Record<string, string> = {},
  who: CastName = 'editor',
): Promise<Answer> {
  const headers = {
    ...tus,
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
    ...more,
  };
  return county.as(who).patch(`/uploads/${id}`, undefined, { headers, payload });
}

async function sendWhole(bytes: Buffer, words: Record<string, string> = {}): Promise<Answer> {
  const begun = await begin(bytes.length, words);
  assert.equal(begun.status, 201, begun.text);
  const id = String(begun.body['id']);
  const sent = await sendBytes(id, 0, bytes);
  assert.equal(sent.status, 204, sent.text);
  return county.as('editor').get(`/uploads/${id}`);
}

test('a document broken off goes on next day after a restart, and is taken home as it was sent', async () => {
  const bytes = pdf(9_000_000);
  const begun = await begin(bytes.length, { fingerprint: '通知.pdf|9000000|1' });
  assert.equal(begun.headers['location'], `/api/v1/uploads/${String(begun.body['id'])}`);
  const id = String(begun.body['id']);
  await county.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = county.server.server.address() as AddressInfo;
  await breakOff(port, await county.as('editor').cookie(), id, bytes.subarray(0, 6_000_000));
  const arrived = async () => Number((await county.as('editor').get(`/uploads/${id}`)).headers['upload-offset']);
  while ((await arrived()) < 6_000_000) await pause(10);
  // Nothing but what the next process finds again was used: rows and files.
  county.clock.set(new Date(county.clock.now().getTime() + 20 * 3_600_000).toISOString());
  await county.tick('media.settle-uploads');
  const mine = await county.as('editor').get('/uploads');
  assert.deepEqual(
    (mine.body['items'] as Record<string, unknown>[]).map((one) => [one['fingerprint'], one['arrived'], one['state']]),
    [['通知.pdf|9000000|1', 6_000_000, 'sending']],
  );
  const rest = await sendBytes(id, 6_000_000, bytes.subarray(6_000_000));
  assert.deepEqual([rest.status, rest.headers['upload-offset']], [204, '9000000']);
  const done = await county.as('editor').get(`/uploads/${id}`);
  assert.deepEqual([done.body['state'], done.body['kind']], ['kept', 'document']);
  const material = await county.as('editor').get(`/materials/${String(done.body['subject'])}`);
  assert.deepEqual([material.body['title'], material.body['bytes']], ['通知', bytes.length]);

  const href = String(material.body['href']);
  const ours = { host: 'one.test', cookie: await county.as('editor').cookie() };
  const stranger = await county.server.inject({ url: href, headers: { host: 'one.test' } });
  assert.equal(stranger.statusCode, 404, 'nobody has published it');
  const whole = await county.server.inject({ url: href, headers: ours });
  assert.deepEqual([whole.statusCode, whole.rawPayload.equals(bytes)], [200, true]);
  assert.match(String(whole.headers['content-disposition']), /^attachment; filename\*=UTF-8''%E9%80%9A%E7%9F%A5\.pdf$/);
  assert.equal(whole.headers['x-content-type-options'], 'nosniff');
  assert.equal(whole.headers['cache-control'], 'private, no-store');
  assert.match(String(whole.headers['content-security-policy']), /sandbox/);
  const part = await county.server.inject({ url: href, headers: { ...ours, range: 'bytes=8999990-' } });
  assert.deepEqual(
    [part.statusCode, part.headers['content-range'], part.rawPayload.equals(bytes.subarray(8_999_990))],
    [206, 'bytes 8999990-8999999/9000000', true],
  );
  const over = await county.server.inject({ url: href, headers: { ...ours, range: 'bytes=9000000-' } });
  assert.equal(over.statusCode, 416);
  const known = await county.server.inject({
    url: href,
    headers: { ...ours, 'if-none-match': String(whole.headers['etag']) },
  });
  assert.equal(known.statusCode, 304);
  const elsewhere = await county.server.inject({ url: href, headers: { host: 'two.test' } });
  assert.equal(elsewhere.statusCode, 404);
  // The pieces are gone, and so is the folder in which they were put together.
  assert.equal(existsSync(join(county.app.settings.varDirectory, 'files', '1', 'pieces', id)), false);
  assert.equal(existsSync(join(county.app.settings.varDirectory, 'work', '1', `upload-${id}`)), false);
});

/** Sends part of what was announced, then hangs up. */
async function breakOff(port: number, cookie: string, id: string, bytes: Buffer): Promise<void> {
  const asking = request({
    port,
    method: 'PATCH',
    path: `/api/v1/uploads/${id}`,
    headers: {
      ...tus,
      host: 'one.test',
      origin: 'http://one.test',
      cookie,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': '9000000',
    },
  });
  asking.on('error', () => undefined);
  await new Promise<void>((resolve) => asking.write(bytes, () => resolve()));
  // What lies in this machine's own sockets is lost when the line breaks.
  await pause(200);
  asking.destroy();
}

test('two who send the same bytes at once, a wrong offset, damaged bytes, and more than was announced', async () => {
  const bytes = pdf(20_000);
  const id = String((await begin(bytes.length)).body['id']);
  const answers = await Promise.all([1, 2, 3].map(() => sendBytes(id, 0, bytes.subarray(0, 8_000))));
  assert.deepEqual(
    answers.map((one) => one.status).toSorted((one, other) => one - other),
    [204, 409, 409],
  );
  const wrong = await sendBytes(id, 0, bytes);
  assert.deepEqual([wrong.body['code'], wrong.body['detail']], ['UploadMoved', { arrived: 8_000 }]);
  const rest = bytes.subarray(8_000);
  const sum = `sha1 ${createHash('sha1').update(rest).digest('base64')}`;
  const damaged = Buffer.from(rest);
  damaged[5] = (damaged[5] ?? 0) ^ 1;
  assert.equal((await sendBytes(id, 8_000, damaged, { 'upload-checksum': sum })).status, 460);
  assert.equal((await sendBytes(id, 8_000, Buffer.concat([rest, rest]))).status, 413);
  assert.equal((await sendBytes(id, 8_000, rest, {}, 'correspondent')).status, 404);
  assert.equal((await sendBytes(id, 8_000, rest, { 'tus-resumable': '0.2.2' })).status, 412);
  assert.equal((await sendBytes(id, 8_000, rest, { 'upload-checksum': sum })).status, 204);
  const kept = await county.as('editor').get(`/uploads/${id}`);
  assert.equal(kept.body['state'], 'kept', kept.text);
});

test('what is of no use is refused by its first bytes; a picture goes to the pictures, a document with macros nowhere', async () => {
  for (const bytes of [
    Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'.padEnd(600)),
    Buffer.from('ffconcat version 1.0\nfile /etc/passwd\n'.padEnd(600)),
    Buffer.from('<html><script>alert(1)</script>'.padEnd(600)),
  ]) {
    const id = String((await begin(bytes.length, { filename: 'a.mp4' })).body['id']);
    const refused = await sendBytes(id, 0, bytes);
    assert.equal(refused.status, 415);
    // Whoever looks for it elsewhere reads the same, and sending it again changes nothing.
    const seen = (await county.as('editor').get(`/uploads/${id}`)).body;
    assert.deepEqual(
      [seen['state'], seen['refusal']],
      ['refused', { code: 'UnsupportedMediaType', title: refused.body['title'] }],
    );
    assert.match(String(refused.body['title']), /PDF/);
    assert.equal((await sendBytes(id, 0, pdf(600).subarray(0, bytes.length))).status, 415);
  }
  const large = String((await begin(200 * 1024 * 1024)).body['id']);
  assert.equal((await sendBytes(large, 0, pdf(5_000))).status, 413);

  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#88aa77' } })
    .jpeg()
    .toBuffer();
  const picture = await sendWhole(photo, { alt: '桥' });
  assert.deepEqual([picture.body['state'], picture.body['kind']], ['kept', 'picture'], picture.text);
  const stored = await county.as('editor').get(`/pictures/${String(picture.body['subject'])}`);
  assert.equal(stored.body['alt'], '桥');

  const word = { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') };
  const plain = await sendWhole(Buffer.from(zipSync(word)), { filename: '名单.docm' });
  const material = await county.as('editor').get(`/materials/${String(plain.body['subject'])}`);
  assert.match(String(material.body['href']), /\.docx$/);
  const macros = await sendWhole(Buffer.from(zipSync({ ...word, 'word/vbaProject.bin': strToU8('x') })));
  assert.deepEqual((macros.body['refusal'] as Record<string, unknown>)['code'], 'DocumentWithMacros');
  const none = await sendWhole(Buffer.from(zipSync({ 'a.exe': strToU8('MZ') })));
  assert.deepEqual((none.body['refusal'] as Record<string, unknown>)['code'], 'UnsupportedMediaType');
});

test('several materials at once: said, rehearsed, row by row, and taken back unless somebody changed them since', async () => {
  const ids: string[] = [];
  for (const filename of ['水费通知.pdf', '停水公告.pdf'])
    ids.push(String((await sendWhole(pdf(500), { filename })).body['subject']));
  const [bill = '', notice = ''] = ids;
  const see = async (id: string) => (await county.as('editor').get(`/materials/${id}`)).body;
  const batch = async (acts: readonly object[], rehearse = false, who: CastName = 'editor') => {
    const answer = await county.as(who).post('/materials/batches', { acts, rehearse });
    assert.equal(answer.status, 201, answer.text);
    return answer.body['items'] as { done: boolean; code: string | null; title: string; back: object | null }[];
  };
  const told = (items: readonly { done: boolean; code: string | null }[]) =>
    items.map(({ done, code }) => code ?? done);

  const say = ids.map((id) => ({ do: 'say', id, credit: '柳河水厂', rightsUntil: '2027-12-31', showsPeople: false }));
  assert.deepEqual(told(await batch(say, true)), [true, true]);
  assert.equal((await see(bill))['credit'], '', 'a rehearsal does nothing');
  const said = await batch([...say, { do: 'stop', id: ids[0]?.replace(/.$/, (one) => (one === '0' ? '1' : '0')) }]);
  assert.deepEqual(told(said), [true, true, 'NotFound'], 'what one is refused for keeps none from the others');
  assert.deepEqual([(await see(notice))['credit'], (await see(notice))['rightsUntil']], ['柳河水厂', '2027-12-31']);
  await county
    .as('editor')
    .patch(`/materials/${notice}`, { version: (await see(notice))['version'], credit: '县水务局' });
  const backs = said.flatMap(({ back }) => back ?? []);
  assert.deepEqual(told(await batch(backs)), [true, 'StaleVersion'], 'what somebody changed since stays');
  assert.deepEqual([(await see(bill))['credit'], (await see(bill))['rightsUntil']], ['', null]);

  const words = await batch(ids.map((id) => ({ do: 'keywords', id, add: ['停水', '柳河镇'], remove: [] })));
  assert.deepEqual((await see(bill))['keywords'], ['停水', '柳河镇']);
  const same = await batch([{ do: 'keywords', id: bill, add: ['停水'], remove: ['没有的'] }]);
  assert.deepEqual(same[0]?.back, null, 'nothing changed, nothing to take back');
  await batch(words.flatMap(({ back }) => back ?? []));
  assert.deepEqual((await see(bill))['keywords'], []);
  const many = Array.from({ length: 30 }, (_, at) => `词${at}`);
  await batch([{ do: 'keywords', id: bill, add: many, remove: [] }]);
  const over = await batch([{ do: 'keywords', id: bill, add: ['再一个'], remove: [] }]);
  assert.deepEqual([over[0]?.code, over[0]?.title], ['TooManyKeywords', '关键词太多，最多 30 个。']);

  assert.deepEqual(told(await batch([{ do: 'stop', id: notice }])), ['WrongState'], 'a document is not converted');
  assert.deepEqual(told(await batch(say, false, 'volunteer')), ['Forbidden', 'Forbidden']);
  const stranger = await county.as('editor', { county: 2 }).post('/materials/batches', { acts: say });
  assert.deepEqual(told(stranger.body['items'] as { done: boolean; code: string }[]), ['NotFound', 'NotFound']);
});

test('what is given up goes at once or after a week; what nobody put away is put away by the worker', async () => {
  const [left, ended] = [await begin(1_000), await begin(1_000)].map((one) => String(one.body['id']));
  assert.equal((await sendBytes(left ?? '', 0, pdf(600))).status, 204);
  assert.equal((await county.as('correspondent').delete(`/uploads/${ended}`, undefined, { headers: tus })).status, 404);
  assert.equal((await county.as('editor').delete(`/uploads/${ended}`, undefined, { headers: tus })).status, 204);
  assert.equal((await county.as('editor').get(`/uploads/${ended}`)).status, 404);

  const bytes = pdf(2_000);
  const arrived = String((await begin(bytes.length)).body['id']);
  // As after a process that was killed when all had arrived.
  await sendBytes(arrived, 0, bytes.subarray(0, 1_000));
  await county.inCounty(async (ctx) => {
    const piece = '01890000-0000-7000-8000-000000000001';
    await ctx.app.files.putPiece(1, arrived, piece, bytes.subarray(1_000));
    await ctx.transaction(async (tx) => {
      await tx.client.query('insert into media.upload_pieces values (1, $1, 1000, $2, 1000)', [arrived, piece]);
      await tx.client.query(
        `update media.uploads set arrived = 2000, state = 'arrived' where county_id = 1 and id = $1`,
        [arrived],
      );
    });
  });
  await county.tick('media.settle-uploads');
  assert.equal((await county.as('editor').get(`/uploads/${arrived}`)).body['state'], 'kept');

  county.clock.set(new Date(county.clock.now().getTime() + 8 * 86_400_000).toISOString());
  await county.tick('media.settle-uploads');
  assert.deepEqual((await county.as('editor').get('/uploads')).body['items'], []);
  assert.equal(existsSync(join(county.app.settings.varDirectory, 'files', '1', 'pieces', left ?? '')), false);
});

test('a person may begin so much a day and no more; an unknown word about a file is refused', async () => {
  const four = 4 * 1024 ** 3;
  assert.equal((await begin(four + 1)).status, 413);
  const empty = await begin(0);
  assert.equal(empty.status, 400);
  assert.match(empty.text, /这个文件是空的/);
  const unknown = await begin(100, { role: 'admin' });
  assert.equal(unknown.status, 400, unknown.text);
  const personId = await county.personId('editor');
  await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.client.query(
        `insert into media.uploads (county_id, id, person_id, name, bytes, fingerprint, alt, caption, credit, began_at, expires_at)
         select 1, gen_random_uuid(), $3, 'a', $1, '', '', '', '', $2, $2 from generate_series(1, 3)`,
        [four, tx.at, personId],
      ),
    ),
  );
  const over = await begin(100);
  assert.deepEqual([over.status, over.body['code']], [413, 'UploadQuotaReached']);
  assert.match(String(over.body['title']), /每人每天最多 12 GB/);
  assert.equal((await begin(100, {}, 'correspondent')).status, 201);
});

test('a county says how many files of one person may be on their way: of many begun at once no more are let in, and it holds for each person and each county alone', async () => {
  const administrator = county.as('administrator');
  const limits = async () =>
    Object(Object((await administrator.get('/settings')).body['county'])['uploadLimits']) as Record<string, number>;
  const read = await limits();
  assert.deepEqual(read, { openFiles: 50, gigabytesADay: 12, pictureMegabytesADay: 300 });
  const three = { openFiles: 3, gigabytesADay: 1, pictureMegabytesADay: 10, read };
  assert.equal((await county.as('section-head').put('/upload-limits', three)).status, 403);
  assert.equal((await administrator.put('/upload-limits', { ...three, openFiles: 0 })).status, 400);
  const saved = await administrator.put('/upload-limits', three);
  assert.equal(saved.status, 200, saved.text);
  assert.equal((await administrator.put('/upload-limits', three)).body['code'], 'StaleVersion');
  const begun = await Promise.all(Array.from({ length: 6 }, () => begin(100, {}, 'section-head')));
  assert.deepEqual(
    begun.map(({ status }) => status).toSorted((one, other) => one - other),
    [201, 201, 201, 409, 409, 409],
  );
  const refused = begun.find(({ status }) => status === 409);
  assert.equal(refused?.body['code'], 'TooManyOpenUploads');
  assert.match(String(refused?.body['title']), /还有 3 个文件没传完/);
  // Somebody else begins as ever, and so does whoever gave one up.
  assert.equal((await begin(100, {}, 'chief-editor')).status, 201);
  const one = String(begun.find(({ status }) => status === 201)?.body['id']);
  await county.as('section-head').delete(`/uploads/${one}`, undefined, { headers: tus });
  assert.equal((await begin(100, {}, 'section-head')).status, 201);
  const large = await begin(1024 ** 3 + 1, {}, 'chief-editor');
  assert.deepEqual([large.status, large.body['code']], [413, 'UploadQuotaReached']);
  const elsewhere = county.app.counties.byId(2)?.settings['uploadLimits'];
  assert.equal(elsewhere, undefined, 'the other county is as it was');
  await administrator.put('/upload-limits', { ...read, read: await limits() });
});

test('ranges are read as RFC 9110 has them', () => {
  const of = (header: string | undefined) => wantedRange(header, 100);
  assert.deepEqual(of('bytes=0-9'), { from: 0, to: 9 });
  assert.deepEqual(of('bytes=90-'), { from: 90, to: 99 });
  assert.deepEqual(of('bytes=-10'), { from: 90, to: 99 });
  assert.deepEqual(of('bytes=-1000'), { from: 0, to: 99 });
  assert.deepEqual(of('bytes=50-1000'), { from: 50, to: 99 });
  for (const whole of [undefined, '', 'bytes=', 'bytes=-', 'bytes=9-0', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=x-'])
    assert.equal(of(whole), 'whole', whole);
  for (const none of ['bytes=100-', 'bytes=-0']) assert.equal(of(none), 'unsatisfiable', none);
});
