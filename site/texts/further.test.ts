import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './en.ts';
import { textsOver, type SiteCatalogue } from './further.ts';

const welsh = {
  shell: { home: 'Hafan', preview: (time) => `Rhagolwg: ${time}` },
} satisfies SiteCatalogue;

test('what a further language says stands over the English words, group by group; what it leaves out is English', () => {
  const texts = textsOver(en, welsh);
  assert.deepEqual([texts.shell.home, texts.shell.search], ['Hafan', en.shell.search]);
  assert.equal(texts.shell.preview('09:30'), 'Rhagolwg: 09:30');
  assert.equal(texts.portal, en.portal);
  assert.equal(en.shell.home, 'Home', 'the English words stay');
});

test('a word of another kind than the English one is not taken: no page falls over it', () => {
  const texts = textsOver(en, { shell: { home: 5, preview: 'x', languages: 'y' }, portal: null });
  assert.deepEqual(
    [texts.shell.home, texts.shell.preview, texts.shell.languages],
    [en.shell.home, en.shell.preview, en.shell.languages],
  );
});
