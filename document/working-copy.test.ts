import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as Y from 'yjs';
import {
  parseStoryText,
  renderPlain,
  storyTextFromParagraphs,
  storyTextOf,
  textHash,
  type StoryText,
} from './index.ts';
import { arbitraryRawText } from './testing/arbitrary-text.ts';
import { dose } from './testing/dose.ts';
import {
  readSuggested,
  readWorkingCopy,
  rewriteWorkingCopy,
  setSharedLine,
  sharedTypes,
  stateOf,
  suggestedPassages,
  workingCopyFrom,
  WorkingCopyFault,
} from './working-copy.ts';

const written = (paragraphs: string[]): StoryText =>
  storyTextOf(storyTextFromParagraphs({ language: 'zh-CN', title: '柳河桥封闭检修', deck: '七天', paragraphs }));
const bridge = written(['22 日起封闭。', '绕行老街。', '公交改道。']);

const copyOf = (text: StoryText): Y.Doc => {
  const doc = workingCopyFrom([]);
  rewriteWorkingCopy(doc, text);
  return doc;
};
const read = (doc: Y.Doc): StoryText => storyTextOf(parseStoryText(readWorkingCopy(doc, 'zh-CN'), { draft: true }));

test('any text goes into a working copy and comes out with the same hash', () => {
  fc.assert(
    fc.property(arbitraryRawText, (value) => {
      const parsed = parseStoryText(value, { draft: true });
      fc.pre(parsed.ok);
      const doc = workingCopyFrom([stateOf(copyOf(parsed.text))]);
      const again = storyTextOf(parseStoryText(readWorkingCopy(doc, parsed.text.language), { draft: true }));
      assert.equal(textHash(again), textHash(parsed.text));
    }),
    dose(40),
  );
});

test('a working copy can be made to say any other text', () => {
  fc.assert(
    fc.property(arbitraryRawText, arbitraryRawText, (one, two) => {
      const [before, after] = [parseStoryText(one, { draft: true }), parseStoryText(two, { draft: true })];
      fc.pre(before.ok && after.ok);
      const doc = copyOf(before.text);
      rewriteWorkingCopy(doc, after.text);
      const again = storyTextOf(parseStoryText(readWorkingCopy(doc, after.text.language), { draft: true }));
      assert.equal(textHash(again), textHash(after.text));
    }),
    dose(40),
  );
});

test('two people who write at once in one paragraph and one headline keep both their words', () => {
  const base = stateOf(copyOf(bridge));
  const [one, two] = [workingCopyFrom([base]), workingCopyFrom([base])];
  const hers = rewriteWorkingCopy(one, {
    ...bridge,
    title: '柳河桥今起封闭检修',
    body: written(['6 月 22 日起封闭。', '绕行老街。', '公交改道。']).body,
  });
  const his = rewriteWorkingCopy(two, {
    ...bridge,
    title: '柳河桥封闭检修七天',
    body: written(['22 日起全天封闭。', '绕行老街。', '公交改道。']).body,
  });
  const merged = read(workingCopyFrom([base, his, hers]));
  assert.equal(merged.title, '柳河桥今起封闭检修七天');
  assert.match(JSON.stringify(merged.body), /6 月 22 日起全天封闭。/);
});

test('a headline is not cut within a sign of two halves', () => {
  const doc = workingCopyFrom([]);
  const { title } = sharedTypes(doc);
  setSharedLine(title, '李𠮷说');
  setSharedLine(title, '李𠮾说');
  assert.equal(title.toJSON(), '李𠮾说');
});

test('a box that two people emptied at once is dropped, a list item without words keeps a paragraph', () => {
  const doc = copyOf(bridge);
  const { body } = sharedTypes(doc);
  const list = new Y.XmlElement('bulletList');
  list.insert(0, [new Y.XmlElement('listItem')]);
  body.insert(0, [new Y.XmlElement('blockquote'), new Y.XmlElement('factBox'), list]);
  const { content } = read(doc).body;
  assert.deepEqual(content[0], {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
  });
  assert.equal(content.length, 4);
});

test('signs that no text may hold are left out, not held against everybody who wrote', () => {
  const doc = copyOf(bridge);
  sharedTypes(doc).deck.insert(0, '\u0000\u202e');
  assert.equal(read(doc).deck, '七天');
});

