import { differenceRuns, runsOfKind, type DifferenceRun } from './difference-runs.ts';
import { formKey, lineKey, linesOf, sameStructure, type CellPlace, type Form, type Line } from './lines.ts';
import { pairLines, type LinePair } from './pair-lines.ts';
import type { FigureAttrs, StoryText } from './schema.ts';

/** One paragraph, heading, picture or rule of the two texts. */
export type DifferenceBlock = {
  kind: 'same' | 'changed' | 'added' | 'removed';
  /** What it is now (of a removed one: what it was). */
  form: Form;
  /** Only when it was something else: a paragraph that became a heading, an item of another list. */
  formBefore?: Form;
  /** The words: `same` and `del` joined are the earlier ones, `same` and `ins` the later ones. Of a picture each run has its `part`; a line feed is a hard break. */
  runs: DifferenceRun[];
  /** Of a line in a table: where it stands, or stood. */
  cell?: CellPlace;
  /** The picture as it was and as it is, to show both. */
  figure?: { before?: FigureAttrs; after?: FigureAttrs };
};

/** What changed from one text to the next. `changeCount` counts places, as a reader would: a word for another is one; it is 0 exactly when the hashes are equal. */
export type Difference = { blocks: DifferenceBlock[]; changeCount: number };

/** Compares two texts, paragraphs first, then words. Blocks come in reading order, language (only if it changed), title, deck (if there is one) and body. */
export function difference(before: StoryText, after: StoryText): Difference {
  const pairs = pairLines(linesOf(before), linesOf(after));
  const blocks: DifferenceBlock[] = [];
  let changeCount = 0;
  let explained = false;
  for (const pair of pairs) {
    const block = blockOf(pair, after.language, explained);
    const changes = changesIn(block);
    changeCount += changes;
    // A paragraph put in before, or made a list item, also moves the beginning of the next list: that alone is no second change.
    explained =
      block.kind === 'added' ||
      block.kind === 'removed' ||
      block.formBefore !== undefined ||
      (explained && changes === 0);
    if (isShown(block)) blocks.push(block);
  }
  return { blocks, changeCount };
}

function blockOf(pair: LinePair, language: string, explained: boolean): DifferenceBlock {
  const cell = (pair.after ?? pair.before).cell;
  return { ...linesApart(pair, language, explained), ...(cell && { cell }) };
}

function linesApart({ before, after }: LinePair, language: string, explained: boolean): DifferenceBlock {
  if (before === undefined)
    return { kind: 'added', form: after.form, runs: runsOfKind('ins', after.pieces), ...figuresOf(before, after) };
  if (after === undefined)
    return { kind: 'removed', form: before.form, runs: runsOfKind('del', before.pieces), ...figuresOf(before, after) };
  const regrouped = formKey(before.form) !== formKey(after.form) || !sameStructure(before, after, explained);
  const formBefore = regrouped ? { formBefore: before.form } : {};
  if (lineKey(before) === lineKey(after))
    return {
      kind: regrouped ? 'changed' : 'same',
      form: after.form,
      ...formBefore,
      runs: runsOfKind('same', after.pieces),
      ...figuresOf(before, after),
    };
  return {
    kind: 'changed',
    form: after.form,
    ...formBefore,
    runs: differenceRuns(before.pieces, after.pieces, language),
    ...figuresOf(before, after),
  };
}

function figuresOf(before: Line | undefined, after: Line | undefined): Pick<DifferenceBlock, 'figure'> {
  if (before?.figure === undefined && after?.figure === undefined) return {};
  return {
    figure: { ...(before?.figure && { before: before.figure }), ...(after?.figure && { after: after.figure }) },
  };
}

/** Neighbouring words that went and came are one change; a block that only changed its form, came or went is one. */
function changesIn(block: DifferenceBlock): number {
  if (block.kind === 'same') return 0;
  if (block.kind !== 'changed') return 1;
  const places = block.runs.filter(
    (run, i) => run.kind !== 'same' && (i === 0 || block.runs[i - 1]?.kind === 'same'),
  ).length;
  return Math.max(1, places);
}

function isShown(block: DifferenceBlock): boolean {
  if (block.form.kind === 'language') return block.kind !== 'same';
  return block.form.kind !== 'deck' || block.runs.length > 0;
}
