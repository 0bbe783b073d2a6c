import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Finding } from '@xiangyin/document/checks';
import { placeKey, rangeOf } from './finding-place.ts';

interface Shown {
  readonly findings: readonly Finding[];
  /** Place of the one that is looked at. */
  readonly active: string | null;
}

/** Under this the editor keeps the quiet lines under what was found. */
export const findingsKey = new PluginKey<DecorationSet>('findings');

/** Draws a quiet line under each finding, and keeps it at its words while they move. `onPick`: somebody put the caret into one. */
export const findingsPlugin = (onPick: (place: string) => void): Plugin =>
  new Plugin<DecorationSet>({
    key: findingsKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const shown = transaction.getMeta(findingsKey) as Shown | undefined;
        if (shown === undefined) return before.map(transaction.mapping, transaction.doc);
        return DecorationSet.create(
          transaction.doc,
          shown.findings.flatMap((finding) => {
            const range = rangeOf(transaction.doc, finding);
            if (range === null || range.from === range.to) return [];
            const look = {
              class: `finding${placeKey(finding) === shown.active ? ' active' : ''}`,
              'data-finding': placeKey(finding),
            };
            if (range.note !== null) {
              const size = transaction.doc.nodeAt(range.note)?.nodeSize ?? 1;
              return [Decoration.node(range.note, range.note + size, look)];
            }
            return [(range.isNode ? Decoration.node : Decoration.inline)(range.from, range.to, look)];
          }),
        );
      },
    },
    props: {
      decorations: (state) => findingsKey.getState(state),
      handleClick(_view, _position, { target }) {
        const place = target instanceof Element && target.closest('[data-finding]')?.getAttribute('data-finding');
        if (place) onPick(place);
        return false;
      },
    },
  });
