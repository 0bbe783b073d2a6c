import { Extension, Mark } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import {
  changedLink,
  changedMarks,
  formedNodes,
  formOf,
  suggestedNodes,
  type ChangedMark,
  type FormName,
} from '@xiangyin/document/editor';
import {
  asSuggestion,
  suggestBreak,
  suggestWords,
  takeOut,
  withoutSelection,
  withoutSuggestions,
  type IsMine,
} from './as-suggestion.ts';
import { idOf, piecesIn, suggestionsIn, type FoundSuggestion } from './found-suggestions.ts';
import { formKeys } from './form-keys.ts';
import { endBefore, startAfter } from './joining.ts';
import { columnsSaid, ownAround } from './suggest-table.ts';
import { newSuggestionId } from './suggestion-id.ts';

/** How a suggestion is drawn: whose it is, in the colour of that person. */
export interface Look {
  readonly title: string;
  readonly colour: string;
}

interface Suggesting {
  /** Whether what is written here is a suggestion. */
  readonly on: boolean;
  readonly looks: ReadonlyMap<string, Look>;
  readonly active: string | null;
  readonly found: readonly FoundSuggestion[];
  readonly drawn: DecorationSet;
}

type News = Partial<Pick<Suggesting, 'on' | 'looks' | 'active'>>;

/** Under this the editor keeps what is suggested. A transaction with the meta `'as-it-is'` is no suggestion whatever the mode. */
export const suggestionsKey = new PluginKey<Suggesting>('suggestions');

/** What a window knows of its own suggestions, and how it says that something cannot be suggested. */
export interface Hand {
  readonly mine: Set<string>;
  /** Another form in words, as it stands beside the paragraph for which it is suggested. */
  formWords(form: FormName): string;
  refused(): void;
}

/** Suggestions in the editor: their marks, and the mode in which everything that is written is one. */
export const suggestionExtensions = (hand: Hand): (Extension | Mark)[] => [
  markOf('inserted', 'ins'),
  markOf('deleted', 'del'),
  changeOf('toBold'),
  changeOf('toItalic'),
  linkWish,
  Extension.create({
    name: 'suggestions',
    // Before the rules for what is typed: in this mode they would write past it.
    priority: 1_000,
    addGlobalAttributes: () => [
      {
        types: [...suggestedNodes],
        attributes: Object.fromEntries(
          ['inserted', 'deleted'].map((name) => [
            name,
            { default: null, keepOnSplit: false, parseHTML: () => null, renderHTML: () => ({}) },
          ]),
        ),
      },
      {
        types: [...formedNodes],
        attributes: { form: { default: null, keepOnSplit: false, parseHTML: () => null, renderHTML: () => ({}) } },
      },
    ],
    addProseMirrorPlugins: () => [suggestionsPlugin(hand)],
    dispatchTransaction({ transaction, next }) {
      const ready = written(transaction, this.editor.state, hand);
      if (ready) next(ready);
      else hand.refused();
    },
  }),
];

const markOf = (name: 'inserted' | 'deleted', tag: 'ins' | 'del'): Mark =>
  Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({ id: ownId }),
    // What is copied from elsewhere is nobody's suggestion.
    parseHTML: () => [],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addMarkView:
      () =>
      ({ mark }) =>
        worn(tag, { suggestion: String(mark.attrs['id']), kind: name }),
  });

// Bold and italic as they are wanted: drawn so, under a line of their own.
const changeOf = (name: ChangedMark): Mark =>
  Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({ id: ownId, on: { default: true, parseHTML: () => true, renderHTML: () => ({}) } }),
    parseHTML: () => [],
    renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
    addMarkView:
      () =>
      ({ mark: { attrs } }) =>
        worn('span', {
          suggestion: String(attrs['id']),
          kind: `formed ${attrs['on'] === true ? '' : 'not-'}${changedMarks[name]}`,
        }),
  });

const ownId = {
  default: '',
  parseHTML: () => '',
  renderHTML: ({ id }: { readonly id?: unknown }) => ({ 'data-suggestion': String(id) }),
};

// Words that are to lead somewhere, or nowhere any more.
const linkWish = Mark.create({
  name: changedLink,
  inclusive: false,
  addAttributes: () => ({ id: ownId, href: { default: '', parseHTML: () => '', renderHTML: () => ({}) } }),
  parseHTML: () => [],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
  addMarkView:
    () =>
    ({ mark: { attrs } }) =>
      worn('span', {
        suggestion: String(attrs['id']),
        kind: `formed ${attrs['href'] === '' ? 'not-link' : 'link'}`,
      }),
});

