import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { ownerClient, testWorld } from '#testing';
import type { TestWorld } from '#testing';
import type { CastName } from '#access/testing';
import { Refusal } from '#platform/refuse';
import { pictureView } from '../contract.ts';
import { imprintJpeg } from '../imprint/jpeg-imprint.ts';
import { readMetadata } from '../worker/read-metadata.ts';
import { picturePage } from '../http/picture-page.ts';

const photo = (width = 1200, height = 800): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#88aa77' } })
    .withExif({ IFD0: { Artist: 'canary-name' }, IFD3: { GPSLatitude: '30/1 0/1 0/1' } })
    .jpeg()
    .toBuffer();

/** A PNG whose head claims so many pixels. */
async function claiming(width: number, height: number): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

interface Part {
  name: string;
  value: string | Buffer;
  file?: string;
  type?: string;
}

function multipart(parts: readonly Part[]): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'xxBOUNDARYxx';
  const body = parts.flatMap((part) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${part.name}"${part.file ? `; filename="${part.file}"` : ''}\r\n${part.type ? `content-type: ${part.type}\r\n` : ''}\r\n`,
    ),
    Buffer.from(part.value),
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...body, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

function send(
  county: TestWorld,
  who: CastName,
  bytes: Buffer,
  named = { file: 'a.jpg', type: 'image/jpeg' },
): ReturnType<TestWorld['request']> {
  const { payload, headers } = multipart([
    { name: 'alt', value: '槐树下的长凳' },
    { name: 'credit', value: '柳河镇' },
    { name: 'file', value: bytes, ...named },
  ]);
  return county.as(who).post('/files', undefined, { payload, headers });
}

const load = (county: TestWorld, path: string, countyId = 1) =>
  county.inCounty(
    (ctx) =>
      picturePage.load({
        ctx,
        actor: { kind: 'guest', id: 'reader', grants: [], assurance: 1 },
        path,
        params: { file: path.split('/').at(-1) ?? '' },
        query: {},
        edition: 'normal',
      } as never),
    countyId,
  );

async function fileAt(county: TestWorld, path: string): Promise<Buffer> {
  const answer = await load(county, path);
  assert.ok('raw' in answer && Buffer.isBuffer(answer.raw.body));
  return answer.raw.body;
}

test('a correspondent sends a picture; it comes back without its metadata, in several widths (A27)', async () => {
  await using county = await testWorld();
  const stored = await send(county, 'correspondent', await photo());
  assert.equal(stored.status, 201, stored.text);
  assert.equal(stored.body['alt'], '槐树下的长凳');
  assert.equal(
    stored.body['srcset'],
    `/media/${String(stored.body['hash'])}-480.webp 480w, /media/${String(stored.body['hash'])}-960.webp 960w, /media/${String(stored.body['hash'])}-1200.webp 1200w`,
  );
  const answer = await load(county, `/media/${String(stored.body['hash'])}.jpg`);
  assert.ok('raw' in answer && Buffer.isBuffer(answer.raw.body));
  assert.equal(answer.raw.body.includes('canary-name'), false);
  assert.equal((await sharp(answer.raw.body).metadata()).exif, undefined);
  const small = await load(county, String(stored.body['src']));
  assert.ok('raw' in small && Buffer.isBuffer(small.raw.body));
  assert.deepEqual(
    [(await sharp(small.raw.body).metadata()).format, (await sharp(small.raw.body).metadata()).width],
    ['webp', 960],
  );
});

test('the same picture sent again is the same picture; the other county does not have it', async () => {
  await using county = await testWorld();
  const bytes = await photo(300, 200);
  const first = await send(county, 'correspondent', bytes);
  const again = await send(county, 'editor', bytes);
  assert.equal(again.body['hash'], first.body['hash']);
  await assert.rejects(
    load(county, String(first.body['src']), 2),
    (error) => error instanceof Refusal && error.code === 'NotFound',
  );
});

