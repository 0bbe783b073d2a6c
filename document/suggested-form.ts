import { isSuggestionId } from './suggested.ts';

/** What words of a text may be suggested to become: plain, a heading, a line of a list, of a quotation, of a box of facts; a line of a list one level deeper (`sunk`) or less deep (`lifted`); and a cell of a table a head (`headed`), or one no longer (`unheaded`). */
export const formNames = [
  'paragraph',
  'heading2',
  'heading3',
  'bulletList',
  'orderedList',
  'blockquote',
  'factBox',
  'sunk',
  'lifted',
  'headed',
  'unheaded',
] as const;
export type FormName = (typeof formNames)[number];

/** Whether a form is one of cells, not of words. */
export const isHeadForm = (to: FormName): to is 'headed' | 'unheaded' => to === 'headed' || to === 'unheaded';

/** Another form that a suggestion wants for a paragraph or heading, or for a cell of a table. */
export interface SuggestedForm {
  readonly id: string;
  readonly to: FormName;
}

/** Another form as the attribute `form` of a paragraph, heading or cell holds it: id and form in one value, so that of two at once one whole one stays. */
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

/** What a suggestion wants of words: another form of their whole paragraph, or bold, italic and a link put on or taken off. */
export const wishes = [
  ...formNames,
  'toBold',
  'toItalic',
  'toLink',
  'no-toBold',
  'no-toItalic',
  'no-toLink',
] as const satisfies readonly (FormName | WordMark | `no-${WordMark}`)[];
type WordMark = ChangedMark | typeof changedLink;
/** One of {@link wishes}. */
export type Wish = (typeof wishes)[number];

/** A block as this needs it: of a text, or of an editor's JSON. */
interface Tree {
  readonly type: string;
  readonly attrs?: unknown;
  readonly content?: readonly unknown[];
}

/** A line that stands for itself (`within` is null), or within a list, quotation or box that it shares with its neighbours of the same `run`. */
interface Line {
  readonly within: 'bulletList' | 'orderedList' | 'blockquote' | 'factBox' | null;
  readonly run: string;
  readonly block: Tree;
  readonly attrs?: unknown;
}

/** The blocks of a body with the forms that are wanted for them. Headings, lists, quotations and boxes begin and end with what one suggestion makes of neighbouring lines; what was one of them parts around a line that leaves it. Lines of lists are moved first, also in
 *  quotations and boxes; lists within lists, quotations and boxes part where lines of theirs become lines of the other kind; of tables nothing changes but which cells are heads. */
export function formed<One extends Tree>(
  blocks: readonly One[],
  wantedOf: (words: One) => SuggestedForm | undefined,
): One[] {
  const any = (block: unknown): SuggestedForm | undefined => wantedOf(block as One);
  const wanted = (words: unknown): SuggestedForm | undefined => {
    const form = any(words);
    return form && !isHeadForm(form.to) ? form : undefined;
  };
  const moved = blocks.map((block) => withKinds(withMoves(withHeads(block, any), wanted), wanted));
  return gathered(moved.flatMap((block, at) => linesOf(block, `${at}`, wanted))) as One[];
}

type Wanted = (words: unknown) => SuggestedForm | undefined;

const isWords = ({ type }: Tree): boolean => type === 'paragraph' || type === 'heading';
const isList = (type: string): type is 'bulletList' | 'orderedList' => type === 'bulletList' || type === 'orderedList';
const isWrap = (type: string): type is 'blockquote' | 'factBox' => type === 'blockquote' || type === 'factBox';
const childrenOf = ({ content }: Tree): readonly Tree[] => (content ?? []) as readonly Tree[];

// A table stands in the text alone.
function withHeads(block: Tree, wanted: Wanted): Tree {
  if (block.type !== 'table') return block;
  return {
    ...block,
    content: childrenOf(block).map((row) => ({ ...row, content: childrenOf(row).map((cell) => asHead(cell, wanted)) })),
  };
}

