import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseStoryText } from '../parse.ts';
import { renderHtml, storyTextFromParagraphs, storyTextOf } from '../index.ts';
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

test('footnotes of Word, of LibreOffice, of the reader of Word files and of our own pages come as footnotes', () => {
  const shown = (html: string): string =>
    storyFromHtml(html)
      .blocks.map((block) =>
        ((block as { content?: { type: string; text?: string; content?: { text: string }[] }[] }).content ?? [])
          .map((node) =>
            node.type === 'footnote' ? `〔${node.content?.map(({ text }) => text).join('')}〕` : node.text,
          )
          .join(''),
      )
      .join('|');
  const word = `<p class=MsoNormal>井深三丈<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a>，水甜。</p>
    <div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
    <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> 《县志》<b>卷三</b>。</p></div></div>`;
  assert.equal(shown(word), '井深三丈〔《县志》卷三。〕，水甜。');
  const reader =
    '<p>井<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>水</p><ol><li id="footnote-1"><p> 卷三。 <a href="#footnote-ref-1">↑</a></p></li></ol>';
  assert.equal(shown(reader), '井〔卷三。〕水');
  const office =
    '<p>井<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>水</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>卷三。</p></div>';
  assert.equal(shown(office), '井〔卷三。〕水');
  const own = renderHtml(
    storyTextOf(storyTextFromParagraphs({ language: 'zh-CN', title: 'a', paragraphs: ['井[^卷三。]水[^甜。]'] })),
    { resolveFigure: () => null },
  );
  assert.equal(shown(own), '井〔卷三。〕水〔甜。〕');
  assert.equal(
    shown('<p><a href="#a" id="b">目录</a></p><h2 id="a">井</h2><p>水</p>'),
    '目录|井|水',
    'a list of contents is none',
  );
  assert.ok(
    shown(`<p><a href="#n" id="r">1</a></p><p id="n">${'长'.repeat(1_001)}<a href="#r">↑</a></p>`).includes('长长'),
    'what is too long for a note stays',
  );
});

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
  // Of the processor, not of the clock: each step looked back at all before it, these would take minutes.
  const began = process.cpuUsage();
  assert.equal(reads('<section>'.repeat(9_000) + '字'), '字');
  storyFromHtml('<b><p>'.repeat(5_000));
  assert.ok(process.cpuUsage(began).user < 10_000_000);
});
