import type { Mark, Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { changedLink, isAllowedHref } from '@xiangyin/document/editor';
import type { IsMine } from './as-suggestion.ts';
import { idOf } from './found-suggestions.ts';
import { newSuggestionId } from './suggestion-id.ts';

interface Words {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
}

const hrefIn = (marks: readonly Mark[], name: string): string | undefined => {
  const mark = marks.find(({ type }) => type.name === name);
  return mark && String(mark.attrs['href']);
};

// With what is suggested; empty: nowhere.
const shownHref = (node: Node | null): string =>
  node ? (hrefIn(node.marks, changedLink) ?? hrefIn(node.marks, 'link') ?? '') : '';

/** Where what is chosen leads, with what is suggested; empty: nowhere. */
export function linkNow({ selection: { $from } }: EditorState): string {
  return shownHref($from.nodeAfter) || shownHref($from.nodeBefore);
}

function wordsBetween(doc: Node, from: number, to: number): Words[] {
  const words: Words[] = [];
  doc.nodesBetween(from, to, (node, at, parent) => {
    // The words of a note lead nowhere of their own.
    if (node.isText && parent?.isTextblock === true)
      words.push({ node, from: Math.max(from, at), to: Math.min(to, at + node.nodeSize) });
    return !node.isInline;
  });
  return words;
}

// Without a choice the link in which the caret stands.
function chosen(state: EditorState): Words[] {
  const { doc, selection } = state;
  if (!selection.empty) return wordsBetween(doc, selection.from, selection.to);
  const { $from } = selection;
  const here = ledBy($from.nodeAfter) ?? ledBy($from.nodeBefore);
  if (here === undefined) return [];
  return wordsBetween(doc, $from.start(), $from.end()).filter(({ node }) => ledBy(node) === here);
}

// Where words lead and where they are to lead; undefined for those of which neither is said.
function ledBy(node: Node | null): string | undefined {
  const [now, wished] = ['link', changedLink].map((name) => (node ? hrefIn(node.marks, name) : undefined));
  return now === undefined && wished === undefined ? undefined : JSON.stringify([now, wished]);
}

/** Another address for the chosen words, or with an empty one none any more, as a suggestion; words that I suggested myself simply lead there. Null where nothing is chosen, and for an address that no text may hold. */
export function suggestLink(state: EditorState, href: string, isMine: IsMine): Transaction | null {
  const { tr, schema, selection } = state;
  const [link, wish] = [schema.marks['link'], schema.marks[changedLink]];
  if (!link || !wish || !(selection instanceof TextSelection) || (href !== '' && !isAllowedHref(href))) return null;
  const id = newSuggestionId();
  for (const { node, from, to } of chosen(state)) {
    if (shownHref(node) === href) continue;
    if (isMine(idOf(node.marks, 'inserted') ?? '')) {
      if (href === '') tr.removeMark(from, to, link);
      else tr.addMark(from, to, link.create({ href }));
    } else if ((hrefIn(node.marks, 'link') ?? '') === href) tr.removeMark(from, to, wish);
    else tr.addMark(from, to, wish.create({ id, href }));
  }
  return tr.docChanged ? tr : null;
}
