import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import {
  canonicalBytes,
  canonicalJson,
  canonicalText,
  fingerprint,
  parseStoryText,
  sha256Hex,
  storyTextFromParagraphs,
  storyTextOf,
  textHash,
  type CanonicalValue,
  type StoryText,
} from './index.ts';
import { arbitraryRawText } from './testing/arbitrary-text.ts';
import { dose } from './testing/dose.ts';

const text = storyTextOf(
  storyTextFromParagraphs({
    language: 'zh-CN',
    title: '12 路公交明早改走环城路',
    deck: '工期约三周。',
    paragraphs: ['从 **23 日（周一）首班车**起。'],
  }),
);

test('the canonical form of a known text never changes', () => {
  assert.equal(
    canonicalText(text),
    '{"body":{"content":[{"content":[{"text":"从 ","type":"text"},{"marks":[{"type":"bold"}],"text":"23 日（周一）首班车","type":"text"},{"text":"起。","type":"text"}],"type":"paragraph"}],"type":"doc"},"deck":"工期约三周。","language":"zh-CN","title":"12 路公交明早改走环城路","v":1}',
  );
  assert.equal(textHash(text), createHash('sha256').update(canonicalBytes(text)).digest('hex'));
});

test('the order in which keys were sent does not matter', () => {
  fc.assert(
    fc.property(arbitraryRawText, (raw) => assert.equal(textHash(read(shuffled(raw))), textHash(read(raw)))),
    dose(200),
  );
});

test('one changed character changes the hash', () => {
  fc.assert(
    fc.property(arbitraryRawText, fc.nat(), fc.constantFrom('字', 'x', '7', '。'), (raw, seed, sign) => {
      const before = read(raw);
      const after = withOneCharacter(before, seed, sign);
      assert.notEqual(textHash(after), textHash(before));
    }),
    dose(200),
  );
});

test('our RFC 8785 writes what the canonicalize library writes', () => {
  const whole = fc.letrec<{ value: CanonicalValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'binary' }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 5 }),
    ),
  })).value;
  fc.assert(
    fc.property(whole, (value) => assert.equal(canonicalJson(value), canonicalize(value))),
    dose(500),
  );
});

test('the example of RFC 8785 §3.2.3 sorts by UTF-16 units', () => {
  const sent = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  assert.deepEqual(Object.values(JSON.parse(canonicalJson(sent).replace('"1"', '"one"'))), [
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

test('fractions, huge numbers and lone surrogates have no canonical form', () => {
  for (const value of [0.5, 2 ** 53, Number.NaN, '\ud800', ['\udc00'], { '\ud800': 1 }])
    assert.throws(() => canonicalJson(value), TypeError);
});

test('a fingerprint is short enough to compare by eye', () => {
  assert.equal(fingerprint(`7f3a91c0${'0'.repeat(52)}e2d4`), '7f3a 91c0 … e2d4');
  assert.equal(sha256Hex('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

function read(raw: unknown): StoryText {
  return storyTextOf(parseStoryText(raw, { draft: true }));
}

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, shuffled(inner)]),
  );
}

/** The text with one sign put somewhere into title, deck or one of its words. */
function withOneCharacter(before: StoryText, seed: number, sign: string): StoryText {
  const after = structuredClone(before);
  const places: ((put: (text: string) => string) => void)[] = [
    (put) => (after.title = put(after.title)),
    (put) => (after.deck = put(after.deck)),
  ];
  for (const block of after.body.content) {
    if (block.type === 'figure') places.push((put) => (block.attrs.alt = put(block.attrs.alt)));
    if (block.type !== 'paragraph' && block.type !== 'heading') continue;
    for (const node of block.content ?? [])
      if (node.type === 'text') places.push((put) => (node.text = put(node.text)));
  }
  places[seed % places.length]?.((words) => {
    const signs = [...words];
    signs.splice(seed % (signs.length + 1), 0, sign);
    return signs.join('');
  });
  return after;
}
