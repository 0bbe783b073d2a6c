import { isAllowedHref } from './links.ts';
import { readArray, readObject, refuseUnknown } from './read-values.ts';
import { fault, hint, type Reader } from './text-errors.ts';
import type { Mark } from './schema.ts';

const markNames = ['link', 'bold', 'italic'] as const;
// What TipTap's link carries besides its address is presentation and is dropped; the renderer decides on rel.
const linkAttributes = ['href', 'target', 'rel', 'class', 'title'];

/** Marks in their one order (link, bold, italic), each at most once. */
export function parseMarks(reader: Reader, value: unknown, path: string): Mark[] {
  const found = readArray(reader, value, path).flatMap((item, i) => readMark(reader, item, `${path}/${i}`) ?? []);
  return markNames.flatMap((name) => {
    const [mark, ...others] = found.filter((candidate) => candidate.type === name);
    if (mark === undefined) return [];
    if (others.some((other) => !sameMarks([mark], [other]))) fault(reader, path, 'BadValue', { found: name });
    return [mark];
  });
}

/** Whether two lists in canonical order are equal. */
export function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, i) => markKey(mark) === markKey(b[i]));
}

function markKey(mark: Mark | undefined): string {
  return mark?.type === 'link' ? `link ${mark.attrs.href}` : String(mark?.type);
}

function readMark(reader: Reader, value: unknown, path: string): Mark | undefined {
  const fields = readObject(reader, value, path);
  if (fields === undefined) return undefined;
  const type = markNames.find((name) => name === fields['type']);
  if (type === undefined) return void fault(reader, `${path}/type`, 'UnknownMark', { found: hint(fields['type']) });
  refuseUnknown(reader, fields, ['type', 'attrs'], path);
  if (type === 'link') return readLink(reader, fields['attrs'], `${path}/attrs`);
  if (fields['attrs'] !== undefined)
    refuseUnknown(reader, readObject(reader, fields['attrs'], `${path}/attrs`) ?? {}, [], `${path}/attrs`);
  return { type };
}

function readLink(reader: Reader, value: unknown, path: string): Mark | undefined {
  const attrs = readObject(reader, value, path);
  if (attrs === undefined) return undefined;
  refuseUnknown(reader, attrs, linkAttributes, path);
  const href = typeof attrs['href'] === 'string' ? attrs['href'].trim() : '';
  if (!isAllowedHref(href)) return void fault(reader, `${path}/href`, 'BadLink', { found: hint(href) });
  return { type: 'link', attrs: { href } };
}
