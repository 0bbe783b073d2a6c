import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  condense,
  difference,
  parseStoryText,
  storyTextFromParagraphs,
  storyTextOf,
  textHash,
  type Difference,
  type DifferenceBlock,
  type DifferenceRun,
  type PlainBlock,
  type StoryText,
} from './index.ts';
import { linesOf, lookOf, type Line, type Piece } from './lines.ts';
import { splitSigns } from './split-words.ts';
import { arbitraryRawText } from './testing/arbitrary-text.ts';
import { dose } from './testing/dose.ts';

const storyOf = (
  paragraphs: PlainBlock[],
  more: { language?: string; title?: string; deck?: string } = {},
): StoryText =>
  storyTextOf(storyTextFromParagraphs({ language: 'zh-CN', title: '12 路公交改道', ...more, paragraphs }));
const written = (runs: DifferenceRun[]): string =>
  runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'del' ? `[-${text}-]` : `[+${text}+]`)).join('');
const shown = (result: Difference): string[] => result.blocks.map((block) => `${block.kind}: ${written(block.runs)}`);
const compare = (before: PlainBlock[], after: PlainBlock[]): string[] =>
  shown(difference(storyOf(before), storyOf(after))).slice(1);
const figure = {
  hash: 'a'.repeat(64),
  alt: '改道示意图',
  caption: '绿线是新走法',
  credit: '县融媒体中心',
  width: 640,
  height: 300,
};

test('two equal texts have no change', () => {
  const result = difference(storyOf(['一。', '二。']), storyOf(['一。', '二。']));
  assert.equal(result.changeCount, 0);
  assert.deepEqual(shown(result), ['same: 12 路公交改道', 'same: 一。', 'same: 二。']);
});

test('a corrected date reads as one change, brackets included', () => {
  assert.deepEqual(compare(['12 路从 22 日（周日）首班车起改道。'], ['12 路从 23 日（周一）首班车起改道。']), [
    'changed: 12 路从 [-22 日（周日）-][+23 日（周一）+]首班车起改道。',
  ]);
});

test('a word for another is one change; far places are two', () => {
  assert.deepEqual(compare(['去县医院的乘客可在文化广场换 5 路。'], ['去县医院的乘客可在汽车站换 5 路。']), [
    'changed: 去县医院的乘客可在[-文化广场-][+汽车站+]换 5 路。',
  ]);
  const two = difference(
    storyOf(['The first bus leaves at 6:10 and the last bus at 20:40.'], { language: 'en' }),
    storyOf(['The first bus leaves at 6:20 and the last bus at 21:40.'], { language: 'en' }),
  );
  assert.equal(two.changeCount, 2);
});

test('a paragraph put in, taken out or rewritten beyond reading shows whole', () => {
  assert.deepEqual(
    compare(
      ['甲段落说公交改道的事。', '乙段落说票价不变的事。'],
      ['甲段落说公交改道的事。', '新来一段谈引导员。', '乙段落说票价不变的事。'],
    ),
    ['same: 甲段落说公交改道的事。', 'added: [+新来一段谈引导员。+]', 'same: 乙段落说票价不变的事。'],
  );
  assert.deepEqual(compare(['甲。', '老街修下水管，三周。'], ['甲。']), [
    'same: 甲。',
    'removed: [-老街修下水管，三周。-]',
  ]);
  assert.deepEqual(compare(['老街修下水管，三周。'], ['Something else entirely']), [
    'removed: [-老街修下水管，三周。-]',
    'added: [+Something else entirely+]',
  ]);
});

test('title and deck are compared as such', () => {
  const result = difference(
    storyOf(['一'], { title: '老街明早封路', deck: '三周。' }),
    storyOf(['一'], { title: '老街后天封路', deck: '' }),
  );
  assert.deepEqual(shown(result), ['changed: 老街[-明早-][+后天+]封路', 'changed: [-三周。-]', 'same: 一']);
  assert.deepEqual(
    result.blocks.map((block) => block.form.kind),
    ['title', 'deck', 'paragraph'],
  );
});

