import { Node as NodeExtension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView, type NodeView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { isAllowedHref, limits } from '@xiangyin/document';
import { footnoteNode } from '@xiangyin/document/editor';
import { newSuggestionId } from '../suggestions/suggestion-id.ts';
import { isSuggesting, suggestionsKey, type Hand } from '../suggestions/suggestions-plugin.ts';
import { isFootnote } from './editor-lines.ts';

/** What a footnote says about itself on the screen. */
export interface FootnoteWords {
  readonly mark: string;
  readonly field: string;
  readonly done: string;
  readonly remove: string;
}

/** Footnotes in the editor: a number in the text, and a field for the words at whichever is looked at. */
export const footnoteExtension = (hand: Hand, words: FootnoteWords) =>
  NodeExtension.create({
    name: footnoteNode.name,
    group: footnoteNode.group,
    inline: footnoteNode.inline,
    atom: footnoteNode.atom,
    content: footnoteNode.content,
    parseHTML: footnoteNode.parseHTML,
    renderHTML: () => ['span', { class: 'footnote' }, 0],
    addNodeView:
      () =>
      ({ node, view, getPos, editor }) =>
        new FootnoteView(node, view, getPos, editor, hand, words),
    addKeyboardShortcuts: () => ({
      'Mod-Alt-f': ({ editor }) => insertFootnote(editor, hand),
      Backspace: ({ editor }) => removeBeside(editor, -1),
      Delete: ({ editor }) => removeBeside(editor, 1),
      ArrowLeft: ({ editor }) => stepOver(editor, -1),
      ArrowRight: ({ editor }) => stepOver(editor, 1),
    }),
    addProseMirrorPlugins: () => [footnotesPlugin()],
  });

/** Opens the footnote beside the caret, or puts one in behind what is selected, and the caret into its words. */
export function insertFootnote(editor: Editor, hand: Hand): boolean {
  const { state, view } = editor;
  const { $from, $to, empty } = state.selection;
  const beside =
    empty &&
    (isFootnote($from.nodeBefore)
      ? $from.pos - $from.nodeBefore.nodeSize
      : isFootnote($from.nodeAfter)
        ? $from.pos
        : null);
  if (typeof beside === 'number') return openFootnote(view, beside);
  const type = state.schema.nodes[footnoteNode.name];
  const at = $to.pos;
  if (!type || !$to.parent.isTextblock) return false;
  const id = isSuggesting(state) ? newSuggestionId() : null;
  if (id !== null) hand.mine.add(id);
  const tr = state.tr.insert(at, type.create({ inserted: id }));
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, at)).setMeta(suggestionsKey, 'as-it-is').scrollIntoView());
  return openFootnote(view, at);
}

function openFootnote(view: EditorView, at: number): boolean {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
  const dom = view.nodeDOM(at);
  const field = dom instanceof HTMLElement ? dom.querySelector('textarea') : null;
  field?.focus({ preventScroll: true });
  field?.parentElement?.scrollIntoView({ block: 'nearest' });
  return true;
}

// Left to the browser, what it deletes here depends on what it takes the number for.
function removeBeside({ state, view }: Editor, side: -1 | 1): boolean {
  const { $from, empty } = state.selection;
  const note = side === -1 ? $from.nodeBefore : $from.nodeAfter;
  if (!empty || !isFootnote(note)) return false;
  const from = side === -1 ? $from.pos - note.nodeSize : $from.pos;
  view.dispatch(state.tr.delete(from, from + note.nodeSize).scrollIntoView());
  return true;
}

// Past the number as past any sign: what is typed next goes into the text.
function stepOver({ state, view }: Editor, side: -1 | 1): boolean {
  const { $from, empty } = state.selection;
  const note = side === -1 ? $from.nodeBefore : $from.nodeAfter;
  if (!empty || !isFootnote(note)) return false;
  view.dispatch(
    state.tr.setSelection(TextSelection.create(state.doc, $from.pos + side * note.nodeSize)).scrollIntoView(),
  );
  return true;
}

/** The footnote that is looked at: selected itself, or holding what is selected. */
function lookedAt({ selection }: EditorState): number | null {
  if (selection instanceof NodeSelection) return isFootnote(selection.node) ? selection.from : null;
  return isFootnote(selection.$from.parent) ? selection.$from.before() : null;
}

function footnotesPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('footnotes'),
    // A note that was left without words goes.
    appendTransaction(transactions, before, state) {
      const was = lookedAt(before);
      if (was === null || transactions.some((one) => one.getMeta(ySyncPluginKey) !== undefined)) return null;
      const { pos, deleted } = transactions.reduce(
        (place, { mapping }) => {
          const next = mapping.mapResult(place.pos, 1);
          return { pos: next.pos, deleted: place.deleted || next.deletedAfter };
        },
        { pos: was, deleted: false },
      );
      const note = deleted ? null : state.doc.nodeAt(pos);
      if (!isFootnote(note) || lookedAt(state) === pos || note.textContent.trim() !== '') return null;
      return state.tr.delete(pos, pos + note.nodeSize);
    },
    props: {
      decorations(state) {
        const at = lookedAt(state);
        const note = at === null ? null : state.doc.nodeAt(at);
        if (at === null || !note) return null;
        return DecorationSet.create(state.doc, [
          Decoration.node(at, at + note.nodeSize, { class: 'open' }, { open: true }),
        ]);
      },
      // Typed while the note itself is selected: behind it, never in its place.
      handleTextInput(view, _from, _to, text) {
        const { selection, tr } = view.state;
        if (!(selection instanceof NodeSelection) || !isFootnote(selection.node)) return false;
        const behind = tr.setSelection(TextSelection.create(tr.doc, selection.to));
        view.dispatch(behind);
        view.dispatch(view.state.tr.insertText(text));
        return true;
      },
    },
  });
}

