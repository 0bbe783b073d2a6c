import assert from 'node:assert/strict';
import { test } from 'node:test';
import { houseGroupAt, housePath } from './house-groups.ts';

test('a text signed off has a list on the phone that asks for it alone, and words narrow it', () => {
  assert.equal(housePath('signed', ' '), '/stories?sort=-updatedAt&limit=20&state=signed_off');
  const kept = new URL(housePath('kept', ' 汛期 '), 'http://county.example').searchParams;
  assert.deepEqual([kept.getAll('state'), kept.get('q')], [['held'], '汛期']);
  const turned = new URL(housePath('turned', ''), 'http://county.example').searchParams;
  assert.deepEqual(turned.getAll('state'), ['returned', 'rejected']);
});

test('an address that names no list opens what is under review, what is due first at its head', () => {
  assert.equal(houseGroupAt('signed'), 'signed');
  assert.equal(houseGroupAt('elsewhere'), 'review');
  assert.equal(new URL(housePath('review', ''), 'http://county.example').searchParams.get('sort'), 'dueAt');
});
