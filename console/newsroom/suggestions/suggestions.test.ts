import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { updateYFragment } from '@tiptap/y-tiptap';
import { parseStoryText, storyTextOf, textHash, type Block } from '@xiangyin/document';
import { formNames, workingSchema, type ChangedMark, type FormName } from '@xiangyin/document/editor';
import { readWorkingCopy, sharedTypes, workingCopyFrom } from '@xiangyin/document/working-copy';
import fc from 'fast-check';
import { asSuggestion, suggestBreak, suggestWords, withoutSelection } from './as-suggestion.ts';
import { piecesIn, suggestionsIn } from './found-suggestions.ts';
import { settle } from './settle.ts';
import { suggestForm, suggestMark } from './suggest-form.ts';
import { suggestLink } from './suggest-link.ts';
import { suggestMove } from './suggest-move.ts';
import {
  columnsSaid,
  suggestColumn,
  suggestColumnOut,
  suggestHead,
  suggestOut,
  suggestRow,
  suggestTable,
} from './suggest-table.ts';

const words = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const story: Block[] = [
  words('二十二日起封闭。'),
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '怎么走' }] },
  {
    type: 'bulletList',
    content: [
      { type: 'listItem', content: [words('绕行老街')] },
      {
        type: 'listItem',
        content: [
          words('走新桥'),
          {
            type: 'orderedList',
            attrs: { start: 1 },
            content: ['桥东', '桥西'].map((text) => ({ type: 'listItem', content: [words(text)] })),
          },
        ],
      },
    ],
  },
  {
    type: 'factBox',
    content: [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: '电话' }] }, words('8800。')],
  },
  { type: 'horizontalRule' },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: '公交' },
      { type: 'footnote', content: [{ type: 'text', text: '12 路。' }] },
      { type: 'text', text: '改道。' },
    ],
  },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: ['班次', '时间'].map((text) => ({ type: 'tableCell', content: [words(text) as never] })),
      },
    ],
  },
  words('请提前出门。'),
];
const docOf = (content: readonly Block[]): Node => workingSchema.nodeFromJSON({ type: 'doc', content });

const tableActs = [
  'new',
  'row before',
  'row after',
  'column before',
  'column after',
  'row out',
  'column out',
  'table out',
  'head row',
  'head column',
] as const;
type TableAct = (typeof tableActs)[number];

/** One who suggests, with all that is theirs. */
class Suggester {
  state: EditorState;
  readonly #mine = new Set<string>();
  readonly #isMine = (id: string): boolean => this.#mine.has(id);
  constructor(doc: Node) {
    this.state = EditorState.create({ doc });
  }
  #put(tr: Transaction | null): void {
    if (!tr) return;
    const others = new Set(piecesIn(this.state.doc).map(({ id }) => id));
    this.state = this.state.apply(tr);
    for (const { id } of piecesIn(this.state.doc)) if (!others.has(id)) this.#mine.add(id);
  }
  at(from: number, to = from): this {
    const { tr } = this.state;
    this.state = this.state.apply(tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to))));
    return this;
  }
  type(text: string): this {
    const { doc, selection } = this.state;
    if (doc.resolve(selection.from).sameParent(doc.resolve(selection.to)))
      this.#put(asSuggestion(this.state.tr.insertText(text), this.state, this.#isMine));
    else this.#put(suggestWords(this.state, selection.from, selection.to, text, this.#isMine));
    return this;
  }
  remove(): this {
    if (!this.state.selection.empty) this.#put(withoutSelection(this.state, this.#isMine));
    return this;
  }
  break(): this {
    this.#put(suggestBreak(this.state, this.#isMine));
    return this;
  }
  form(to: FormName): this {
    this.#put(suggestForm(this.state, to));
    return this;
  }
  mark(change: ChangedMark): this {
    this.#put(suggestMark(this.state, change, this.#isMine));
    return this;
  }
  link(href: string): this {
    this.#put(suggestLink(this.state, href, this.#isMine));
    return this;
  }
  move(to: 'sunk' | 'lifted'): this {
    this.#put(suggestMove(this.state, to));
    return this;
  }
  table(what: TableAct): this {
    if (what === 'new') this.#put(suggestTable(this.state));
    else if (what === 'column before' || what === 'column after')
      this.#put(suggestColumn(this.state, what === 'column before' ? 'before' : 'after'));
    else if (what === 'head row' || what === 'head column')
      this.#put(suggestHead(this.state, what === 'head row' ? 'row' : 'column'));
    else if (what === 'column out') this.#put(suggestColumnOut(this.state, this.#isMine));
    else if (what === 'row before' || what === 'row after')
      this.#put(suggestRow(this.state, what === 'row before' ? 'before' : 'after'));
    else this.#put(suggestOut(this.state, what === 'row out' ? 'row' : 'table', this.#isMine));
    return this;
  }
  settled(accept: boolean): Node {
    const ids = new Set(piecesIn(this.state.doc).map(({ id }) => id));
    return settle(this.state.tr, ids, accept).doc;
  }
}

