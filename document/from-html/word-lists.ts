import type { Block, BulletList, Inline, OrderedList } from '../schema.ts';
import type { PastedBlock } from './story-from-html.ts';

/** A paragraph that Word means as an item: how deep it stands, and its number; null: a bullet. */
export interface ListLine {
  readonly type: 'listLine';
  readonly level: number;
  readonly start: number | null;
  readonly content: Inline[];
}

type List = BulletList | OrderedList;

/** Makes lists of paragraphs that follow each other as items, the deeper ones within the item before. */
export function joinListLines(blocks: readonly (PastedBlock | ListLine)[]): PastedBlock[] {
  const joined: PastedBlock[] = [];
  let open: { level: number; list: List }[] = [];
  for (const block of blocks) {
    if (block.type !== 'listLine') {
      open = [];
      joined.push(block);
      continue;
    }
    open = open.filter(({ level }) => level <= block.level);
    const last = open.at(-1);
    if (last?.level === block.level && isNumbered(last.list) === (block.start !== null)) addItem(last.list, block);
    else {
      const list = listOf(block);
      // Another kind of list at the same depth begins beside the former one.
      if (last?.level === block.level) open.pop();
      const around = open.at(-1)?.list.content.at(-1);
      if (around) around.content.push(list);
      else joined.push(list);
      open.push({ level: block.level, list });
    }
  }
  return joined;
}

const isNumbered = (list: List): boolean => list.type === 'orderedList';

function listOf(line: ListLine): List {
  const list: List =
    line.start === null
      ? { type: 'bulletList', content: [] }
      : { type: 'orderedList', attrs: { start: Math.max(1, Math.min(9_999, line.start)) }, content: [] };
  addItem(list, line);
  return list;
}

function addItem(list: List, { content }: ListLine): void {
  const words: Block = { type: 'paragraph', content };
  list.content.push({ type: 'listItem', content: [words] });
}
