import { commonSequence } from './common-sequence.ts';
import { lookOf, type Piece } from './lines.ts';
import { numberOf } from './pair-lines.ts';
import { splitClauses, splitWords, type Word } from './split-words.ts';
import type { LanguageTag } from './schema.ts';

/** A stretch of words that stayed, went or came, with their look. */
export type DifferenceRun = Piece & { kind: 'same' | 'del' | 'ins' };

/** A place of a line: words that stayed, or what went and what came in their stead. */
type Change = { same: Word[]; del?: undefined; ins?: undefined } | { same?: undefined; del: Word[]; ins: Word[] };

// Between two changes, so few signs that stayed are only in the way: 22 日（周日 → 23 日（周一 reads better as one change.
const islandSigns = 4;

/** The words of one line against those of another. */
export function differenceRuns(
  before: readonly Piece[],
  after: readonly Piece[],
  language: LanguageTag,
): DifferenceRun[] {
  return closeBrackets(mergeIslands(changesOf(before, after, language))).flatMap(runsOf);
}

/** Words of one kind as runs: neighbours of the same look joined. */
export function runsOfKind(kind: DifferenceRun['kind'], pieces: readonly Piece[]): DifferenceRun[] {
  const runs: DifferenceRun[] = [];
  for (const piece of pieces) {
    const last = runs[runs.length - 1];
    if (last !== undefined && lookOf(last) === lookOf(piece)) last.text += piece.text;
    else runs.push(runOf(kind, piece));
  }
  return runs;
}

/** Clauses first, so that only those that changed are taken apart into words. */
function changesOf(before: readonly Piece[], after: readonly Piece[], language: LanguageTag): Change[] {
  return align(splitClauses(before), splitClauses(after), (del, ins) => {
    return align(splitWords(del, language), splitWords(ins, language), (a, b) => [{ del: [...a], ins: [...b] }]);
  });
}

/** Walks along what both lists have in common; `between` says what to make of a stretch that differs. */
function align(
  a: readonly Word[],
  b: readonly Word[],
  between: (a: readonly Word[], b: readonly Word[]) => Change[],
): Change[] {
  const numbers = new Map<string, number>();
  const numbered = (word: Word): number => numberOf(numbers, word.key);
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  for (const [sameA, sameB] of [...commonSequence(a.map(numbered), b.map(numbered)), [a.length, b.length] as const]) {
    if (sameA > i || sameB > j)
      for (const change of between(a.slice(i, sameA), b.slice(j, sameB))) append(changes, change);
    const same = a[sameA];
    if (same !== undefined) append(changes, { same: [same] });
    i = sameA + 1;
    j = sameB + 1;
  }
  return changes;
}

/** Adds a change; next to one of its own sort it becomes part of that. */
function append(changes: Change[], change: Change): void {
  const last = changes[changes.length - 1];
  if (last?.same !== undefined && change.same !== undefined) for (const word of change.same) last.same.push(word);
  else if (last?.del !== undefined && change.del !== undefined) join(last, change.del, change.ins);
  else changes.push(change);
}

function join(change: { del: Word[]; ins: Word[] }, del: readonly Word[], ins: readonly Word[]): void {
  for (const word of del) change.del.push(word);
  for (const word of ins) change.ins.push(word);
}

/** Joins two changes over a short stretch that stayed, when it is no longer than what changed on either hand. */
function mergeIslands(changes: readonly Change[]): Change[] {
  const merged: Change[] = [];
  for (const change of changes) {
    const last = merged[merged.length - 1];
    const before = merged[merged.length - 2];
    if (
      last?.same !== undefined &&
      before?.del !== undefined &&
      change.del !== undefined &&
      isIsland(last.same, before, change)
    ) {
      merged.pop();
      join(before, last.same, last.same);
      join(before, change.del, change.ins);
    } else merged.push(change);
  }
  return merged;
}

function isIsland(same: readonly Word[], before: Change, after: Change): boolean {
  if (weighs(same, islandSigns + 1) || same.some((word) => word.text.includes('\n') || word.part !== undefined))
    return false;
  let signs = 0;
  while (weighs(same, signs + 1)) signs++;
  return [before, after].every(
    (change) => change.del !== undefined && (weighs(change.del, signs) || weighs(change.ins, signs)),
  );
}

/** Whether words come to at least so many signs: spaces weigh nothing, a Latin word as much as two. */
function weighs(words: readonly Word[], signs: number): boolean {
  let sum = 0;
  for (const word of words) {
    if (sum >= signs) return true;
    sum += /^[\p{Script=Latin}\p{M}]+$/u.test(word.text) ? 2 : word.text.replace(/\s/g, '').length;
  }
  return sum >= signs;
}

/** A bracket or quotation that both sides open within a change is closed within it. */
function closeBrackets(changes: readonly Change[]): Change[] {
  const closed: Change[] = changes.map((change) =>
    change.same === undefined ? { ...change } : { same: [...change.same] },
  );
  for (const [i, change] of closed.entries()) {
    const next = closed[i + 1];
    const closer = next?.same?.[0];
    if (change.del === undefined || next?.same === undefined || closer === undefined) continue;
    if (!isOpenFor(change.del, closer.text) || !isOpenFor(change.ins, closer.text)) continue;
    closed[i] = { del: [...change.del, closer], ins: [...change.ins, closer] };
    next.same.shift();
  }
  return closed;
}

const openers: Record<string, string> = { '）': '（', ')': '(', '”': '“', '》': '《', '」': '「', '】': '【' };

function isOpenFor(words: readonly Word[], closer: string): boolean {
  const opener = openers[closer];
  if (opener === undefined) return false;
  const text = words.map((word) => word.text).join('');
  return text.lastIndexOf(opener) > text.lastIndexOf(closer);
}

function runsOf(change: Change): DifferenceRun[] {
  if (change.same !== undefined) return runsOfKind('same', change.same);
  return [...runsOfKind('del', change.del), ...runsOfKind('ins', change.ins)];
}

function runOf(kind: DifferenceRun['kind'], piece: Piece): DifferenceRun {
  const { text, bold, italic, href, part } = piece;
  return {
    kind,
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(href !== undefined && { href }),
    ...(part && { part }),
  };
}
