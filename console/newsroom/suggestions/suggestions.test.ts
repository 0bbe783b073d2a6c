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
import { suggestOut, suggestRow, suggestTable } from './suggest-table.ts';

const words = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const story: Block[] = [
  words('二十二日起封闭。'),
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '怎么走' }] },
  {
    type: 'bulletList',
    content: ['绕行老街', '走新桥'].map((text) => ({ type: 'listItem', content: [words(text)] })),
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
  table(what: 'new' | 'row before' | 'row after' | 'row out' | 'table out'): this {
    if (what === 'new') this.#put(suggestTable(this.state));
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

test('a row comes with its words and goes, and a table with its last row', () => {
  const row = (...cells: string[]) => ({
    type: 'tableRow' as const,
    content: cells.map((text) => ({ type: 'tableCell' as const, content: [words(text) as never] })),
  });
  const doc = docOf([{ type: 'table', content: [row('班次', '时间'), row('7 路', '七点')] }]);
  const rowsOf = (shown: Node): string[] =>
    Array.from({ length: shown.firstChild?.type.name === 'table' ? shown.firstChild.childCount : 0 }, (_, i) => {
      const one = shown.firstChild?.child(i);
      return one ? one.textBetween(0, one.content.size, '|') : '';
    });
  const one = new Suggester(doc).at(4).table('row after').type('12 路');
  assert.deepEqual(rowsOf(one.state.doc), ['班次|时间', '12 路|', '7 路|七点']);
  assert.equal(suggestionsIn(one.state.doc).length, 1, 'what I write in my row belongs to it');
  assert.deepEqual(rowsOf(one.settled(false)), ['班次|时间', '7 路|七点']);
  assert.deepEqual(rowsOf(one.settled(true)), ['班次|时间', '12 路|', '7 路|七点']);
  assert.deepEqual(rowsOf(one.table('row out').state.doc), ['班次|时间', '7 路|七点'], 'my own row really goes');
  const two = new Suggester(doc).at(4).table('row out');
  assert.deepEqual(rowsOf(two.settled(true)), ['7 路|七点']);
  const all = new Suggester(two.state.doc).at(20).table('row out');
  assert.deepEqual(shapeOf(all.settled(true)), ['paragraph ']);
  assert.deepEqual(rowsOf(all.settled(false)), ['班次|时间', '7 路|七点']);
  const whole = new Suggester(docOf([words('时刻如下。')])).at(2).table('new').type('班次');
  assert.deepEqual(shapeOf(whole.settled(false)), ['paragraph 时刻如下。']);
  assert.match(shapeOf(whole.settled(true)).join(), /table 班次/);
});

test('what has no other form cannot be suggested', () => {
  const doc = docOf(story);
  const table = new Suggester(doc).at(doc.content.size - 14);
  assert.equal(suggestForm(table.state, 'heading2'), null);
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
    what: fc.constantFrom('type', 'remove', 'remove', 'break', 'form', 'form', 'mark', 'link', 'table', 'table'),
    from: fc.nat(90),
    length: fc.nat(14),
    text: fc.constantFrom('新', '请注意', 'a'),
    to: fc.constantFrom(...formNames),
    change: fc.constantFrom<ChangedMark>('toBold', 'toItalic'),
    href: fc.constantFrom('', 'https://example.org/'),
    row: fc.constantFrom(
      'new' as const,
      'row before' as const,
      'row after' as const,
      'row out' as const,
      'table out' as const,
    ),
  });
  const before = docOf(story);
  const hash = hashOf(before, 'none');
  fc.assert(
    fc.property(fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 2 }), (people) => {
      let doc = before;
      for (const acts of people) {
        const person = new Suggester(doc);
        for (const { what, from, length, text, to, change, href, row } of acts) {
          const start = Math.min(from, person.state.doc.content.size);
          person.at(start, Math.min(start + (what === 'break' ? 0 : length), person.state.doc.content.size));
          if (what === 'type') person.type(text);
          else if (what === 'break') person.break();
          else if (what === 'form') person.form(to);
          else if (what === 'mark') person.mark(change);
          else if (what === 'link') person.link(href);
          else if (what === 'table') person.at(from > 40 ? 60 : start).table(row);
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
