import * as Y from 'yjs';
import { anchorOfQuote } from './anchor.ts';

/** Suggests other words for some of the body: those stay, marked as taken out, and the new ones stand behind them. False when they are not there, or not in one piece. */
export function suggestWords(body: Y.XmlFragment, quote: string, words: string, id: string): boolean {
  const { doc } = body;
  const anchor = anchorOfQuote(body, { quote, before: '', after: '' });
  if (!doc || !anchor) return false;
  const [from, to] = [anchor.from, anchor.to].map((position) =>
    Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), doc),
  );
  if (!from || !to || from.type !== to.type || !(from.type instanceof Y.XmlText)) return false;
  const line = from.type;
  doc.transact(() => {
    line.format(from.index, to.index - from.index, { deleted: { id } });
    if (words !== '') line.insert(to.index, words, { inserted: { id }, deleted: null });
  });
  return true;
}
