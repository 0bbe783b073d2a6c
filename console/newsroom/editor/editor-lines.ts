import type { Node } from '@tiptap/pm/model';

/** A line of the editor's text: words of one block, or of one footnote. A break is one sign in it, and so is a footnote, whose own words are a line behind. */
export interface EditorLine {
  readonly text: string;
  /** Of the words of a footnote: where it stands. */
  readonly note: number | null;
  /** The position of a sign in the editor's document, or of the end. */
  at(offset: number): number;
  /** The sign at a position of the editor's document. */
  offsetOf(position: number): number;
}

/** The lines of the editor's text, in reading order. */
export function linesOf(doc: Node): EditorLine[] {
  const lines: EditorLine[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    lines.push(lineOf(node, at + 1));
    node.forEach((child, offset) => {
      if (isFootnote(child)) lines.push(noteLine(child, at + 1 + offset));
    });
    return false;
  });
  return lines;
}

/** Whether a node of the editor is a footnote. */
export const isFootnote = (node: Node | null | undefined): node is Node => node?.type.name === 'footnote';

/** The line of one block whose words begin at `start`. */
export function lineOf(block: Node, start: number): EditorLine {
  const wide: { offset: number; more: number }[] = [];
  let text = '';
  block.forEach((child) => {
    if (isFootnote(child)) wide.push({ offset: text.length, more: child.nodeSize - 1 });
    text += child.isText ? (child.text ?? '') : '\n';
  });
  return {
    text,
    note: null,
    at: (offset) => wide.reduce((at, one) => (one.offset < offset ? at + one.more : at), start + offset),
    offsetOf(position) {
      let left = position - start;
      for (const { offset, more } of wide) {
        if (left <= offset) break;
        left = Math.max(offset + 1, left - more);
      }
      return left;
    },
  };
}

/** The words of the footnote that stands at a position. */
export const noteLine = (note: Node, position: number): EditorLine => ({
  text: note.textContent,
  note: position,
  at: (offset) => position + 1 + offset,
  offsetOf: (at) => at - position - 1,
});
