import type { PastedBlock } from '@xiangyin/document/from-html';
import { newSuggestionId } from '../suggestions/suggestion-id.ts';
import { trackedSigns, trackedTableSigns } from '@xiangyin/document/from-docx';

type Kind = keyof typeof trackedSigns;
interface Json {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly marks?: readonly object[];
  readonly attrs?: object;
  readonly content?: readonly Json[];
}

const tableSigns: readonly string[] = Object.values(trackedTableSigns).flatMap((one) => Object.values(one));
const all = [...Object.values(trackedSigns).flat(), ...tableSigns].join('');
const pieces = new RegExp(`[${all}]|[^${all}]+`, 'gu');

/** Blocks in which what Word tracked (by `trackedSigns` and `trackedTableSigns`) is marked as suggested. Taking out and putting in at one place is one suggestion; so is a column, and a row with what was written in it. */
export function withTracked(blocks: readonly PastedBlock[]): PastedBlock[] {
  return blocks.map((block) => marked(block as Json) as PastedBlock);
}

function marked(block: Json, within = ''): Json {
  if (block.type === 'table') return markedTable(block);
  if (!block.content) return block;
  const isWords = block.content.some(({ type }) => type === 'text' || type === 'hardBreak' || type === 'footnote');
  return {
    ...block,
    content: isWords ? markedRuns(block.content, within) : block.content.map((one) => marked(one, within)),
  };
}

type Ids = Partial<Record<Kind, string>>;
const kinds = Object.keys(trackedSigns) as Kind[];

function markedTable(table: Json): Json {
  const rows = (table.content ?? []).map((row) => ({ row, cells: (row.content ?? []).map(signsOff) }));
  const columns = new Map<string, string>();
  const columnIds = (signs: string, at: number): Ids =>
    idsOf(signs, 'cell', (kind) => {
      const id = columns.get(`${at} ${kind}`) ?? newSuggestionId();
      columns.set(`${at} ${kind}`, id);
      return id;
    });
  // Word tracks no whole tables: it is one whose rows all come or go.
  const whole = Object.fromEntries(
    kinds
      .filter((kind) => rows.every(({ cells }) => cells[0]?.signs.includes(trackedTableSigns.row[kind])))
      .map((kind) => [kind, newSuggestionId()]),
  ) as Ids;
  const content = rows.map(({ row, cells }) => {
    const ids = idsOf(cells[0]?.signs ?? '', 'row', (kind) => whole[kind] ?? newSuggestionId());
    return withIds(
      row,
      Object.fromEntries(Object.entries(ids).filter(([kind]) => whole[kind as Kind] === undefined)),
      cells.map(({ cell, signs }, at) => {
        const own = columnIds(signs, at);
        return withIds(marked(cell, own.inserted ?? ids.inserted ?? ''), own);
      }),
    );
  });
  return withIds(table, whole, content);
}

const idsOf = (signs: string, of: keyof typeof trackedTableSigns, idFor: (kind: Kind) => string): Ids =>
  Object.fromEntries(
    kinds.filter((kind) => signs.includes(trackedTableSigns[of][kind])).map((kind) => [kind, idFor(kind)]),
  );

const withIds = (node: Json, ids: Ids, content = node.content): Json => ({
  ...node,
  ...(Object.keys(ids).length > 0 ? { attrs: { ...node.attrs, ...ids } } : {}),
  ...(content ? { content } : {}),
});

const leading = new RegExp(`^[${tableSigns.join('')}]*`, 'u');

// A cell without the signs at its beginning, and those.
function signsOff(cell: Json): { readonly cell: Json; readonly signs: string } {
  const [words, ...rest] = cell.content ?? [];
  const [first, ...others] = words?.content ?? [];
  if (!words || first?.type !== 'text' || typeof first.text !== 'string') return { cell, signs: '' };
  const [signs = ''] = leading.exec(first.text) ?? [];
  const text = first.text.slice(signs.length);
  const content = text === '' ? others : [{ ...first, text }, ...others];
  const { content: _, ...empty } = words;
  return { cell: { ...cell, content: [content.length > 0 ? { ...words, content } : empty, ...rest] }, signs };
}

function markedRuns(content: readonly Json[], within: string): Json[] {
  const open: Record<Kind, boolean> = { inserted: false, deleted: false };
  // One suggestion until words stand between that nobody tracked.
  let id = within;
  const openKinds = (): Kind[] => kinds.filter((kind) => open[kind]);
  return content.flatMap((node): Json[] => {
    if (node.type !== 'text' || typeof node.text !== 'string') {
      const now = openKinds();
      if (now.length === 0) return [node];
      id ||= newSuggestionId();
      return [{ ...node, attrs: Object.fromEntries(now.map((kind) => [kind, id])) }];
    }
    return (node.text.match(pieces) ?? []).flatMap((piece): Json[] => {
      // Of a table that came in as lines.
      if (tableSigns.includes(piece)) return [];
      const turn = turnOf(piece);
      if (turn) {
        open[turn.kind] = turn.on;
        return [];
      }
      const now = openKinds();
      if (now.length === 0) id = within;
      else if (id === '') id = newSuggestionId();
      const marks = [...(node.marks ?? []), ...now.map((type) => ({ type, attrs: { id } }))];
      return [marks.length > 0 ? { ...node, text: piece, marks } : { ...node, text: piece }];
    });
  });
}

function turnOf(piece: string): { kind: Kind; on: boolean } | undefined {
  for (const kind of kinds) {
    const at = (trackedSigns[kind] as readonly string[]).indexOf(piece);
    if (at !== -1) return { kind, on: at === 0 };
  }
  return undefined;
}
