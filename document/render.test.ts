import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  countCharacters,
  countSigns,
  excerpt,
  parseStoryText,
  readingSeconds,
  renderHtml,
  renderPlain,
  renderSpeech,
  storyTextFromParagraphs,
  storyTextOf,
  type PlainBlock,
  type StoryText,
} from './index.ts';
import { arbitraryRawText } from './testing/arbitrary-text.ts';
import { dose } from './testing/dose.ts';
import { badAddresses, xssVectors } from './testing/xss-vectors.ts';

const hash = '7f3a91c0'.padEnd(64, '0');
const figure = {
  hash,
  alt: '改道示意图',
  caption: '绿线是改道后的走法。',
  credit: '县融媒体中心',
  width: 640,
  height: 300,
};
const resolveFigure = (name: string): { src: string; srcset: string; width: number; height: number } => ({
  src: `/files/${name}.webp?a=1&b="2"`,
  srcset: `/files/${name}-2x.webp 2x`,
  width: 640,
  height: 300,
});
const storyOf = (
  paragraphs: PlainBlock[],
  more: { language?: string; title?: string; deck?: string } = {},
): StoryText =>
  storyTextOf(storyTextFromParagraphs({ language: 'zh-CN', title: '12 路公交明早改道', ...more, paragraphs }));
const html = (paragraphs: PlainBlock[]): string => renderHtml(storyOf(paragraphs), { resolveFigure });

// Every tag that the renderer may write, complete; attribute values hold no quote and no angle bracket.
const allowedTag =
  /<(?:section class="notes" role="doc-endnotes" aria-labelledby="notes"|\/section|h2 id="notes"|li id="note-\d+"|\/sup|sup class="note-mark"|a id="note-\d+-mark" href="#note-\d+" role="doc-noteref" aria-label="注 \d+"|a id="note-\d+-mark" href="#note-\d+" role="doc-noteref" aria-label="Note \d+"|a class="note-back" href="#note-\d+-mark" role="doc-backlink" aria-label="[^"<>]*"|div class="gallery" role="group" aria-label="[^"<>]*"|\/?(?:p|h[2-6]|ul|ol|li|blockquote|figure|figcaption|strong|em|table|thead|tbody|tr|td)|hr|br|\/a|\/div|\/th|div class="table" tabindex="0"|th scope="(?:col|row)"|\/aside|\/span|aside class="fact-box"|span class="(?:credit|unbroken)"|p class="missing-picture"|ol start="\d+"|a href="[^"<>]*" rel="noopener"|img src="[^"<>]*"(?: srcset="[^"<>]*")? width="\d+" height="\d+" alt="[^"<>]*" loading="lazy" decoding="async")>/g;

function assertOnlyAllowedTags(markup: string): void {
  const rest = markup.replace(allowedTag, '');
  assert.equal(/[<>"']/.test(rest), false, rest);
  for (const [, href = ''] of markup.matchAll(/<a href="([^"]*)"/g))
    assert.match(href, /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i);
}

test('a story becomes the HTML of its parts', () => {
  const paragraphs: PlainBlock[] = [
    '从 **23 日**起，看[新线路](/stories/bus-12)。',
    { heading: '怎么换乘' },
    { list: ['文化广场换 5 路', '票价不变'] },
    { quote: ['慢一点，不着急。'] },
    { facts: ['电话：0571-000000'], heading: '问哪里' },
    { rule: true },
    { figure },
  ];
  assert.equal(
    html(paragraphs),
    '<p>从 <strong>23 日</strong>起，看<a href="/stories/bus-12" rel="noopener">新线路</a>。</p><h2>怎么换乘</h2><ul><li>文化广场换 5 路</li><li>票价不变</li></ul><blockquote><p>慢一点，不着急。</p></blockquote>' +
      '<aside class="fact-box"><h3>问哪里</h3><p>电话：<span class="unbroken">0571-000000</span></p></aside><hr>' +
      `<figure><img src="/files/${hash}.webp?a=1&amp;b=&quot;2&quot;" srcset="/files/${hash}-2x.webp 2x" width="640" height="300" alt="改道示意图" loading="lazy" decoding="async"><figcaption>绿线是改道后的走法。 <span class="credit">县融媒体中心</span></figcaption></figure>`,
  );
});

test('a picture that is gone leaves its alternative text; headings and links follow the page', () => {
  const text = storyOf([{ heading: '去 [哪里](/a)', level: 3 }, { figure: { ...figure, caption: '', credit: '' } }]);
  const markup = renderHtml(text, {
    resolveFigure: () => null,
    resolveLink: (href) => `https://qingxi.example${href}`,
    headingShift: 1,
  });
  assert.equal(
    markup,
    '<h4>去 <a href="https://qingxi.example/a" rel="noopener">哪里</a></h4><figure><p class="missing-picture">改道示意图</p></figure>',
  );
});

test('no vector of the corpus becomes markup, wherever it is put', () => {
  assert.ok(xssVectors.length >= 200);
  for (const vector of xssVectors) {
    const bold = { type: 'text', text: vector, marks: [{ type: 'bold' }] };
    const body = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [bold] },
        { type: 'heading', attrs: { level: 2 }, content: [bold] },
        { type: 'figure', attrs: { ...figure, alt: vector, caption: vector, credit: vector } },
      ],
    };
    const parsed = parseStoryText({ v: 1, language: 'en', title: 'x', deck: '', body });
    if (!parsed.ok) {
      assert.match(vector, /\u0001/);
      continue;
    }
    const { text } = parsed;
    assertOnlyAllowedTags(renderHtml(text, { resolveFigure }));
    assertOnlyAllowedTags(
      renderHtml(text, { resolveFigure: () => ({ src: vector, srcset: vector, width: 1, height: 1 }) }),
    );
    assertOnlyAllowedTags(
      html([vector, `[x](${vector})`, `**${vector}**`, { list: [vector] }, { facts: [vector], heading: vector }]),
    );
  }
});