test('a changed link, bold word or line break is a change although the words stay', () => {
  const [, block] = difference(storyOf(['看[新线路](/a)。']), storyOf(['看[新线路](/b)。'])).blocks;
  assert.deepEqual(block?.runs, [
    { kind: 'same', text: '看' },
    { kind: 'del', text: '新线路', href: '/a' },
    { kind: 'ins', text: '新线路', href: '/b' },
    { kind: 'same', text: '。' },
  ]);
  assert.equal(difference(storyOf(['看新线路。']), storyOf(['看**新线路**。'])).changeCount, 1);
  assert.equal(difference(storyOf(['看新线路。']), storyOf(['看\n新线路。'])).changeCount, 1);
});

test('a picture shows which part changed: the picture, its words, its credit', () => {
  const result = difference(
    storyOf([{ figure }]),
    storyOf([{ figure: { ...figure, hash: 'b'.repeat(64), caption: '绿线是老走法' } }]),
  );
  const block = result.blocks[1];
  assert.equal(result.changeCount, 2);
  assert.equal(block?.kind, 'changed');
  assert.deepEqual([block?.figure?.before?.hash, block?.figure?.after?.hash], ['a'.repeat(64), 'b'.repeat(64)]);
  assert.deepEqual(
    block?.runs.filter((run) => run.kind !== 'same').map((run) => run.part),
    ['picture', 'picture', 'caption', 'caption'],
  );
});

test('a paragraph that becomes a heading or a list item says what it was', () => {
  const [, heading] = difference(storyOf(['怎么换乘']), storyOf([{ heading: '怎么换乘' }])).blocks;
  assert.deepEqual(
    [heading?.kind, heading?.form.kind, heading?.formBefore?.kind],
    ['changed', 'heading2', 'paragraph'],
  );
  const result = difference(storyOf([{ list: ['甲', '乙'] }]), storyOf([{ list: ['新', '甲', '乙'] }]));
  assert.deepEqual(shown(result).slice(1), ['added: [+新+]', 'same: 甲', 'same: 乙']);
  assert.equal(
    difference(storyOf([{ list: ['甲', '乙'] }]), storyOf([{ list: ['甲'] }, { list: ['乙'] }])).changeCount,
    1,
  );
  assert.equal(
    difference(storyOf([{ list: ['甲', '乙'] }]), storyOf([{ list: ['甲', '乙'], ordered: true }])).changeCount,
    2,
  );
});

test('the language is part of the text', () => {
  assert.deepEqual(
    shown(difference(storyOf(['a']), storyOf(['a'], { language: 'en' })))[0],
    'changed: [-zh-CN-][+en+]',
  );
});

test('applied to one text the difference gives the other, and no change stays unseen', () => {
  const next = fc
    .tuple(arbitraryRawText, arbitraryRawText, fc.nat())
    .map(([a, b, seed]) => [a, seed % 3 === 0 ? b : mixed(a, b, seed)]);
  fc.assert(
    fc.property(next, ([rawBefore, rawAfter]) => {
      const before = read(rawBefore);
      const after = read(rawAfter);
      const result = difference(before, after);
      assert.deepEqual(sideOf(result, 'before'), joinedLines(before, after));
      assert.deepEqual(sideOf(result, 'after'), joinedLines(after, before));
      assert.equal(result.changeCount === 0, textHash(before) === textHash(after));
      assert.equal(
        result.changeCount === 0,
        result.blocks.every((block) => block.kind === 'same'),
      );
      condense(result);
    }),
    dose(500),
  );
});

test('long texts with changes everywhere give back both sides', () => {
  const before = storyOf(long(400, 7));
  const after = storyOf(long(400, 11));
  const result = difference(before, after);
  assert.deepEqual(sideOf(result, 'before'), joinedLines(before, after));
  assert.deepEqual(sideOf(result, 'after'), joinedLines(after, before));
});

