import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyTextFromParagraphs, storyTextOf } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { DocxFault, isTracked, readDocx } from '@xiangyin/document/from-docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { withTracked } from './with-tracked.ts';
import { writeDocx } from './write-docx.ts';

const hash = 'a'.repeat(64);
const text: StoryText = storyTextOf(
  storyTextFromParagraphs({
    language: 'zh-CN',
    title: '老井 <修好> & 开放',
    deck: '清了淤，换了石栏。',
    paragraphs: [
      '镇上最老的一口井**停用了三年**，看[这里](https://example.org/a?b=1&c=2)。',
      { heading: '怎么打水' },
      { list: ['先压一下', '等水清'], ordered: true },
      { list: ['早上六点', '晚上八点'] },
      {
        table: [
          ['钟点', '谁'],
          ['早上', ''],
        ],
      },
      { quote: ['“水是甜的。”'] },
      { figure: { hash, width: 900, height: 600, alt: '老井', caption: '井边', credit: '陈溪 摄' } },
    ],
  }),
);
const bytes = writeDocx({
  text,
  facts: '村里的事 · 柳河镇通讯员',
  signaturesTitle: '签字',
  signatures: ['一审 周砚 同意'],
  pictures: new Map([[hash, { bytes: strToU8('jpeg'), width: 900, height: 600 }]]),
});

test('what is written as a Word file reads back as it was: headings, lists, links, bold words, pictures', async () => {
  const blocks = await readDocx(bytes);
  assert.deepEqual(
    blocks.map((block) => block.type),
    [
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
      'heading',
      'orderedList',
      'bulletList',
      'table',
      'blockquote',
      'picture',
      'paragraph',
      'heading',
      'paragraph',
    ],
  );
  const [title, , , first] = blocks;
  assert.deepEqual(title, {
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text: '老井 <修好> & 开放' }],
  });
  assert.deepEqual(first, text.body.content[0]);
  assert.deepEqual(blocks[5], text.body.content[2]);
  assert.deepEqual(blocks[7], text.body.content[4]);
  const picture = blocks[9];
  assert.ok(
    picture?.type === 'picture' && picture.src === `data:image/jpeg;base64,${btoa('jpeg')}` && picture.alt === '老井',
  );
  assert.match(JSON.stringify(blocks), /井边 陈溪 摄/);
});

test('suggestions are Word’s tracked changes, and come back as suggestions when asked', async () => {
  const id = '0b5f3c1e-0000-4000-8000-000000000001';
  const mark = (type: string) => ({ type, attrs: { id } });
  const body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '水位' },
          { type: 'text', text: '涨', marks: [mark('deleted')] },
          { type: 'text', text: '退', marks: [{ type: 'bold' }, mark('inserted')] },
          { type: 'text', text: '了。' },
        ],
      },
      {
        type: 'paragraph',
        attrs: { inserted: id },
        content: [{ type: 'text', text: '先看。', marks: [mark('inserted')] }],
      },
    ],
  } as unknown as StoryText['body'];
  const file = writeDocx({
    text: { ...text, body },
    facts: '',
    signatures: [],
    signaturesTitle: '',
    pictures: new Map(),
    suggestions: new Map([[id, { by: '周<砚>', at: '2026-11-22T10:59:00.000Z' }]]),
  });
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  assert.match(xml, /<w:del w:id="\d+" w:author="周&lt;砚&gt;" w:date="2026-11-22T10:59:00Z"><w:r>.{0,40}<w:delText/);
  assert.match(xml, /<w:pStyle w:val="Normal"\/><w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr>/);
  assert.ok(isTracked(file) && !isTracked(bytes));
  const words = (blocks: readonly object[]): unknown =>
    (blocks.slice(-2) as { content: { text: string; marks?: { type: string }[] }[] }[]).map(({ content }) =>
      content.map((node) => [node.text, ...(node.marks ?? []).map(({ type }) => type)].join(' ')),
    );
  assert.deepEqual(words(await readDocx(file)), [['水位', '退 bold', '了。'], ['先看。']], 'as accepted');
  const suggested = withTracked(await readDocx(file, { tracked: true }));
  assert.deepEqual(words(suggested), [['水位', '涨 deleted', '退 bold inserted', '了。'], ['先看。 inserted']]);
});

