import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as Y from 'yjs';
import {
  canonicalText,
  changedParts,
  countCharacters,
  difference,
  excerpt,
  figuresIn,
  limits,
  parseStoryText,
  pictureHashes,
  renderHtml,
  renderPlain,
  renderSpeech,
  storyTextFromParagraphs,
  storyTextOf,
  textHash,
  unfinishedParts,
  type PlainBlock,
  type StoryText,
} from './index.ts';
import { checkText } from './checks/index.ts';
import {
  anchorOfQuote,
  readWorkingCopy,
  rewriteWorkingCopy,
  sharedTypes,
  stateOf,
  workingCopyFrom,
  WorkingCopyFault,
} from './working-copy.ts';

const written = (...paragraphs: PlainBlock[]): StoryText =>
  storyTextOf(storyTextFromParagraphs({ language: 'zh-CN', title: '老井', paragraphs }));
const figure = (letter: string, more = {}) => ({
  hash: letter.repeat(64),
  width: 900,
  height: 600,
  alt: `井栏${letter}`,
  caption: `第${letter}道`,
  credit: '陈溪 摄',
  ...more,
});
const noFigure = { resolveFigure: () => null };
const codes = (...content: object[]): string[] => {
  const parsed = parseStoryText({ v: 3, language: 'en', title: 'a', deck: '', body: { type: 'doc', content } });
  return parsed.ok ? [] : parsed.errors.map(({ path, code }) => `${path.replace('/body/content/0', '')} ${code}`);
};
const well = written('井深**三丈**[^《县志》卷三，第 12 页。]，水甜。', {
  list: ['早上[^六点到八点。]打水'],
});

test('a text with a footnote or a gallery is version 3; one without keeps its version and its hash', () => {
  const plain = written('井深三丈。');
  assert.equal(plain.v, 1);
  assert.equal(textHash({ ...plain, v: 3 }), textHash(plain));
  assert.equal(written('水。', { table: [['一', '二']] }).v, 2);
  assert.equal(well.v, 3);
  assert.match(canonicalText(well), /"v":3/);
  assert.equal(written({ table: [['一[^注]', '二']] }).v, 3);
  assert.equal(written('水。', { gallery: [figure('a'), figure('b')] }).v, 3);
});

test('a note is words on one line: breaks become spaces, a blank one goes, one within another is refused', () => {
  const note = (...content: object[]) => ({ type: 'footnote', content });
  const words = (text: string) => ({ type: 'text', text });
  const body = [
    {
      type: 'paragraph',
      content: [
        words('井'),
        note(words(' \n卷三\t'), { type: 'hardBreak' }, words('页 ')),
        words('水'),
        note(words('  ')),
        words('甜'),
      ],
    },
  ];
  const text = storyTextOf(
    parseStoryText({ v: 1, language: 'zh-CN', title: 'a', deck: '', body: { type: 'doc', content: body } }),
  );
  assert.deepEqual(text.body.content, [
    {
      type: 'paragraph',
      content: [words('井'), note(words('卷三  页')), words('水甜')],
    },
  ]);
  assert.deepEqual(codes({ type: 'paragraph', content: [note(note(words('x')))] }), [
    '/content/0/content/0 NotAllowedHere',
  ]);
  assert.deepEqual(codes({ type: 'paragraph', content: [{ ...note(words('x')), attrs: { id: '1' } }] }), [
    '/content/0/attrs Unknown',
  ]);
  assert.deepEqual(codes(note(words('x'))), ['/type UnknownNode']);
  const many = (count: number) => ({
    type: 'paragraph',
    content: Array.from({ length: count }, () => note(words('x'))),
  });
  assert.deepEqual(codes(many(limits.footnotes)), []);
  assert.deepEqual(codes(many(limits.footnotes + 1)), ['/content/200/content TooLong']);
  assert.equal(codes(many(10_000)).length, 2, 'ten thousand are told once, and as too many nodes');
  assert.deepEqual(codes({ type: 'paragraph', content: [note(words('x'.repeat(1_001)))] }), [
    '/content/0/content TooLong',
  ]);
});

