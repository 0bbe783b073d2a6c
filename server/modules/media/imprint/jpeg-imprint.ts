import { rightsLine } from './imprint.ts';
import type { Imprint } from './imprint.ts';
import { xmpPacket } from './xmp.ts';

const xmpName = 'http://ns.adobe.com/xap/1.0/\0';

/** The same JPEG, not encoded anew, with what the library says of it as XMP and, for older programs, as IPTC (IIM 4.2) in UTF-8. Throws for what is no JPEG. */
export function imprintJpeg(jpeg: Buffer, one: Imprint): Buffer {
  if (jpeg.readUInt16BE(0) !== 0xffd8) throw new Error('not a JPEG');
  const at = afterJfif(jpeg);
  const xmp = Buffer.from(`${xmpName}${xmpPacket(one)}`);
  return Buffer.concat([
    jpeg.subarray(0, at),
    segment(0xe1, xmp),
    segment(0xed, photoshopBlock(iimSets(one))),
    jpeg.subarray(at),
  ]);
}

/** The JPEG without what `imprintJpeg` put into it; as it is where that put nothing. */
export function withoutImprint(jpeg: Buffer): Buffer {
  const at = afterJfif(jpeg);
  const isOurs =
    jpeg.readUInt16BE(at) === 0xffe1 && jpeg.toString('latin1', at + 4, at + 4 + xmpName.length) === xmpName;
  if (!isOurs) return jpeg;
  const iptc = at + 2 + jpeg.readUInt16BE(at + 2);
  return Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(iptc + 2 + jpeg.readUInt16BE(iptc + 2))]);
}

// JFIF asks for its segment to be the first.
const afterJfif = (jpeg: Buffer): number => (jpeg.readUInt16BE(2) === 0xffe0 ? 4 + jpeg.readUInt16BE(4) : 2);

function segment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}

// Photoshop image resource 0x0404 without a name, padded to an even length.
function photoshopBlock(iim: Buffer): Buffer {
  const head = Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'), Buffer.alloc(4)]);
  head.writeUInt32BE(iim.length, head.length - 4);
  return Buffer.concat([head, iim, Buffer.alloc(iim.length % 2)]);
}

// Datasets with the most bytes that each may have.
const iimSets = (one: Imprint): Buffer =>
  Buffer.concat([
    // CodedCharacterSet ESC % G: UTF-8.
    dataset(1, 90, '\u001b%G', 32),
    Buffer.from([0x1c, 2, 0, 0, 2, 0, 4]),
    dataset(2, 5, one.title, 64),
    ...one.keywords.map((word) => dataset(2, 25, word, 64)),
    dataset(2, 55, one.takenOn?.replaceAll('-', '') ?? '', 8),
    dataset(2, 80, one.credit, 32),
    dataset(2, 110, one.credit, 32),
    dataset(2, 116, rightsLine(one), 128),
    dataset(2, 120, one.caption, 2_000),
  ]);

function dataset(record: number, number: number, text: string, mostBytes: number): Buffer {
  if (text === '') return Buffer.alloc(0);
  const value = Buffer.from(cutTo(text, mostBytes));
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(value.length, 3);
  return Buffer.concat([head, value]);
}

// Between whole characters.
function cutTo(text: string, mostBytes: number): string {
  let kept = '';
  for (const sign of text) {
    if (Buffer.byteLength(kept + sign) > mostBytes) break;
    kept += sign;
  }
  return kept;
}