test('no address that runs becomes a link, even in a text that was never read', () => {
  for (const href of badAddresses) {
    const text: StoryText = {
      v: 1,
      language: 'en',
      title: 'x',
      deck: '',
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] },
        ],
      },
    };
    assert.equal(parseStoryText(text).ok, false, href);
    assert.equal(renderHtml(text, { resolveFigure }), '<p>x</p>');
  }
});

test('whatever the text, HTML has only known tags, and all words are in it', () => {
  fc.assert(
    fc.property(arbitraryRawText, (raw) => {
      const text = storyTextOf(parseStoryText(raw, { draft: true }));
      const markup = renderHtml(text, { resolveFigure });
      assertOnlyAllowedTags(markup);
      const words = text.body.content
        .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
        .flatMap((node) => (node.type === 'footnote' ? node.content : [node]))
        .map((node) => (node.type === 'text' ? node.text : ''));
      const read = markup
        .replace(allowedTag, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, '&');
      for (const word of words) assert.ok(read.includes(word));
    }),
    dose(200),
  );
});

test('a number with hyphens stays on one line, and its text is as it was', () => {
  const words = 'Ring 0571-5550 0123, 0571-5550-123 or +86-571-5550123 & ask; 3-2 is a score, pre-2026 a time.';
  const markup = html([words]);
  const whole = [...markup.matchAll(/<span class="unbroken">([^<]+)<\/span>/g)].map(([, number]) => number);
  assert.deepEqual(whole, ['0571-5550', '0571-5550-123', '+86-571-5550123']);
  assert.equal(markup.replace(/<[^>]+>/g, ''), words.replace('&', '&amp;'));
});

test('neighbours under one link share it', () => {
  const link = { type: 'link', attrs: { href: '/a' } };
  const content = [
    { type: 'text', text: '去', marks: [link] },
    { type: 'text', text: '这里', marks: [link, { type: 'bold' }] },
  ];
  const text = storyTextOf(
    parseStoryText({
      v: 1,
      language: 'en',
      title: 'x',
      deck: '',
      body: { type: 'doc', content: [{ type: 'paragraph', content }] },
    }),
  );
  assert.equal(renderHtml(text, { resolveFigure }), '<p><a href="/a" rel="noopener">去<strong>这里</strong></a></p>');
});

