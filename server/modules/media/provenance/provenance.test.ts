import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { StoryText } from '@xiangyin/document';
import sharp from 'sharp';
import { testWorld } from '#testing';
import type { TestWorld } from '#testing';
import { newId } from '#platform/ids';
import { picturePage } from '../http/picture-page.ts';
import { recordUses } from '../use/record-uses.ts';
import { readManifest } from './read-manifest.ts';

async function store(county: TestWorld, words: Record<string, string> = {}): Promise<string> {
  const fields = Object.entries({ credit: '摄影：陈晓', ...words }).map(
    ([name, value]) => `--xy\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const bytes = await sharp({ create: { width: 500, height: 334, channels: 3, background: '#88aa77' } })
    .composite([{ input: { create: { width: 200, height: 200, channels: 3, background: '#aa2200' } } }])
    .jpeg()
    .toBuffer();
  const head = '--xy\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
  const stored = await county.as('editor').post('/files', undefined, {
    headers: { 'content-type': 'multipart/form-data; boundary=xy' },
    payload: Buffer.concat([Buffer.from(fields.join('') + head), bytes, Buffer.from('\r\n--xy--\r\n')]),
  });
  assert.equal(stored.status, 201, stored.text);
  return stored.body['hash'] as string;
}

const publish = (county: TestWorld, hash: string): Promise<void> =>
  county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      recordUses(tx, { noun: 'story', subjectId: newId<'story'>(), part: 'edition' }, textWith(hash)),
    ),
  );

function textWith(hash: string): StoryText {
  const attrs = { hash, alt: '桥', caption: '', credit: '', width: 600, height: 400 };
  const content = [{ type: 'figure' as const, attrs }];
  return { v: 1, language: 'zh-CN', title: '桥', deck: '', body: { type: 'doc', content } };
}

const seen = async (county: TestWorld, hash: string): Promise<Record<string, unknown>> =>
  (await county.as('editor').get(`/pictures/${hash}/provenance`)).body;

async function fileAt(county: TestWorld, path: string): Promise<Buffer> {
  const answer = await county.inCounty((ctx) =>
    picturePage.load({ ctx, params: { file: path.replace('/media/', '') } } as never),
  );
  assert.ok('raw' in answer);
  return answer.raw.body as Buffer;
}

test('a published picture is signed under the county’s name; a changed byte shows, and other words are signed anew', async () => {
  await using county = await testWorld();
  const hash = await store(county);
  assert.equal((await seen(county, hash))['state'], 'unpublished');
  await county.tick('media.keep-renditions');
  await publish(county, hash);
  assert.equal((await seen(county, hash))['state'], 'unsigned', 'the screen claims no more than the file');
  await county.tick('media.keep-renditions');
  const shown = await seen(county, hash);
  assert.equal(shown['state'], 'signed', JSON.stringify(shown));
  const signer = shown['signer'] as { name: string; issuer: string; own: boolean };
  assert.deepEqual([signer.own, signer.issuer.endsWith(' C2PA')], [true, true]);
  const jpeg = await fileAt(county, shown['path'] as string);
  const read = await readManifest(jpeg);
  assert.deepEqual([read?.valid, read?.codes.includes('assertion.dataHash.match')], [true, true]);
  const broken = Buffer.from(jpeg);
  broken.writeUInt8((broken.at(-300) ?? 0) ^ 1, broken.length - 300);
  assert.deepEqual(
    [(await readManifest(broken))?.valid, (await readManifest(broken))?.codes.includes('assertion.dataHash.mismatch')],
    [false, true],
  );
  // Words of the claim itself, and a file cut short.
  const renamed = Buffer.from(jpeg.toString('latin1').replace('c2pa.opened', 'c2pa.placed'), 'latin1');
  assert.equal((await readManifest(renamed))?.valid, false);
  assert.notEqual((await readManifest(jpeg.subarray(0, 2_000)))?.valid, true);
  assert.notEqual((await readManifest(Buffer.from('no picture')))?.valid, true);
  // Position, device and names of the sender are in no manifest; title, caption and rights stay where they were.
  const text = jpeg.toString('utf8');
  assert.ok(text.includes('摄影：陈晓') && text.includes('photoshop:Credit'));
  assert.ok(!text.includes('digitalsourcetype'), 'that a camera took it is not claimed');
  const { version } = (await county.as('editor').get(`/pictures/${hash}`)).body;
  const marked = await county.as('editor').patch(`/pictures/${hash}`, { version, machine: 'made' });
  assert.equal(marked.status, 200);
  await county.tick('media.keep-renditions');
  const again = await fileAt(county, shown['path'] as string);
  assert.ok(again.toString('latin1').includes('digitalsourcetype/trainedAlgorithmicMedia'));
  assert.deepEqual([(await readManifest(again))?.valid, (await seen(county, hash))['state']], [true, 'signed']);
  // What is taken home of a published picture is signed too.
  const home = await county.as('editor').get(`/pictures/${hash}/file`);
  assert.equal(home.headers['content-type'], 'image/jpeg');
  // A certificate that nears its end gives way to another, and what it signed is signed anew.
  const before = (await readManifest(again))?.certificateId;
  county.clock.advance({ days: 3 * 365 - 30 });
  const other = await store(county, { alt: '另一张' });
  await publish(county, other);
  await county.tick('media.keep-renditions');
  await county.tick('media.keep-renditions');
  const renewed = await fileAt(county, shown['path'] as string);
  assert.notEqual((await readManifest(renewed))?.certificateId, before);
});

test('the credential of an authority signs where the settings name one; one that cannot be used holds nothing up', async (context) => {
  if (spawnSync('openssl', ['version']).status !== 0) return context.skip('needs openssl');
  await using county = await testWorld();
  const folder = mkdtempSync(join(tmpdir(), 'xiangyin-credential-'));
  try {
    const pem = join(folder, 'credential.pem');
    Object.assign(county.app.settings, { c2paCredential: pem });
    const hash = await store(county);
    await publish(county, hash);
    await county.tick('media.keep-renditions');
    assert.equal((await seen(county, hash))['state'], 'unsigned');
    issueCredential(folder, pem);
    const other = await store(county, { machine: 'changed' });
    assert.equal(other, hash, 'the same picture');
    const home = await county.as('editor').get(`/pictures/${hash}/file`);
    assert.equal(home.status, 200);
    await county.tick('media.keep-renditions');
    const shown = await seen(county, hash);
    assert.equal(shown['state'], 'signed', JSON.stringify(shown));
    const { name, issuer, own } = shown['signer'] as { name: string; issuer: string; own: boolean };
    assert.deepEqual([name, issuer, own], ['Liuhe Media', 'Test Authority', false]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

// An authority as OpenSSL makes one, and a signer on P-256 whom it vouches for.
function issueCredential(folder: string, pem: string): void {
  const at = (name: string): string => join(folder, name);
  const openssl = (...words: string[]): Buffer =>
    execFileSync('openssl', words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...curve,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-days',
    '900',
    '-subj',
    '/CN=Test Authority',
    '-addext',
    'keyUsage=critical,keyCertSign',
  );
  openssl('req', ...curve, '-keyout', at('leaf.key'), '-out', at('leaf.csr'), '-subj', '/CN=Liuhe Media');
  writeFileSync(
    at('leaf.ext'),
    'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=emailProtection\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n',
  );
  openssl(
    'x509',
    '-req',
    '-in',
    at('leaf.csr'),
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-out',
    at('leaf.pem'),
    '-days',
    '900',
    '-extfile',
    at('leaf.ext'),
  );
  writeFileSync(pem, Buffer.concat(['leaf.key', 'leaf.pem', 'ca.pem'].map((name) => execFileSync('cat', [at(name)]))));
}