test('SVG, GIF, HTML and PDF are refused whatever they claim to be; a PNG named .svg is a picture (A27)', async () => {
  await using county = await testWorld();
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>',
  );
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  for (const bytes of [
    svg,
    gif,
    Buffer.from('<html><script>alert(1)</script>'),
    Buffer.from('%PDF-1.4\n%âãÏÓ'),
    Buffer.alloc(0),
    Buffer.from('hello'),
  ]) {
    const answer = await send(county, 'editor', bytes);
    assert.equal(answer.status, 415, answer.text);
    assert.equal(answer.body['code'], 'UnsupportedMediaType');
  }
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  const telephone = await send(county, 'editor', heic, { file: 'IMG_0001.HEIC', type: 'image/heic' });
  assert.equal(telephone.status, 415, telephone.text);
  assert.match(String(telephone.body['title']), /HEIC.*兼容性最佳/, 'its owner is told how to send it');
  const png = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer();
  assert.equal((await send(county, 'editor', png, { file: 'a.svg', type: 'image/svg+xml' })).status, 201);
});

test('a decompression bomb is refused before it is decoded; a broken file is refused; a whole one is not (A27)', async () => {
  await using county = await testWorld();
  const bomb = await claiming(20_000, 10_000);
  const refused = await send(county, 'editor', bomb, { file: 'b.png', type: 'image/png' });
  assert.deepEqual([refused.status, refused.body['code']], [413, 'PictureTooLarge']);
  const noisy = await sharp(Buffer.from(Array.from({ length: 300 * 200 * 3 }, (_, i) => (i * 7919) % 251)), {
    raw: { width: 300, height: 200, channels: 3 },
  })
    .jpeg()
    .toBuffer();
  const broken = await send(county, 'editor', noisy.subarray(0, noisy.length >> 1));
  assert.deepEqual([broken.status, broken.body['code']], [422, 'PictureUnreadable']);
  assert.equal((await send(county, 'editor', noisy)).status, 201);
});

test('whoever may not store pictures is refused; a request that is no multipart as well', async () => {
  await using county = await testWorld();
  const bytes = await photo(60, 40);
  assert.equal((await send(county, 'volunteer', bytes)).status, 403);
  assert.equal((await send(county, 'correspondent', bytes)).status, 201);
  const { payload, headers } = multipart([{ name: 'alt', value: 'x' }]);
  const none = await county.as('editor').post('/files', undefined, { payload, headers });
  assert.deepEqual([none.status, none.body['code']], [400, 'BadRequest']);
  const json = await county.as('editor').post('/files', { alt: 'x' });
  assert.equal(json.status, 415, json.text);
  const guest = await county.request('POST', '/api/v1/files', undefined, { payload, headers });
  assert.equal(guest.status, 401);
});

test('pictures are listed latest first and found by their words', async () => {
  await using county = await testWorld();
  await send(county, 'correspondent', await photo(60, 40));
  const all = await county.as('editor').get('/pictures');
  assert.equal((all.body['items'] as unknown[]).length, 1);
  const found = await county.as('editor').get(`/pictures?q=${encodeURIComponent('长凳')}`);
  assert.equal((found.body['items'] as unknown[]).length, 1);
  const none = await county.as('editor').get(`/pictures?q=${encodeURIComponent('大桥')}`);
  assert.equal((none.body['items'] as unknown[]).length, 0);
});

test('pictures sent at the same time are all stored, a bomb and a broken one among them refused (A28)', async () => {
  await using county = await testWorld();
  const sent = await Promise.all([photo(300, 200), photo(301, 200), photo(302, 200), photo(303, 200)]);
  const bomb = await claiming(20_000, 10_000);
  const answers = await Promise.all(
    [...sent.slice(0, 2), bomb, Buffer.from('no picture'), ...sent.slice(2)].map((bytes) =>
      send(county, 'editor', bytes),
    ),
  );
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [201, 201, 413, 415, 201, 201],
  );
  assert.equal(new Set(answers.filter((one) => one.status === 201).map((one) => one.body['hash'])).size, 4);
});

/** The processes of this one that decode pictures. */
const decoders = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        const isOurs = state !== 'Z' && parent === String(process.pid);
        return isOurs && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker-process');
      } catch {
        return false;
      }
    });

