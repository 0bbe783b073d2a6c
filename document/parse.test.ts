import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { storySchema } from './editor.ts';
import {
  canonicalText,
  isAllowedHref,
  limits,
  parseStoryText,
  storyTextOf,
  textHash,
  type TextError,
} from './index.ts';
import { arbitraryRawText } from './testing/arbitrary-text.ts';
import { dose } from './testing/dose.ts';

const words = (text: string): object => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const story = (content: unknown[], more: object = {}): object => ({
  v: 1,
  language: 'zh-CN',
  title: '12 路公交明早改道',
  deck: '',
  body: { type: 'doc', content },
  ...more,
});
const errorsOf = (value: unknown): TextError[] => {
  const parsed = parseStoryText(value);
  return parsed.ok ? [] : parsed.errors;
};
const codesOf = (value: unknown): string[] => errorsOf(value).map((error) => `${error.path} ${error.code}`);
const bodyOf = (value: unknown): unknown => storyTextOf(parseStoryText(value)).body.content;

test('a plain story passes as it is', () => {
  const text = story([words('老街修下水管。')]);
  assert.deepEqual(storyTextOf(parseStoryText(text)), text);
});

test('reading its own canonical form changes nothing, and ProseMirror accepts it', () => {
  fc.assert(
    fc.property(arbitraryRawText, (raw) => {
      const text = storyTextOf(parseStoryText(raw, { draft: true }));
      assert.deepEqual(parseStoryText(JSON.parse(canonicalText(text)), { draft: true }), { ok: true, text });
      const node = storySchema.nodeFromJSON(text.body);
      node.check();
      assert.deepEqual(parseStoryText({ ...text, body: node.toJSON() }, { draft: true }), { ok: true, text });
    }),
    dose(300),
  );
});

test('whatever is sent, the answer is a text or a list of errors, never a crash', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        arbitraryRawText.chain((raw) => spoilt(raw)),
      ),
      (value) => {
        const parsed = parseStoryText(value);
        assert.ok(parsed.ok || (parsed.errors.length > 0 && parsed.errors.length <= limits.errors));
        assert.equal(/\p{Cs}/u.test(JSON.stringify(parsed)), false);
      },
    ),
    dose(500),
  );
});

/** The same text with one value inside replaced by something else. */
function spoilt(raw: object): fc.Arbitrary<unknown> {
  const json = JSON.stringify(raw);
  const values = [...json.matchAll(/:("[^"\\]*"|\d+)/g)];
  const strange = fc.constantFrom(
    '{"toString":1}',
    '[]',
    'null',
    '-1',
    '1e400',
    '"\\u0000"',
    '"\\ud800"',
    '"script"',
    '{"__proto__":{"type":"text"}}',
  );
  return fc.tuple(fc.nat(Math.max(0, values.length - 1)), strange).map(([i, put]) => {
    const at = values[i];
    return at === undefined
      ? raw
      : JSON.parse(`${json.slice(0, at.index + 1)}${put}${json.slice(at.index + at[0].length)}`);
  });
}

test('words typed in one piece or in several are the same text', () => {
  const pieces = story([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Cafe' },
        { type: 'text', text: '\u0301 ' },
        { type: 'text', text: '', marks: [{ type: 'bold' }] },
        { type: 'text', text: '12' },
      ],
    },
  ]);
  assert.deepEqual(bodyOf(pieces), [words('Café 12')]);
});

test('marks have one order, a link keeps its address alone, a break has no marks', () => {
  const link = {
    type: 'link',
    attrs: { href: '/orders', target: '_blank', rel: 'nofollow', class: null, title: null },
  };
  const sent = story([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '我去', marks: [{ type: 'italic' }, { type: 'bold' }, link] },
        { type: 'hardBreak', marks: [{ type: 'bold' }] },
        { type: 'text', text: '好' },
      ],
    },
  ]);
  const marks = [{ type: 'link', attrs: { href: '/orders' } }, { type: 'bold' }, { type: 'italic' }];
  assert.deepEqual(bodyOf(sent), [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: '我去', marks }, { type: 'hardBreak' }, { type: 'text', text: '好' }],
    },
  ]);
});