const placeOf = (doc: Node, text: string): number => {
  let place = -1;
  doc.descendants((node, at) => {
    if (node.isText && node.text === text) place = at;
  });
  return place;
};

const hashOf = (doc: Node, taking: 'none' | 'all'): string => {
  const shared = workingCopyFrom([]);
  updateYFragment(shared, sharedTypes(shared).body, doc, { mapping: new Map(), isOMark: new Map() });
  return textHash(storyTextOf(parseStoryText(readWorkingCopy(shared, 'zh-CN', taking), { draft: true })));
};
const plain = (doc: Node): string => doc.textBetween(0, doc.content.size, '|', '/');

test('what is written in this mode is marked, and reads as before until it is accepted', () => {
  const one = new Suggester(docOf([words('二十二日起封闭。'), words('公交改道。')])).at(6, 8).type('禁止通行');
  assert.equal(plain(one.state.doc), '二十二日起封闭禁止通行。|公交改道。');
  assert.deepEqual(
    suggestionsIn(one.state.doc).map(({ pieces }) => pieces.map(({ kind, text }) => `${kind} ${text}`)),
    [['deleted 封闭', 'inserted 禁止通行']],
    'taking out and putting in is one suggestion',
  );
  assert.equal(plain(one.settled(true)), '二十二日起禁止通行。|公交改道。');
  assert.equal(plain(one.settled(false)), '二十二日起封闭。|公交改道。');
  // My own words go without a trace.
  assert.equal(plain(one.at(8, 10).remove().state.doc), '二十二日起封闭通行。|公交改道。');
});

test('a break put in and one taken out', () => {
  const one = new Suggester(docOf([words('一二三四'), words('五六')])).at(3).break().type('又');
  assert.equal(plain(one.state.doc), '一二|又三四|五六');
  assert.equal(plain(one.settled(false)), '一二三四|五六');
  const two = new Suggester(docOf([words('一二'), words('三四')])).at(3, 5).remove();
  assert.equal(plain(two.state.doc), '一二|三四');
  assert.equal(plain(two.settled(true)), '一二三四');
  assert.equal(plain(two.settled(false)), '一二|三四');
});

test('another’s suggestion is mine to take out, not to write on', () => {
  const hers = new Suggester(docOf([words('公交改道。')])).at(3).type('线路');
  const his = new Suggester(hers.state.doc).at(4).type('一').at(3, 4).remove();
  assert.equal(plain(his.state.doc), '公交线一路改道。', 'hers stays, marked as taken out');
  assert.equal(suggestionsIn(his.state.doc).length, 3);
  assert.equal(plain(his.settled(true)), '公交一路改道。');
  assert.equal(plain(his.settled(false)), '公交改道。');
});

const shapeOf = (doc: Node): string[] =>
  Array.from({ length: doc.childCount }, (_, i) => doc.child(i)).map(
    (block) =>
      `${block.type.name}${String(block.attrs['level'] ?? '')} ${block.textBetween(0, block.content.size, '|')}`,
  );