// Its colour is put on the element itself: a decoration would be drawn anew at every stroke, and break off an input method that composes in it.
function worn(tag: string, data: { readonly suggestion: string; readonly kind: string }) {
  const dom = document.createElement(tag);
  Object.assign(dom.dataset, data);
  return { dom, contentDOM: dom, ignoreMutation: ({ type }: { readonly type: string }) => type === 'attributes' };
}

// Null: it cannot be suggested.
function written(transaction: Transaction, state: EditorState, hand: Hand): Transaction | null {
  const isOwn = transaction.getMeta(suggestionsKey) === 'as-it-is';
  if (!transaction.docChanged || isOwn || transaction.getMeta(ySyncPluginKey) !== undefined) return transaction;
  if (!isSuggesting(state)) return asWritten(transaction, state);
  return noted(
    asSuggestion(transaction, state, (id) => hand.mine.has(id)),
    state,
    hand,
  );
}

/** Whether what is written in this editor is a suggestion. */
export const isSuggesting = (state: EditorState): boolean => suggestionsKey.getState(state)?.on === true;

const isWrittenHere = (transaction: Transaction): boolean =>
  transaction.docChanged && transaction.getMeta(ySyncPluginKey) === undefined;

const hasColumns = (state: EditorState): boolean =>
  suggestionsKey
    .getState(state)
    ?.found.some(({ pieces }) => pieces.some(({ text, what }) => what === 'node' && text === 'column')) === true;

// What nobody has suggested before is mine; what moves along with it is not.
function noted(transaction: Transaction | null, state: EditorState, hand: Hand): Transaction | null {
  const known = new Set(suggestionsKey.getState(state)?.found.map(({ id }) => id));
  for (const step of transaction?.steps ?? [])
    for (const id of idsOf(step.toJSON())) if (!known.has(id)) hand.mine.add(id);
  return transaction;
}

function idsOf(json: unknown): string[] {
  if (typeof json !== 'object' || json === null) return [];
  const { type, attrs, attr, value } = json as {
    type?: unknown;
    attrs?: Record<string, unknown>;
    attr?: unknown;
    value?: unknown;
  };
  const named = (name: unknown): boolean => name === 'inserted' || name === 'deleted';
  const changed = typeof type === 'string' && (type === changedLink || Object.hasOwn(changedMarks, type));
  const own = [
    named(type) || changed ? attrs?.['id'] : undefined,
    attrs?.['inserted'],
    attrs?.['deleted'],
    named(attr) ? value : undefined,
    attr === 'form' ? formOf(value)?.id : formOf(attrs?.['form'])?.id,
  ].filter((one): one is string => typeof one === 'string');
  return [...own, ...Object.values(json).flatMap(idsOf)];
}

// Written straight away: what stands amid a suggestion takes nothing of it on.
function asWritten(transaction: Transaction, state: EditorState): Transaction {
  const touched = (step: unknown): boolean => step instanceof ReplaceStep && hasSuggestions(step.slice.content);
  if (!transaction.steps.some(touched) || !isTyped(transaction)) return transaction;
  const { tr } = state;
  for (const step of transaction.steps)
    tr.step(
      step instanceof ReplaceStep && hasSuggestions(step.slice.content)
        ? new ReplaceStep(step.from, step.to, plainSlice(step.slice))
        : step,
    );
  tr.setSelection(transaction.selection.map(tr.doc, tr.mapping.slice(tr.steps.length)));
  for (const name of ['composition', 'uiEvent', 'paste'])
    if (transaction.getMeta(name) !== undefined) tr.setMeta(name, transaction.getMeta(name));
  return transaction.scrolledIntoView ? tr.scrollIntoView() : tr;
}

const isTyped = ({ steps }: Transaction): boolean =>
  steps.length === 1 &&
  steps.every((step) => step instanceof ReplaceStep && step.slice.content.firstChild?.isText === true);

function hasSuggestions(content: Fragment): boolean {
  let has = false;
  content.descendants((node) => {
    has ||= ['inserted', 'deleted'].some((kind) =>
      node.isText ? idOf(node.marks, kind as 'inserted') : node.attrs[kind],
    );
    return !has;
  });
  return has;
}

const plainSlice = ({ content, openStart, openEnd }: Slice): Slice =>
  new Slice(
    Fragment.from(Array.from({ length: content.childCount }, (_, i) => withoutSuggestions(content.child(i)))),
    openStart,
    openEnd,
  );

