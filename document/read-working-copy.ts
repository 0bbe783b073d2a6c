import * as Y from 'yjs';
import { withoutForbidden } from './clean-text.ts';
import { limits } from './limits.ts';
import { isAllowedHref } from './links.ts';
import type { TextErrorCode } from './text-errors.ts';
import type {
  Block,
  Body,
  Figure,
  FigureAttrs,
  Inline,
  ListItem,
  Mark,
  Paragraph,
  TableCell,
  TableRow,
  TextNode,
} from './schema.ts';
import { isSuggestionId, suggestionNames, type Suggested } from './suggested.ts';
import { suggestedCells, type MarkedCell } from './suggested-columns.ts';
import {
  changedLink,
  changedMarks,
  formed,
  formOf,
  isHeadForm,
  type ChangedMark,
  type SuggestedForm,
} from './suggested-form.ts';

/** What no editor of ours can have written stands in a working copy: `path` leads to it, by shared name and position. */
export class WorkingCopyFault extends Error {
  readonly path: string;
  readonly code: TextErrorCode;
  constructor(path: string, code: TextErrorCode) {
    super(`${path} ${code}`);
    this.name = 'WorkingCopyFault';
    this.path = path;
    this.code = code;
  }
}

const fail = (path: string, code: TextErrorCode): never => {
  throw new WorkingCopyFault(path, code);
};

// Two people at one headline may together write more than it may hold: that is for them to shorten. Much more is nobody's headline.
const lineUnits = 4 * limits.deckCharacters;

/** Counts what is limited. Merging may exceed a limit of the signed text a little; the working copy bears that, the revision does not. */
interface Count {
  nodes: number;
  units: number;
  footnotes: number;
  /** As which reading of its suggestions the text is read. */
  readonly taking: Taking;
  /** Suggestions (建议) that stand in the text, and the pictures of all readings. */
  readonly suggestions: Set<string>;
  readonly pictures: Set<string>;
  /** The words read last, to which those belong whose break before them is not taken; none across the edge of a cell or behind a picture. */
  last: { content?: Inline[] } | undefined;
  /** Other forms that are wanted for words and cells of this reading. */
  readonly forms: Map<object, SuggestedForm>;
}

const most = {
  nodes: 2 * limits.nodes,
  units: 3 * limits.bodyCharacters,
  suggestions: 2 * limits.suggestions,
  footnotes: 2 * limits.footnotes,
} as const;

/** Which suggestions are taken as if accepted: none, which is the text that counts, or all of them; `shown`: what is put in and what is taken out stand together, as in the editor. */
export type Taking = 'none' | 'all' | 'shown';

/** A line of plain words. Throws WorkingCopyFault for anything else in it. */
export function readSharedLine(line: Y.Text, path: string): string {
  if (line._map.size > 0) fail(path, 'Unknown');
  let text = '';
  for (const piece of piecesOf(line, path)) {
    if (Object.keys(piece.attributes).length > 0) fail(path, 'UnknownMark');
    text += piece.text;
  }
  if (text.length > lineUnits) fail(path, 'TooLong');
  return withoutForbidden(text);
}

interface Piece {
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

function piecesOf(text: Y.Text, path: string): Piece[] {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).map((one) => ({
    text: typeof one.insert === 'string' ? one.insert : fail(path, 'UnknownNode'),
    attributes: one.attributes ?? {},
  }));
}

/** A body with what suggestions stand in it. */
export interface SharedBody {
  readonly body: Body;
  readonly suggestions: ReadonlySet<string>;
  /** Pictures of the text and of what is suggested. */
  readonly pictures: ReadonlySet<string>;
  /** Of each block the place of the shared one with which it begins. */
  readonly origins: readonly number[];
}

/** The tree of the body. Throws WorkingCopyFault. */
export function readSharedBody(fragment: Y.XmlFragment, taking: Taking = 'none'): SharedBody {
  if (fragment._map.size > 0) fail('/body', 'Unknown');
  const count: Count = {
    nodes: 1,
    units: 0,
    footnotes: 0,
    taking,
    suggestions: new Set(),
    pictures: new Set(),
    last: undefined,
    forms: new Map(),
  };
  const read = childrenOf(fragment, '/body', count, 2).map((child, at) =>
    readChild(child, `/body/${at}`, blockNames, count, 2),
  );
  const content = taking === 'all' ? formed(read.flat(), (words) => count.forms.get(words)) : read.flat();
  return {
    body: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
    suggestions: count.suggestions,
    pictures: count.pictures,
    origins: read.flatMap((blocks, at) => blocks.map(() => at)),
  };
}

