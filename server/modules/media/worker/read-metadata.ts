/** What a picture says of itself, as text: it stands where whoever sent it said nothing, and can be changed. */
export interface SaidOfItself {
  readonly caption: string;
  /** Who took it, else whom it is credited to. */
  readonly credit: string;
  readonly title: string;
  readonly keywords: readonly string[];
  readonly rightsHolder: string;
  /** The day on which it was taken, by the camera's clock; null: it does not say. */
  readonly takenOn: string | null;
  /** It says that a machine made it, or changed what is to be seen. */
  readonly machine: 'made' | 'changed' | null;
}

/** What a file carries beside its pixels. */
export interface Carried {
  readonly xmp?: Buffer | undefined;
  readonly iptc?: Buffer | undefined;
  readonly exif?: Buffer | undefined;
}

/** Reads XMP, then IPTC (IIM) for what XMP leaves out, and the day from EXIF. Position, camera and everything else stay unread. */
export function readMetadata({ xmp, iptc, exif }: Carried): SaidOfItself {
  const packet = xmp ? new TextDecoder().decode(xmp).slice(0, 65_536) : '';
  const sets = iptc ? readIim(iptc) : new Map<number, string[]>();
  const either = (name: string, dataset: number): string =>
    clean(inXmp(packet, name) || (sets.get(dataset)?.[0] ?? ''));
  const listed = listInXmp(packet, 'dc:subject');
  return {
    caption: either('dc:description', 120) || either('dc:title', 5),
    credit: either('dc:creator', 80) || either('photoshop:Credit', 110),
    title: either('dc:title', 5).slice(0, 200).toWellFormed(),
    keywords: keywordsOf(listed.length > 0 ? listed : (sets.get(25) ?? [])),
    rightsHolder: either('dc:rights', 116),
    takenOn: dayIn(exif?.subarray(0, 65_536).toString('latin1') ?? '') ?? dayIn(either('photoshop:DateCreated', 55)),
    machine: machineIn(
      inXmp(packet, 'Iptc4xmpExt:DigitalSourceType') || inXmp(packet, 'Iptc4xmpExt:digitalSourceType'),
    ),
  };
}

const keywordsOf = (words: readonly string[]): string[] =>
  [...new Set(words.map((word) => clean(word).slice(0, 40).toWellFormed().trim()).filter((word) => word !== ''))].slice(
    0,
    30,
  );

// IPTC digital source types (https://cv.iptc.org/newscodes/digitalsourcetype/).
function machineIn(type: string): SaidOfItself['machine'] {
  const name = type.split('/').at(-1) ?? '';
  if (name === 'trainedAlgorithmicMedia' || name === 'algorithmicMedia') return 'made';
  return name === 'compositeWithTrainedAlgorithmicMedia' || name === 'compositeSynthetic' ? 'changed' : null;
}

// The earliest of the moments that a camera wrote: the others tell of later work on the file.
function dayIn(text: string): string | null {
  const days = [...text.matchAll(/\b((?:19|20)\d\d)[:-]?(\d\d)[:-]?(\d\d)(?![\d:])/g)].map(([, ...parts]) =>
    parts.join('-'),
  );
  return days.filter((day) => new Date(day).toJSON()?.startsWith(day)).toSorted()[0] ?? null;
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

function listInXmp(packet: string, name: string): string[] {
  const begin = packet.indexOf(`<${name}>`);
  const end = packet.indexOf(`</${name}>`, begin);
  if (begin < 0 || end < 0) return [];
  const inside = packet.slice(begin, end);
  return [...inside.matchAll(/<rdf:li[^>]*>([^<]*)<\/rdf:li>/g)].slice(0, 60).map(([, item]) => unescaped(item ?? ''));
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string): string =>
  text.replace(/&(?:(lt|gt|quot|apos|amp)|#x([0-9a-fA-F]{1,6})|#(\d{1,7}));/g, (whole, name, hex, decimal) => {
    if (name) return entities[String(name)] ?? whole;
    const code = hex ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

// IPTC IIM 4.2: tag marker 0x1C, record, dataset, length of two bytes; longer ones are of no use to us.
function readIim(bytes: Buffer): Map<number, string[]> {
  const found = new Map<number, string[]>();
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
    if (record === 2) found.set(dataset, [...(found.get(dataset) ?? []), inWords(value, isUtf8)].slice(0, 60));
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
