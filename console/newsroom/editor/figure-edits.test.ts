import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement } from 'yjs';
import { FigureEdits } from './figure-edits.ts';

const bodyOf = (doc: Doc) => doc.getXmlFragment('body');
const captions = (doc: Doc): unknown[] =>
  (bodyOf(doc).get(0) as XmlElement).toArray().map((one) => (one as XmlElement).getAttribute('caption'));

function figure(hash: string, caption: string): XmlElement {
  const made = new XmlElement('figure');
  made.setAttribute('hash', hash);
  made.setAttribute('caption', caption);
  return made;
}

/** Two people at a gallery of two pictures. */
function two(): { here: Doc; there: Doc; edits: FigureEdits; meet: () => Promise<void> } {
  const here = new Doc();
  const gallery = new XmlElement('gallery');
  gallery.insert(0, [figure('a', '桥'), figure('b', '闸')]);
  bodyOf(here).insert(0, [gallery]);
  const there = new Doc();
  applyUpdate(there, encodeStateAsUpdate(here));
  const meet = async (): Promise<void> => {
    for (let times = 0; times < 2; times += 1) {
      applyUpdate(here, encodeStateAsUpdate(there, encodeStateVector(here)), 'line');
      applyUpdate(there, encodeStateAsUpdate(here, encodeStateVector(there)), 'line');
      // What is brought along is written after the change of the other.
      await Promise.resolve();
    }
  };
  return { here, there, edits: new FigureEdits(here, bodyOf(here)), meet };
}

/** As the editor moves: out, and anew in its place. */
function move(doc: Doc): void {
  const gallery = bodyOf(doc).get(0) as XmlElement;
  const { hash = '', caption = '' } = (gallery.get(0) as XmlElement).getAttributes();
  doc.transact(() => {
    gallery.delete(0);
    gallery.insert(1, [figure(String(hash), String(caption))]);
  });
}

function type(doc: Doc, edits: FigureEdits, words: string): void {
  edits.note([0, 0], 'caption', words);
  ((bodyOf(doc).get(0) as XmlElement).get(0) as XmlElement).setAttribute('caption', words);
}

test('a caption that is typed while somebody else moves the picture goes with the picture', async () => {
  const { here, there, edits, meet } = two();
  type(here, edits, '柳河');
  await meet();
  type(here, edits, '柳河桥通车');
  move(there);
  await meet();
  assert.deepEqual(
    [captions(here), captions(there)],
    [
      ['闸', '柳河桥通车'],
      ['闸', '柳河桥通车'],
    ],
  );
});

test('where somebody wrote other words, moved it and took it out, nothing is written over or put back', async () => {
  const { here, there, edits, meet } = two();
  type(here, edits, '柳河桥');
  move(there);
  ((bodyOf(there).get(0) as XmlElement).get(1) as XmlElement).setAttribute('caption', '新桥');
  await meet();
  assert.deepEqual(captions(here), ['闸', '新桥']);

  const gone = two();
  type(gone.here, gone.edits, '柳河桥');
  (bodyOf(gone.there).get(0) as XmlElement).delete(0);
  await gone.meet();
  assert.deepEqual([captions(gone.here), captions(gone.there)], [['闸'], ['闸']]);
});