test('a heading, a list and a quotation are suggested, and stand only once accepted', () => {
  const plainDoc = docOf([words('怎么走'), words('绕行老街'), words('走新桥'), words('请提前出门。')]);
  const one = new Suggester(plainDoc).at(2).form('heading2').at(8, 14).form('bulletList').at(17).form('blockquote');
  assert.deepEqual(shapeOf(one.state.doc), shapeOf(plainDoc), 'the text stays as it is');
  assert.deepEqual(
    suggestionsIn(one.state.doc).map(({ pieces }) => pieces.map(({ wish, text }) => `${String(wish)} ${text}`)),
    [['heading2 怎么走'], ['bulletList 绕行老街', 'bulletList 走新桥'], ['blockquote 请提前出门。']],
  );
  assert.deepEqual(shapeOf(one.settled(true)), [
    'heading2 怎么走',
    'bulletList 绕行老街|走新桥',
    'blockquote 请提前出门。',
  ]);
  assert.deepEqual(shapeOf(one.settled(false)), shapeOf(plainDoc));
  // The same once more takes it back without a trace.
  assert.deepEqual(suggestionsIn(one.at(2).form('heading2').state.doc).length, 2);
});

test('a line leaves its list as a suggestion, and the list parts around it', () => {
  const items = ['一', '二', '三'].map((text) => ({ type: 'listItem' as const, content: [words(text)] }));
  const one = new Suggester(docOf([{ type: 'orderedList', attrs: { start: 1 }, content: items }]))
    .at(8)
    .form('paragraph');
  assert.deepEqual(shapeOf(one.settled(true)), ['orderedList 一', 'paragraph 二', 'orderedList 三']);
  const two = new Suggester(one.state.doc).at(3).form('bulletList');
  assert.deepEqual(shapeOf(two.settled(true)), ['bulletList 一', 'paragraph 二', 'orderedList 三']);
});

test('bold words are suggested, and bold ones to be so no longer; my own suggested words just become bold', () => {
  const doc = docOf([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '今天' },
        { type: 'text', text: '封闭', marks: [{ type: 'bold' }] },
      ],
    },
  ]);
  const boldOf = (shown: Node): string[] => {
    const found: string[] = [];
    shown.descendants((node) => {
      if (node.marks.some(({ type }) => type.name === 'bold')) found.push(node.text ?? '');
    });
    return found;
  };
  const one = new Suggester(doc).at(1, 3).mark('toBold').at(3, 5).mark('toBold');
  assert.deepEqual(boldOf(one.state.doc), ['封闭']);
  assert.deepEqual(boldOf(one.settled(true)), ['今天']);
  assert.deepEqual(boldOf(one.settled(false)), ['封闭']);
  assert.equal(suggestionsIn(one.at(1, 3).mark('toBold').state.doc).length, 1, 'the same once more takes it back');
  const two = new Suggester(doc).at(5).type('了').at(5, 6).mark('toBold');
  assert.deepEqual(
    suggestionsIn(two.state.doc).map(({ pieces }) => pieces.map(({ kind }) => kind)),
    [['inserted']],
  );
});

test('a link is suggested, another address for one, and none any more', () => {
  const linked = (text: string, href: string): Block => ({
    type: 'paragraph',
    content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }],
  });
  const linksOf = (shown: Node): string[] => {
    const found: string[] = [];
    shown.descendants((node) => {
      const link = node.marks.find(({ type }) => type.name === 'link');
      if (link) found.push(`${node.text ?? ''} ${String(link.attrs['href'])}`);
    });
    return found;
  };
  const [old, now] = ['https://example.org/old', 'https://example.org/now'];
  const doc = docOf([words('看公告。'), linked('绕行图', old)]);
  const one = new Suggester(doc).at(2, 4).link(now).at(8).link('');
  assert.deepEqual(linksOf(one.state.doc), [`绕行图 ${old}`], 'until it is accepted nothing leads elsewhere');
  assert.deepEqual(
    suggestionsIn(one.state.doc).map(({ pieces }) => pieces.map(({ wish, href }) => `${String(wish)} ${href ?? ''}`)),
    [[`toLink ${now}`], ['no-toLink ']],
  );
  assert.deepEqual(linksOf(one.settled(true)), [`公告 ${now}`]);
  assert.deepEqual(linksOf(one.settled(false)), [`绕行图 ${old}`]);
  assert.deepEqual(linksOf(new Suggester(doc).at(8).link(now).settled(true)), [`绕行图 ${now}`]);
  assert.equal(suggestionsIn(one.at(8).link(old).state.doc).length, 1, 'the address it had takes the wish back');
  assert.equal(
    suggestLink(new Suggester(doc).at(2, 4).state, 'javascript:alert(1)', () => false),
    null,
  );
});

