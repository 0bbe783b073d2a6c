import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import type { Mark, Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import { workingSchema } from './editor.ts';
import { suggestionNames } from './suggested.ts';
import { suggestedCells } from './suggested-columns.ts';
import { changedLink, changedMarks, formOf, type ChangedMark, type Wish } from './suggested-form.ts';
import { suggestedLines, type LineName } from './suggested-lines.ts';

/** What a run is: words, the break before them, words with their whole line (`line`), or something that comes and goes as one. */
export type PassageThing =
  | 'words'
  | 'break'
  | 'line'
  | 'hardBreak'
  | 'footnote'
  | 'figure'
  | 'horizontalRule'
  | 'table'
  | 'tableRow'
  | 'column';

/** Words that stay, or what a suggestion puts in, takes out or wants in another form. */
export interface PassageRun {
  readonly kind: 'same' | 'inserted' | 'deleted' | 'formed';
  readonly what: PassageThing;
  /** Of a picture its alternative text, of rows and columns the words in them; empty where there are none. */
  readonly text: string;
  /** Null: words that stay. */
  readonly suggestionId: string | null;
  /** Of what is `formed`: how. */
  readonly wish: Wish | null;
  /** Where words are to lead. */
  readonly href: string | null;
}

/** One line of a text with what is suggested in it. */
export interface SuggestedPassage {
  readonly part: LineName | 'body';
  readonly runs: readonly PassageRun[];
}

/** The lines of a working copy in which something is suggested, in the order of the text, as its reader sees them: what goes and what comes beside what stays. What stays is shortened to about `around` signs on each side. */
export function suggestedPassages(
  { title, deck, body, wishes }: Record<LineName, Y.Text> & { body: Y.XmlFragment; wishes: Y.Map<unknown> },
  around = 24,
): SuggestedPassage[] {
  const now = { title: title.toJSON(), deck: deck.toJSON() };
  const lines = (suggestedLines(wishes) ?? []).map(({ id, line, words }): SuggestedPassage => {
    const before = now[line] === '' ? [] : [run('deleted', 'words', now[line], id)];
    return { part: line, runs: words === '' ? before : [...before, run('inserted', 'words', words, id)] };
  });
  const inBody = passagesIn(yXmlFragmentToProseMirrorRootNode(body, workingSchema), new Set());
  return [...lines, ...inBody.map((runs): SuggestedPassage => ({ part: 'body', runs: shortened(runs, around) }))];
}

type Run = PassageRun;

const run = (
  kind: PassageRun['kind'],
  what: PassageThing,
  text: string,
  suggestionId: string | null,
  { wish = null, href = null }: Partial<Pick<PassageRun, 'wish' | 'href'>> = {},
): PassageRun => ({ kind, what, text, suggestionId, wish, href });

/** `within`: suggestions of the table, row or column around, to which what they hold belongs. */
function passagesIn(node: Node, within: ReadonlySet<string>): Run[][] {
  if (node.isTextblock) return onlySuggested(runsOfLine(node, within));
  if (node.type.name === 'table') return passagesOfTable(node, within);
  const whole = node.isAtom ? wholeRuns(node, node.type.name as PassageThing, wordsOf(node), within) : [];
  return [...onlySuggested(whole), ...node.children.flatMap((child) => passagesIn(child, within))];
}

const onlySuggested = (runs: Run[]): Run[][] => (runs.some(({ kind }) => kind !== 'same') ? [runs] : []);

function passagesOfTable(table: Node, within: ReadonlySet<string>): Run[][] {
  const ofTable = new Set([...within, ...idsOf(table)]);
  const marks = suggestedCells(
    table.children.map(({ children }) =>
      children.map(({ attrs, textContent }) => ({
        inserted: attrs['inserted'] as unknown,
        deleted: attrs['deleted'] as unknown,
        isBlank: textContent === '',
      })),
    ),
  );
  const rows = table.children.flatMap((row, at) => {
    const ofRow = new Set([...ofTable, ...idsOf(row)]);
    return [
      ...onlySuggested(wholeRuns(row, 'tableRow', wordsOf(row), ofTable)),
      ...row.children.flatMap((cell, column) => {
        const ofCell = new Set([...ofRow, ...idsIn(Object.values(marks[at]?.[column] ?? {}))]);
        return cell.children.flatMap((words) => passagesIn(words, ofCell));
      }),
    ];
  });
  return [
    ...onlySuggested(wholeRuns(table, 'table', wordsOf(table), within)),
    ...columnsOf(table, marks, ofTable),
    ...headsOf(table, ofTable),
    ...rows,
  ];
}

// Cells that become heads, or are none any more, all those of one suggestion together.
function headsOf(table: Node, within: ReadonlySet<string>): Run[][] {
  const cells = table.children.flatMap((row) =>
    row.children.flatMap((cell) => {
      const form = formOf(cell.attrs['form']);
      return form && !within.has(form.id) ? [{ form, text: cell.textContent }] : [];
    }),
  );
  return [...Map.groupBy(cells, ({ form }) => `${form.id} ${form.to}`).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const words = same.flatMap(({ text }) => (text === '' ? [] : [text])).join(' · ');
    return [[run('formed', 'line', '', first.form.id, { wish: first.form.to }), run('same', 'words', words, null)]];
  });
}