test(
  'whoever sends a picture that kills its decoder is told that it cannot be read; the next one is stored (A28)',
  {
    skip: process.platform !== 'linux',
  },
  async () => {
    await using county = await testWorld();
    const large = await sharp({
      create: {
        width: 4800,
        height: 4800,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 120, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer();
    // Again and again: it may be killed before it has the picture, and then another one gets it.
    const killing = setInterval(() => decoders().forEach((pid) => process.kill(pid, 'SIGKILL')), 150);
    const answer = await send(county, 'editor', large).finally(() => clearInterval(killing));
    assert.deepEqual([answer.status, answer.body['code']], [422, 'PictureUnreadable']);
    assert.equal((await send(county, 'editor', await photo(71, 40))).status, 201);
  },
);

test('the point chosen in a picture stays in every cut; a cut around any other point is never made, those made before stay', async () => {
  await using county = await testWorld();
  const half = sharp({ create: { width: 600, height: 400, channels: 3, background: '#c02020' } }).composite([
    { input: { create: { width: 300, height: 400, channels: 3, background: '#2020c0' } }, left: 300, top: 0 },
  ]);
  const stored = await send(county, 'correspondent', await half.jpeg().toBuffer());
  const hash = String(stored.body['hash']);
  const colour = async (path: string): Promise<string> => {
    const answer = await load(county, path);
    assert.ok('raw' in answer && Buffer.isBuffer(answer.raw.body));
    const { dominant } = await sharp(answer.raw.body).stats();
    return dominant.r > dominant.b ? 'red' : 'blue';
  };
  const focus = { x: 100, y: 50 };
  const path = `/pictures/${hash}`;
  assert.equal((await county.as('volunteer').patch(path, { version: 1, focus })).status, 403);
  assert.equal((await county.as('correspondent').patch(path, { version: 1, focus: { x: 0, y: 50 } })).status, 200);
  assert.equal(await colour(`/media/${hash}-1x1-0-50-240.avif`), 'red');
  const moved = await county.as('editor').patch(path, { version: 2, focus });
  assert.equal(moved.status, 200, moved.text);
  assert.equal((await county.as('editor').patch(path, { version: 2, focus })).body['code'], 'StaleVersion');
  assert.match(String(moved.body['card']), /-4x3-100-50-480\.webp$/);
  assert.equal(await colour(`/media/${hash}-1x1-100-50-240.avif`), 'blue');
  assert.equal(await colour(`/media/${hash}-1x1-0-50-240.avif`), 'red');
  for (const name of ['1x1-40-50-240.avif', '1x1-100-50-241.avif', '2x1-100-50-240.avif', '480.jpg', '480.gif'])
    await assert.rejects(
      load(county, `/media/${hash}-${name}`),
      (error) => error instanceof Refusal && error.code === 'NotFound',
    );

  const ready = async (): Promise<unknown> => {
    const { figures } = (await county.as('administrator').get('/settings')).body;
    return Object(figures)['media.pictures-ready'];
  };
  assert.equal(await ready(), 0);
  await county.tick('media.keep-renditions');
  assert.equal(await ready(), 1);
  const owner = await ownerClient(county.database);
  const { rows } = await owner.query<{ n: number }>(
    'select count(*)::int as n from media.renditions where picture_hash = $1 and (cut = $2 or (focus_x = 100 and focus_y = 50))',
    [hash, 'whole'],
  );
  await owner.end();
  assert.equal(rows[0]?.n, 15, 'whole 4, 16:9 5, 4:3 2, 1:1 4');
});

test('a picture that says who took it and what is to be seen is stored with these words, unless whoever sends it says otherwise', async () => {
  await using county = await testWorld();
  const words = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">桥通车 &lt;b&gt;</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>陈晓</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
  const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#88aa77' } })
    .withXmp(words)
    .jpeg()
    .toBuffer();
  const stored = await send(county, 'correspondent', bytes);
  assert.equal(stored.body['caption'], '桥通车 <b>');
  assert.equal(stored.body['credit'], '柳河镇', 'as the sender said');
  const answer = await load(county, `/media/${String(stored.body['hash'])}.jpg`);
  assert.ok('raw' in answer && Buffer.isBuffer(answer.raw.body));
  assert.equal(answer.raw.body.includes('陈晓'), false);
});

test('a phone’s original of 48 megapixels and 30 MB is taken; a script in its EXIF, a page behind its end and a broken colour profile go with it nowhere', async () => {
  await using county = await testWorld();
  const side = { width: 8000, height: 6000 };
  const small = sharp({ create: { ...side, channels: 3, background: '#7a8a99' } }).withExif({
    IFD0: { ImageDescription: '<script>alert(1)</script>', Artist: 'canary-name' },
    IFD3: { GPSLatitude: '30/1 0/1 0/1' },
  });
  const jpeg = await small.jpeg({ quality: 70 }).toBuffer();
  const profile = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), Buffer.from('no profile at all')]);
  const segment = Buffer.concat([Buffer.from([0xff, 0xe2, 0, profile.length + 2]), profile]);
  const sent = Buffer.concat([
    jpeg.subarray(0, 2),
    segment,
    jpeg.subarray(2),
    Buffer.from('<html><script>alert(2)</script></html>'),
    Buffer.alloc(30 * 1024 * 1024 - jpeg.length),
  ]);
  const stored = await send(county, 'editor', sent);
  assert.equal(stored.status, 201, stored.text);
  assert.deepEqual([stored.body['width'], stored.body['height']], [2400, 1800]);
  const answer = await load(county, `/media/${String(stored.body['hash'])}.jpg`);
  assert.ok('raw' in answer && Buffer.isBuffer(answer.raw.body));
  for (const word of ['script', 'canary-name', 'no profile']) assert.equal(answer.raw.body.includes(word), false, word);
});