// What is carried elsewhere is what would be read: without what is to be taken out.
function carried(slice: Slice): Slice {
  const kept = (content: Fragment): Fragment =>
    Fragment.from(
      Array.from({ length: content.childCount }, (_, i) => content.child(i)).flatMap((node) =>
        node.isText && idOf(node.marks, 'deleted') !== undefined
          ? []
          : [node.isText ? node : node.copy(kept(node.content))],
      ),
    );
  return plainSlice(new Slice(kept(slice.content), slice.openStart, slice.openEnd));
}

function suggestionsPlugin(hand: Hand): Plugin<Suggesting> {
  const isMine: IsMine = (id) => hand.mine.has(id);
  const put = (view: EditorView, tr: Transaction | null): boolean => {
    if (tr) view.dispatch((noted(tr, view.state, hand) ?? tr).setMeta(suggestionsKey, 'as-it-is'));
    return true;
  };
  const takeOutSelection = (view: EditorView): void => {
    if (isSuggesting(view.state) && !view.state.selection.empty) put(view, withoutSelection(view.state, isMine));
  };
  const deleteSelected = (view: EditorView): boolean => {
    const { from } = view.state.selection;
    const tr = withoutSelection(view.state, isMine);
    return put(view, tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(from, -1)), 1)));
  };
  let shownIn: EditorView | undefined;
  return new Plugin<Suggesting>({
    key: suggestionsKey,
    state: {
      init: (_, state) => drawn(state.doc, { on: false, looks: new Map(), active: null }, hand),
      apply(transaction, before) {
        const meta = transaction.getMeta(suggestionsKey) as News | 'as-it-is' | undefined;
        const news = typeof meta === 'object' ? meta : undefined;
        return news || transaction.docChanged ? drawn(transaction.doc, { ...before, ...news }, hand) : before;
      },
    },
    // Marks for what comes next break off an input method that composes; it has them from its beginning.
    appendTransaction: (transactions, _, state) =>
      shownIn?.composing
        ? null
        : ((transactions.some(isWrittenHere) && hasColumns(state) ? columnsSaid(state) : null) ??
          typingMarks(state, isMine, hand)),
    view: (view) => {
      shownIn = view;
      dressWords(view);
      return { update: dressWords };
    },
    props: {
      decorations: (state) => suggestionsKey.getState(state)?.drawn,
      transformCopied: carried,
      transformPasted: carried,
      handleTextInput(view, from, to, text, typed) {
        if (!isSuggesting(view.state)) return false;
        const { doc } = view.state;
        if (doc.resolve(from).sameParent(doc.resolve(to))) view.dispatch(typed());
        else put(view, suggestWords(view.state, from, to, text, isMine));
        return true;
      },
      handleDOMEvents: {
        // What is written over a selection: its words are taken out first. An input method would not bear anything moving under it, and what is pasted moves what stays.
        compositionstart(view) {
          takeOutSelection(view);
          // Words composed quickly after others: the marks were not put on again yet.
          if (isSuggesting(view.state)) view.dispatch(view.state.tr.setMeta(suggestionsKey, {}));
        },
        paste: (view) => void takeOutSelection(view),
      },
      handleKeyDown(view, event) {
        if (!isSuggesting(view.state) || event.isComposing) return false;
        // The key with which an input method begins (229): here the text may still move.
        if (event.keyCode === 229) {
          takeOutSelection(view);
          return false;
        }
        const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
        if (event.key === 'Enter' && !event.shiftKey && isPlain) return put(view, suggestBreak(view.state, isMine));
        const form = formKeys(event, view.state, isMine);
        if (form) {
          if (!form.tr) hand.refused();
          return put(view, form.tr);
        }
        if (event.key !== 'Backspace' && event.key !== 'Delete') return false;
        return view.state.selection.empty ? deleteAtEdge(view, event.key, isMine, put) : deleteSelected(view);
      },
      handleClick(view, _position, { target }) {
        const id = target instanceof Element && target.closest('[data-suggestion]')?.getAttribute('data-suggestion');
        if (id) view.dispatch(view.state.tr.setMeta(suggestionsKey, { active: id }));
        return false;
      },
    },
  });
}

