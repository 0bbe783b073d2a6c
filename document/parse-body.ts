import { limits } from './limits.ts';
import { parseFigure } from './parse-figure.ts';
import { parseInline } from './parse-inline.ts';
import { readArray, readCount, readObject, refuseUnknown, type Fields } from './read-values.ts';
import { fault, hint, type Reader } from './text-errors.ts';
import type { Block, Body, Figure, ListItem, Paragraph, TableCell, TableRow } from './schema.ts';

type Place = 'doc' | 'listItem' | 'blockquote' | 'factBox' | 'cell';
type BlockName = Block['type'];

const blockNames: readonly BlockName[] = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'figure',
  'gallery',
  'factBox',
  'table',
  'horizontalRule',
];
const flowing: readonly BlockName[] = ['paragraph', 'bulletList', 'orderedList'];
const allowedIn: Record<Place, readonly BlockName[]> = {
  doc: blockNames,
  listItem: flowing,
  blockquote: flowing,
  factBox: flowing,
  cell: ['paragraph'],
};

/** A body, normalised: blank paragraphs of the top level go (space between paragraphs is the stylesheet's), an empty body keeps one. */
export function parseBody(reader: Reader, value: unknown, path: string): Body {
  const fields = readObject(reader, value, path);
  if (fields === undefined) return { type: 'doc', content: [{ type: 'paragraph' }] };
  if (fields['type'] !== 'doc') fault(reader, `${path}/type`, 'UnknownNode', { found: hint(fields['type']) });
  refuseUnknown(reader, fields, ['type', 'content', 'attrs'], path);
  refuseAttributes(reader, fields, [], path);
  reader.nodes = 1;
  const content = parseBlocks(reader, fields['content'], `${path}/content`, 'doc', 2).filter(
    (block) => !isBlank(block),
  );
  if (reader.characters > limits.bodyCharacters) fault(reader, path, 'TooLong', { limit: limits.bodyCharacters });
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function parseBlocks(reader: Reader, value: unknown, path: string, place: Place, depth: number): Block[] {
  const items = readArray(reader, value, path);
  const blocks: Block[] = [];
  for (const [i, item] of items.entries()) {
    if (reader.nodes > limits.nodes) break;
    const block = parseBlock(reader, item, `${path}/${i}`, place, i, depth);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}

function parseBlock(
  reader: Reader,
  value: unknown,
  path: string,
  place: Place,
  index: number,
  depth: number,
): Block | undefined {
  const fields = enter(reader, value, path, depth);
  const type = blockNames.find((name) => name === fields?.['type']);
  if (fields === undefined) return undefined;
  if (type === undefined) return void fault(reader, `${path}/type`, 'UnknownNode', { found: hint(fields['type']) });
  if (!mayStand(type, place, index)) return void fault(reader, path, 'NotAllowedHere', { found: type });
  return readBlock(reader, fields, path, type, depth);
}

function mayStand(type: BlockName, place: Place, index: number): boolean {
  if (index === 0 && place === 'listItem') return type === 'paragraph';
  if (index === 0 && place === 'factBox' && type === 'heading') return true;
  return allowedIn[place].includes(type);
}

function readBlock(reader: Reader, fields: Fields, path: string, type: BlockName, depth: number): Block {
  const inside = `${path}/content`;
  const leaf = type === 'figure' || type === 'horizontalRule';
  refuseUnknown(reader, fields, leaf ? ['type', 'attrs'] : ['type', 'attrs', 'content'], path);
  if (type === 'figure') return { type, attrs: parseFigure(reader, fields['attrs'], `${path}/attrs`) };
  const attrs = refuseAttributes(
    reader,
    fields,
    type === 'heading' ? ['level'] : type === 'orderedList' ? ['start', 'type'] : [],
    path,
  );
  switch (type) {
    case 'horizontalRule':
      return { type };
    case 'paragraph':
      return { type, ...parseInline(reader, fields['content'], inside, depth + 1) };
    case 'heading':
      return {
        type,
        attrs: { level: readLevel(reader, attrs['level'], `${path}/attrs/level`) },
        ...parseInline(reader, fields['content'], inside, depth + 1),
      };
    case 'bulletList':
      return { type, content: parseItems(reader, fields['content'], inside, depth + 1) };
    case 'orderedList':
      return {
        type,
        attrs: { start: readStart(reader, attrs, path) },
        content: parseItems(reader, fields['content'], inside, depth + 1),
      };
    case 'table':
      reader.version = reader.version === 1 ? 2 : reader.version;
      return { type, content: parseRows(reader, fields['content'], inside, depth + 1) };
    case 'gallery':
      reader.version = 3;
      return { type, content: parseFigures(reader, fields['content'], inside, depth + 1) };
    case 'blockquote':
    case 'factBox':
      return { type, content: parseContainer(reader, fields['content'], inside, type, depth + 1) };
  }
}

function parseItems(reader: Reader, value: unknown, path: string, depth: number): ListItem[] {
  const items: ListItem[] = [];
  for (const [i, item] of readArray(reader, value, path).entries()) {
    if (reader.nodes > limits.nodes) break;
    const fields = enter(reader, item, `${path}/${i}`, depth);
    if (fields === undefined) continue;
    if (fields['type'] !== 'listItem') fault(reader, `${path}/${i}`, 'NotAllowedHere', { found: hint(fields['type']) });
    refuseUnknown(reader, fields, ['type', 'attrs', 'content'], `${path}/${i}`);
    refuseAttributes(reader, fields, [], `${path}/${i}`);
    items.push({
      type: 'listItem',
      content: parseContainer(reader, fields['content'], `${path}/${i}/content`, 'listItem', depth + 1),
    });
  }
  if (items.length === 0) fault(reader, path, 'Empty');
  return items;
}

function parseFigures(reader: Reader, value: unknown, path: string, depth: number): Figure[] {
  const items = readArray(reader, value, path);
  if (items.length < limits.galleryLeast) fault(reader, path, items.length === 0 ? 'Empty' : 'BadValue');
  if (items.length > limits.galleryMost) fault(reader, path, 'TooLong', { limit: limits.galleryMost });
  return items.slice(0, limits.galleryMost).flatMap((item, i): Figure[] => {
    const here = `${path}/${i}`;
    const fields = enter(reader, item, here, depth);
    if (fields === undefined) return [];
    if (fields['type'] !== 'figure') {
      fault(reader, here, 'NotAllowedHere', { found: hint(fields['type']) });
      return [];
    }
    refuseUnknown(reader, fields, ['type', 'attrs'], here);
    return [{ type: 'figure', attrs: parseFigure(reader, fields['attrs'], `${here}/attrs`) }];
  });
}

function parseRows(reader: Reader, value: unknown, path: string, depth: number): TableRow[] {
  const rows: TableRow[] = [];
  for (const [i, item] of readArray(reader, value, path).entries()) {
    if (reader.nodes > limits.nodes) break;
    const here = `${path}/${i}`;
    const fields = enterNamed(reader, item, here, ['tableRow'], [], depth);
    if (fields === undefined) continue;
    const cells = parseCells(reader, fields['content'], `${here}/content`, depth + 1);
    // A table that is not whole reads wrongly aloud: each value stands under its own heading.
    if (rows[0] && rows[0].content.length !== cells.length) fault(reader, here, 'BadValue');
    rows.push({ type: 'tableRow', content: cells });
  }
  if (rows.length === 0) fault(reader, path, 'Empty');
  if (rows.length > limits.tableRows) fault(reader, path, 'TooLong', { limit: limits.tableRows });
  return rows;
}

// An editor sends how far a cell reaches; of ours none reaches further than itself. Widths are presentation, dropped.
const cellAttributes = ['colspan', 'rowspan', 'colwidth'];

function parseCells(reader: Reader, value: unknown, path: string, depth: number): TableCell[] {
  const cells: TableCell[] = [];
  for (const [i, item] of readArray(reader, value, path).entries()) {
    if (reader.nodes > limits.nodes) break;
    const here = `${path}/${i}`;
    const fields = enterNamed(reader, item, here, ['tableCell', 'tableHeader'], cellAttributes, depth);
    if (fields === undefined) continue;
    const attrs = readObject(reader, fields['attrs'] ?? {}, `${here}/attrs`) ?? {};
    for (const name of ['colspan', 'rowspan'])
      if (attrs[name] !== undefined && attrs[name] !== 1) fault(reader, `${here}/attrs/${name}`, 'BadValue');
    const content = parseContainer(reader, fields['content'], `${here}/content`, 'cell', depth + 1) as Paragraph[];
    cells.push({ type: fields['type'] === 'tableHeader' ? 'tableHeader' : 'tableCell', content });
  }
  if (cells.length === 0) fault(reader, path, 'Empty');
  if (cells.length > limits.tableColumns) fault(reader, path, 'TooLong', { limit: limits.tableColumns });
  return cells;
}

function enterNamed(
  reader: Reader,
  item: unknown,
  path: string,
  names: readonly string[],
  attributes: readonly string[],
  depth: number,
): Fields | undefined {
  const fields = enter(reader, item, path, depth);
  if (fields === undefined) return undefined;
  if (!names.some((name) => name === fields['type']))
    return void fault(reader, path, 'NotAllowedHere', { found: hint(fields['type']) });
  refuseUnknown(reader, fields, ['type', 'attrs', 'content'], path);
  refuseAttributes(reader, fields, attributes, path);
  return fields;
}

function parseContainer(reader: Reader, value: unknown, path: string, place: Place, depth: number): Block[] {
  const blocks = parseBlocks(reader, value, path, place, depth);
  const words = place === 'factBox' ? blocks.filter((block) => block.type !== 'heading') : blocks;
  if (words.length === 0) fault(reader, path, 'Empty');
  return blocks;
}

/** One node more; undefined when it is no object, or when the text is too deep or too large to go on. */
function enter(reader: Reader, value: unknown, path: string, depth: number): Fields | undefined {
  reader.nodes++;
  if (reader.nodes > limits.nodes) return void fault(reader, path, 'TooManyNodes', { limit: limits.nodes });
  if (depth > limits.depth) return void fault(reader, path, 'TooDeep', { limit: limits.depth });
  return readObject(reader, value, path);
}

function refuseAttributes(reader: Reader, fields: Fields, expected: readonly string[], path: string): Fields {
  if (fields['attrs'] === undefined) return {};
  const attrs = readObject(reader, fields['attrs'], `${path}/attrs`) ?? {};
  refuseUnknown(reader, attrs, expected, `${path}/attrs`);
  return attrs;
}

function readLevel(reader: Reader, value: unknown, path: string): 2 | 3 {
  if (value === 2 || value === 3) return value;
  fault(reader, path, value === undefined ? 'Missing' : 'BadValue');
  return 2;
}

/** TipTap also sends `type`, the kind of numerals: presentation, dropped. */
function readStart(reader: Reader, attrs: Fields, path: string): number {
  return attrs['start'] === undefined ? 1 : readCount(reader, attrs['start'], `${path}/attrs/start`, 9999);
}

function isBlank(block: Block): boolean {
  return (
    block.type === 'paragraph' &&
    (block.content ?? []).every(
      (node) => node.type === 'hardBreak' || (node.type === 'text' && node.text.trim() === ''),
    )
  );
}
