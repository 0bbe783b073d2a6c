import { Node as NodeExtension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { limits } from '@xiangyin/document';
import { galleryNode } from '@xiangyin/document/editor';
import { isSuggesting } from '../suggestions/suggestions-plugin.ts';

/** What a gallery says about itself on the screen. */
export interface GalleryWords {
  count(pictures: number): string;
  readonly full: string;
  readonly apart: string;
}

/** Galleries in the editor: pictures in a grid, each with its own words, under a line that says how many. */
export const galleryExtension = (words: GalleryWords) =>
  NodeExtension.create({
    name: galleryNode.name,
    group: galleryNode.group,
    content: galleryNode.content,
    defining: galleryNode.defining,
    isolating: galleryNode.isolating,
    parseHTML: galleryNode.parseHTML,
    renderHTML: () => ['div', { class: 'gallery' }, 0],
    addNodeView:
      () =>
      ({ node, getPos, editor }) =>
        new GalleryView(node, getPos, editor, words),
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('galleries'),
        props: { handleDrop: (view, event, _, isMove) => isMove && dropOn(view, event) },
      }),
    ],
  });

const isPictures = (node: Node | null | undefined): node is Node =>
  node?.type.name === 'figure' || node?.type.name === 'gallery';
const figuresOf = (node: Node): Node[] =>
  node.type.name === 'figure' ? [node] : Array.from({ length: node.childCount }, (_, i) => node.child(i));

/** The pictures that stand next to the one at a position, with itself: what one gallery would hold; null when it stands alone or they are too many. */
export function besides({ doc }: EditorState, at: number): { from: number; to: number; figures: Node[] } | null {
  const $at = doc.resolve(at);
  if ($at.depth > 0 || !isPictures($at.nodeAfter)) return null;
  let [first, last] = [$at.index(), $at.index()];
  while (first > 0 && isPictures(doc.child(first - 1))) first -= 1;
  while (last + 1 < doc.childCount && isPictures(doc.child(last + 1))) last += 1;
  const nodes = Array.from({ length: last - first + 1 }, (_, i) => doc.child(first + i));
  const figures = nodes.flatMap(figuresOf);
  if (nodes.length < 2 || figures.length > limits.galleryMost) return null;
  const from = $at.posAtIndex(first);
  return { from, to: from + nodes.reduce((sum, one) => sum + one.nodeSize, 0), figures };
}

/** Neighbouring pictures as one gallery; null where there are none. */
export function asGallery(state: EditorState, at: number): Transaction | null {
  const row = besides(state, at);
  const type = state.schema.nodes[galleryNode.name];
  if (!row || !type) return null;
  const tr = state.tr.replaceWith(row.from, row.to, type.create(null, row.figures));
  return tr.setSelection(NodeSelection.create(tr.doc, row.from)).scrollIntoView();
}

/** A gallery as single pictures. */
export function takenApart(state: EditorState, at: number): Transaction | null {
  const gallery = state.doc.nodeAt(at);
  if (gallery?.type.name !== galleryNode.name) return null;
  return state.tr.replaceWith(at, at + gallery.nodeSize, figuresOf(gallery)).scrollIntoView();
}

/** A picture of a gallery some places on or back, which is then selected; null beyond the ends. */
export function moved(state: EditorState, at: number, by: number): Transaction | null {
  const $at = state.doc.resolve(at);
  const { parent, nodeAfter: figure } = $at;
  const to = $at.index() + by;
  if (parent.type.name !== galleryNode.name || !figure || by === 0 || !parent.maybeChild(to)) return null;
  const tr = state.tr.delete(at, at + figure.nodeSize);
  const place = tr.doc.resolve($at.start()).posAtIndex(to);
  tr.insert(place, figure);
  return tr.setSelection(NodeSelection.create(tr.doc, place)).scrollIntoView();
}

// A picture dropped on another of its gallery takes that one's place, from either side.
function dropOn(view: EditorView, event: DragEvent): boolean {
  const { state } = view;
  const { selection } = state;
  const onto = event.target instanceof Element ? event.target.closest('.editor-figure') : null;
  if (!(selection instanceof NodeSelection) || !onto || isSuggesting(state)) return false;
  const $onto = state.doc.resolve(view.posAtDOM(onto, 0));
  const { $from } = selection;
  if ($onto.parent !== $from.parent || $from.parent.type.name !== galleryNode.name) return false;
  const tr = moved(state, selection.from, $onto.index() - $from.index());
  if (tr) view.dispatch(tr);
  return true;
}

class GalleryView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('div');
  readonly #count = document.createElement('span');
  readonly #words: GalleryWords;

  constructor(node: Node, getPos: () => number | undefined, editor: Editor, words: GalleryWords) {
    this.#words = words;
    this.dom.className = 'editor-gallery';
    this.contentDOM.className = 'pictures';
    const head = document.createElement('div');
    head.className = 'gallery-head';
    head.contentEditable = 'false';
    const apart = document.createElement('button');
    apart.type = 'button';
    apart.textContent = words.apart;
    apart.addEventListener('click', () => {
      const at = getPos();
      const tr = at === undefined || isSuggesting(editor.state) ? null : takenApart(editor.state, at);
      if (tr) editor.view.dispatch(tr);
    });
    head.append(this.#count, apart);
    this.dom.append(head, this.contentDOM);
    this.#show(node);
  }

  update(node: Node): boolean {
    if (node.type.name !== galleryNode.name) return false;
    this.#show(node);
    return true;
  }

  stopEvent = ({ target }: Event): boolean => target instanceof Element && target.closest('.gallery-head') !== null;
  ignoreMutation = ({ target }: { target: globalThis.Node }): boolean => !this.contentDOM.contains(target);

  #show({ childCount }: Node): void {
    const full = childCount >= limits.galleryMost ? ` · ${this.#words.full}` : '';
    this.#count.textContent = this.#words.count(childCount) + full;
  }
}