function asHead(cell: Tree, wanted: Wanted): Tree {
  const to = wanted(cell)?.to;
  if (to !== 'headed' && to !== 'unheaded') return cell;
  const { attrs: _, ...bare } = cell;
  const attrs = attrsOf(cell, ['form']);
  const type = to === 'headed' ? 'tableHeader' : 'tableCell';
  return Object.keys(attrs).length > 0 ? { ...bare, type, attrs } : { ...bare, type };
}

// Of a list that stands in the text itself the lines are gathered anew afterwards; here are those within others.
function withKinds(block: Tree, wanted: Wanted): Tree {
  if (isList(block.type)) return { ...block, content: childrenOf(block).map((item) => withKindsUnder(item, wanted)) };
  return isWrap(block.type) ? withKindsUnder(block, wanted) : block;
}

const withKindsUnder = (around: Tree, wanted: Wanted): Tree => ({
  ...around,
  content: childrenOf(around).flatMap((child) => (isList(child.type) ? ofKinds(child, child.type, wanted) : [child])),
});

// A list, parted around the lines that become lines of the other kind; neighbours of one suggestion are one list.
function ofKinds(list: Tree, kind: 'bulletList' | 'orderedList', wanted: Wanted): Tree[] {
  const lists: Tree[] = [];
  let open: string | undefined;
  for (const item of childrenOf(list)) {
    const [words, ...under] = childrenOf(item);
    const form = words && wanted(words);
    const other = form && isList(form.to) && form.to !== kind ? form : undefined;
    const line = withKindsUnder(
      form && words && isList(form.to) ? { ...item, content: [plain(words, 'paragraph'), ...under] } : item,
      wanted,
    );
    const last = lists.at(-1);
    if (last && open === (other?.id ?? '')) lists[lists.length - 1] = { ...last, content: [...childrenOf(last), line] };
    else if (other)
      lists.push(around({ within: kind === 'bulletList' ? 'orderedList' : 'bulletList', run: other.id, block: line }));
    else lists.push({ ...list, content: [line] });
    open = other?.id ?? '';
  }
  return lists;
}

/** How many lists may lie within each other where a suggestion moves a line deeper. */
export const deepestList = 3;

function withMoves(block: Tree, wanted: Wanted): Tree {
  if (isList(block.type)) return { ...block, content: movedItems(block, 1, wanted).map(({ item }) => item) };
  return isWrap(block.type) ? { ...block, content: childrenOf(block).map((one) => withMoves(one, wanted)) } : block;
}

interface Moved {
  readonly item: Tree;
  /** It leaves this list for the one around it. */
  readonly isLifted: boolean;
}

function movedItems(list: Tree, level: number, wanted: Wanted): Moved[] {
  const items: Moved[] = [];
  for (const item of childrenOf(list)) {
    const [words] = childrenOf(item);
    const move = moveOf(words && wanted(words));
    const [own = item, ...lifted] = parted(item, level, wanted);
    const line = move && words ? { ...own, content: [plain(words, 'paragraph'), ...childrenOf(own).slice(1)] } : own;
    const before = items.at(-1);
    if (move === 'sunk' && before && level + listsIn(line) < deepestList)
      items[items.length - 1] = { ...before, item: withUnder(before.item, { ...list, content: [line] }) };
    else items.push({ item: line, isLifted: move === 'lifted' && level > 1 });
    items.push(...lifted.map((one) => ({ item: one, isLifted: false })));
  }
  return items;
}

const moveOf = (form: SuggestedForm | undefined): 'sunk' | 'lifted' | undefined =>
  form?.to === 'sunk' || form?.to === 'lifted' ? form.to : undefined;