// At the edge of words the break goes; within them the browser's own deleting is turned into a suggestion.
function deleteAtEdge(
  view: EditorView,
  key: string,
  isMine: IsMine,
  put: (view: EditorView, tr: Transaction) => boolean,
): boolean {
  const { selection, doc, tr } = view.state;
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock) return false;
  const back = key === 'Backspace';
  if ($from.parentOffset !== (back ? 0 : $from.parent.content.size)) return false;
  const other = back ? endBefore(doc, $from.pos) : startAfter(doc, $from.pos);
  if (other === null) return false;
  const [from, to] = back ? [other, $from.pos] : [$from.pos, other];
  takeOut(tr, from, to, newSuggestionId(), isMine);
  const caret = tr.mapping.map(other, back ? -1 : 1);
  return put(view, tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView());
}

/** The marks with which the next sign is typed: with that of my suggestion in this mode, without anybody's otherwise. An input method takes them over before it composes. */
function typingMarks(state: EditorState, isMine: IsMine, hand: Hand): Transaction | null {
  const { selection, storedMarks, schema } = state;
  if (!(selection instanceof TextSelection) || !selection.$cursor) return null;
  const { $cursor } = selection;
  const present = storedMarks ?? $cursor.marks();
  const others = present.filter(({ type }) => type.name !== 'inserted' && type.name !== 'deleted');
  if (!isSuggesting(state)) return others.length === present.length ? null : state.tr.setStoredMarks(others);
  const now = idOf(present, 'inserted');
  if (now !== undefined && isMine(now) && idOf(present, 'deleted') === undefined) return null;
  const near = [$cursor.nodeBefore, $cursor.nodeAfter].flatMap((node) =>
    node?.isText ? [idOf(node.marks, 'inserted'), idOf(node.marks, 'deleted')] : [],
  );
  const begun = $cursor.parentOffset === 0 ? ($cursor.parent.attrs['inserted'] as string | null) : null;
  const id =
    [...near, begun ?? undefined].find((one) => one !== undefined && isMine(one)) ??
    ownAround($cursor, isMine) ??
    newSuggestionId();
  hand.mine.add(id);
  return state.tr.setStoredMarks(schema.mark('inserted', { id }).addToSet(others));
}

function drawn(doc: Node, { on, looks, active }: Pick<Suggesting, 'on' | 'looks' | 'active'>, hand: Hand): Suggesting {
  const marks = piecesIn(doc).flatMap((piece) => {
    if (piece.what === 'words') return [];
    const look = looks.get(piece.id);
    const attributes = {
      class: dressOf(piece.kind, look, piece.id === active),
      'data-suggestion': piece.id,
      ...(look ? { title: look.title } : {}),
    };
    if (piece.what === 'node') return Decoration.node(piece.from, piece.to, attributes);
    if (piece.what === 'form')
      return Decoration.node(piece.from, piece.to, {
        ...attributes,
        class: `${attributes.class} ${piece.wish ?? ''}`,
        'data-wish': hand.formWords(piece.wish as FormName),
      });
    return Decoration.widget(piece.from, () => breakSign(attributes), {
      side: -1,
      key: Object.values(attributes).join(' '),
    });
  });
  return { on, looks, active, found: suggestionsIn(doc), drawn: DecorationSet.create(doc, marks) };
}

/** Suggests what a tool of the form does; false where it cannot be suggested. */
export function putForm(
  view: EditorView,
  hand: Hand,
  suggest: (state: EditorState, isMine: IsMine) => Transaction | null,
): boolean {
  const tr = suggest(view.state, (id) => hand.mine.has(id));
  if (tr) view.dispatch((noted(tr, view.state, hand) ?? tr).setMeta(suggestionsKey, 'as-it-is'));
  else hand.refused();
  return tr !== null;
}

const dressOf = (kind: string, look: Look | undefined, isActive: boolean): string =>
  ['suggested', kind, look?.colour, isActive && 'active'].filter(Boolean).join(' ');

function dressWords({ state, dom }: EditorView): void {
  const { looks, active } = suggestionsKey.getState(state) ?? { looks: new Map<string, Look>(), active: null };
  for (const one of dom.querySelectorAll<HTMLElement>('[data-suggestion][data-kind]')) {
    const id = one.dataset['suggestion'] ?? '';
    const look = looks.get(id);
    const dress = dressOf(one.dataset['kind'] ?? '', look, id === active);
    if (one.className !== dress) one.className = dress;
    if (one.title !== (look?.title ?? '')) one.title = look?.title ?? '';
  }
}

function breakSign(attributes: Readonly<Record<string, string>>): HTMLElement {
  const sign = document.createElement('span');
  for (const [name, value] of Object.entries(attributes)) sign.setAttribute(name, value);
  sign.classList.add('break');
  sign.textContent = '¶';
  return sign;
}
