import type { EditorState } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { sharedTypes } from '@xiangyin/document/working-copy';
import type { Doc } from 'yjs';
import { FigureEdits } from './figure-edits.ts';

const kept = new WeakMap<Doc, FigureEdits>();

/** Remembers what is typed beside the picture at a position, so that it stays with a picture that somebody else moves just then. */
export function noteFigureEdit(
  state: EditorState,
  at: number | undefined,
  field: 'alt' | 'caption' | 'credit',
  value: string,
): void {
  const { doc } = (ySyncPluginKey.getState(state) ?? {}) as { doc?: Doc };
  if (!doc || at === undefined) return;
  const edits = kept.get(doc) ?? new FigureEdits(doc, sharedTypes(doc).body, writeOn);
  kept.set(doc, edits);
  const $at = state.doc.resolve(at);
  // Above a picture there are only blocks, which the shared text counts as the editor does.
  const path = Array.from({ length: $at.depth + 1 }, (_, depth) => $at.index(depth));
  edits.note(path, field, value);
}

// Whoever was typing goes on where the picture stands now.
function writeOn(hash: string, field: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLInputElement>(`.editor-figure[data-hash="${hash}"] [data-field="${field}"]`)?.focus();
  });
}
