import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText, type Finding } from '@xiangyin/document/checks';
import { newDraft, type Draft } from './draft.ts';
import { textOf } from './draft-text.ts';
import { mended } from './mend-words.ts';

const written = (words: string): Draft => ({
  ...newDraft('p', 'zh-CN'),
  title: '桥头的灯',
  parts: [{ kind: 'words', words }],
});
const found = (draft: Draft): Finding[] => {
  const parsed = textOf(draft);
  assert.ok(parsed.ok);
  return checkText(parsed.text, { off: [], terms: [{ term: '柳河镇', wrongForms: ['柳荷镇'] }], placeNames: [] });
};

test('what the checks suggest is put where it was found, and nowhere when the place is not certain', () => {
  const once = written('灯修好了。\n柳荷镇的师傅来了。');
  const [finding] = found(once);
  assert.ok(finding);
  const changed = mended(once, finding);
  assert.deepEqual(changed?.parts, [{ kind: 'words', words: '灯修好了。\n柳河镇的师傅来了。' }]);
  assert.deepEqual(found({ ...once, ...changed }), []);
  const twice = written('柳荷镇的师傅来了。\n柳荷镇的师傅来了。');
  const [first] = found(twice);
  assert.ok(first);
  assert.equal(mended(twice, first), null);
});
