import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseStoryText } from '../parse.ts';
import { renderPlainBody } from '../render-plain.ts';
import { storyFromHtml, type PastedBlock } from './index.ts';

const pasted = (name: string): string =>
  readFileSync(new URL(`../testing/pasted/${name}.html`, import.meta.url), 'utf8');
const bodyOf = (blocks: readonly PastedBlock[]) =>
  parseStoryText(
    {
      v: 1,
      language: 'zh-CN',
      title: '',
      deck: '',
      body: { type: 'doc', content: blocks.filter((block) => block.type !== 'picture') },
    },
    { draft: true },
  );
const reads = (html: string): string => {
  const { blocks } = storyFromHtml(html);
  const parsed = bodyOf(blocks);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return renderPlainBody(parsed.text);
};
const kinds = (html: string): string =>
  storyFromHtml(html)
    .blocks.map((block) => block.type)
    .join(' ');
const pictures = (html: string): string[] =>
  storyFromHtml(html).blocks.flatMap((block) =>
    block.type === 'picture' ? [`${block.src.slice(0, 24)} ${block.alt} ${block.caption}`.trim()] : [],
  );

test('from Word: headings, nested lists, links and bold words come over; indents, empty paragraphs and comments do not', () => {
  const html = pasted('word');
  assert.equal(kinds(html), 'heading paragraph orderedList table paragraph picture');
  assert.equal(
    reads(html),
    [
      '石桥镇的老井修好了',
      '镇上最老的一口井停用了三年，这周修好了。修井的是七十二岁的老石匠，井深12米。',
      '1. 早上六点开盖\n  • 雨天七点\n2. 自带水桶',
      '项目 | 数\n井深 | 12米',
      '详见镇上的通告，不收费。',
    ].join('\n\n'),
  );
  const marks = JSON.stringify(storyFromHtml(html).blocks);
  assert.match(marks, /"text":"七十二岁的","marks":\[\{"type":"bold"\}\]/);
  assert.match(marks, /https:\/\/example.org\/well\?a=1&b=2/);
});

test('from WPS: levels of outline are headings, bracketed numbers a list', () => {
  const html = pasted('wps');
  assert.equal(kinds(html), 'heading paragraph orderedList');
  assert.equal(reads(html), '怎么打水\n\n水验过三回，都合格。\n\n1. 先压一下井把\n2. 等水清了再接');
  assert.doesNotMatch(JSON.stringify(storyFromHtml(html).blocks[0]), /bold/, 'a heading is bold already');
});

test('from a WeChat article: nested boxes become paragraphs, pictures are named by their true address, counters are not', () => {
  const html = pasted('wechat');
  assert.equal(kinds(html), 'paragraph paragraph picture paragraph bulletList paragraph');
  assert.equal(
    reads(html),
    '老井重开\n\n停用三年的老井，这周又能打水了。\n\n石匠在量井栏。陈溪 摄\n\n• 早上六点到晚上八点\n• 自带水桶\n\n点击关注',
  );
  assert.deepEqual(pictures(html), ['https://mmbiz.qpic.cn/sz 图片']);
});

test('from a web page: breaks, quotes, figures, misplaced lists; nothing hidden, nothing that runs, no link that deceives', () => {
  const html = pasted('web');
  assert.equal(
    reads(html),
    [
      '打水时间',
      '早上六点\n晚上八点',
      '周一清洗， 不开。',
      '“水是甜的。”\n\n——老人',
      '3. 先排队\n  1. 老人在前\n4. 再打水',
      '一行\n两行',
      '看重点平常',
      '只有一格',
    ].join('\n\n'),
  );
  assert.deepEqual(pictures(html), ['/pictures/well.jpg  井边']);
  const json = JSON.stringify(storyFromHtml(html).blocks);
  assert.doesNotMatch(json, /alert|onclick|evil|矢量|广告/);
  assert.match(json, /"text":"重点","marks":\[\{"type":"bold"\}\]/);
});

test('a few words stay words and make no paragraph of their own', () => {
  const { plain } = storyFromHtml(
    '<html><body><!--StartFragment--><span style="color:red">三个月</span><!--EndFragment--></body></html>',
  );
  assert.deepEqual(plain, [{ type: 'text', text: '三个月' }]);
  assert.equal(storyFromHtml('<p>三个月</p>').plain, null);
});

test('whatever is pasted, what comes out may stand in a story', () => {
  const names = [
    'p',
    'li',
    'ul',
    'ol',
    'td',
    'tr',
    'table',
    'h2',
    'b',
    'blockquote',
    'br',
    'img src=x',
    'figure',
    'section',
    'a href=javascript:x',
  ];
  const piece = fc.oneof(
    fc.constantFrom(...names).chain((name) => fc.constantFrom(`<${name}>`, `</${name.split(' ')[0]}>`)),
    fc.constantFrom(
      '字',
      ' ',
      '\u3000',
      '&nbsp;',
      '&#0;',
      '<![if !x]>',
      '<!--',
      '-->',
      '<p style="mso-list:l0 level3 lfo1">',
      '\ud800',
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const parsed = bodyOf(storyFromHtml(pieces.join('')).blocks);
      // A sign that no text may hold is for the screen to refuse; the form is always right.
      return parsed.ok || parsed.errors.every(({ code }) => code === 'ForbiddenCharacter');
    }),
    { numRuns: 150 },
  );
  const began = performance.now();
  assert.equal(reads('<section>'.repeat(9_000) + '字'), '字');
  storyFromHtml('<b><p>'.repeat(5_000));
  assert.ok(performance.now() - began < 2_000);
});
