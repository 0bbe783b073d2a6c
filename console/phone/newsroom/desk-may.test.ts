import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskActsOn } from './desk-may.ts';

const own = ['story.read', 'story.take-back', 'story.discard'];

test('whoever handed a text in takes it back from the phone, and puts a draft aside or takes it up again', () => {
  assert.deepEqual(
    deskActsOn({ state: 'first_review', abilities: ['story.read', 'story.take-back'], edition: null }, false),
    ['take-back'],
  );
  assert.deepEqual(deskActsOn({ state: 'draft', abilities: ['story.discard'], edition: null }, false), ['discard']);
  assert.deepEqual(deskActsOn({ state: 'discarded', abilities: ['story.discard'], edition: null }, false), ['recover']);
  assert.deepEqual(deskActsOn({ state: 'first_review', abilities: ['story.read'], edition: null }, false), []);
});

test('whose turn it is to sign returns a text, and a correction in work is dropped with what is published', () => {
  assert.deepEqual(deskActsOn({ state: 'first_review', abilities: own.slice(0, 2), edition: null }, true), []);
  assert.deepEqual(deskActsOn({ state: 'returned', abilities: ['story.discard'], edition: { number: 1 } }, false), []);
});

test('a text signed off is published or given another time by whoever may sign it off, and one in review gets its time before', () => {
  const signedOff = { state: 'signed_off', edition: null } as const;
  assert.deepEqual(deskActsOn({ ...signedOff, abilities: ['story.publish'] }, false), ['publish', 'schedule']);
  assert.deepEqual(deskActsOn({ ...signedOff, abilities: ['story.read'] }, false), []);
  assert.deepEqual(deskActsOn({ state: 'final_review', edition: null, abilities: ['story.schedule'] }, true), [
    'schedule',
  ]);
  assert.deepEqual(deskActsOn({ state: 'draft', edition: null, abilities: ['story.schedule'] }, false), []);
});
