import { isSuggestionId } from './suggested.ts';

/** What words of a text may be suggested to become: plain, a heading, a line of a list, of a quotation. */
export const formNames = ['paragraph', 'heading2', 'heading3', 'bulletList', 'orderedList', 'blockquote'] as const;
export type FormName = (typeof formNames)[number];

/** Another form that a suggestion wants for a paragraph or heading. */
export interface SuggestedForm {
  readonly id: string;
  readonly to: FormName;
}

/** Another form as the attribute `form` of a paragraph or heading holds it: id and form in one value, so that of two at once one whole one stays. */
export const formValue = ({ id, to }: SuggestedForm): string => `${id} ${to}`;

/** Reads such an attribute; undefined for anything else. */
export function formOf(value: unknown): SuggestedForm | undefined {
  if (typeof value !== 'string') return undefined;
  const [id, name, ...more] = value.split(' ');
  const to = formNames.find((one) => one === name);
  return to && isSuggestionId(id) && more.length === 0 ? { id, to } : undefined;
}

/** Bold or italic words that a suggestion wants so, or no longer so: names of the marks, and of what they change. */
export const changedMarks = { toBold: 'bold', toItalic: 'italic' } as const;
export type ChangedMark = keyof typeof changedMarks;

/** The mark of words that a suggestion wants to lead to `href`; empty: nowhere any more. */
export const changedLink = 'toLink';

/** A block as this needs it: of a text, or of an editor's JSON. */
interface Tree {
  readonly type: string;
  readonly attrs?: unknown;
  readonly content?: readonly unknown[];
}

/** A line that stands for itself (`within` is null), or within a list or quotation that it shares with its neighbours of the same `run`. */
interface Line {
  readonly within: 'bulletList' | 'orderedList' | 'blockquote' | null;
  readonly run: string;
  readonly block: Tree;
  readonly attrs?: unknown;
}

/** The blocks of a body with the forms that are wanted for them. Headings, lists and quotations begin and end with what one suggestion makes of neighbouring lines; what was a list or a quotation parts around a line that leaves it. Of tables, boxes and lists within lists nothing changes. */
export function formed<One extends Tree>(
  blocks: readonly One[],
  wantedOf: (words: One) => SuggestedForm | undefined,
): One[] {
  const wanted = (block: unknown): SuggestedForm | undefined => wantedOf(block as One);
  return gathered(blocks.flatMap((block, at) => linesOf(block, `${at}`, wanted))) as One[];
}

type Wanted = (words: unknown) => SuggestedForm | undefined;

const isWords = ({ type }: Tree): boolean => type === 'paragraph' || type === 'heading';
const isList = (type: string): type is 'bulletList' | 'orderedList' => type === 'bulletList' || type === 'orderedList';
const childrenOf = ({ content }: Tree): readonly Tree[] => (content ?? []) as readonly Tree[];

function linesOf(block: Tree, run: string, wanted: Wanted): Line[] {
  if (isWords(block)) return [asLine(block, wanted(block)) ?? { within: null, run, block }];
  if (isList(block.type)) return linesOfList(block, block.type, run, wanted);
  if (block.type === 'blockquote') return linesOfQuote(block, run, wanted);
  return [{ within: null, run, block }];
}

function linesOfList(list: Tree, within: 'bulletList' | 'orderedList', run: string, wanted: Wanted): Line[] {
  const items = childrenOf(list);
  if (!items.some((item) => wanted(childrenOf(item)[0]))) return [{ within: null, run, block: list }];
  return items.flatMap((item): Line[] => {
    const [words, ...under] = childrenOf(item);
    const form = words && wanted(words);
    if (!words || !form || form.to === within) return [{ within, run, block: item, attrs: list.attrs }];
    if (isList(form.to))
      return [{ within: form.to, run: form.id, block: { ...item, content: [plain(words, 'paragraph'), ...under] } }];
    const line = asLine(words, form);
    return line ? [line, ...under.map((block): Line => ({ within: line.within, run: line.run, block }))] : [];
  });
}

function linesOfQuote(quote: Tree, run: string, wanted: Wanted): Line[] {
  const lines = childrenOf(quote);
  if (!lines.some((line) => isWords(line) && wanted(line))) return [{ within: null, run, block: quote }];
  return lines.map((line) => {
    const form = isWords(line) ? wanted(line) : undefined;
    const left = form && form.to !== 'blockquote' ? asLine(line, form) : undefined;
    return left ?? { within: 'blockquote', run, block: line };
  });
}

// What a suggestion makes of words, wherever they stood.
function asLine(words: Tree, form: SuggestedForm | undefined): Line | undefined {
  if (!form) return undefined;
  const { id, to } = form;
  if (to === 'heading2' || to === 'heading3')
    return { within: null, run: id, block: plain(words, 'heading', { level: to === 'heading3' ? 3 : 2 }) };
  const block = plain(words, 'paragraph');
  if (to === 'paragraph') return { within: null, run: id, block };
  return { within: to, run: id, block: to === 'blockquote' ? block : { type: 'listItem', content: [block] } };
}

// The same words in another form; what else is suggested about them stays.
function plain(words: Tree, type: 'paragraph' | 'heading', more: Readonly<Record<string, unknown>> = {}): Tree {
  const kept = Object.entries(words.attrs ?? {}).filter(([name]) => name !== 'level' && name !== 'form');
  const attrs = { ...Object.fromEntries(kept), ...more };
  const content = words.content ? { content: words.content } : {};
  return Object.keys(attrs).length > 0 ? { type, attrs, ...content } : { type, ...content };
}

function gathered(lines: readonly Line[]): Tree[] {
  const blocks: Tree[] = [];
  let open: Line | undefined;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.within === null) blocks.push(line.block);
    else if (last && open?.within === line.within && open.run === line.run)
      blocks[blocks.length - 1] = { ...last, content: [...childrenOf(last), line.block] };
    else blocks.push(around(line));
    open = line;
  }
  return blocks;
}

function around({ within, attrs, block }: Line): Tree {
  if (within === 'orderedList') return { type: within, attrs: attrs ?? { start: 1 }, content: [block] };
  return { type: within ?? 'blockquote', content: [block] };
}
