import fc from 'fast-check';

// Words as people write them, with what makes trouble: accents in two parts, emoji, Han beyond the first plane, markup, spaces, line breaks, invisible signs.
const scraps = [
  '老街',
  '修',
  '下水管',
  '，',
  '。',
  '22 日',
  '（周日）',
  '12 路',
  'e\u0301',
  'é',
  '👨‍👩‍👧',
  '𠮷',
  '<b>',
  '&amp;',
  '"',
  "'",
  ' ',
  '　',
  '\n',
  '\u200b',
  '\ufeff',
  'bus',
  ' stop',
  '3.5',
  '**',
  '한국',
  '\u0301',
  'ﬁ',
  '豈',
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 6, unit: 'grapheme' })), { maxLength: 8 })
  .map((parts) =>
    parts
      .join('')
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202d\u202e\p{Cs}\p{Noncharacter_Code_Point}]/gu, ''),
  );

const href = fc.constantFrom(
  'https://example.org/a?b=1&c=2',
  '/stories/bus-12',
  '#end',
  'mailto:desk@example.org',
  'tel:+86-571-000000',
);
const mark = fc.oneof(
  fc.constant({ type: 'bold' }),
  fc.constant({ type: 'italic' }),
  href.map((address) => ({ type: 'link', attrs: { href: address, target: '_blank', rel: null } })),
);
const marks = fc.uniqueArray(mark, { selector: (one) => one.type, maxLength: 3 });
const textNode = fc.record({ type: fc.constant('text'), text: words, marks });
const hardBreak = fc.record({ type: fc.constant('hardBreak'), marks });
const footnote = fc.record({
  type: fc.constant('footnote'),
  marks,
  content: fc.array(fc.oneof({ weight: 5, arbitrary: textNode }, hardBreak), { maxLength: 3 }),
});
const inline = fc.oneof(
  { weight: 6, arbitrary: textNode },
  { weight: 1, arbitrary: hardBreak },
  { weight: 1, arbitrary: footnote },
);
const paragraph = fc.record({ type: fc.constant('paragraph'), content: fc.array(inline, { maxLength: 5 }) });
const heading = fc.record({
  type: fc.constant('heading'),
  attrs: fc.record({ level: fc.constantFrom(2, 3) }),
  content: fc.array(inline, { maxLength: 3 }),
});
const figure = fc.record({
  type: fc.constant('figure'),
  attrs: fc.record({
    hash: fc.constantFrom('a', 'b', '7f3a').map((start) => start.padEnd(64, '0')),
    alt: words,
    caption: words,
    credit: words,
    width: fc.integer({ min: 1, max: 4000 }),
    height: fc.constant(600),
  }),
});

const { flow } = fc.letrec<{ flow: unknown; list: unknown }>((tie) => ({
  flow: fc.oneof({ maxDepth: 2 }, paragraph, tie('list')),
  list: fc
    .record({
      type: fc.constant('bulletList'),
      content: fc.array(
        fc.record({
          type: fc.constant('listItem'),
          content: fc
            .tuple(paragraph, fc.array(tie('flow'), { maxLength: 1 }))
            .map(([first, rest]) => [first, ...rest]),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .chain((list) =>
      fc.oneof(
        fc.constant(list),
        fc.integer({ min: 1, max: 9 }).map((start) => ({ ...list, type: 'orderedList', attrs: { start, type: null } })),
      ),
    ),
}));
const flowing = fc.array(flow, { minLength: 1, maxLength: 3 });
const table = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })).chain(([rows, columns]) => {
  const cell = fc.record({
    type: fc.constantFrom('tableCell', 'tableHeader'),
    attrs: fc.constant({ colspan: 1, rowspan: 1, colwidth: null }),
    content: fc.tuple(fc.record({ type: fc.constant('paragraph'), content: fc.array(inline, { maxLength: 2 }) })),
  });
  const row = fc
    .array(cell, { minLength: columns, maxLength: columns })
    .map((content) => ({ type: 'tableRow', content }));
  return fc.array(row, { minLength: rows, maxLength: rows }).map((content) => ({ type: 'table', content }));
});
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  heading,
  figure,
  fc.array(figure, { minLength: 2, maxLength: 4 }).map((content) => ({ type: 'gallery', content })),
  flow,
  flowing.map((content) => ({ type: 'blockquote', content })),
  fc
    .tuple(fc.option(heading), flowing)
    .map(([head, content]) => ({ type: 'factBox', content: head === null ? content : [head, ...content] })),
  table,
  fc.constant({ type: 'horizontalRule' }),
);

/** Story texts as an editor may send them: valid, but not normalised. */
export const arbitraryRawText: fc.Arbitrary<{ [name: string]: unknown }> = fc.record({
  v: fc.constant(1),
  language: fc.constantFrom('zh-CN', 'en', 'ug'),
  title: words.map((text) => text.slice(0, 60).replace(/\p{Cs}/gu, '')),
  deck: words.map((text) => text.slice(0, 100).replace(/\p{Cs}/gu, '')),
  body: fc.array(block, { maxLength: 7 }).map((content) => ({ type: 'doc', content })),
});