// A line with what stands under it, and behind it those that are lifted out of it. What followed one of these goes under it: so the order stays.
function parted(item: Tree, level: number, wanted: Wanted): Tree[] {
  const lines: Tree[] = [{ ...item, content: [] }];
  const put = (block: Tree, joins: boolean): void => {
    const last = lines.pop() ?? item;
    lines.push(joins ? withUnder(last, block) : { ...last, content: [...childrenOf(last), block] });
  };
  for (const block of childrenOf(item)) {
    if (!isList(block.type)) put(block, false);
    else
      for (const [at, { item: line, isLifted }] of movedItems(block, level + 1, wanted).entries())
        if (isLifted) lines.push(line);
        else put({ ...block, content: [line] }, at > 0);
  }
  return lines;
}

// Under a line whose last is a list of the same kind, in that.
function withUnder(item: Tree, list: Tree): Tree {
  const content = childrenOf(item);
  const last = content.at(-1);
  if (last?.type !== list.type) return { ...item, content: [...content, list] };
  return {
    ...item,
    content: [...content.slice(0, -1), { ...last, content: [...childrenOf(last), ...childrenOf(list)] }],
  };
}

const listsIn = (node: Tree): number =>
  Math.max(0, ...childrenOf(node).map((child) => (isList(child.type) ? 1 : 0) + listsIn(child)));

function linesOf(block: Tree, run: string, wanted: Wanted): Line[] {
  if (isWords(block)) return [asLine(block, wanted(block)) ?? { within: null, run, block }];
  if (isList(block.type)) return linesOfList(block, block.type, run, wanted);
  if (isWrap(block.type)) return linesOfWrap(block, block.type, run, wanted);
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

function linesOfWrap(wrap: Tree, within: 'blockquote' | 'factBox', run: string, wanted: Wanted): Line[] {
  const lines = childrenOf(wrap);
  if (!lines.some((line) => isWords(line) && wanted(line))) return [{ within: null, run, block: wrap }];
  return lines.map((line) => {
    const form = isWords(line) ? wanted(line) : undefined;
    const left = form && form.to !== within ? asLine(line, form) : undefined;
    return left ?? { within, run, block: line };
  });
}

// What a suggestion makes of words, wherever they stood; undefined where they are in no list to be moved in.
function asLine(words: Tree, form: SuggestedForm | undefined): Line | undefined {
  if (!form || moveOf(form)) return undefined;
  const { id, to } = form;
  if (to === 'heading2' || to === 'heading3')
    return { within: null, run: id, block: plain(words, 'heading', { level: to === 'heading3' ? 3 : 2 }) };
  const block = plain(words, 'paragraph');
  if (to === 'paragraph') return { within: null, run: id, block };
  if (to === 'blockquote') return { within: to, run: id, block };
  // A heading may become that of the box.
  if (to === 'factBox') return { within: to, run: id, block: words.type === 'heading' ? withoutForm(words) : block };
  return isList(to) ? { within: to, run: id, block: { type: 'listItem', content: [block] } } : undefined;
}

const attrsOf = (words: Tree, without: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(words.attrs ?? {}).filter(([name]) => !without.includes(name)));

const withoutForm = (words: Tree): Tree => ({ ...words, attrs: attrsOf(words, ['form']) });

// The same words in another form; what else is suggested about them stays.
function plain(words: Tree, type: 'paragraph' | 'heading', more: Readonly<Record<string, unknown>> = {}): Tree {
  const attrs = { ...attrsOf(words, ['level', 'form']), ...more };
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
  return blocks.map((block) => (block.type === 'factBox' ? asBox(block) : block));
}

function around({ within, attrs, block }: Line): Tree {
  if (within === 'orderedList') return { type: within, attrs: attrs ?? { start: 1 }, content: [block] };
  return { type: within ?? 'blockquote', content: [block] };
}

// Its first line may be a heading, no other, and words come after it.
function asBox(box: Tree): Tree {
  const content = childrenOf(box).map((line, at) =>
    at > 0 && line.type === 'heading' ? plain(line, 'paragraph') : line,
  );
  const isOnlyHeading = content.length === 1 && content[0]?.type === 'heading';
  return { ...box, content: isOnlyHeading ? [...content, { type: 'paragraph' }] : content };
}