const flowing = ['paragraph', 'bulletList', 'orderedList'] as const;
const blockNames = [
  ...flowing,
  'heading',
  'blockquote',
  'figure',
  'gallery',
  'factBox',
  'table',
  'horizontalRule',
] as const;
// A heading that a merge put second in its box becomes a paragraph.
const inFactBox = [...flowing, 'heading'] as const;
type BlockName = (typeof blockNames)[number];

function readBlocks(
  parent: Y.XmlFragment,
  path: string,
  allowed: readonly BlockName[],
  count: Count,
  depth: number,
): Block[] {
  return childrenOf(parent, path, count, depth).flatMap((child, at) =>
    readChild(child, `${path}/${at}`, allowed, count, depth),
  );
}

function readChild(child: unknown, path: string, allowed: readonly BlockName[], count: Count, depth: number): Block[] {
  if (!isElement(child)) return fail(path, 'NotAllowedHere');
  const name = blockNames.find((one) => one === child.nodeName) ?? fail(path, 'UnknownNode');
  return allowed.includes(name) ? readBlock(child, name, path, count, depth) : fail(path, 'NotAllowedHere');
}

function childrenOf(parent: Y.XmlFragment, path: string, count: Count, depth: number): unknown[] {
  if (depth > limits.depth + 2) fail(path, 'TooDeep');
  count.nodes += parent.length;
  if (count.nodes > most.nodes) fail(path, 'TooManyNodes');
  return parent.toArray();
}

// By their very class: a hook is a kind of element to instanceof, and none of ours.
const isElement = (child: unknown): child is Y.XmlElement =>
  child instanceof Y.XmlElement && child.constructor === Y.XmlElement;
const isText = (child: unknown): child is Y.XmlText => child instanceof Y.XmlText && child.constructor === Y.XmlText;

function readBlock(element: Y.XmlElement, name: BlockName, path: string, count: Count, depth: number): Block[] {
  const attributes = readAttributes(element, name, path, count);
  const blocks = (allowed: readonly BlockName[]): Block[] => readBlocks(element, path, allowed, count, depth + 1);
  switch (name) {
    case 'paragraph':
      return wordsBlock({ type: name, ...readInlines(element, path, count, depth + 1) }, attributes, count);
    case 'heading': {
      const attrs = { level: attributes['level'] === 3 ? 3 : 2 } as const;
      return wordsBlock({ type: name, attrs, ...readInlines(element, path, count, depth + 1) }, attributes, count);
    }
    case 'horizontalRule':
      if (element.length > 0) fail(path, 'NotAllowedHere');
      return wholeBlock({ type: name }, attributes, count);
    case 'figure': {
      if (element.length > 0) fail(path, 'NotAllowedHere');
      const attrs = figureOf(attributes);
      count.pictures.add(attrs.hash);
      return wholeBlock({ type: name, attrs }, attributes, count);
    }
    case 'bulletList': {
      const content = readItems(element, path, count, depth + 1);
      return content.length > 0 ? [{ type: name, content }] : [];
    }
    case 'orderedList': {
      const content = readItems(element, path, count, depth + 1);
      const start = typeof attributes['start'] === 'number' ? attributes['start'] : 1;
      return content.length > 0 ? [{ type: name, attrs: { start }, content }] : [];
    }
    case 'blockquote': {
      const content = blocks(flowing);
      return content.length > 0 ? [{ type: name, content }] : [];
    }
    case 'gallery': {
      const figures = blocks(['figure']) as Figure[];
      count.last = undefined;
      return galleriesOf(figures);
    }
    case 'table': {
      const before = count.last;
      const rows = readRows(element, path, count, depth + 1);
      const isThere = stands(attributes, count);
      count.last = isThere ? undefined : before;
      return isThere ? tableOf(rows) : [];
    }
    case 'factBox':
      return factBoxOf(blocks(inFactBox));
  }
}

