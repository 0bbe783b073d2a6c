import type { PastedBlock } from '@xiangyin/document/from-html';
import { newSuggestionId } from '../suggestions/suggestion-id.ts';
import { trackedSigns } from '@xiangyin/document/from-docx';

type Kind = keyof typeof trackedSigns;
interface Json {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly marks?: readonly object[];
  readonly attrs?: object;
  readonly content?: readonly Json[];
}

const all = Object.values(trackedSigns).flat().join('');
const pieces = new RegExp(`[${all}]|[^${all}]+`, 'gu');

/** Blocks in which what Word tracked (between `trackedSigns`) is marked as suggested. Taking out and putting in at one place is one suggestion. */
export function withTracked(blocks: readonly PastedBlock[]): PastedBlock[] {
  return blocks.map((block) => marked(block as Json) as PastedBlock);
}

function marked(block: Json): Json {
  if (!block.content) return block;
  const isWords = block.content.some(({ type }) => type === 'text' || type === 'hardBreak' || type === 'footnote');
  return { ...block, content: isWords ? markedRuns(block.content) : block.content.map(marked) };
}

function markedRuns(content: readonly Json[]): Json[] {
  const open: Record<Kind, boolean> = { inserted: false, deleted: false };
  // One suggestion until words stand between that nobody tracked.
  let id = '';
  const openKinds = (): Kind[] => (['inserted', 'deleted'] as const).filter((kind) => open[kind]);
  return content.flatMap((node): Json[] => {
    if (node.type !== 'text' || typeof node.text !== 'string') {
      const kinds = openKinds();
      if (kinds.length === 0) return [node];
      id ||= newSuggestionId();
      return [{ ...node, attrs: Object.fromEntries(kinds.map((kind) => [kind, id])) }];
    }
    return (node.text.match(pieces) ?? []).flatMap((piece): Json[] => {
      const turn = turnOf(piece);
      if (turn) {
        open[turn.kind] = turn.on;
        return [];
      }
      const kinds = openKinds();
      if (kinds.length === 0) id = '';
      else if (id === '') id = newSuggestionId();
      const marks = [...(node.marks ?? []), ...kinds.map((type) => ({ type, attrs: { id } }))];
      return [marks.length > 0 ? { ...node, text: piece, marks } : { ...node, text: piece }];
    });
  });
}

function turnOf(piece: string): { kind: Kind; on: boolean } | undefined {
  for (const kind of ['inserted', 'deleted'] as const) {
    const at = (trackedSigns[kind] as readonly string[]).indexOf(piece);
    if (at !== -1) return { kind, on: at === 0 };
  }
  return undefined;
}