test('line breaks inside text become breaks, invisible signs and blank paragraphs go, spaces between words stay', () => {
  const sent = story([words('　　'), words('一\u200b行\r\n  两行 '), { type: 'paragraph' }, words('　　三')]);
  assert.deepEqual(bodyOf(sent), [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: '一行' }, { type: 'hardBreak' }, { type: 'text', text: '  两行 ' }],
    },
    words('　　三'),
  ]);
});

test('a title is one line; an empty one passes in a draft only', () => {
  assert.equal(storyTextOf(parseStoryText(story([], { title: ' 老街\n修管 ' }))).title, '老街 修管');
  assert.deepEqual(codesOf(story([], { title: ' ' })), ['/title Empty']);
  assert.equal(parseStoryText(story([], { title: '' }), { draft: true }).ok, true);
});

test('an empty body keeps one paragraph', () => {
  assert.deepEqual(bodyOf(story([])), [{ type: 'paragraph' }]);
});

test('length counts characters, not units: 100 rare Han pass as a title, 101 do not', () => {
  assert.deepEqual(codesOf(story([], { title: '𠮷'.repeat(100) })), []);
  assert.deepEqual(errorsOf(story([], { title: '𠮷'.repeat(101) })), [{ path: '/title', code: 'TooLong', limit: 100 }]);
});

test('what is wrong is named with its place', () => {
  const link = (href: string): object => ({
    type: 'paragraph',
    content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
  });
  const item = (content: unknown[]): object => ({ type: 'bulletList', content: [{ type: 'listItem', content }] });
  const figure = { hash: 'a'.repeat(64), alt: '', caption: '', credit: '', width: 8, height: 6 };
  const cases: [unknown, string[]][] = [
    [null, [' WrongType']],
    [[], [' WrongType']],
    [{}, ['/v Missing', '/language Missing', '/body Missing', '/title Missing']],
    [story([], { v: 4 }), ['/v UnsupportedVersion']],
    [story([], { language: 'Chinese' }), ['/language BadValue']],
    [story([], { html: '<p>' }), ['/html Unknown']],
    [story([], { deck: '长'.repeat(301) }), ['/deck TooLong']],
    [story([], { title: 'a\u0000' }), ['/title ForbiddenCharacter']],
    [story([words('\ud800')]), ['/body/content/0/content/0/text ForbiddenCharacter']],
    [story([words('\u202e')]), ['/body/content/0/content/0/text ForbiddenCharacter']],
    [story([{ type: 'iframe' }]), ['/body/content/0/type UnknownNode']],
    [story([{ type: 'paragraph', onclick: 'x' }]), ['/body/content/0/onclick Unknown']],
    [story([{ type: 'paragraph', attrs: { style: 'x' } }]), ['/body/content/0/attrs/style Unknown']],
    [story([{ type: 'heading', attrs: { level: 1 } }]), ['/body/content/0/attrs/level BadValue']],
    [
      story([{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'code' }] }] }]),
      ['/body/content/0/content/0/marks/0/type UnknownMark'],
    ],
    [story([link('javascript:alert(1)')]), ['/body/content/0/content/0/marks/0/attrs/href BadLink']],
    [
      story([item([{ type: 'horizontalRule' }])]),
      ['/body/content/0/content/0/content/0 NotAllowedHere', '/body/content/0/content/0/content Empty'],
    ],
    [story([{ type: 'bulletList', content: [] }]), ['/body/content/0/content Empty']],
    [
      story([{ type: 'blockquote', content: [{ type: 'figure', attrs: figure }] }]),
      ['/body/content/0/content/0 NotAllowedHere', '/body/content/0/content Empty'],
    ],
    [story([{ type: 'figure', attrs: { ...figure, hash: 'A'.repeat(64) } }]), ['/body/content/0/attrs/hash BadValue']],
    [
      story([{ type: 'figure', attrs: { ...figure, width: 1.5, src: 'x' } }]),
      ['/body/content/0/attrs/src Unknown', '/body/content/0/attrs/width BadValue'],
    ],
    [story([{ type: 'listItem', content: [words('x')] }]), ['/body/content/0/type UnknownNode']],
    [
      JSON.parse('{"v":1,"language":"en","title":"t","deck":"","body":{"type":"doc"},"__proto__":{}}'),
      ['/__proto__ Unknown'],
    ],
  ];
  for (const [sent, codes] of cases) assert.deepEqual(codesOf(sent), codes, JSON.stringify(sent));
});

