import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { linesOf } from '../comments/comments-plugin.ts';
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
  const matches = linesOf(doc).flatMap(({ text, start }) =>
    matchesIn(text, wanted.words, wanted.matchCase).map(({ from, to }) => ({ from: start + from, to: start + to })),
  );
  const marks = matches.map(({ from, to }) => Decoration.inline(from, to, { class: 'found' }));
  return { wanted, matches, marks: DecorationSet.create(doc, marks) };
}