const rowOf = (...cells: string[]) => ({
  type: 'tableRow' as const,
  content: cells.map((text) => ({
    type: 'tableCell' as const,
    content: [text === '' ? { type: 'paragraph' as const } : (words(text) as never)],
  })),
});
const rowsIn = (shown: Node): string[] =>
  (shown.firstChild?.type.name === 'table' ? shown.firstChild.children : []).map((one) =>
    one.children.map((cell) => cell.textContent).join('|'),
  );

test('a row comes with its words and goes, and a table with its last row', () => {
  const doc = docOf([{ type: 'table', content: [rowOf('班次', '时间'), rowOf('7 路', '七点')] }]);
  const one = new Suggester(doc).at(4).table('row after').type('12 路');
  assert.deepEqual(rowsIn(one.state.doc), ['班次|时间', '12 路|', '7 路|七点']);
  assert.equal(suggestionsIn(one.state.doc).length, 1, 'what I write in my row belongs to it');
  assert.deepEqual(rowsIn(one.settled(false)), ['班次|时间', '7 路|七点']);
  assert.deepEqual(rowsIn(one.settled(true)), ['班次|时间', '12 路|', '7 路|七点']);
  assert.deepEqual(rowsIn(one.table('row out').state.doc), ['班次|时间', '7 路|七点'], 'my own row really goes');
  const two = new Suggester(doc).at(4).table('row out');
  assert.deepEqual(rowsIn(two.settled(true)), ['7 路|七点']);
  const all = new Suggester(two.state.doc).at(20).table('row out');
  assert.deepEqual(shapeOf(all.settled(true)), ['paragraph ']);
  assert.deepEqual(rowsIn(all.settled(false)), ['班次|时间', '7 路|七点']);
  const whole = new Suggester(docOf([words('时刻如下。')])).at(2).table('new').type('班次');
  assert.deepEqual(shapeOf(whole.settled(false)), ['paragraph 时刻如下。']);
  assert.match(shapeOf(whole.settled(true)).join(), /table 班次/);
});

test('a column comes with its words and goes, and a table with its last column', () => {
  const doc = docOf([{ type: 'table', content: [rowOf('班次', '时间'), rowOf('7 路', '七点')] }]);
  const one = new Suggester(doc).at(4).table('column after').type('站');
  assert.deepEqual(rowsIn(one.state.doc), ['班次|站|时间', '7 路||七点']);
  assert.deepEqual(
    suggestionsIn(one.state.doc).map(({ pieces }) =>
      pieces.map(({ kind, text, note }) => [kind, text, note].join(' ')),
    ),
    [['inserted column 站', 'inserted column 站', 'inserted 站 ']],
    'what I write in my column belongs to it',
  );
  assert.deepEqual(rowsIn(one.settled(false)), ['班次|时间', '7 路|七点']);
  assert.deepEqual(rowsIn(one.settled(true)), ['班次|站|时间', '7 路||七点']);
  assert.deepEqual(rowsIn(one.table('column out').state.doc), ['班次|时间', '7 路|七点'], 'my own really goes');
  const two = new Suggester(doc).at(placeOf(doc, '时间')).table('column out');
  assert.deepEqual(rowsIn(two.state.doc), ['班次|时间', '7 路|七点'], 'until it is accepted it stands');
  assert.deepEqual(rowsIn(two.settled(true)), ['班次', '7 路']);
  const all = new Suggester(two.state.doc).at(placeOf(doc, '班次')).table('column out');
  assert.deepEqual(shapeOf(all.settled(true)), ['paragraph ']);
  assert.deepEqual(rowsIn(all.settled(false)), ['班次|时间', '7 路|七点']);
});

