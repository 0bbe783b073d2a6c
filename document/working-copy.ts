import { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { storySchema } from './editor.ts';
import type { LanguageTag, StoryText } from './schema.ts';
import { readSharedBody, readSharedLine, WorkingCopyFault } from './read-working-copy.ts';

export { anchorOf, anchorOfQuote, type Anchor } from './anchor.ts';
export { WorkingCopyFault } from './read-working-copy.ts';

/** The names of the shared types of a working copy (工作稿): two lines and a tree, so that each is merged by itself. */
export const sharedNames = { title: 'title', deck: 'deck', body: 'body' } as const;

/** The shared types of a document. Asking for them also fixes their kinds: an update cannot make a list of a line. */
export const sharedTypes = (doc: Y.Doc): { title: Y.Text; deck: Y.Text; body: Y.XmlFragment } => ({
  title: doc.getText(sharedNames.title),
  deck: doc.getText(sharedNames.deck),
  body: doc.getXmlFragment(sharedNames.body),
});

/** An empty document with the shared types of a working copy, and the updates given in it. Throws whatever Yjs throws at bytes that are no update. */
export function workingCopyFrom(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  sharedTypes(doc);
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** The whole of a document as one update. */
export const stateOf = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);

/** Several updates as one. */
export const joined = (updates: readonly Uint8Array[]): Uint8Array => Y.mergeUpdates([...updates]);

/** What stands in a working copy, as input for `parseStoryText`: containers that a merge of two edits left empty are dropped or filled, characters that nobody can see
 *  and no text may hold are left out. Throws WorkingCopyFault for anything that an editor with our schema cannot have written: the check of every update. */
export function readWorkingCopy(doc: Y.Doc, language: LanguageTag): StoryText {
  mustBeWhole(doc);
  const { title, deck, body } = sharedTypes(doc);
  return {
    v: 1,
    language,
    title: readSharedLine(title, '/title'),
    deck: readSharedLine(deck, '/deck'),
    body: readSharedBody(body),
  };
}

// What waits for pieces that never came was not written on our copy; other names are nobody's.
function mustBeWhole(doc: Y.Doc): void {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new WorkingCopyFault('/', 'Missing');
  const known: readonly string[] = Object.values(sharedNames);
  for (const name of doc.share.keys()) if (!known.includes(name)) throw new WorkingCopyFault('/', 'Unknown');
}

/** Makes a document say this text, changing only what differs, so that what others write meanwhile merges. Returns the update; empty of content when nothing differed. */
export function rewriteWorkingCopy(doc: Y.Doc, text: StoryText): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const { title, deck, body } = sharedTypes(doc);
  const node = storySchema.nodeFromJSON(text.body);
  doc.transact(() => {
    setSharedLine(title, text.title);
    setSharedLine(deck, text.deck);
    updateYFragment(doc, body, node, { mapping: new Map(), isOMark: new Map() });
  });
  return Y.encodeStateAsUpdate(doc, before);
}

/** Makes a shared line say this, changing only what lies between the equal beginning and the equal end. */
export function setSharedLine(line: Y.Text, text: string): void {
  const old = line.toJSON();
  if (old === text) return;
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start += 1;
  if (start > 0 && isHighSurrogate(old, start - 1)) start -= 1;
  let end = 0;
  const most = Math.min(old.length, text.length) - start;
  while (end < most && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  if (end > 0 && isLowSurrogate(old, old.length - end)) end -= 1;
  const change = (): void => {
    line.delete(start, old.length - end - start);
    line.insert(start, text.slice(start, text.length - end));
  };
  if (line.doc) line.doc.transact(change);
  else change();
}

const isHighSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