test('notes are numbered in order and stand at the end, with a way there and back', () => {
  const html = renderHtml(well, noFigure);
  assert.match(
    html,
    /<strong>三丈<\/strong><sup class="note-mark"><a id="note-1-mark" href="#note-1" role="doc-noteref" aria-label="注 1">1<\/a><\/sup>，水甜。/,
  );
  assert.match(
    html,
    /<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">注释<\/h2><ol>/,
  );
  assert.match(
    html,
    /<li id="note-2">六点到八点。 <a class="note-back" href="#note-2-mark" role="doc-backlink" aria-label="回到正文注 2 处">↩<\/a><\/li><\/ol><\/section>$/,
  );
  assert.ok(!renderHtml(written('水。'), noFigure).includes('notes'), 'no notes, no list of them');
  assert.equal(
    renderPlain(well),
    '老井\n\n井深三丈[1]，水甜。\n\n• 早上[2]打水\n\n[1] 《县志》卷三，第 12 页。\n[2] 六点到八点。',
  );
  assert.equal(
    renderSpeech(well),
    '老井。\n井深三丈，水甜。\n注：《县志》卷三，第 12 页。\n早上打水。\n注：六点到八点。',
  );
  assert.equal(excerpt(well, 40), '井深三丈，水甜。');
  assert.equal(countCharacters(written('井。[^注。]')), 4, 'its words are words of the text');
  const nested = renderHtml(written('看[**这里**](https://example.org/)[^见[附录](/a)]'), noFigure);
  assert.ok(!/<a [^>]*>(?:(?!<\/a>).)*<a /.test(nested), 'no link within a link');
});

test('a difference shows what changed in a note, and tells a note from words in brackets', () => {
  const after = written('井深**三丈**[^《县志》卷五，第 12 页。]，水甜。', { list: ['早上[^六点到八点。]打水'] });
  const found = difference(well, after);
  assert.equal(found.changeCount, 1);
  assert.deepEqual(
    found.blocks.flatMap(({ runs }) =>
      runs.filter(({ kind }) => kind !== 'same').map(({ kind, part, text }) => [kind, part, text]),
    ),
    [
      ['del', 'note', '三'],
      ['ins', 'note', '五'],
    ],
  );
  const changes = (one: string, two: string): number => difference(written(one), written(two)).changeCount;
  assert.equal(changes('井[^一][^二]', '井[^一〕〔二]'), 1);
  assert.equal(changes('井〔一〕', '井[^一]'), 1);
  assert.deepEqual(changedParts(well, after), ['body'], 'what is signed again is what a change of words asks for');
});

test('what is found in a note has a passage of its own, and nothing is found across it', () => {
  const rules = { off: [], terms: [], placeNames: [] };
  const doubled = checkText(written('水很很甜的的。[^见见县志的的。]'), rules).filter(
    ({ check }) => check === 'doubled-words',
  );
  assert.ok(doubled.some(({ path }) => path === '/body/content/0/content/1'));
  assert.equal(
    checkText(written('水是的[^注。]的确甜。'), rules).filter(({ check }) => check === 'doubled-words').length,
    0,
  );
});

test('notes are written together, also away from the line, and a blank one waits for its words', () => {
  const doc = workingCopyFrom([]);
  rewriteWorkingCopy(doc, well);
  const noteOf = (of: Y.Doc): Y.XmlText => {
    const line = sharedTypes(of).body.get(0) as Y.XmlElement;
    const note = line.toArray().find((one) => one instanceof Y.XmlElement && one.nodeName === 'footnote');
    return (note as Y.XmlElement).get(0) as Y.XmlText;
  };
  const away = workingCopyFrom([stateOf(doc)]);
  noteOf(doc).insert(0, '见');
  noteOf(away).insert(noteOf(away).length, '又见碑记。');
  Y.applyUpdate(doc, stateOf(away));
  const read = (): StoryText => storyTextOf(parseStoryText(readWorkingCopy(doc, 'zh-CN'), { draft: true }));
  assert.match(renderPlain({ ...read(), title: 'a' }), /\[1\] 见《县志》卷三，第 12 页。又见碑记。/);
  assert.ok(
    anchorOfQuote(sharedTypes(doc).body, { quote: '碑记', before: '', after: '' }),
    'a comment finds its words',
  );
  const blank = new Y.XmlElement('footnote');
  (sharedTypes(doc).body.get(0) as Y.XmlElement).push([blank]);
  assert.equal(textHash(read()), textHash(storyTextOf(parseStoryText(readWorkingCopy(doc, 'zh-CN'), { draft: true }))));
  for (const bad of [new Y.XmlElement('footnote'), new Y.XmlElement('hardBreak')]) {
    const hostile = workingCopyFrom([stateOf(doc)]);
    (noteOf(hostile).parent as Y.XmlElement).push([bad]);
    assert.throws(() => readWorkingCopy(hostile, 'zh-CN'), WorkingCopyFault);
  }
  const flood = workingCopyFrom([stateOf(doc)]);
  (sharedTypes(flood).body.get(0) as Y.XmlElement).push(
    Array.from({ length: 10_000 }, () => new Y.XmlElement('footnote')),
  );
  assert.throws(() => readWorkingCopy(flood, 'zh-CN'), WorkingCopyFault);
});