test('a row that somebody puts in meanwhile has its part in a suggested column, and loses no word with it', () => {
  const doc = docOf([{ type: 'table', content: [rowOf('班次', '时间'), rowOf('7 路', '七点')] }]);
  const column = new Suggester(doc).at(4).table('column after').state.doc;
  // Straight into the table as it stands: a cell for each that is there.
  const end = (column.firstChild?.nodeSize ?? 0) - 1;
  const row = (...cells: string[]): Node => workingSchema.nodeFromJSON(rowOf(...cells));
  const state = EditorState.create({ doc: column });
  const added = state.apply(state.tr.insert(end, row('', '', '')));
  const said = added.apply(columnsSaid(added) ?? added.tr);
  const written = said.apply(said.tr.insertText('九点', said.doc.content.size - 4));
  assert.deepEqual(rowsIn(written.doc), ['班次||时间', '7 路||七点', '||九点']);
  assert.deepEqual(rowsIn(new Suggester(written.doc).settled(false)), ['班次|时间', '7 路|七点', '|九点']);
  // By somebody who was away, and filled up afterwards where both met.
  const met = state.apply(state.tr.insert(end, row('8 路', '八点', ''))).doc;
  const away = new Suggester(met);
  assert.deepEqual(rowsIn(away.settled(false)), ['班次|时间', '7 路|七点', '8 路|八点']);
  assert.equal(hashOf(met, 'none'), hashOf(away.settled(false), 'none'));
  assert.equal(hashOf(met, 'all'), hashOf(away.settled(true), 'none'));
});

test('words are put into a box of facts, and taken out of it', () => {
  const head: Block = { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: '电话' }] };
  const plainDoc = docOf([words('封闭三天。'), head, words('8800。'), words('请提前出门。')]);
  const one = new Suggester(plainDoc).at(placeOf(plainDoc, '电话'), placeOf(plainDoc, '8800。') + 2).form('factBox');
  assert.deepEqual(shapeOf(one.state.doc), shapeOf(plainDoc));
  assert.deepEqual(shapeOf(one.settled(false)), shapeOf(plainDoc));
  const boxed = one.settled(true);
  assert.deepEqual(shapeOf(boxed), ['paragraph 封闭三天。', 'factBox 电话|8800。', 'paragraph 请提前出门。']);
  assert.equal(boxed.child(1).firstChild?.type.name, 'heading');
  // The tool once more: out of the box again.
  const out = new Suggester(boxed).at(placeOf(boxed, '8800。')).form('factBox').settled(true);
  assert.deepEqual(shapeOf(out), [
    'paragraph 封闭三天。',
    'factBox 电话|',
    'paragraph 8800。',
    'paragraph 请提前出门。',
  ]);
});