test('whoever sends a picture that the library has in another size or brightness is told which; a different one is not, and nothing is refused', async () => {
  await using county = await testWorld();
  const scene = (shift: number, width = 900) =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#cfe0c3"/><circle cx="${200 + shift}" cy="180" r="120" fill="#b5472c"/><rect x="${500 - shift}" y="300" width="260" height="220" fill="#2e6c56"/><path d="M0 ${560 - shift}L900 420V600H0z" fill="#6d3a26"/></svg>`,
      ),
    ).resize(width);
  const first = await send(county, 'correspondent', await scene(0).jpeg().toBuffer());
  assert.deepEqual(first.body['alike'], []);
  const smaller = await scene(0, 640).modulate({ brightness: 1.1 }).jpeg({ quality: 60 }).toBuffer();
  const again = await send(county, 'editor', smaller);
  assert.equal(again.status, 201, again.text);
  assert.deepEqual(
    (again.body['alike'] as { hash: string }[]).map((one) => one.hash),
    [first.body['hash']],
  );
  const other = await send(county, 'editor', await scene(260).jpeg().toBuffer());
  assert.deepEqual(other.body['alike'], []);
  const seen = await county.as('editor').get(`/pictures/${String(first.body['hash'])}/alike`);
  assert.deepEqual(
    (seen.body['items'] as { hash: string }[]).map((one) => one.hash),
    [again.body['hash']],
  );
  const even = await photo(90, 60);
  await send(county, 'editor', even);
  assert.deepEqual(
    (await send(county, 'editor', await photo(120, 80))).body['alike'],
    [],
    'an even ground looks like nothing',
  );
  const teamLeader = await send(county, 'team-leader', await scene(0, 500).jpeg().toBuffer());
  assert.deepEqual([teamLeader.status, teamLeader.body['alike']], [201, []], 'who may not look through the library');
});

