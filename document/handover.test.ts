import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson } from './canonical-json.ts';
import { handoverSays } from './handover.ts';
import { sha256Hex } from './hash.ts';
import { statementHash, type Statement } from './statement.ts';

const [handover, coming, story] = ['0196-h', '0196-c', '0196-s'];
const shown = { comingId: coming, note: '等水利站回话', open: [story] };
const paper = canonicalJson({
  v: 1,
  handover,
  coming,
  noteHash: sha256Hex(shown.note),
  open: [{ story, state: 'second_review' }],
});
const statement: Statement = {
  v: 1,
  county: '330183',
  story: handover,
  revision: 1,
  textHash: sha256Hex(paper),
  path: 'watch',
  step: 'hand-over',
  role: 'chief-editor',
  signer: '0196-l',
  verdict: 'handed-over',
  at: '2026-11-22T01:27:03.120Z',
  previous: '',
  nonce: 'x'.repeat(24),
};

test('a key signs a hand-over only when the paper says what stands on the screen', () => {
  const says = (about: Partial<typeof shown>, sent = paper): boolean =>
    handoverSays(sent, statement, statementHash(statement), { ...shown, ...about });
  assert.equal(says({}), true);
  assert.equal(says({ comingId: '0196-x' }), false, 'somebody else takes over');
  assert.equal(says({ note: '没事' }), false, 'another note');
  assert.equal(says({ open: [] }), false, 'an open text that was not shown');
  assert.equal(says({}, paper.replace('second', 'final')), false, 'another paper than the statement names');
  assert.equal(handoverSays(paper, statement, sha256Hex(''), shown), false, 'another statement than was claimed');
});
