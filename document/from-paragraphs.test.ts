import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  paragraphsFromPaste,
  pictureHashes,
  storyTextFromParagraphs,
  storyTextOf,
  unfinishedParts,
  type PlainBlock,
  type StoryText,
} from './index.ts';

const storyOf = (paragraphs: PlainBlock[], title = '标题'): StoryText =>
  storyTextOf(storyTextFromParagraphs({ language: 'zh-CN', title, paragraphs }, { draft: true }));
const figure = { hash: 'a'.repeat(64), width: 640, height: 300 };
const plain = (text: string): object => ({ type: 'text', text });
const bold = (text: string): object => ({ type: 'text', text, marks: [{ type: 'bold' }] });

test('light markup: bold and links; what does not close or may not lead anywhere stays as typed', () => {
  const cases: [string, object[]][] = [
    ['从 **23 日**起', [plain('从 '), bold('23 日'), plain('起')]],
    ['**一** 二 **三', [bold('一'), plain(' 二 **三')]],
    ['2 ** 3', [plain('2 ** 3')]],
    [
      '见[这里](https://example.org/a)。',
      [
        plain('见'),
        { type: 'text', text: '这里', marks: [{ type: 'link', attrs: { href: 'https://example.org/a' } }] },
        plain('。'),
      ],
    ],
    ['[点我](javascript:alert)', [plain('[点我](javascript:alert)')]],
    ['[附件](略)', [plain('[附件](略)')]],
    [
      '**[我去](/orders)**',
      [{ type: 'text', text: '我去', marks: [{ type: 'link', attrs: { href: '/orders' } }, { type: 'bold' }] }],
    ],
  ];
  for (const [typed, content] of cases)
    assert.deepEqual(storyOf([typed]).body.content, [{ type: 'paragraph', content }], typed);
});

test('errors name the paragraph', () => {
  const parsed = storyTextFromParagraphs({ language: 'zh-CN', title: '标题', paragraphs: ['一', 'a\u0000'] });
  assert.deepEqual(parsed, {
    ok: false,
    errors: [{ path: '/body/content/1/content/0/text', code: 'ForbiddenCharacter', found: 'U+0000' }],
  });
});

test('a pasted text becomes paragraphs without blank lines and indents', () => {
  assert.deepEqual(paragraphsFromPaste('\ufeff　　第一段。\r\n\r\n　　第二段\u00a0两处  \n'), [
    '第一段。',
    '第二段 两处',
  ]);
  assert.deepEqual(paragraphsFromPaste(' \n'), []);
});

test('what a text lacks before it is submitted is named with its place', () => {
  assert.deepEqual(unfinishedParts(storyOf(['一', { figure: { ...figure, alt: '河' } }])), []);
  assert.deepEqual(unfinishedParts(storyOf([{ figure }], '')), [
    { path: '/title', code: 'TitleMissing' },
    { path: '/body', code: 'BodyEmpty' },
    { path: '/body/content/0/attrs/alt', code: 'AlternativeTextMissing' },
  ]);
});

test('the pictures of a text are listed once each', () => {
  assert.deepEqual(pictureHashes(storyOf([{ figure }, '一', { figure }])), [figure.hash]);
});