test('files that go out say in XMP and IPTC what the library says now, in UTF-8 and as text, and nothing of place or camera; changed words are in them after the next sweep', async () => {
  await using county = await testWorld();
  const stored = await send(county, 'correspondent', await photo(600, 400));
  const hash = String(stored.body['hash']);
  await county.tick('media.keep-renditions');
  const share = `/media/${hash}-16x9-50-50-600.jpg`;
  const before = await fileAt(county, share);
  const changed = await county.as('editor').patch(`/pictures/${hash}`, {
    version: 1,
    caption: '槐树下 <b>&"歇脚',
    keywords: ['乡村', '夏天'],
    rightsHolder: '清溪县融媒体中心',
    licence: 'CC BY 4.0',
    takenOn: '2026-03-08',
    machine: 'changed',
  });
  assert.equal(changed.status, 200, changed.text);
  assert.deepEqual(await fileAt(county, share), before, 'until they are made anew the earlier files serve');
  await county.tick('media.keep-renditions');
  const said = {
    caption: '槐树下 <b>&"歇脚',
    credit: '柳河镇',
    title: '',
    keywords: ['乡村', '夏天'],
    rightsHolder: '清溪县融媒体中心 · CC BY 4.0',
    takenOn: '2026-03-08',
    machine: 'changed',
  };
  const paths = [share, `/media/${hash}-480.webp`, `/media/${hash}-480.avif`, `/media/${hash}-1x1-50-50-240.webp`];
  for (const path of paths) {
    const { xmp, iptc, exif } = await sharp(await fileAt(county, path)).metadata();
    assert.deepEqual(readMetadata({ xmp }), said, path);
    assert.equal(exif, undefined, path);
    if (path === share)
      assert.deepEqual(readMetadata({ iptc }), { ...said, machine: null }, 'older programs read IPTC');
  }
  const { headers } = await county.as('editor').get(`/pictures/${hash}/file`);
  assert.equal(headers['content-type'], 'image/jpeg');
  assert.match(String(headers['content-disposition']), /^attachment; filename="[0-9a-f]{12}\.jpg"$/);
  const given = imprintJpeg(await fileAt(county, `/media/${hash}.jpg`), changed.read(pictureView));
  assert.deepEqual(readMetadata(await sharp(given).metadata()), said);
  const pixels = (bytes: Buffer): Promise<Buffer> => sharp(bytes).raw().toBuffer();
  assert.deepEqual(await pixels(given), await pixels(await fileAt(county, `/media/${hash}.jpg`)));
});

test('a progressive picture that no decoder may hold is told how large it may be, not that it is broken', async () => {
  await using county = await testWorld();
  const small = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#88aa77' } })
    .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
    .toBuffer();
  // The start of a progressive frame (SOF2), height and width behind its precision.
  const frame = small.indexOf(Buffer.from([0xff, 0xc2]));
  small.writeUInt16BE(9_000, frame + 5);
  small.writeUInt16BE(9_000, frame + 7);
  const refused = await send(county, 'editor', small);
  assert.deepEqual([refused.status, refused.body['code']], [413, 'PictureTooLarge']);
  assert.match(refused.text, /最多 75 百万像素/);
});

test('pictures that an older version stored are looked at once, and found again when the same is sent', async () => {
  await using county = await testWorld();
  const drawn = sharp({ create: { width: 300, height: 200, channels: 3, background: '#88aa77' } }).composite([
    { input: { create: { width: 90, height: 60, channels: 3, background: '#aa2200' } }, left: 30, top: 100 },
  ]);
  const first = await send(county, 'editor', await drawn.clone().jpeg().toBuffer());
  const plain = await send(county, 'editor', await photo(40, 30));
  const owner = await ownerClient(county.database);
  try {
    await owner.query('update media.pictures set looks = null');
    await county.tick('media.look-at-pictures');
    const { rows } = await owner.query<{ hash: string; looks: string }>('select hash, looks::text from media.pictures');
    const looks = new Map(rows.map((row) => [row.hash, row.looks]));
    assert.equal(looks.get(plain.body['hash'] as string), '0', 'an even ground is not looked at again');
    assert.notEqual(looks.get(first.body['hash'] as string), '0');
  } finally {
    await owner.end();
  }
  const again = await send(county, 'editor', await drawn.clone().jpeg({ quality: 40 }).toBuffer());
  assert.deepEqual(
    (again.body['alike'] as { hash: string }[]).map((one) => one.hash),
    [first.body['hash']],
  );
});
