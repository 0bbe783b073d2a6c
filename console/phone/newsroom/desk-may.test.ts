import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskActsOn } from './desk-may.ts';

const chain = { steps: [{ step: 'first_review' }, { step: 'final_review' }] };
const unsigned = { edition: null, chain, signatures: [] };
const signature = { step: 'first_review', verdict: 'approved', standing: 'valid', revisionId: 'now' } as const;

test('whoever handed a text in takes it back from the phone, until somebody has signed it', () => {
  const handedIn = { ...unsigned, state: 'first_review', abilities: ['story.read', 'story.take-back'] } as const;
  assert.deepEqual(deskActsOn(handedIn, false), ['take-back']);
  assert.deepEqual(deskActsOn({ ...handedIn, abilities: ['story.read'] }, false), []);
  assert.deepEqual(deskActsOn({ ...handedIn, signatures: [signature] }, false), []);
  assert.deepEqual(deskActsOn({ ...handedIn, signatures: [{ ...signature, standing: 'voided' }] }, false), [
    'take-back',
  ]);
  // The signatures of what is published stand under something else.
  const published = { edition: { revisionId: 'before' }, signatures: [{ ...signature, revisionId: 'before' }] };
  assert.deepEqual(deskActsOn({ ...handedIn, ...published }, false), ['take-back']);
});

test('a draft is put aside and taken up again; whose turn it is to sign returns a text, and a correction is dropped with what is published', () => {
  const abilities = ['story.discard'];
  assert.deepEqual(deskActsOn({ ...unsigned, state: 'draft', abilities }, false), ['discard']);
  assert.deepEqual(deskActsOn({ ...unsigned, state: 'discarded', abilities }, false), ['recover']);
  const edition = { revisionId: 'before' };
  assert.deepEqual(deskActsOn({ ...unsigned, state: 'returned', abilities, edition }, false), []);
  assert.deepEqual(deskActsOn({ ...unsigned, state: 'first_review', abilities: ['story.take-back'] }, true), []);
});

test('a text signed off is published or given another time by whoever may sign it off, and one in review gets its time before', () => {
  const signedOff = { ...unsigned, state: 'signed_off' } as const;
  assert.deepEqual(deskActsOn({ ...signedOff, abilities: ['story.publish'] }, false), ['publish', 'schedule']);
  assert.deepEqual(deskActsOn({ ...signedOff, abilities: ['story.read'] }, false), []);
  const abilities = ['story.schedule'];
  assert.deepEqual(deskActsOn({ ...unsigned, state: 'final_review', abilities }, true), ['schedule']);
  assert.deepEqual(deskActsOn({ ...unsigned, state: 'draft', abilities }, false), []);
});
