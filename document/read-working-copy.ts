import type * as Y from 'yjs';
import { withoutForbidden } from './clean-text.ts';
import { limits } from './limits.ts';
import type { Block, Body, Figure, Inline, ListItem, Paragraph, TableCell, TableRow } from './schema.ts';
import { figureOf, readAttributes } from './shared-attributes.ts';
import type { Attributes } from './shared-attributes.ts';
import { childrenOf, fail, isElement, isText, piecesOf, stands } from './shared-reading.ts';
import type { Count, Taking } from './shared-reading.ts';
import { joinedRuns, readInlines } from './shared-words.ts';
import type { Suggested } from './suggested.ts';
import { suggestedCells, type MarkedCell } from './suggested-columns.ts';
import { formed, formOf } from './suggested-form.ts';

// Two people at one headline may together write more than it may hold: that is for them to shorten. Much more is nobody's headline.
const lineUnits = 4 * limits.deckCharacters;

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
