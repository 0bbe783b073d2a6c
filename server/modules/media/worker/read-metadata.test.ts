import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readMetadata } from './read-metadata.ts';

// "陈晓" and "柳河桥通车" as a Chinese program of old writes them (GB 18030).
const chenXiao = Buffer.from('b3c2cffe', 'hex');
const bridge = Buffer.from('c1f8bad3c7c5cda8b3b5', 'hex');

const set = (record: number, dataset: number, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x1c, record, dataset, value.length >> 8, value.length & 255]), value]);
const plain = { title: '', keywords: [], rightsHolder: '', takenOn: null, machine: null };
const xmp = (inside: string): Buffer =>
  Buffer.from(`<x:xmpmeta><rdf:RDF><rdf:Description ${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`);

test('caption and byline are read from IPTC, in UTF-8 as its character set says, and in GB 18030 where it says nothing', () => {
  const utf8 = [
    set(1, 90, Buffer.from('\u001b%G')),
    set(2, 120, Buffer.from('柳河桥通车')),
    set(2, 80, Buffer.from('陈晓')),
  ];
  assert.deepEqual(readMetadata({ iptc: Buffer.concat(utf8) }), { ...plain, caption: '柳河桥通车', credit: '陈晓' });
  const old = [Buffer.from('Photoshop 3.0\0'), set(2, 120, bridge), set(2, 80, chenXiao)];
  assert.deepEqual(readMetadata({ iptc: Buffer.concat(old) }), { ...plain, caption: '柳河桥通车', credit: '陈晓' });
});

test('XMP goes before IPTC, in each of the ways in which it writes a value; what it says is text, whatever it says', () => {
  const lists = xmp(
    '><dc:description><rdf:Alt><rdf:li xml:lang="x-default">桥&#x901A;车 &lt;script&gt;alert(1)&lt;/script&gt;\u202e</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>陈晓</rdf:li></rdf:Seq></dc:creator>',
  );
  assert.deepEqual(readMetadata({ xmp: lists, iptc: set(2, 120, bridge) }), {
    ...plain,
    caption: '桥通车 <script>alert(1)</script>',
    credit: '陈晓',
  });
  assert.deepEqual(readMetadata({ xmp: xmp('photoshop:Credit="柳河镇">') }), {
    ...plain,
    caption: '',
    credit: '柳河镇',
  });
  assert.equal(readMetadata({ xmp: xmp(`dc:title="${'长'.repeat(9_000)}">`) }).caption.length, 500);
});

test('keywords, whose it is, the day it was taken and that a machine made it are read too; the day is the earliest that the camera wrote', () => {
  const sent = xmp(
    'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" photoshop:DateCreated="2026-03-09"><dc:title><rdf:Alt><rdf:li>桥</rdf:li></rdf:Alt></dc:title><dc:subject><rdf:Bag><rdf:li>交通</rdf:li><rdf:li>柳河镇</rdf:li></rdf:Bag></dc:subject><dc:rights>县融媒体中心</dc:rights>',
  );
  const exif = Buffer.from('II*\0 2026:03:11 08:00:00\0 2026:03:08 07:30:00\0 2026:13:40 00:00:00\0', 'latin1');
  const said = readMetadata({ xmp: sent, exif });
  assert.deepEqual(
    [said.title, said.keywords, said.rightsHolder, said.takenOn, said.machine],
    ['桥', ['交通', '柳河镇'], '县融媒体中心', '2026-03-08', 'made'],
  );
  const old = readMetadata({
    iptc: Buffer.concat([set(2, 25, chenXiao), set(2, 25, bridge), set(2, 55, Buffer.from('20260301'))]),
  });
  assert.deepEqual([old.keywords, old.takenOn, old.machine], [['陈晓', '柳河桥通车'], '2026-03-01', null]);
});

test('bytes of any kind are read without a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, text) => {
      const said = readMetadata({
        iptc: Buffer.concat([Buffer.from([0x1c, 2]), bytes]),
        xmp: Buffer.from(`<dc:title>${text}`),
      });
      assert.ok(said.caption.length <= 500 && said.caption.isWellFormed());
    }),
  );
});
