import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditorState } from '@tiptap/pm/state';
import { workingSchema } from '@xiangyin/document/editor';
import { linesOf } from './editor-lines.ts';
import { putWords } from './footnote.ts';
import { asGallery, moved, takenApart } from './gallery.ts';

const words = (text: string): object => ({ type: 'text', text });
const note = (text: string): object => ({ type: 'footnote', content: [words(text)] });
const docOf = (...content: object[]) => workingSchema.nodeFromJSON({ type: 'doc', content });

test('a footnote is one sign of its line, its words are the next, and every sign has its place', () => {
  const doc = docOf(
    { type: 'paragraph', content: [words('井深'), note('卷三'), words('三丈'), note('x'), words('。')] },
    { type: 'paragraph', content: [words('水')] },
  );
  const lines = linesOf(doc);
  assert.deepEqual(
    lines.map(({ text }) => text),
    ['井深\n三丈\n。', '卷三', 'x', '水'],
  );
  for (const { text, at, offsetOf } of lines)
    for (const [i, sign] of [...text].entries()) {
      assert.equal(offsetOf(at(i)), i);
      if (sign !== '\n') assert.equal(doc.textBetween(at(i), at(i) + 1), sign);
    }
});

test('a note takes new words with what stays unmarked and untouched, and an address becomes a link', () => {
  const state = EditorState.create({
    doc: docOf({
      type: 'paragraph',
      content: [{ type: 'footnote', content: [{ ...words('见县志'), marks: [{ type: 'bold' }] }] }],
    }),
  });
  const footnote = state.doc.nodeAt(1);
  assert.ok(footnote);
  const { tr } = state;
  putWords(tr, 2, footnote, '见县志 https://example.org/zhi。');
  assert.deepEqual(JSON.parse(JSON.stringify(tr.doc.nodeAt(1))).content, [
    { ...words('见县志'), marks: [{ type: 'bold' }] },
    words(' '),
    { ...words('https://example.org/zhi'), marks: [{ type: 'link', attrs: { href: 'https://example.org/zhi' } }] },
    words('。'),
  ]);
});

test('neighbouring pictures become a gallery, change places in it, and are taken apart', () => {
  const figure = (letter: string): object => ({ type: 'figure', attrs: { hash: letter.repeat(64), alt: letter } });
  const state = EditorState.create({
    doc: docOf({ type: 'paragraph', content: [words('水')] }, ...['a', 'b', 'c'].map(figure)),
  });
  const order = (from: EditorState): string => {
    const letters: string[] = [];
    from.doc.descendants((node) => void (node.type.name === 'figure' && letters.push(String(node.attrs['alt']))));
    return `${from.doc.childCount} ${letters.join('')}`;
  };
  const after = (from: EditorState, made: ReturnType<typeof moved>): EditorState => {
    assert.ok(made);
    const next = from.apply(made);
    next.doc.check();
    return next;
  };
  const gallery = after(state, asGallery(state, 4));
  assert.equal(order(gallery), '2 abc');
  assert.equal(order(after(gallery, moved(gallery, 4, 2))), '2 bca');
  assert.equal(order(after(gallery, moved(gallery, 5, -1))), '2 bac');
  assert.equal(moved(gallery, 4, -1), null, 'nothing stands before the first');
  assert.equal(order(after(gallery, takenApart(gallery, 3))), '4 abc');
  assert.equal(asGallery(gallery, 3), null, 'alone it has none to join');
  const many = EditorState.create({ doc: docOf(...Array.from({ length: 13 }, () => figure('a'))) });
  assert.equal(asGallery(many, 0), null, 'thirteen are too many');
});