test('a gallery holds two to twelve pictures, which count as every picture does', () => {
  const gallery = written('水。', { gallery: [figure('a'), figure('b', { alt: '' })] }, { figure: figure('c') });
  assert.deepEqual(
    pictureHashes(gallery),
    ['a', 'b', 'c'].map((letter) => letter.repeat(64)),
  );
  assert.deepEqual(unfinishedParts(gallery), [
    { path: '/body/content/1/content/1/attrs/alt', code: 'AlternativeTextMissing' },
  ]);
  assert.deepEqual(
    figuresIn(gallery).map(({ path }) => path),
    ['/body/content/1/content/0/attrs', '/body/content/1/content/1/attrs', '/body/content/2/attrs'],
  );
  const row = (count: number) => ({
    type: 'gallery',
    content: Array.from({ length: count }, () => ({ type: 'figure', attrs: figure('a') })),
  });
  assert.deepEqual(codes(row(12)), []);
  assert.deepEqual(codes(row(0)), ['/content Empty']);
  assert.deepEqual(codes(row(1)), ['/content BadValue']);
  assert.deepEqual(codes(row(13)), ['/content TooLong']);
  assert.deepEqual(codes({ type: 'gallery', content: [row(2), row(2)] }), [
    '/content/0 NotAllowedHere',
    '/content/1 NotAllowedHere',
  ]);
  assert.deepEqual(codes({ type: 'blockquote', content: [row(2)] }), ['/content/0 NotAllowedHere', '/content Empty']);
});

test('a gallery is a named group of figures, each of which opens its picture, and is read aloud in order', () => {
  const text = written('水。', { gallery: [figure('a'), figure('b')] });
  const resolveFigure = () => ({ src: '/s.webp', width: 9, height: 6, href: '/large.webp' });
  assert.match(
    renderHtml(text, { resolveFigure }),
    /<div class="gallery" role="group" aria-label="图集，共 2 张"><figure><a class="opens" href="\/large\.webp"><img src="\/s\.webp"/,
  );
  assert.ok(!renderHtml(written({ figure: figure('a') }, '水。'), { resolveFigure }).includes('opens'));
  assert.equal(renderPlain(text).split('\n').at(-1), '（图片：第b道，陈溪 摄）');
  assert.match(renderSpeech(text), /图集，共 2 张。\n图片：井栏a。第a道。/);
  const turned = written('水。', { gallery: [figure('b'), figure('a')] });
  assert.deepEqual(changedParts(text, turned), ['picture', 'caption']);
  assert.ok(difference(text, turned).changeCount > 0);
});

test('pictures of a gallery that two people change at once are all kept', () => {
  const doc = workingCopyFrom([]);
  rewriteWorkingCopy(doc, written('水。', { gallery: Array.from({ length: 12 }, () => figure('a')) }));
  const row = (of: Y.Doc): Y.XmlElement => sharedTypes(of).body.get(1) as Y.XmlElement;
  const put = (of: Y.Doc, letter: string): void => {
    const one = new Y.XmlElement('figure');
    for (const [name, value] of Object.entries(figure(letter))) one.setAttribute(name, value as string);
    row(of).insert(0, [one]);
  };
  const away = workingCopyFrom([stateOf(doc)]);
  put(doc, 'b');
  put(away, 'c');
  Y.applyUpdate(doc, stateOf(away));
  const read = (): StoryText => storyTextOf(parseStoryText(readWorkingCopy(doc, 'zh-CN'), { draft: true }));
  assert.equal(figuresIn(read()).length, 14);
  assert.deepEqual(
    read().body.content.map(({ type }) => type),
    ['paragraph', 'gallery', 'gallery'],
  );
  row(doc).delete(1, 13);
  assert.deepEqual(
    read().body.content.map(({ type }) => type),
    ['paragraph', 'figure'],
    'one picture is no gallery',
  );
});
