import type { Node } from '@tiptap/pm/model';

/** The end of the words before the words that begin at `start`, when nothing but the edges of blocks lies between; null where two stretches of words cannot become one: before the first,
 *  behind a picture, at the edge of a cell. */
export function endBefore(doc: Node, start: number): number | null {
  let end: number | null = null;
  let isApart = false;
  doc.nodesBetween(0, start, (node, at) => {
    if (at + node.nodeSize <= start && node.isTextblock) {
      end = at + node.nodeSize - 1;
      isApart = false;
      return false;
    }
    if (at + node.nodeSize <= start && node.isAtom && node.isBlock) isApart = true;
    return !node.isTextblock;
  });
  if (end === null || isApart) return null;
  return cellOf(doc, end) === cellOf(doc, start) ? end : null;
}

function cellOf(doc: Node, position: number): number {
  const $at = doc.resolve(position);
  for (let { depth } = $at; depth > 0; depth -= 1) if ($at.node(depth).type.spec.isolating) return $at.before(depth);
  return -1;
}

/** The beginning of the words behind those that end at `end`; null where they cannot become one. */
export function startAfter(doc: Node, end: number): number | null {
  let start: number | null = null;
  doc.nodesBetween(end, doc.content.size, (node, at) => {
    if (start === null && node.isTextblock && at >= end) start = at + 1;
    return start === null;
  });
  return start !== null && endBefore(doc, start) === end ? start : null;
}