const paragraph = (...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const one = new Y.XmlElement('paragraph');
  one.insert(0, children);
  return one;
};
const marked = (attributes: object): Y.XmlElement => {
  const text = new Y.XmlText();
  text.applyDelta([{ insert: '桥', attributes }]);
  return paragraph(text);
};
const one = '0b5f3c1e-0000-4000-8000-000000000001';
const two = '0b5f3c1e-0000-4000-8000-000000000002';
const wordsAt = (doc: Y.Doc, at: number): Y.XmlText =>
  (sharedTypes(doc).body.get(at) as Y.XmlElement).get(0) as Y.XmlText;
const asElement = (doc: Y.Doc, at: number): Y.XmlElement => sharedTypes(doc).body.get(at) as Y.XmlElement;
const plainOf = (doc: Y.Doc, taking: 'none' | 'all'): string =>
  renderPlain(storyTextOf(parseStoryText(readWorkingCopy(doc, 'zh-CN', taking), { draft: true })))
    .split('\n')
    .slice(4)
    .join('\n');

/** 22 日起[-封闭-]{+禁止通行+}。| 绕行老街。{+↵请提前出门。+} | {-↵-}公交改道。 */
function suggestIn(doc: Y.Doc): void {
  wordsAt(doc, 0).format(5, 2, { deleted: { id: one } });
  wordsAt(doc, 0).insert(7, '禁止通行', { inserted: { id: one }, deleted: null });
  const more = new Y.XmlElement('paragraph');
  more.setAttribute('inserted', two);
  const words = new Y.XmlText();
  words.applyDelta([{ insert: '请提前出门。', attributes: { inserted: { id: two } } }]);
  more.insert(0, [words]);
  sharedTypes(doc).body.insert(2, [more]);
  asElement(doc, 3).setAttribute('deleted', two);
}

test('until a suggestion is accepted the text reads without it; with all of them it reads as proposed', () => {
  const doc = copyOf(bridge);
  suggestIn(doc);
  assert.equal(textHash(read(doc)), textHash(bridge), 'none of them is in what is frozen');
  assert.equal(plainOf(doc, 'all'), '22 日起禁止通行。\n\n绕行老街。\n\n请提前出门。公交改道。');
  assert.deepEqual([...readSuggested(doc, 'zh-CN').suggestions].toSorted(), [one, two]);
});

test('what is suggested is told line by line, what goes and what comes beside what stays', () => {
  const doc = copyOf(bridge);
  suggestIn(doc);
  asElement(doc, 1).setAttribute('form', `${two} heading2`);
  wordsAt(doc, 1).format(0, 2, { toLink: { id: one, href: 'https://example.org/' } });
  sharedTypes(doc).wishes.set(one, 'title 柳河桥封闭七天');
  const row = (...cells: string[]): Y.XmlElement => {
    const made = new Y.XmlElement('tableRow');
    made.insert(
      0,
      cells.map((said) => {
        const cell = new Y.XmlElement('tableCell');
        cell.insert(0, [paragraph(new Y.XmlText(said))]);
        return cell;
      }),
    );
    return made;
  };
  const more = row('7 路', '七点');
  more.setAttribute('inserted', one);
  const table = new Y.XmlElement('table');
  table.insert(0, [row('班次', '时间'), more]);
  sharedTypes(doc).body.insert(4, [table]);
  for (const at of [0, 1]) ((table.get(at) as Y.XmlElement).get(1) as Y.XmlElement).setAttribute('deleted', two);
  ((table.get(0) as Y.XmlElement).get(0) as Y.XmlElement).setAttribute('form', `${one} headed`);
  const said = suggestedPassages(sharedTypes(doc), 3).map(({ part, runs }) =>
    [part, ...runs.map(({ kind, what, text, wish }) => `${kind} ${wish ?? what} ${text}`)].join(' | '),
  );
  assert.deepEqual(said, [
    `title | deleted words ${bridge.title} | inserted words 柳河桥封闭七天`,
    'body | same words … 日起 | deleted words 封闭 | inserted words 禁止通行 | same words 。',
    'body | formed heading2  | formed toLink 绕行 | same words 老街。',
    'body | inserted break  | inserted words 请提前出门。',
    'body | deleted break  | same words 公交改…',
    'body | deleted column 时间 · 七点',
    'body | formed headed  | same words 班次',
    'body | inserted tableRow 7 路 · 七点',
  ]);
});

