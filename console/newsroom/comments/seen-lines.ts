/** A line of a text on the screen: what a reader reads there, without what a difference shows as gone. */
export interface SeenLine {
  readonly element: Element;
  readonly text: string;
  readonly parts: readonly { readonly node: Text; readonly start: number }[];
  /** Where a selection stands in this line; null when it begins in another. */
  chosen(range: Range): { from: number; to: number } | null;
}

/** The lines below an element, in reading order; the words of a footnote are a line of their own. */
export function linesIn(root: HTMLElement): SeenLine[] {
  return [...root.querySelectorAll('.story-text > *')].flatMap((element) => [
    lineOf(element),
    ...[...element.querySelectorAll('.note.words')].map(lineOf),
  ]);
}

const unread = 'del, .form-note, .visually-hidden';

function lineOf(element: Element): SeenLine {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts: { node: Text; start: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(unread)) continue;
    const note = node.parentElement?.closest('.note');
    if (note && note !== element && element.contains(note)) continue;
    parts.push({ node, start: text.length });
    text += node.data;
  }
  return { element, text, parts, chosen: (range) => chosenIn(element, text, parts, range) };
}

function chosenIn(
  element: Element,
  text: string,
  parts: SeenLine['parts'],
  range: Range,
): { from: number; to: number } | null {
  if (!element.contains(range.startContainer)) return null;
  const touched = parts.filter(({ node }) => range.intersectsNode(node));
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return null;
  const from = first.start + (range.startContainer === first.node ? range.startOffset : 0);
  const to = last.start + (range.endContainer === last.node ? range.endOffset : last.node.length);
  return from < to && text.slice(from, to).trim() !== '' ? { from, to } : null;
}

/** The stretch of a line as the browser knows it. */
export function rangeIn(line: SeenLine | undefined, from: number, to: number): Range | null {
  const first = line?.parts.findLast(({ start }) => start <= from);
  const last = line?.parts.findLast(({ start }) => start < to);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.min(from - first.start, first.node.length));
  range.setEnd(last.node, Math.min(to - last.start, last.node.length));
  return range;
}
