import { xmlWords } from '#platform/xml-words';

/** What can be written as XML. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

// What a list's parts are called (GeoReport v2, the examples in XML).
const parts: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
};

/** An answer of GeoReport v2 as XML, under this root. */
export const asXml = (root: string, value: Value): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;

function element(name: string, value: Value): string {
  const inner = contentOf(name, value);
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`;
}

function contentOf(name: string, value: Value): string {
  if (value === null) return '';
  if (isList(value)) return value.map((one) => element(parts[name] ?? 'item', one)).join('');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => element(key, one))
      .join('');
  return escaped(xmlWords(String(value)));
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => signs[sign] ?? sign);