test('another form and bold words that are suggested are there once they are taken, and nowhere before', () => {
  const doc = copyOf(bridge);
  asElement(doc, 0).setAttribute('form', `${one} heading3`);
  asElement(doc, 1).setAttribute('form', `${two} bulletList`);
  wordsAt(doc, 1).format(0, 2, { toBold: { id: two, on: true } });
  assert.equal(textHash(read(doc)), textHash(bridge));
  assert.deepEqual([...readSuggested(doc, 'zh-CN').suggestions].toSorted(), [one, two]);
  const { body } = storyTextOf(parseStoryText(readWorkingCopy(doc, 'zh-CN', 'all'), { draft: true }));
  const [heading, list] = body.content;
  assert.deepEqual(heading?.type === 'heading' && heading.attrs, { level: 3 });
  assert.equal(list?.type, 'bulletList');
  assert.match(JSON.stringify(list), /"marks":\[\{"type":"bold"\}\]/);
});

test('another headline, a link, a row and a table that are suggested are there once they are taken, and nowhere before', () => {
  const table = (doc: Y.Doc): Y.XmlElement => asElement(doc, 3);
  const row = (...cells: string[]): Y.XmlElement => {
    const made = new Y.XmlElement('tableRow');
    made.insert(
      0,
      cells.map((words) => {
        const cell = new Y.XmlElement('tableCell');
        cell.insert(0, [paragraph(new Y.XmlText(words))]);
        return cell;
      }),
    );
    return made;
  };
  const doc = copyOf(bridge);
  const whole = new Y.XmlElement('table');
  whole.insert(0, [row('班次', '时间'), row('12 路', '六点')]);
  sharedTypes(doc).body.insert(3, [whole]);
  const before = textHash(read(doc));
  const more = row('7 路', '七点');
  more.setAttribute('inserted', one);
  table(doc).insert(1, [more]);
  (table(doc).get(2) as Y.XmlElement).setAttribute('deleted', one);
  wordsAt(doc, 0).format(0, 4, { toLink: { id: two, href: 'https://example.org/' } });
  sharedTypes(doc).wishes.set(one, 'title 柳河桥封闭七天');
  const further = new Y.XmlElement('table');
  further.setAttribute('inserted', two);
  further.insert(0, [row('绕行')]);
  sharedTypes(doc).body.insert(4, [further]);
  assert.equal(textHash(read(doc)), before, 'none of them is in what is frozen');
  assert.deepEqual([...readSuggested(doc, 'zh-CN').suggestions].toSorted(), [one, two]);
  const proposed = readWorkingCopy(doc, 'zh-CN', 'all');
  assert.equal(proposed.title, '柳河桥封闭七天');
  const said = JSON.stringify(proposed.body);
  assert.match(said, /"marks":\[\{"type":"link","attrs":\{"href":"https:\/\/example.org\/"\}\}\]/);
  assert.match(said, /七点/);
  assert.doesNotMatch(said, /六点/);
  assert.match(said, /绕行"\}\]\}\]\}\]\}\]/, 'the second table');
  rewriteWorkingCopy(doc, { ...read(doc), title: '另一个标题' }, { keepSuggestions: true });
  assert.equal(sharedTypes(doc).wishes.size, 0, 'it was about a headline that is gone');
});

test('words behind a suggested break belong to those before it; a suggested item of a list and a picture are not there', () => {
  const doc = copyOf(bridge);
  const { body } = sharedTypes(doc);
  // 绕行|老街 parted in two, as a suggestion.
  wordsAt(doc, 1).delete(2, 3);
  const rest = paragraph(new Y.XmlText('老街。'));
  rest.setAttribute('inserted', one);
  body.insert(2, [rest]);
  const figure = new Y.XmlElement('figure');
  figure.setAttribute('hash', 'a'.repeat(64));
  figure.setAttribute('inserted', one);
  body.insert(1, [figure]);
  assert.equal(textHash(read(doc)), textHash(bridge));
  assert.deepEqual([...readSuggested(doc, 'zh-CN').pictures], ['a'.repeat(64)], 'it must be stored all the same');
  const items = ['米', '面', '油'].map((text) => {
    const item = new Y.XmlElement('listItem');
    item.insert(0, [paragraph(new Y.XmlText(text))]);
    return item;
  });
  const list = new Y.XmlElement('bulletList');
  list.insert(0, items);
  body.insert(0, [list]);
  ((list.get(1) as Y.XmlElement).get(0) as Y.XmlElement).setAttribute('inserted', two);
  assert.match(plainOf(doc, 'none'), /米面\n.*油/);
  assert.match(plainOf(doc, 'all'), /米\n.*面\n.*油/);
});

test('a text saved elsewhere keeps the suggestions in what it did not change', () => {
  const doc = copyOf(bridge);
  suggestIn(doc);
  rewriteWorkingCopy(doc, written(['请注意：', '22 日起封闭。', '绕行老街。', '公交改走新桥。']), {
    keepSuggestions: true,
  });
  assert.equal(plainOf(doc, 'none'), '请注意：\n\n22 日起封闭。\n\n绕行老街。\n\n公交改走新桥。');
  assert.equal(plainOf(doc, 'all'), '请注意：\n\n22 日起禁止通行。\n\n绕行老街。\n\n请提前出门。\n\n公交改走新桥。');
  // A box that two people emptied stands among the blocks: the text is right all the same.
  sharedTypes(doc).body.insert(0, [new Y.XmlElement('blockquote')]);
  rewriteWorkingCopy(doc, written(['22 日起封闭。', '公交改道。']), { keepSuggestions: true });
  assert.equal(plainOf(doc, 'none'), '22 日起封闭。\n\n公交改道。');
  rewriteWorkingCopy(doc, bridge);
  assert.equal(readSuggested(doc, 'zh-CN').suggestions.size, 0);
  assert.equal(textHash(read(doc)), textHash(bridge));
});

const hostile: Record<string, (doc: Y.Doc) => void> = {
  'bare text among the blocks': (doc) => sharedTypes(doc).body.insert(0, [new Y.XmlText('x')]),
  'an unknown block': (doc) => sharedTypes(doc).body.insert(0, [new Y.XmlElement('script')]),
  'a block with the name of a property': (doc) => sharedTypes(doc).body.insert(0, [new Y.XmlElement('__proto__')]),
  'a hook': (doc) => sharedTypes(doc).body.insert(0, [new Y.XmlHook('paragraph') as unknown as Y.XmlText]),
  'a heading in a quotation': (doc) => {
    const quote = new Y.XmlElement('blockquote');
    quote.insert(0, [new Y.XmlElement('heading')]);
    sharedTypes(doc).body.insert(0, [quote]);
  },
  'a block in a paragraph': (doc) => sharedTypes(doc).body.insert(0, [paragraph(new Y.XmlElement('figure'))]),
  'an embedded object': (doc) => {
    const text = new Y.XmlText();
    text.insertEmbed(0, { image: 'x' });
    sharedTypes(doc).body.insert(0, [paragraph(text)]);
  },
  'an unknown mark': (doc) => sharedTypes(doc).body.insert(0, [marked({ colour: {} })]),
  'a mark that is no object': (doc) => sharedTypes(doc).body.insert(0, [marked({ bold: true })]),
  'a link that runs a script': (doc) => sharedTypes(doc).body.insert(0, [marked({ link: { href: 'javascript:1' } })]),
  'an unknown attribute': (doc) => {
    const one = new Y.XmlElement('paragraph');
    one.setAttribute('onclick', 'x');
    sharedTypes(doc).body.insert(0, [one]);
  },
  'a heading of level 9': (doc) => {
    const one = new Y.XmlElement<{ level: number }>('heading');
    one.setAttribute('level', 9);
    sharedTypes(doc).body.insert(0, [one as unknown as Y.XmlElement]);
  },
  'a picture without its hash': (doc) => sharedTypes(doc).body.insert(0, [new Y.XmlElement('figure')]),
  'a suggestion without an id': (doc) => sharedTypes(doc).body.insert(0, [marked({ inserted: {} })]),
  'a suggestion that says whose it is': (doc) =>
    sharedTypes(doc).body.insert(0, [marked({ deleted: { id: one, by: 'somebody' } })]),
  'a form that no text has': (doc) => {
    const words = new Y.XmlElement('paragraph');
    words.setAttribute('form', `${one} table`);
    sharedTypes(doc).body.insert(0, [words]);
  },
  'bold words of which nobody says whether': (doc) =>
    sharedTypes(doc).body.insert(0, [marked({ toBold: { id: one } })]),
  'a form of a picture': (doc) => {
    const figure = new Y.XmlElement('figure');
    figure.setAttribute('hash', 'a'.repeat(64));
    figure.setAttribute('form', `${one} paragraph`);
    sharedTypes(doc).body.insert(0, [figure]);
  },
  'a suggested list': (doc) => {
    const list = new Y.XmlElement('bulletList');
    list.setAttribute('inserted', one);
    sharedTypes(doc).body.insert(0, [list]);
  },
  'more suggestions than anybody makes': (doc) => {
    const text = new Y.XmlText();
    text.applyDelta(
      Array.from({ length: 4_100 }, (_, i) => ({
        insert: '桥',
        attributes: { inserted: { id: `${one.slice(0, -4)}${i.toString(16).padStart(4, '0')}` } },
      })),
    );
    sharedTypes(doc).body.insert(0, [paragraph(text)]);
  },
  'a wish for a line that no text has': (doc) => sharedTypes(doc).wishes.set(one, 'byline 某人'),
  'a wish without an id': (doc) => sharedTypes(doc).wishes.set('title', 'title 桥'),
  'wishes without end': (doc) => {
    for (let at = 0; at < 101; at += 1)
      sharedTypes(doc).wishes.set(`${one.slice(0, -4)}${at.toString(16).padStart(4, '0')}`, 'title 桥');
  },
  'a wish as long as a book': (doc) => sharedTypes(doc).wishes.set(one, `deck ${'长'.repeat(2_000)}`),
  'a suggested link that runs a script': (doc) =>
    sharedTypes(doc).body.insert(0, [marked({ toLink: { id: one, href: 'javascript:1' } })]),
  'a cell that nobody suggested': (doc) => {
    const [table, row, cell] = ['table', 'tableRow', 'tableCell'].map((name) => new Y.XmlElement(name));
    if (!table || !row || !cell) return;
    cell.setAttribute('inserted', 'nobody');
    row.insert(0, [cell]);
    table.insert(0, [row]);
    sharedTypes(doc).body.insert(0, [table]);
  },
  'another shared type': (doc) => doc.getMap('more').set('a', 1),
  'a bold headline': (doc) => sharedTypes(doc).title.format(0, 2, { bold: {} }),
  'a headline as long as a book': (doc) => sharedTypes(doc).title.insert(0, '长'.repeat(2_000)),
  'a body as long as a library': (doc) =>
    sharedTypes(doc).body.insert(0, [paragraph(new Y.XmlText('长'.repeat(400_000)))]),
  'boxes within boxes without end': (doc) => {
    let inner = paragraph();
    for (let depth = 0; depth < 40; depth += 1) {
      const [list, item] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')];
      item.insert(0, [new Y.XmlElement('paragraph'), inner]);
      list.insert(0, [item]);
      inner = list;
    }
    sharedTypes(doc).body.insert(0, [inner]);
  },
};

test('what no editor of ours can have written is found', async (t) => {
  const base = stateOf(copyOf(bridge));
  for (const [what, write] of Object.entries(hostile))
    await t.test(what, () => {
      const theirs = workingCopyFrom([base]);
      write(theirs);
      const ours = workingCopyFrom([base, stateOf(theirs)]);
      assert.throws(() => readWorkingCopy(ours, 'zh-CN'), WorkingCopyFault);
    });
});

test('an update that rests on pieces never sent is found', () => {
  const theirs = workingCopyFrom([stateOf(copyOf(bridge))]);
  sharedTypes(theirs).title.insert(0, '一');
  const between = Y.encodeStateVector(theirs);
  sharedTypes(theirs).title.insert(1, '二');
  const ours = workingCopyFrom([stateOf(copyOf(bridge)), Y.encodeStateAsUpdate(theirs, between)]);
  assert.throws(() => readWorkingCopy(ours, 'zh-CN'), WorkingCopyFault);
});
