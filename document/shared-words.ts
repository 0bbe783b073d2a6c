import type * as Y from 'yjs';
import { withoutForbidden } from './clean-text.ts';
import { limits } from './limits.ts';
import { isAllowedHref } from './links.ts';
import type { Inline, Mark, TextNode } from './schema.ts';
import { readAttributes, wordsIn } from './shared-attributes.ts';
import { childrenOf, fail, isElement, isText, most, note, piecesOf, stands } from './shared-reading.ts';
import type { Count } from './shared-reading.ts';
import { isSuggestionId, suggestionNames, type Suggested } from './suggested.ts';
import { changedLink, changedMarks, type ChangedMark } from './suggested-form.ts';

/** The words of a block, with their marks. Throws WorkingCopyFault. */
export function readInlines(element: Y.XmlElement, path: string, count: Count, depth: number): { content?: Inline[] } {
  const content = childrenOf(element, path, count, depth).flatMap((child, at): Inline[] => {
    const here = `${path}/${at}`;
    if (isText(child)) return readText(child, here, count);
    if (!isElement(child)) return fail(here, 'NotAllowedHere');
    if (child.nodeName === 'footnote') return readFootnote(child, here, count, depth + 1);
    if (child.nodeName !== 'hardBreak' || child.length > 0) return fail(here, 'NotAllowedHere');
    const attributes = readAttributes(child, 'hardBreak', here, count);
    return stands(attributes, count) ? [{ type: 'hardBreak' }] : [];
  });
  return content.length > 0 ? { content: joinedRuns(content) } : {};
}

// A blank one stays until its words are written; the text itself keeps none.
function readFootnote(element: Y.XmlElement, path: string, count: Count, depth: number): Inline[] {
  const attributes = readAttributes(element, 'footnote', path, count);
  const words = childrenOf(element, path, count, depth).flatMap((child, at) =>
    isText(child) ? readText(child, `${path}/${at}`, count) : fail(`${path}/${at}`, 'NotAllowedHere'),
  );
  count.footnotes += 1;
  if (count.footnotes > most.footnotes) fail('/body', 'TooManyNodes');
  return stands(attributes, count) ? [{ type: 'footnote', content: joinedRuns(words) as TextNode[] }] : [];
}

/** What only a suggestion parted is one run: the text reads the same, so it is the same. */
export function joinedRuns(content: readonly Inline[]): Inline[] {
  const runs: Inline[] = [];
  for (const node of content) {
    const last = runs.at(-1);
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(node.marks) === JSON.stringify(last.marks))
      runs[runs.length - 1] = { ...last, text: last.text + node.text };
    else runs.push(node);
  }
  return runs;
}

function readText(text: Y.XmlText, path: string, count: Count): Inline[] {
  if (text._map.size > 0) fail(path, 'Unknown');
  return piecesOf(text, path).flatMap((piece): Inline[] => {
    const { marks, suggested } = readMarks(piece.attributes, path, count);
    const words = withoutForbidden(piece.text);
    count.units += words.length;
    if (count.units > most.units) fail(path, 'TooLong');
    if (words === '' || !stands(suggested, count)) return [];
    return [marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }];
  });
}

function readMarks(
  attributes: Readonly<Record<string, unknown>>,
  path: string,
  count: Count,
): { marks: Mark[]; suggested: Suggested } {
  const marks: Mark[] = [];
  const suggested: Partial<Record<keyof Suggested, string>> = {};
  const changes = new Map<'bold' | 'italic', boolean>();
  let href: string | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(path, 'WrongType');
    const suggestion = suggestionNames.find((one) => one === name);
    if (suggestion) suggested[suggestion] = suggestionOf(value, path, count);
    else if (name === changedLink) href = wishedLinkOf(value, path, count);
    else if (isChangedMark(name)) changes.set(changedMarks[name], changeOf(value, path, count));
    else if (name === 'bold' || name === 'italic')
      marks.push(Object.keys(value).length === 0 ? { type: name } : fail(path, 'Unknown'));
    else marks.push(name === 'link' ? linkOf(value, path) : fail(path, 'UnknownMark'));
  }
  return { marks: count.taking === 'all' ? withChanges(marks, changes, href) : marks, suggested };
}

const isChangedMark = (name: string): name is ChangedMark => Object.hasOwn(changedMarks, name);

// In their one order, so that words that read the same are one run.
function withChanges(
  marks: readonly Mark[],
  changes: ReadonlyMap<'bold' | 'italic', boolean>,
  href: string | undefined,
): Mark[] {
  if (changes.size === 0 && href === undefined) return [...marks];
  const present = marks.filter(({ type }) => type === 'link');
  const links: Mark[] = href === undefined ? present : href === '' ? [] : [{ type: 'link', attrs: { href } }];
  const rest = (['bold', 'italic'] as const).filter(
    (name) => changes.get(name) ?? marks.some(({ type }) => type === name),
  );
  return [...links, ...rest.map((type) => ({ type }))];
}

// Where words are to lead; empty: nowhere any more.
function wishedLinkOf(value: object, path: string, count: Count): string {
  const { id, href, ...rest } = value as { id?: unknown; href?: unknown };
  if (Object.keys(rest).length > 0) fail(path, 'Unknown');
  if (typeof href !== 'string' || href.length > limits.hrefCharacters) return fail(path, 'WrongType');
  note(isSuggestionId(id) ? id : fail(path, 'BadValue'), count);
  return href === '' || isAllowedHref(href) ? href : fail(path, 'BadLink');
}

// Whether words are to be so, or no longer so.
function changeOf(value: object, path: string, count: Count): boolean {
  const { id, on, ...rest } = value as { id?: unknown; on?: unknown };
  if (Object.keys(rest).length > 0) fail(path, 'Unknown');
  if (typeof on !== 'boolean') return fail(path, 'WrongType');
  note(isSuggestionId(id) ? id : fail(path, 'BadValue'), count);
  return on;
}

function suggestionOf(value: object, path: string, count: Count): string {
  const { id, ...rest } = value as { id?: unknown };
  if (Object.keys(rest).length > 0) fail(path, 'Unknown');
  return note(isSuggestionId(id) ? id : fail(path, 'BadValue'), count);
}

const linkAttributes = ['href', 'target', 'rel', 'class', 'title'];

function linkOf(value: object, path: string): Mark {
  for (const [name, one] of Object.entries(value)) {
    if (!linkAttributes.includes(name)) fail(path, 'Unknown');
    if (one !== null && (typeof one !== 'string' || one.length > limits.hrefCharacters)) fail(path, 'WrongType');
  }
  const href = wordsIn((value as { href?: unknown }).href).trim();
  return isAllowedHref(href) ? { type: 'link', attrs: { href } } : fail(path, 'BadLink');
}
