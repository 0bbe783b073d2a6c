import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOfAct, wordsOfAct } from './about-act.ts';
import type { PlainAct } from './entry.ts';

const act = (kind: PlainAct['kind'], body: unknown = {}): PlainAct => ({ kind, subjectId: 'a', path: '/', body });

test('what was not taken leads to what it is about, and shows the words that stand nowhere else', () => {
  assert.equal(pageOfAct(act('complete-visit')), '/visits/a');
  assert.equal(pageOfAct(act('accept-offer')), '/offers/a');
  assert.equal(pageOfAct(act('ask-certificate')), '/hours');
  assert.equal(pageOfAct(act('note-idea')), null);
  assert.equal(
    wordsOfAct(act('report-incident', { kind: 'accident', said: '老人在门口摔了一跤。' })),
    '老人在门口摔了一跤。',
  );
  assert.equal(wordsOfAct(act('complete-visit', { minutesServed: 40, report: '' })), '');
  assert.equal(wordsOfAct(act('check-in', null)), '');
});
