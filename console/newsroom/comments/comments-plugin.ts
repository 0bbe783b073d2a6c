import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { findQuote } from '@xiangyin/document';
import type { CommentView } from '@xiangyin/server/contract';
import * as Y from 'yjs';
import { linesOf, type EditorLine } from '../editor/editor-lines.ts';

/** Where a comment's words stand in the editor. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

interface Marked {
  readonly comments: readonly CommentView[];
  readonly active: string | null;
  readonly places: ReadonlyMap<string, Place>;
  readonly marks: DecorationSet;
}

/** Under this the editor keeps where comments stand. */
export const commentsKey = new PluginKey<Marked>('comments');

/** Marks the words of open comments, and keeps the mark at them whoever writes. `onPick`: somebody put the caret into one. */
export const commentsPlugin = (body: Y.XmlFragment, onPick: (commentId: string) => void): Plugin =>
  new Plugin<Marked>({
    key: commentsKey,
    state: {
      init: () => ({ comments: [], active: null, places: new Map(), marks: DecorationSet.empty }),
      apply(transaction, before) {
        const news = transaction.getMeta(commentsKey) as Pick<Marked, 'comments' | 'active'> | undefined;
        // What others wrote comes as a whole new document; only the shared positions know where words went.
        const fromOthers = (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)
          ?.isChangeOrigin;
        if (news || (fromOthers && transaction.docChanged))
          return marked(transaction.doc, body, news?.comments ?? before.comments, news ? news.active : before.active);
        if (!transaction.docChanged) return before;
        const places = new Map(
          [...before.places].flatMap(([id, place]) => {
            const from = transaction.mapping.map(place.from, 1);
            const to = transaction.mapping.map(place.to, -1);
            return from < to ? [[id, { from, to }] as const] : [];
          }),
        );
        return { ...before, places, marks: marksOf(transaction.doc, before.comments, places, before.active) };
      },
    },
    props: {
      decorations: (state) => commentsKey.getState(state)?.marks,
      handleClick(_view, _position, { target }) {
        const id = target instanceof Element && target.closest('[data-comment]')?.getAttribute('data-comment');
        if (id) onPick(id);
        return false;
      },
    },
  });

/** Where a comment stands now; undefined when its words are gone. */
export const placeOf = (state: EditorState, commentId: string): Place | undefined =>
  commentsKey.getState(state)?.places.get(commentId);

function marked(doc: Node, body: Y.XmlFragment, comments: readonly CommentView[], active: string | null): Marked {
  const places = placesOf(doc, body, comments);
  return { comments, active, places, marks: marksOf(doc, comments, places, active) };
}

function marksOf(
  doc: Node,
  comments: readonly CommentView[],
  places: ReadonlyMap<string, Place>,
  active: string | null,
): DecorationSet {
  const marks = comments.flatMap(({ id, open }) => {
    const place = places.get(id);
    if (!place || (!open && id !== active)) return [];
    const look = { class: `comment-mark${id === active ? ' active' : ''}`, 'data-comment': id };
    return [Decoration.inline(place.from, place.to, look)];
  });
  return DecorationSet.create(doc, marks);
}

/** Where the words of comments stand: by their shared positions, and by the words themselves where those were torn apart. One walk through the text for all of them. */
function placesOf(doc: Node, body: Y.XmlFragment, comments: readonly CommentView[]): ReadonlyMap<string, Place> {
  const starts = startsOf(doc, body);
  const places = new Map<string, Place>();
  let lines: readonly EditorLine[] | undefined;
  for (const comment of comments) {
    if (comment.part !== 'body') continue;
    const place = anchored(comment, starts, body.doc) ?? quoted(comment, (lines ??= linesOf(doc)));
    if (place && place.to <= doc.content.size) places.set(comment.id, place);
  }
  return places;
}

function anchored({ anchor }: CommentView, starts: ReadonlyMap<unknown, number>, doc: Y.Doc | null): Place | null {
  if (!anchor || !doc) return null;
  const at = (position: unknown): number | undefined => {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), doc);
    const start = found && starts.get(found.type);
    return found && typeof start === 'number' ? start + found.index : undefined;
  };
  const from = at(anchor.from);
  const to = at(anchor.to);
  return from !== undefined && to !== undefined && from < to ? { from, to } : null;
}

/** Where each stretch of shared words begins in the editor's document, which has the same blocks in the same order. */
function startsOf(doc: Node, body: Y.XmlFragment): Map<unknown, number> {
  const starts = new Map<unknown, number>();
  const walk = (node: Node, shared: Y.XmlFragment, inside: number): void => {
    let at = inside;
    if (node.isTextblock) {
      for (const child of shared.toArray()) {
        starts.set(child, at);
        at += sizeOf(child, at, starts);
      }
      return;
    }
    for (const [i, child] of shared.toArray().entries()) {
      if (i >= node.childCount) return;
      if (child instanceof Y.XmlElement) walk(node.child(i), child, at + 1);
      at += node.child(i).nodeSize;
    }
  };
  walk(doc, body, 0);
  return starts;
}

function quoted(comment: CommentView, lines: readonly EditorLine[]): Place | null {
  const found = findQuote(
    lines.map(({ text }) => text),
    comment,
  );
  const line = found && lines[found.line];
  return found && line ? { from: line.at(found.from), to: line.at(found.to) } : null;
}

// How much room a stretch of words, a break or a footnote takes in the editor's document.
function sizeOf(child: unknown, at: number, starts: Map<unknown, number>): number {
  if (child instanceof Y.XmlText) return child.length;
  if (!(child instanceof Y.XmlElement) || child.nodeName !== 'footnote') return 1;
  let inside = at + 1;
  for (const words of child.toArray()) {
    starts.set(words, inside);
    inside += words instanceof Y.XmlText ? words.length : 1;
  }
  return inside + 1 - at;
}
