/** What a picture says of itself, as text: it stands where whoever sent it said nothing, and can be changed. */
export interface SaidOfItself {
  readonly caption: string;
  /** Who took it, else whom it is credited to. */
  readonly credit: string;
}

/** Reads XMP, then IPTC (IIM) for what XMP leaves out. Position, camera and everything else stay unread. */
export function readMetadata({ xmp, iptc }: { xmp?: Buffer | undefined; iptc?: Buffer | undefined }): SaidOfItself {
  const packet = xmp ? new TextDecoder().decode(xmp).slice(0, 65_536) : '';
  const sets = iptc ? readIim(iptc) : new Map<number, string>();
  const either = (name: string, dataset: number): string => clean(inXmp(packet, name) || (sets.get(dataset) ?? ''));
  return {
    caption: either('dc:description', 120) || either('dc:title', 5),
    credit: either('dc:creator', 80) || either('photoshop:Credit', 110),
  };
}

// An attribute, an element, or the first of a list in one: the three ways in which XMP writes a value.
function inXmp(packet: string, name: string): string {
  const attribute = new RegExp(`\\s${name}="([^"]*)"`).exec(packet);
  if (attribute) return unescaped(attribute[1] ?? '');
  const begin = packet.indexOf(`<${name}>`);
  const end = packet.indexOf(`</${name}>`, begin);
  if (begin < 0 || end < 0) return '';
  const inside = packet.slice(begin + name.length + 2, end);
  const item = /<rdf:li[^>]*>([^<]*)<\/rdf:li>/.exec(inside);
  return unescaped(item ? (item[1] ?? '') : inside.replace(/<[^>]*>/g, ''));
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string): string =>
  text.replace(/&(?:(lt|gt|quot|apos|amp)|#x([0-9a-fA-F]{1,6})|#(\d{1,7}));/g, (whole, name, hex, decimal) => {
    if (name) return entities[String(name)] ?? whole;
    const code = hex ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

// IPTC IIM 4.2: tag marker 0x1C, record, dataset, length of two bytes; longer ones are of no use to us.
function readIim(bytes: Buffer): Map<number, string> {
  const found = new Map<number, string>();
  let isUtf8 = false;
  for (let at = bytes.indexOf(0x1c); at >= 0 && at + 5 <= bytes.length; at = bytes.indexOf(0x1c, at)) {
    const [record, dataset, length] = [bytes[at + 1], bytes[at + 2] ?? 0, bytes.readUInt16BE(at + 3)];
    if ((record !== 1 && record !== 2) || length > 0x7fff || at + 5 + length > bytes.length) {
      at += 1;
      continue;
    }
    const value = bytes.subarray(at + 5, at + 5 + length);
    // CodedCharacterSet: ESC % G says UTF-8.
    if (record === 1 && dataset === 90) isUtf8 = value.toString('latin1') === '\u001b%G';
    if (record === 2 && !found.has(dataset)) found.set(dataset, inWords(value, isUtf8));
    at += 5 + length;
  }
  return found;
}

// Without a word on its character set, a text that is no UTF-8 comes from a Chinese program of old.
function inWords(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const clean = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/g, ' ')
    .toWellFormed()
    .trim()
    .slice(0, 500);