class FootnoteView implements NodeView {
  readonly dom = document.createElement('span');
  readonly #panel = document.createElement('span');
  readonly #field = document.createElement('textarea');
  #node: Node;
  readonly #view: EditorView;
  readonly #getPos: () => number | undefined;
  readonly #editor: Editor;
  readonly #hand: Hand;

  constructor(
    node: Node,
    view: EditorView,
    getPos: () => number | undefined,
    editor: Editor,
    hand: Hand,
    words: FootnoteWords,
  ) {
    this.#node = node;
    this.#view = view;
    this.#getPos = getPos;
    this.#editor = editor;
    this.#hand = hand;
    this.dom.className = 'footnote';
    this.dom.contentEditable = 'false';
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.tabIndex = -1;
    mark.setAttribute('aria-label', words.mark);
    mark.addEventListener('click', () => this.#open());
    this.#panel.className = 'footnote-panel';
    this.#field.rows = 3;
    this.#field.maxLength = limits.footnoteCharacters;
    this.#field.setAttribute('aria-label', words.field);
    this.#field.placeholder = words.field;
    this.#field.addEventListener('input', () => this.#write());
    this.#field.addEventListener('keydown', (event) => this.#key(event));
    const acts = document.createElement('span');
    acts.append(
      act(words.remove, () => this.#remove()),
      act(words.done, () => this.#leave()),
    );
    this.#panel.append(this.#field, acts);
    this.dom.append(mark, this.#panel);
    this.#show();
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    if (decorations.some(({ spec }) => (spec as { open?: boolean }).open)) this.#place();
    return true;
  }

  // The field is no part of the text to the editor.
  stopEvent = ({ target }: Event): boolean => target instanceof Element && this.#panel.contains(target);
  ignoreMutation = (): boolean => true;

  #show(): void {
    const words = this.#node.textContent;
    this.dom.title = words;
    this.dom.classList.toggle('blank', words.trim() === '');
    if (this.#field.value !== words) this.#field.value = words;
    this.#field.readOnly = !this.#mayWrite();
  }

  // Words in which somebody suggested something, and in this mode those of others, are not written over.
  #mayWrite(): boolean {
    const { inserted, deleted } = this.#node.attrs as { inserted?: string | null; deleted?: string | null };
    let isPlain = typeof deleted !== 'string';
    this.#node.forEach(({ marks }) => {
      isPlain &&= !marks.some(({ type }) => type.name === 'inserted' || type.name === 'deleted');
    });
    const isMine = typeof inserted === 'string' && this.#hand.mine.has(inserted);
    return isPlain && (isMine || !isSuggesting(this.#view.state));
  }

  // Under the number, and within the sheet on a narrow screen.
  #place(): void {
    const sheet = this.#view.dom.getBoundingClientRect();
    const width = Math.min(380, sheet.width - 24);
    const left = this.dom.getBoundingClientRect().left - sheet.left;
    this.#panel.style.width = `${width}px`;
    this.#panel.style.left = `${Math.min(0, sheet.width - width - 12 - left)}px`;
  }

  #open(): void {
    const at = this.#getPos();
    if (at !== undefined) openFootnote(this.#view, at);
    this.#place();
  }

  #write(): void {
    const words = this.#field.value.replace(/\s*\n\s*/g, ' ');
    const at = this.#getPos();
    if (at === undefined) return;
    const { tr } = this.#view.state;
    putWords(tr, at + 1, this.#node, words);
    if (tr.docChanged) this.#view.dispatch(tr.setMeta(suggestionsKey, 'as-it-is'));
    if (this.#field.value !== words) this.#field.value = words;
  }

  #key(event: KeyboardEvent): void {
    const hasControl = event.ctrlKey || event.metaKey;
    if (event.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Escape') this.#leave();
    // The field's own undoing knows nothing of what others wrote.
    else if (hasControl && event.code === 'KeyZ') this.#editor.commands[event.shiftKey ? 'redo' : 'undo']();
    else if (hasControl && event.code === 'KeyY') this.#editor.commands.redo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #leave(): void {
    const at = this.#getPos();
    if (at === undefined) return;
    const { tr } = this.#view.state;
    this.#view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + this.#node.nodeSize)));
    this.#view.focus();
  }

  #remove(): void {
    const at = this.#getPos();
    if (at === undefined) return;
    this.#view.dispatch(this.#view.state.tr.delete(at, at + this.#node.nodeSize));
    this.#view.focus();
  }
}

function act(words: string, run: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', run);
  return button;
}

/** Makes a footnote say these words, changing only what differs, so that marks stay and what others write merges. An address of the web becomes a link. */
export function putWords(tr: Transaction, start: number, note: Node, words: string): void {
  const old = note.textContent;
  let from = 0;
  while (from < old.length && from < words.length && old[from] === words[from]) from += 1;
  let same = 0;
  const most = Math.min(old.length, words.length) - from;
  while (same < most && old[old.length - 1 - same] === words[words.length - 1 - same]) same += 1;
  const put = words.slice(from, words.length - same);
  if (old !== words) {
    if (put === '') tr.delete(start + from, start + old.length - same);
    else tr.replaceWith(start + from, start + old.length - same, note.type.schema.text(put));
  }
  const link = note.type.schema.marks['link'];
  for (const { 0: href, index } of words.matchAll(/https?:\/\/[\x21-\x7e]+[\w/#=-]/g))
    if (link && old !== words && isAllowedHref(href))
      tr.addMark(start + index, start + index + href.length, link.create({ href }));
}
