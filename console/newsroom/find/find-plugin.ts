import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { linesOf } from '../editor/editor-lines.ts';
import { matchesIn, type Match } from './find-matches.ts';

/** What is looked for. */
export interface Wanted {
  readonly words: string;
  readonly matchCase: boolean;
}

interface Found {
  readonly wanted: Wanted;
  /** Places in the body, in reading order. */
  readonly matches: readonly Match[];
  readonly marks: DecorationSet;
}

/** Under this the editor keeps what was found. */
export const findKey = new PluginKey<Found>('find');

/** Marks what is looked for, anew after every change of the text. */
export const findPlugin = (): Plugin =>
  new Plugin<Found>({
    key: findKey,
    state: {
      init: (_, state) => found(state.doc, { words: '', matchCase: false }),
      apply(transaction, before) {
        const wanted = transaction.getMeta(findKey) as Wanted | undefined;
        return wanted || transaction.docChanged ? found(transaction.doc, wanted ?? before.wanted) : before;
      },
    },
    props: { decorations: (state) => findKey.getState(state)?.marks },
  });

function found(doc: Node, wanted: Wanted): Found {
  if (wanted.words === '') return { wanted, matches: [], marks: DecorationSet.empty };
  const found = linesOf(doc).flatMap((line) =>
    matchesIn(line.text, wanted.words, wanted.matchCase).map(({ from, to }) => ({
      match: { from: line.at(from), to: line.at(to) },
      note: line.note,
    })),
  );
  const matches = found.map(({ match }) => match);
  // The words of a footnote are shown by its field alone: its number is marked.
  const notes = new Set(found.flatMap(({ note }) => (note === null ? [] : [note])));
  const marks = [
    ...found.flatMap(({ match: { from, to }, note }) =>
      note === null ? [Decoration.inline(from, to, { class: 'found' })] : [],
    ),
    ...[...notes].map((at) => Decoration.node(at, at + (doc.nodeAt(at)?.nodeSize ?? 1), { class: 'found' })),
  ];
  return { wanted, matches, marks: DecorationSet.create(doc, marks) };
}
