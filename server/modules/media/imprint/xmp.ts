import { digitalSourceType, rightsLine } from './imprint.ts';
import type { Imprint } from './imprint.ts';

/** The XMP packet of a picture (ISO 16684-1; IPTC Photo Metadata 2023.2), UTF-8. */
export function xmpPacket(one: Imprint): string {
  const inside = [
    alternatives('dc:title', one.title),
    alternatives('dc:description', one.caption),
    alternatives('dc:rights', rightsLine(one)),
    alternatives('xmpRights:UsageTerms', one.licence),
    alternatives('Iptc4xmpCore:AltTextAccessibility', one.alt),
    list('dc:creator', 'Seq', one.credit === '' ? [] : [one.credit]),
    list('dc:subject', 'Bag', one.keywords),
    plain('photoshop:Credit', one.credit),
    plain('photoshop:DateCreated', one.takenOn ?? ''),
    plain('Iptc4xmpExt:DigitalSourceType', digitalSourceType(one) ?? ''),
  ].join('');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${spaces}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}

const spaces = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
})
  .map(([name, address]) => `xmlns:${name}="${address}"`)
  .join(' ');

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\u0000-\u001f\u007f]/g, ' ');

const plain = (name: string, value: string): string => (value === '' ? '' : `<${name}>${escaped(value)}</${name}>`);

const alternatives = (name: string, value: string): string =>
  value === '' ? '' : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${name}>`;

const list = (name: string, kind: 'Seq' | 'Bag', values: readonly string[]): string =>
  values.length === 0
    ? ''
    : `<${name}><rdf:${kind}>${values.map((value) => `<rdf:li>${escaped(value)}</rdf:li>`).join('')}</rdf:${kind}></${name}>`;
