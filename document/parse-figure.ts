import { limits, lengthOf } from './limits.ts';
import { readCount, readLine, readObject, refuseUnknown } from './read-values.ts';
import { fault, type Reader } from './text-errors.ts';
import type { FigureAttrs } from './schema.ts';

/** The attributes of a picture. Empty words pass: whether a picture without alternative text may be submitted is asked by `unfinishedParts`. */
export function parseFigure(reader: Reader, value: unknown, path: string): FigureAttrs {
  const fields = readObject(reader, value, path) ?? {};
  refuseUnknown(reader, fields, ['hash', 'alt', 'caption', 'credit', 'width', 'height'], path);
  const words = (name: string): string =>
    readLine(reader, fields[name], `${path}/${name}`, limits.figureTextCharacters);
  const attrs: FigureAttrs = {
    hash: readHash(reader, fields['hash'], `${path}/hash`),
    alt: words('alt'),
    caption: words('caption'),
    credit: words('credit'),
    width: readCount(reader, fields['width'], `${path}/width`, limits.pixels),
    height: readCount(reader, fields['height'], `${path}/height`, limits.pixels),
  };
  reader.characters += lengthOf(attrs.alt) + lengthOf(attrs.caption) + lengthOf(attrs.credit);
  return attrs;
}

function readHash(reader: Reader, value: unknown, path: string): string {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value;
  fault(reader, path, value === undefined ? 'Missing' : typeof value === 'string' ? 'BadValue' : 'WrongType');
  return '';
}
