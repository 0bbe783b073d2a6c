import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskActsOn } from './desk-may.ts';

const inHouse = { edition: null };

test('whoever handed a text in takes it back from the phone while the server offers it', () => {
  const handedIn = { ...inHouse, state: 'first_review', abilities: ['story.read', 'story.take-back'] } as const;
  assert.deepEqual(deskActsOn(handedIn, false), ['take-back']);
  assert.deepEqual(deskActsOn({ ...handedIn, abilities: ['story.read'] }, false), []);
});

test('a draft is put aside and taken up again; whose turn it is to sign returns a text, and a correction is dropped with what is published', () => {
  const abilities = ['story.discard'];
  assert.deepEqual(deskActsOn({ ...inHouse, state: 'draft', abilities }, false), ['discard']);
  assert.deepEqual(deskActsOn({ ...inHouse, state: 'discarded', abilities }, false), ['recover']);
  const edition = { revisionId: 'before' };
  assert.deepEqual(deskActsOn({ ...inHouse, state: 'returned', abilities, edition }, false), []);
  assert.deepEqual(deskActsOn({ ...inHouse, state: 'first_review', abilities: ['story.take-back'] }, true), []);
});

test('a text signed off is published or given another time by whoever may sign it off, and one in review gets its time before', () => {
  const signedOff = { ...inHouse, state: 'signed_off' } as const;
  assert.deepEqual(deskActsOn({ ...signedOff, abilities: ['story.publish'] }, false), ['publish', 'schedule']);
  assert.deepEqual(deskActsOn({ ...signedOff, abilities: ['story.read'] }, false), []);
  const abilities = ['story.schedule'];
  assert.deepEqual(deskActsOn({ ...inHouse, state: 'final_review', abilities }, true), ['schedule']);
  assert.deepEqual(deskActsOn({ ...inHouse, state: 'draft', abilities }, false), []);
});