test('rows, columns and tables that are suggested are tracked in Word, and come back as suggestions or as if accepted', async () => {
  const [row, column, gone, table] = [1, 2, 3, 4].map((n) => `0b5f3c1e-0000-4000-8000-00000000000${n}`);
  const cell = (words: string, attrs = {}) => ({
    type: 'tableCell',
    attrs,
    content: [words === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: words }] }],
  });
  const line = (attrs: object, ...content: object[]) => ({ type: 'tableRow', attrs, content });
  const body = {
    type: 'doc',
    content: [
      {
        type: 'table',
        content: [
          line({}, cell('班次'), cell('站', { inserted: column }), cell('时间', { deleted: gone })),
          line({ inserted: row }, cell('8 路'), cell('', { inserted: column }), cell('八点', { deleted: gone })),
          line({ deleted: row }, cell('9 路'), cell('', { inserted: column }), cell('九点', { deleted: gone })),
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: '另有一张。' }] },
      {
        type: 'table',
        attrs: { inserted: table },
        content: [line({}, cell('甲'), cell('一')), line({}, cell('乙'), cell('二'))],
      },
    ],
  } as unknown as StoryText['body'];
  const file = writeDocx({
    text: { ...text, body },
    facts: '',
    signatures: [],
    signaturesTitle: '',
    pictures: new Map(),
    suggestions: new Map([[row ?? '', { by: '周砚', at: '2026-11-22T10:59:00.000Z' }]]),
  });
  const xml = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  assert.match(xml, /<w:trPr><w:ins w:id="\d+" w:author="周砚" w:date="2026-11-22T10:59:00Z"\/><\/w:trPr>/);
  assert.match(xml, /<w:tcPr><w:cellIns [^>]*\/><\/w:tcPr>/);
  assert.match(xml, /<w:tcPr><w:cellDel [^>]*\/><\/w:tcPr>/);
  assert.ok(isTracked(file));
  interface Shown {
    readonly type: string;
    readonly text?: string;
    readonly attrs?: Record<string, unknown>;
    readonly content?: readonly Shown[];
  }
  const rowsOf = (block: object | undefined): string[] =>
    ((block as Shown | undefined)?.content ?? []).map(({ attrs, content }) =>
      [
        ...Object.keys(attrs ?? {}),
        ...(content ?? []).map((one) =>
          [one.content?.[0]?.content?.[0]?.text ?? '', ...Object.keys(one.attrs ?? {})].join(' '),
        ),
      ].join('|'),
    );
  const accepted = (await readDocx(file)).slice(-3);
  assert.deepEqual(rowsOf(accepted[0]), ['班次|站', '8 路|']);
  assert.deepEqual(rowsOf(accepted[2]), ['甲|一', '乙|二']);
  const suggested = withTracked(await readDocx(file, { tracked: true })).slice(-3);
  assert.deepEqual(rowsOf(suggested[0]), [
    '班次|站 inserted|时间 deleted',
    'inserted|8 路| inserted|八点 deleted',
    'deleted|9 路| inserted|九点 deleted',
  ]);
  const ids = (suggested[0] as unknown as Shown).content?.map(({ content }) => content?.[1]?.attrs?.['inserted']);
  assert.equal(new Set(ids).size, 1, 'a column is one suggestion');
  assert.deepEqual(Object.keys((suggested[2] as unknown as Shown).attrs ?? {}), ['inserted'], 'a table comes whole');
  assert.deepEqual(rowsOf(suggested[2]), ['甲|一', '乙|二']);
  // Of one column a table is a page's box: its words come in, no sign does.
  const box = {
    ...body,
    content: [{ type: 'table', content: [line({ inserted: row }, cell('甲')), line({}, cell('乙'))] }],
  };
  const boxed = writeDocx({
    text: { ...text, body: box as unknown as StoryText['body'] },
    facts: '',
    signatures: [],
    signaturesTitle: '',
    pictures: new Map(),
    suggestions: new Map(),
  });
  const lines = withTracked(await readDocx(boxed, { tracked: true })).slice(-2) as unknown as Shown[];
  assert.deepEqual(
    lines.map(({ content }) => content?.map((one) => one.text).join('')),
    ['甲', '乙'],
  );
});

test('footnotes are Word’s own, and read back as footnotes, one that a suggestion puts in as well', async () => {
  const noted = storyTextOf(
    storyTextFromParagraphs({
      language: 'zh-CN',
      title: '井',
      paragraphs: ['井深三丈[^《县志》卷三，见[这里](https://example.org/zhi)。]，水甜[^尝过。]。'],
    }),
  );
  const sheet = { facts: '', signaturesTitle: '', signatures: [], pictures: new Map() };
  const file = writeDocx({ text: noted, ...sheet });
  const parts = unzipSync(file);
  assert.match(strFromU8(parts['word/footnotes.xml'] ?? new Uint8Array()), /<w:footnote w:id="2">/);
  assert.match(strFromU8(parts['word/_rels/footnotes.xml.rels'] ?? new Uint8Array()), /example\.org\/zhi/);
  const [block] = (await readDocx(file)).slice(-1);
  assert.deepEqual(block, noted.body.content[0]);
  const id = '0195d5b0-0000-4000-8000-000000000001';
  const [paragraph] = noted.body.content as { type: 'paragraph'; content: object[] }[];
  const content = (paragraph?.content ?? []).map((node, i) => (i === 1 ? { ...node, attrs: { inserted: id } } : node));
  const suggested: StoryText = { ...noted, body: { type: 'doc', content: [{ type: 'paragraph', content } as never] } };
  const tracked = writeDocx({
    text: suggested,
    ...sheet,
    suggestions: new Map([[id, { by: '周砚', at: '2026-11-26T01:02:03.000Z' }]]),
  });
  const [again] = withTracked(await readDocx(tracked, { tracked: true })).slice(-1) as {
    content: { type: string; attrs?: object }[];
  }[];
  assert.deepEqual(
    again?.content.flatMap(({ type, attrs }) => (type === 'footnote' ? [Object.keys(attrs ?? {})] : [])),
    [['inserted'], []],
  );
});

test('a file that is no Word document, a bomb, and one that lies about its size are refused before they are unpacked', async () => {
  const refused = (kind: string) => (error: unknown) => error instanceof DocxFault && error.kind === kind;
  await assert.rejects(readDocx(strToU8('not a zip')), refused('unreadable'));
  await assert.rejects(readDocx(zipSync({ 'a.txt': strToU8('a') })), refused('unreadable'));
  const parts = unzipSync(bytes);
  const bomb = zipSync({
    ...parts,
    'word/document.xml': new Uint8Array(13_000_000).fill(32),
  });
  assert.ok(bomb.length < 100_000);
  await assert.rejects(readDocx(bomb), refused('tooLarge'));
  // The size in the file's own list is made small: the parts then end where they said they would.
  const liar = bomb.slice();
  const view = new DataView(liar.buffer);
  for (let at = 0; at + 46 < liar.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 13_000_000)
      view.setUint32(at + 24, 1_000, true);
  await assert.rejects(readDocx(liar), refused('unreadable'));
});