test('condensed, a difference keeps the changed places and a little around them', () => {
  const long = '前面很长的一段话说了许多与此无关的事情，';
  const result = difference(
    storyOf([`${long}从 22 日起${long}`, '不变。']),
    storyOf([`${long}从 23 日起${long}`, '不变。']),
  );
  assert.deepEqual(
    condense(result, 4).map((block) => written(block.runs)),
    ['…情，从 [-22-][+23+] 日起前…'],
  );
});

test('condensed, no English word or number is cut in two', () => {
  const result = difference(
    storyOf(['Starting with the first bus on Sunday, line 12 takes the ring road.'], { language: 'en' }),
    storyOf(['Starting with the first bus on Monday, line 12 takes the ring road.'], { language: 'en' }),
  );
  assert.deepEqual(
    condense(result, 12).map((block) => written(block.runs)),
    ['…first bus on [-Sunday-][+Monday+], line 12 takes…'],
  );
});

test('without the dictionary, Han words are compared sign by sign', () => {
  assert.deepEqual(splitSigns('从 23 日café起'), ['从', ' ', '23', ' ', '日', 'café', '起']);
});

function read(raw: unknown): StoryText {
  return storyTextOf(parseStoryText(raw, { draft: true }));
}

/** A text that keeps some blocks of the first and takes some of the second. */
function mixed(a: { [name: string]: unknown }, b: { [name: string]: unknown }, seed: number): unknown {
  const [one, other] = [read(a), read(b)];
  const content = one.body.content.flatMap((block, i) =>
    (seed >> i) % 4 === 0 ? other.body.content.slice(i, i + 1) : (seed >> i) % 4 === 1 ? [] : [block],
  );
  return { ...one, deck: seed % 2 === 0 ? one.deck : other.deck, body: { type: 'doc', content } };
}

function long(paragraphs: number, step: number): PlainBlock[] {
  const words = [
    '公交',
    '改道',
    '老街',
    '票价',
    '不变',
    '县医院',
    '文化广场',
    '三周',
    '引导员',
    '，',
    '。',
    '12',
    '路',
  ];
  return Array.from({ length: paragraphs }, (_, i) =>
    Array.from({ length: 20 }, (_, j) => words[(i * 5 + j * step + ((i * j) % step)) % words.length]).join(''),
  );
}

/** The lines of one side as the difference tells them: form, and words with their look. */
function sideOf(result: Difference, side: 'before' | 'after'): object[] {
  const [gone, come] = side === 'before' ? (['added', 'ins'] as const) : (['removed', 'del'] as const);
  return result.blocks
    .filter((block) => block.kind !== gone)
    .map((block) => ({
      form: side === 'before' ? (block.formBefore ?? block.form) : block.form,
      ...lineOf(block, come),
    }))
    .filter((line) => !isHead(line.form.kind) || line.pieces.length > 0);
}

function lineOf(block: DifferenceBlock, hidden: 'ins' | 'del'): { pieces: string[] } {
  return { pieces: joined(block.runs.filter((run) => run.kind !== hidden)) };
}

function joinedLines(text: StoryText, other: StoryText): object[] {
  const lines = linesOf(text).map((line: Line) => ({ form: line.form, pieces: joined(line.pieces) }));
  return lines
    .slice(text.language === other.language ? 1 : 0)
    .filter((line) => !isHead(line.form.kind) || line.pieces.length > 0);
}

function isHead(kind: string): boolean {
  return kind === 'language' || kind === 'deck' || kind === 'title';
}

function joined(pieces: readonly Piece[]): string[] {
  return pieces
    .reduce<[string, string][]>((all, piece) => {
      const last = all[all.length - 1];
      if (last?.[0] === lookOf(piece)) last[1] += piece.text;
      else all.push([lookOf(piece), piece.text]);
      return all;
    }, [])
    .map(([look, words]) => `${look}|${words}`);
}