test('a list item begins with a paragraph; the first one missing is an error, not a repair', () => {
  const list = {
    type: 'bulletList',
    content: [
      { type: 'listItem', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [words('x')] }] }] },
    ],
  };
  assert.deepEqual(codesOf(story([list])), [
    '/body/content/0/content/0/content/0 NotAllowedHere',
    '/body/content/0/content/0/content Empty',
  ]);
  const second = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [{ type: 'horizontalRule' }, words('x')] }],
  };
  assert.equal(parseStoryText(story([second])).ok, false);
});

test('depth, nodes and characters have limits', () => {
  const deep = (levels: number): object =>
    levels === 0
      ? words('x')
      : {
          type: 'blockquote',
          content: [
            {
              type: 'bulletList',
              content: [{ type: 'listItem', content: [words('x'), ...(levels > 1 ? [nested(levels - 1)] : [])] }],
            },
          ],
        };
  const nested = (levels: number): object => ({
    type: 'bulletList',
    content: [{ type: 'listItem', content: levels > 1 ? [words('x'), nested(levels - 1)] : [words('x')] }],
  });
  assert.deepEqual(codesOf(story([deep(4)])), []);
  assert.deepEqual([...new Set(errorsOf(story([deep(5)])).map((error) => error.code))].includes('TooDeep'), true);
  assert.deepEqual([...new Set(errorsOf(story([nested(5000)])).map((error) => error.code))].includes('TooDeep'), true);
  assert.deepEqual(codesOf(story(Array.from({ length: 20_001 }, () => ({ type: 'horizontalRule' })))), [
    '/body/content/19999 TooManyNodes',
  ]);
  assert.deepEqual(codesOf(story(Array.from({ length: 10 }, () => words('字'.repeat(10_000))))), []);
  assert.deepEqual(codesOf(story([...Array.from({ length: 10 }, () => words('字'.repeat(10_000))), words('字')])), [
    '/body TooLong',
  ]);
});

test('links lead to http, https, mail, telephone, this site or this page', () => {
  const good = [
    'https://example.org',
    'HTTP://Example.org/路?q=1#x',
    'mailto:desk@example.org',
    'tel:110',
    'tel:+86-571-8888',
    '/stories/a',
    '/',
    '#top',
    'https://[::1]/',
  ];
  const bad = [
    '',
    ' ',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil',
    'https://',
    'https://user@evil.example',
    'https://good.example:pw@evil.example',
    'ftp://x',
    'file:///etc/passwd',
    'www.example.org',
    'stories/a',
    'https://a b',
    'https://a"onmouseover=x',
    'mailto:',
    'mailto:a@b?bcc=c@d',
    'tel:abc',
    'https://x\u202e',
    'https://x\u200b',
    'blob:https://x',
    `https://x/${'a'.repeat(2000)}`,
  ];
  assert.deepEqual(
    good.filter((href) => !isAllowedHref(href)),
    [],
  );
  assert.deepEqual(
    bad.filter((href) => isAllowedHref(href)),
    [],
  );
});

test('a text that was not read first has the hash of the text it means', () => {
  const sent = storyTextOf(parseStoryText(story([words('e\u0301')])));
  const byHand = {
    ...sent,
    body: {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'e\u0301' }] }],
    },
  };
  assert.equal(textHash(byHand), textHash(sent));
});