test('a line of a list is moved deeper and less deep with what stands under it', () => {
  const item = (text: string, ...under: Block[]) => ({ type: 'listItem' as const, content: [words(text), ...under] });
  const list = (...content: ReturnType<typeof item>[]): Block => ({ type: 'bulletList', content });
  const treeOf = (doc: Node): string => {
    const inner = (node: Node): string =>
      node.isTextblock
        ? node.textContent
        : `${node.type.name === 'bulletList' ? '(' : ''}${node.children.map(inner).join(' ')}${node.type.name === 'bulletList' ? ')' : ''}`;
    return inner(doc);
  };
  const doc = docOf([list(item('一'), item('二'), item('三', list(item('甲'), item('乙'), item('丙'))))]);
  assert.equal(treeOf(doc), '(一 二 三 (甲 乙 丙))');
  const at = (text: string): number => placeOf(doc, text);
  const both = new Suggester(doc).at(at('二'), at('三')).move('sunk');
  assert.equal(treeOf(both.state.doc), treeOf(doc), 'until it is accepted the list stays');
  assert.equal(treeOf(both.settled(true)), '(一 (二 三 (甲 乙 丙)))');
  assert.equal(treeOf(both.settled(false)), treeOf(doc));
  assert.deepEqual(suggestionsIn(both.move('lifted').state.doc), [], 'the other way takes it back');
  const out = new Suggester(doc).at(at('乙')).move('lifted');
  assert.equal(treeOf(out.settled(true)), '(一 二 三 (甲) 乙 (丙))');
  const more = new Suggester(out.state.doc).at(at('二')).move('sunk').at(at('丙')).move('sunk');
  assert.equal(treeOf(more.settled(true)), '(一 (二) 三 (甲) 乙 (丙))');
  assert.equal(treeOf(new Suggester(doc).at(at('一')).move('lifted').settled(true)), '一 (二 三 (甲 乙 丙))');
  // Under nothing, and deeper than a reader can follow.
  assert.equal(suggestMove(new Suggester(doc).at(at('一')).state, 'sunk'), null);
  const deep = docOf([list(item('一', list(item('二', list(item('三'), item('四'))))))]);
  assert.equal(suggestMove(new Suggester(deep).at(placeOf(deep, '四')).state, 'sunk'), null);
  const two = docOf([list(item('一'), item('二', list(item('甲'), item('乙'))))]);
  const too = new Suggester(two).at(placeOf(two, '乙')).move('sunk').at(placeOf(two, '二')).move('sunk');
  assert.equal(treeOf(too.settled(true)), '(一 二 (甲 (乙)))', 'nor do two together make it so');
});

test('a line of a list within a list becomes one of the other kind, and that list parts around it', () => {
  const item = (text: string, ...under: Block[]) => ({ type: 'listItem' as const, content: [words(text), ...under] });
  const list = (...content: ReturnType<typeof item>[]): Block => ({ type: 'bulletList', content });
  const treeOf = (node: Node): string => {
    if (node.isTextblock) return node.textContent;
    const inner = node.children.map(treeOf).join(' ');
    return { bulletList: `(${inner})`, orderedList: `<${inner}>` }[node.type.name] ?? inner;
  };
  const doc = docOf([
    list(item('一', list(item('甲'), item('乙', list(item('子'))), item('丙')))),
    { type: 'blockquote', content: [list(item('东'), item('西'))] },
  ]);
  const before = '(一 (甲 乙 (子) 丙)) (东 西)';
  assert.equal(treeOf(doc), before);
  const at = (text: string): number => placeOf(doc, text);
  const one = new Suggester(doc).at(at('甲'), at('乙')).form('orderedList').at(at('西')).form('orderedList');
  assert.equal(treeOf(one.state.doc), before, 'until it is accepted the lists stay');
  assert.equal(treeOf(one.settled(true)), '(一 <甲 乙 (子)> (丙)) (东) <西>');
  assert.equal(treeOf(one.settled(false)), before);
  assert.equal(hashOf(one.state.doc, 'all'), hashOf(one.settled(true), 'none'));
  const more = new Suggester(one.state.doc).at(at('子')).form('orderedList');
  assert.equal(treeOf(more.settled(true)), '(一 <甲 乙 <子>> (丙)) (东) <西>');
  assert.equal(
    suggestionsIn(one.at(at('西')).form('orderedList').state.doc).length,
    1,
    'the same once more takes it back',
  );
  assert.equal(suggestForm(new Suggester(doc).at(at('甲')).state, 'bulletList'), null, 'it is one');
  assert.equal(suggestForm(new Suggester(doc).at(at('甲')).state, 'heading2'), null);
});