function columnsOf(table: Node, marks: ReturnType<typeof suggestedCells>, within: ReadonlySet<string>): Run[][] {
  const columns = new Map<string, { kind: 'inserted' | 'deleted'; words: string[] }>();
  for (const [at, row] of table.children.entries())
    for (const [column, cell] of row.children.entries())
      for (const kind of suggestionNames)
        for (const id of idsIn([marks[at]?.[column]?.[kind]])) {
          const known = columns.get(`${id} ${kind}`) ?? { kind, words: [] };
          known.words.push(cell.textContent);
          columns.set(`${id} ${kind}`, known);
        }
  return [...columns].flatMap(([key, { kind, words }]) => {
    const [id = ''] = key.split(' ');
    return within.has(id) ? [] : [[run(kind, 'column', words.filter((one) => one !== '').join(' · '), id)]];
  });
}

function wholeRuns(node: Node, what: PassageThing, text: string, within: ReadonlySet<string>): Run[] {
  return suggestionNames.flatMap((kind) => {
    const id = node.attrs[kind] as unknown;
    return typeof id === 'string' && !within.has(id) ? [run(kind, what, text, id)] : [];
  });
}

// What a reader is told of something that comes or goes as one.
function wordsOf(node: Node): string {
  if (node.type.name === 'figure') return String(node.attrs['alt']);
  const lines: string[] = [];
  node.descendants((one) => {
    if (one.isTextblock && one.textContent !== '') lines.push(one.textContent);
    return !one.isTextblock;
  });
  return node.isAtom ? node.textContent : lines.join(' · ');
}

function runsOfLine(line: Node, within: ReadonlySet<string>): Run[] {
  const form = formOf(line.attrs['form']);
  const runs: Run[] = wholeRuns(line, 'break', '', within);
  if (form && !within.has(form.id)) runs.push(run('formed', 'line', '', form.id, { wish: form.to }));
  line.forEach((node) => {
    const [what, text]: [PassageThing, string] = node.isText
      ? ['words', node.text ?? '']
      : [node.type.name as PassageThing, node.textContent];
    const inline = node.isText ? ofMarks(node.marks, text, within) : wholeRuns(node, what, text, within);
    for (const one of inline.length > 0 ? inline : [run('same', what, text, null)]) {
      const last = runs.at(-1);
      if (last && isSame(last, one)) runs[runs.length - 1] = { ...last, text: last.text + one.text };
      else runs.push(one);
    }
  });
  return runs;
}

const isSame = (one: Run, other: Run): boolean =>
  one.what === 'words' &&
  (['kind', 'what', 'suggestionId', 'wish', 'href'] as const).every((name) => one[name] === other[name]);

// Words that go are shown as gone, whatever else is wanted for them.
function ofMarks(marks: readonly Mark[], text: string, within: ReadonlySet<string>): Run[] {
  const found = marks.flatMap(({ type: { name }, attrs }): Run[] => {
    const id = String(attrs['id']);
    if (within.has(id)) return [];
    if (name === 'inserted' || name === 'deleted') return [run(name, 'words', text, id)];
    if (name === changedLink) {
      const href = String(attrs['href']);
      return [run('formed', 'words', text, id, { wish: href === '' ? 'no-toLink' : changedLink, href: href || null })];
    }
    if (!Object.hasOwn(changedMarks, name)) return [];
    const change = name as ChangedMark;
    return [run('formed', 'words', text, id, { wish: attrs['on'] === true ? change : `no-${change}` })];
  });
  const first = (kind: Run['kind']): Run | undefined => found.find((one) => one.kind === kind);
  const shown = first('deleted') ?? first('inserted') ?? found[0];
  return shown ? [shown] : [];
}

const idsIn = (values: readonly unknown[]): string[] => values.filter((one): one is string => typeof one === 'string');
const idsOf = ({ attrs }: Node): string[] => idsIn(suggestionNames.map((name) => attrs[name] as unknown));

const longest = 400;

// Around a change a few signs of what stays; of a line that becomes another its beginning.
function shortened(runs: readonly Run[], around: number): Run[] {
  return runs.flatMap((one, at) => {
    const signs = [...one.text];
    if (one.kind !== 'same')
      return [signs.length > longest ? { ...one, text: `${signs.slice(0, longest).join('')}…` } : one];
    const [head, tail] = [at > 0 ? around : 0, at < runs.length - 1 ? around : 0];
    if (signs.length <= head + tail + 1) return [one];
    return [{ ...one, text: `${signs.slice(0, head).join('')}…${signs.slice(signs.length - tail).join('')}` }];
  });
}