// Words, or, when the break before them is not taken, their words at the end of those before; where they cannot, behind a table, at least none without words.
function wordsBlock<One extends Block & { content?: Inline[] }>(
  block: One,
  attributes: Attributes,
  count: Count,
): One[] {
  const { last } = count;
  if (!stands(attributes, count) && (last || !block.content)) {
    if (last && block.content) last.content = joinedRuns([...(last.content ?? []), ...block.content]);
    return [];
  }
  count.last = block;
  const form = formOf(attributes['form']);
  if (form) count.forms.set(block, form);
  return [block];
}

function wholeBlock(block: Block, attributes: Attributes, count: Count): Block[] {
  if (!stands(attributes, count)) return [];
  count.last = undefined;
  return [block];
}

/** Whether what a suggestion is about is there in this reading. */
const stands = ({ inserted, deleted }: Suggested, { taking }: Count): boolean =>
  taking === 'shown' || typeof (taking === 'none' ? inserted : deleted) !== 'string';

function readItems(list: Y.XmlElement, path: string, count: Count, depth: number): ListItem[] {
  const items: ListItem[] = [];
  for (const [at, child] of childrenOf(list, path, count, depth).entries()) {
    const here = `${path}/${at}`;
    if (!isElement(child) || child.nodeName !== 'listItem') return fail(here, 'NotAllowedHere');
    readAttributes(child, 'listItem', here, count);
    const before = count.last;
    const content = readBlocks(child, here, flowing, count, depth + 1);
    // Its words went to those before it: so does what stands under them.
    const joined =
      before !== undefined && child.length > 0 && !startsWithWords(content) && beginsSuggested(child, count);
    const previous = items.at(-1);
    if (joined && content.length === 0) continue;
    if (joined && previous) previous.content.push(...content);
    else
      items.push({
        type: 'listItem',
        content: startsWithWords(content) ? content : [{ type: 'paragraph' }, ...content],
      });
  }
  return items;
}

const startsWithWords = ([first]: readonly Block[]): boolean => first?.type === 'paragraph';

function beginsSuggested(item: Y.XmlElement, count: Count): boolean {
  const first = item.get(0);
  return isElement(first) && first.nodeName === 'paragraph' && !stands(first.getAttributes(), count);
}

function readRows(table: Y.XmlElement, path: string, count: Count, depth: number): TableCell[][] {
  const rows = childrenOf(table, path, count, depth).map((child, at) => {
    const here = `${path}/${at}`;
    if (!isElement(child) || child.nodeName !== 'tableRow') return fail(here, 'NotAllowedHere');
    const attributes = readAttributes(child, 'tableRow', here, count);
    const cells = childrenOf(child, here, count, depth + 1).map((cell, i) =>
      readCell(cell, `${here}/${i}`, count, depth + 2),
    );
    return { isThere: stands(attributes, count), cells };
  });
  const marks = suggestedCells(rows.map(({ cells }) => cells.map(({ marked }) => marked)));
  return rows.flatMap(({ isThere, cells }, row) =>
    isThere ? [cells.flatMap(({ cell }, at) => (stands(marks[row]?.[at] ?? {}, count) ? [cell] : []))] : [],
  );
}