test('a row and a column become heads of their table, and are none any more', () => {
  const doc = docOf([{ type: 'table', content: [rowOf('班次', '时间'), rowOf('7 路', '七点')] }]);
  const headsIn = (shown: Node): string[] => {
    const heads: string[] = [];
    shown.descendants(({ type, textContent }) => {
      if (type.name === 'tableHeader') heads.push(textContent);
    });
    return heads;
  };
  const one = new Suggester(doc).at(placeOf(doc, '七点')).table('head row');
  assert.deepEqual(headsIn(one.state.doc), []);
  assert.deepEqual(
    suggestionsIn(one.state.doc).map(({ pieces }) => pieces.map(({ wish, text }) => `${String(wish)} ${text}`)),
    [['headed 班次', 'headed 时间']],
  );
  assert.deepEqual(headsIn(one.settled(true)), ['班次', '时间']);
  assert.deepEqual(headsIn(one.settled(false)), []);
  assert.equal(hashOf(one.state.doc, 'none'), hashOf(doc, 'none'));
  assert.equal(hashOf(one.state.doc, 'all'), hashOf(one.settled(true), 'none'));
  // What is put in beneath a wish for heads is none.
  assert.deepEqual(headsIn(one.table('row after').settled(true)), ['班次', '时间']);
  const both = new Suggester(new Suggester(doc).at(4).table('head row').settled(true)).at(4).table('head column');
  assert.deepEqual(headsIn(both.settled(true)), ['班次', '时间', '7 路']);
  const less = new Suggester(both.settled(true)).at(4).table('head row').settled(true);
  assert.deepEqual(headsIn(less), ['班次', '7 路'], 'the corner stays a head of the other side');
  assert.deepEqual(suggestionsIn(both.table('head column').state.doc), [], 'the same once more takes it back');
});

test('what has no other form cannot be suggested', () => {
  const doc = docOf(story);
  const table = new Suggester(doc).at(placeOf(doc, '时间'));
  assert.equal(suggestForm(table.state, 'heading2'), null);
  assert.equal(suggestForm(table.state, 'factBox'), null);
  const state = EditorState.create({ doc });
  const { heading } = workingSchema.nodes;
  assert.ok(heading);
  assert.equal(
    asSuggestion(state.tr.setBlockType(1, 2, heading), state, () => true),
    null,
  );
});

test('whatever is suggested, turning all of it down gives the text as it was, and the desk reads both as the editor does', () => {
  const act = fc.record({
    what: fc.constantFrom('type', 'remove', 'break', 'form', 'move', 'mark', 'link', 'table', 'table'),
    from: fc.nat(110),
    length: fc.nat(14),
    text: fc.constantFrom('新', '请注意', 'a'),
    to: fc.constantFrom(...formNames),
    change: fc.constantFrom<ChangedMark>('toBold', 'toItalic'),
    href: fc.constantFrom('', 'https://example.org/'),
    move: fc.constantFrom<'sunk' | 'lifted'>('sunk', 'lifted'),
    row: fc.constantFrom(...tableActs),
  });
  const before = docOf(story);
  const tableAt = placeOf(before, '班次') + 1;
  const hash = hashOf(before, 'none');
  fc.assert(
    fc.property(fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 2 }), (people) => {
      let doc = before;
      for (const acts of people) {
        const person = new Suggester(doc);
        for (const { what, from, length, text, to, change, href, row, move } of acts) {
          const start = Math.min(from, person.state.doc.content.size);
          person.at(start, Math.min(start + (what === 'break' ? 0 : length), person.state.doc.content.size));
          if (what === 'type') person.type(text);
          else if (what === 'break') person.break();
          else if (what === 'form') person.form(to);
          else if (what === 'mark') person.mark(change);
          else if (what === 'link') person.link(href);
          else if (what === 'move') person.at(30 + (from % 25)).move(move);
          else if (what === 'table') person.at(from > 40 ? tableAt + (from % 12) : start).table(row);
          else person.remove();
        }
        doc = person.state.doc;
      }
      doc.check();
      assert.equal(hashOf(doc, 'none'), hash, 'nothing of it is in what is frozen');
      const all = new Suggester(doc);
      assert.equal(hashOf(all.settled(false), 'none'), hash, 'turned down');
      assert.equal(hashOf(all.settled(true), 'none'), hashOf(doc, 'all'), 'accepted');
    }),
    { numRuns: 60 },
  );
});
