import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { workingSchema } from './editor.ts';
import { commonSequence } from './common-sequence.ts';
import { parseStoryText } from './parse.ts';
import type { Block, LanguageTag, StoryText } from './schema.ts';
import { suggestedLines } from './suggested-lines.ts';
import { readSharedBody, readSharedLine } from './read-working-copy.ts';
import { WorkingCopyFault } from './shared-reading.ts';
import type { Taking } from './shared-reading.ts';

export { anchorOf, anchorOfQuote, type Anchor } from './anchor.ts';
export { suggestWords } from './suggest-words.ts';
export { lineValue, suggestedLines, type LineName, type SuggestedLine } from './suggested-lines.ts';
export { suggestedPassages, type PassageRun, type SuggestedPassage } from './suggested-passages.ts';
export { WorkingCopyFault } from './shared-reading.ts';

/** The names of the shared types of a working copy (工作稿): two lines and a tree, so that each is merged by itself, and what is suggested for the lines. */
export const sharedNames = { title: 'title', deck: 'deck', body: 'body', wishes: 'wishes' } as const;

/** The shared types of a document. Asking for them also fixes their kinds: an update cannot make a list of a line. */
export const sharedTypes = (
  doc: Y.Doc,
): { title: Y.Text; deck: Y.Text; body: Y.XmlFragment; wishes: Y.Map<unknown> } => ({
  title: doc.getText(sharedNames.title),
  deck: doc.getText(sharedNames.deck),
  body: doc.getXmlFragment(sharedNames.body),
  wishes: doc.getMap(sharedNames.wishes),
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

/** What one state has that another lacks, as an update. */
export const updateSince = (state: Uint8Array, before: Uint8Array): Uint8Array =>
  Y.diffUpdate(state, Y.encodeStateVectorFromUpdate(before));

/** An update with nothing in it. */
export const nothingNew: Uint8Array = new Uint8Array([0, 0]);

/** Several updates as one. */
export const joined = (updates: readonly Uint8Array[]): Uint8Array => Y.mergeUpdates([...updates]);

/** What stands in a working copy, as input for `parseStoryText`: containers that a merge of two edits left empty are dropped or filled, characters that nobody can see
 *  and no text may hold are left out. Throws WorkingCopyFault for anything that an editor with our schema cannot have written: the check of every update. */
export const readWorkingCopy = (doc: Y.Doc, language: LanguageTag, taking: Taking = 'none'): StoryText =>
  readSuggested(doc, language, taking).text;

/** A working copy with what is suggested in it. */
export interface SuggestedText {
  /** The text without any suggestion, unless it was asked for with all of them. */
  readonly text: StoryText;
  /** Ids of the suggestions that are open. */
  readonly suggestions: ReadonlySet<string>;
  /** Hashes of all pictures, suggested ones too. */
  readonly pictures: ReadonlySet<string>;
}

/** `readWorkingCopy`, and what is suggested. Until a suggestion is accepted, what it puts in is no part of the text, and what it takes out still is. */
export function readSuggested(doc: Y.Doc, language: LanguageTag, taking: Taking = 'none'): SuggestedText {
  mustBeWhole(doc);
  const { title, deck, body, wishes } = sharedTypes(doc);
  const read = readSharedBody(body, taking);
  const lines = suggestedLines(wishes);
  if (!lines) throw new WorkingCopyFault('/wishes', 'BadValue');
  const wished = taking === 'all' ? Object.fromEntries(lines.map(({ line, words }) => [line, words])) : {};
  const head = { title: readSharedLine(title, '/title'), deck: readSharedLine(deck, '/deck'), ...wished };
  return {
    text: { v: 1, language, ...head, body: read.body },
    suggestions: new Set([...read.suggestions, ...lines.map(({ id }) => id)]),
    pictures: read.pictures,
  };
}

// What waits for pieces that never came was not written on our copy; other names are nobody's.
function mustBeWhole(doc: Y.Doc): void {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new WorkingCopyFault('/', 'Missing');
  const known: readonly string[] = Object.values(sharedNames);
  for (const name of doc.share.keys()) if (!known.includes(name)) throw new WorkingCopyFault('/', 'Unknown');
}

/** Makes a document say this text and nothing else, changing only what differs, so that what others write meanwhile merges. Suggestions go, unless told to keep them:
 *  then they stay in every block of the text that reads as it did. Returns the update; empty of content when nothing differed. */
export function rewriteWorkingCopy(
  doc: Y.Doc,
  text: StoryText,
  { keepSuggestions = false }: { keepSuggestions?: boolean } = {},
): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const { title, deck, body, wishes } = sharedTypes(doc);
  const node = workingSchema.nodeFromJSON(keepSuggestions ? withSuggestions(doc, text) : text.body);
  doc.transact(() => {
    // What was wished for a line that now says something else is about words that are gone.
    for (const { id, line } of suggestedLines(wishes) ?? [])
      if (!keepSuggestions || sharedTypes(doc)[line].toJSON() !== text[line]) wishes.delete(id);
    setSharedLine(title, text.title);
    setSharedLine(deck, text.deck);
    updateYFragment(doc, body, node, { mapping: new Map(), isOMark: new Map() });
  });
  return Y.encodeStateAsUpdate(doc, before);
}

// The blocks of the text, and in place of each that reads as before the shared ones with all that is suggested in them.
function withSuggestions(doc: Y.Doc, text: StoryText): { type: 'doc'; content: unknown[] } {
  const { body } = sharedTypes(doc);
  const { body: base, origins, suggestions } = readSharedBody(body);
  if (suggestions.size === 0) return text.body;
  // Of a copy: what a merge left empty is deleted by reading it so. Then no block is where it was, and the text counts alone.
  const copy = workingCopyFrom([stateOf(doc)]);
  const shared = yXmlFragmentToProseMirrorRootNode(sharedTypes(copy).body, workingSchema);
  copy.destroy();
  if (shared.childCount !== body.length) return text.body;
  const groups = base.content.flatMap((block, at) => {
    const key = writtenForm(block, text);
    return key === null ? [] : [{ key, from: at === 0 ? 0 : (origins[at] ?? 0) }];
  });
  const content: unknown[] = [...text.body.content];
  const numbers = new Map<string, number>();
  const numbered = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const same = commonSequence(
    groups.map(({ key }) => numbered(key)),
    text.body.content.map((block) => numbered(writtenForm(block, text) ?? '')),
  );
  for (const [group, block] of same.toReversed()) {
    const from = group === 0 ? 0 : groups[group]?.from;
    const to = groups[group + 1]?.from ?? shared.childCount;
    content.splice(block, 1, ...shared.children.slice(from, to).map((one) => one.toJSON() as unknown));
  }
  return { type: 'doc', content };
}

// One block as it is written in the canonical form; null for a blank one, which no text keeps.
function writtenForm(block: Block, text: StoryText): string | null {
  const alone = parseStoryText({ ...text, body: { type: 'doc', content: [block] } }, { draft: true });
  const form = alone.ok ? JSON.stringify(alone.text.body.content[0]) : JSON.stringify(block);
  return form === '{"type":"paragraph"}' ? null : form;
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