function readCell(
  cell: unknown,
  path: string,
  count: Count,
  depth: number,
): { readonly cell: TableCell; readonly marked: MarkedCell } {
  const type = isElement(cell) && (['tableCell', 'tableHeader'] as const).find((name) => name === cell.nodeName);
  if (!type || !isElement(cell)) return fail(path, 'NotAllowedHere');
  const { inserted, deleted, form } = readAttributes(cell, type, path, count) as Suggested & { form?: unknown };
  count.last = undefined;
  const content = readBlocks(cell, path, ['paragraph'], count, depth) as Paragraph[];
  const read: TableCell = { type, content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  const wanted = formOf(form);
  if (wanted) count.forms.set(read, wanted);
  return {
    cell: read,
    marked: { inserted, deleted, isBlank: cell.toArray().every(isBlank) },
  };
}

const isBlank = (child: unknown): boolean =>
  isText(child)
    ? child.length === 0
    : isElement(child) && child.nodeName === 'paragraph' && child.toArray().every(isBlank);

// Two people who put in a row and a column at once leave a table that is not whole: what lacks is empty cells.
function tableOf(rows: readonly TableCell[][]): Block[] {
  const filled = rows.filter((cells) => cells.length > 0);
  const width = Math.max(0, ...filled.map((cells) => cells.length));
  const content = filled.map((cells): TableRow => ({
    type: 'tableRow',
    content: [
      ...cells,
      ...Array.from({ length: width - cells.length }, (): TableCell => ({
        type: 'tableCell',
        content: [{ type: 'paragraph' }],
      })),
    ],
  }));
  return content.length > 0 ? [{ type: 'table', content }] : [];
}

// People who put in and take out pictures at once may leave one, or more than a gallery holds: none of them is lost.
function galleriesOf(figures: readonly Figure[]): Block[] {
  if (figures.length < limits.galleryLeast) return [...figures];
  return [
    { type: 'gallery', content: figures.slice(0, limits.galleryMost) },
    ...galleriesOf(figures.slice(limits.galleryMost)),
  ];
}

function factBoxOf(blocks: readonly Block[]): Block[] {
  const content = blocks.map((block, at): Block => {
    if (block.type !== 'heading' || at === 0) return block;
    return { type: 'paragraph', ...(block.content ? { content: block.content } : {}) };
  });
  if (content.length === 0) return [];
  return [
    {
      type: 'factBox',
      content: content.length === 1 && content[0]?.type === 'heading' ? [...content, { type: 'paragraph' }] : content,
    },
  ];
}

function readInlines(element: Y.XmlElement, path: string, count: Count, depth: number): { content?: Inline[] } {
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

// What only a suggestion parted is one run: the text reads the same, so it is the same.
function joinedRuns(content: readonly Inline[]): Inline[] {
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

function note(id: string, { suggestions }: Count): string {
  suggestions.add(id);
  return suggestions.size > most.suggestions ? fail('/body', 'TooManyNodes') : id;
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

type Attributes = Readonly<Record<string, unknown>>;
const wholeFrom =
  (least: number, greatest: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= greatest;
const words = (value: unknown): boolean => typeof value === 'string' && value.length <= 4 * limits.figureTextCharacters;
const ofCell = {
  colspan: (value: unknown) => value === 1,
  rowspan: (value: unknown) => value === 1,
  colwidth: (value: unknown) => value === null,
};
// What a suggestion may put in or take out whole: words with the break before them, a picture, a line, a table, a row or a column of one.
const ofSuggested = { inserted: isSuggestionId, deleted: isSuggestionId };
const ofForm = (ofCells: boolean) => ({
  form: (value: unknown) => {
    const form = formOf(value);
    return form !== undefined && isHeadForm(form.to) === ofCells;
  },
});
const ofFormed = { ...ofSuggested, ...ofForm(false) };
const attributesOf: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  paragraph: ofFormed,
  hardBreak: ofSuggested,
  footnote: ofSuggested,
  horizontalRule: ofSuggested,
  table: ofSuggested,
  tableRow: ofSuggested,
  heading: { level: wholeFrom(2, 3), ...ofFormed },
  orderedList: { start: wholeFrom(1, limits.nodes), type: (value) => value === null || value === '1' },
  tableCell: { ...ofCell, ...ofSuggested, ...ofForm(true) },
  tableHeader: { ...ofCell, ...ofSuggested, ...ofForm(true) },
  figure: {
    hash: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
    alt: words,
    caption: words,
    credit: words,
    width: wholeFrom(1, limits.pixels),
    height: wholeFrom(1, limits.pixels),
    ...ofSuggested,
  },
};

function readAttributes(element: Y.XmlElement, name: string, path: string, count: Count): Attributes {
  const attributes = element.getAttributes() as Attributes;
  for (const [key, value] of Object.entries(attributes)) {
    const rule = attributesOf[name]?.[key] ?? fail(path, 'Unknown');
    if (!rule(value)) fail(`${path}/${key}`, 'BadValue');
    if (suggestionNames.some((one) => one === key)) note(String(value), count);
    else if (key === 'form') note(formOf(value)?.id ?? '', count);
    else if (typeof value === 'string') count.units += value.length;
  }
  if (name === 'figure' && attributes['hash'] === undefined) fail(`${path}/hash`, 'Missing');
  return attributes;
}

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const figureOf = (attributes: Attributes): FigureAttrs => ({
  hash: wordsIn(attributes['hash']),
  alt: withoutForbidden(wordsIn(attributes['alt'])),
  caption: withoutForbidden(wordsIn(attributes['caption'])),
  credit: withoutForbidden(wordsIn(attributes['credit'])),
  width: Number(attributes['width'] ?? 1),
  height: Number(attributes['height'] ?? 1),
});