test('plain text keeps lists and names pictures', () => {
  const text = storyOf(['第一段。', { list: ['甲', '乙'], ordered: true }, { figure }], { deck: '导语。' });
  assert.equal(
    renderPlain(text),
    '12 路公交明早改道\n\n导语。\n\n第一段。\n\n1. 甲\n2. 乙\n\n（图片：绿线是改道后的走法，县融媒体中心）',
  );
});

test('read aloud, numbers stay, pictures are told, addresses are not spelt', () => {
  const text = storyOf([
    '末班车 20:40，详见 https://qingxi.example/a?b=1，别着急',
    { list: ['带伞 ☔️', '*早走*'], ordered: true },
    { figure },
  ]);
  assert.equal(
    renderSpeech(text),
    '12 路公交明早改道。\n末班车 20:40，详见 网址见文字版，别着急。\n第1，带伞。\n第2，早走。\n图片：改道示意图。绿线是改道后的走法。',
  );
});

test('plain and spoken text never hold markup', () => {
  const wordsOnly = arbitraryRawText.map((raw) =>
    JSON.parse(JSON.stringify(raw), (name, value) =>
      typeof value === 'string' && name !== 'href' ? value.normalize('NFC').replace(/[<>&*`#]/g, '字') : value,
    ),
  );
  fc.assert(
    fc.property(wordsOnly, arbitraryRawText, (plainWords, anyWords) => {
      assert.equal(/[<>*`#]|&amp;/.test(renderPlain(storyTextOf(parseStoryText(plainWords, { draft: true })))), false);
      assert.equal(/[<>*`#|~_{}]/.test(renderSpeech(storyTextOf(parseStoryText(anyWords, { draft: true })))), false);
    }),
    dose(200),
  );
  for (const vector of xssVectors)
    assert.equal(/[<>]/.test(renderSpeech(storyOf([vector.replace(/\u0001/g, '')]))), false);
});

test('an excerpt is the deck or the beginning, cut where a reader may stop', () => {
  assert.equal(excerpt(storyOf(['正文。'], { deck: '导语。' }), 50), '导语。');
  assert.equal(
    excerpt(storyOf(['老街修下水管，工期约三周。去县医院的乘客可换 5 路。']), 15),
    '老街修下水管，工期约三周。',
  );
  assert.equal(excerpt(storyOf(['老街修下水管，工期约三周。']), 8), '老街修下水管…');
  assert.equal(
    excerpt(storyOf(['The bus leaves from Culture Square today.'], { language: 'en' }), 23),
    'The bus leaves from…',
  );
  assert.equal(excerpt(storyOf(['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧']), 3), '👨‍👩‍👧👨‍👩‍👧…');
  fc.assert(
    fc.property(arbitraryRawText, fc.integer({ min: 1, max: 80 }), (raw, most) => {
      const cut = excerpt(storyTextOf(parseStoryText(raw, { draft: true })), most);
      assert.ok([...new Intl.Segmenter().segment(cut)].length <= most, cut);
      assert.equal(/\p{Cs}/u.test(cut), false);
    }),
    dose(200),
  );
});

test('字数: Han and signs count one each, a Latin word or a number one', () => {
  assert.equal(countCharacters('老街修下水管，工期约三周。'), 13);
  assert.equal(countCharacters('末班车 20:40，电话 0571-8888'), 8);
  assert.equal(countSigns('末班车 20:40，电话 0571-8888'), 20);
  assert.equal(countSigns('𠮷 \u3000字'), 2);
  assert.equal(countCharacters("Don't wait at the e-mail desk."), 7);
  assert.equal(countCharacters('1,200.5 元，𠮷'), 4);
  assert.equal(countCharacters(storyOf(['一二三。', { heading: '四' }, { figure }, { list: ['五'] }])), 6);
});

test('reading time: 400 Han a minute, 240 aloud', () => {
  const text = storyOf(['字'.repeat(400 - countCharacters('12 路公交明早改道'))]);
  assert.equal(readingSeconds(text), 60);
  assert.equal(readingSeconds(text, { aloud: true }), 100);
});
