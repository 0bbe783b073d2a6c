import assert from 'node:assert/strict';
import { test } from 'node:test';
import { degreesOf, degreesText, metresBetween } from './degrees.ts';

test('degrees are read as people type and paste them, latitude first; anything else is none', () => {
  const there = { latitude: 30.26412, longitude: 118.12907 };
  for (const typed of ['30.26412, 118.12907', ' 30.26412 118.12907 ', '30.26412，118.12907', '30.26412°、118.12907°'])
    assert.deepEqual(degreesOf(typed), there, typed);
  assert.equal(degreesOf('  '), null);
  for (const typed of ['118.12907, 30.26412', '30.26412', '东头第二家', '30.2, 181', '91, 10'])
    assert.equal(degreesOf(typed), undefined, typed);
  assert.deepEqual(degreesOf(degreesText(there)), there);
});

test('metres between two doors: none, a street, and a degree of latitude', () => {
  const door = { latitude: 30, longitude: 118 };
  assert.equal(metresBetween(door, door), 0);
  const street = metresBetween(door, { latitude: 30.001, longitude: 118.001 });
  assert.ok(Math.abs(street - 147) < 1, String(street));
  assert.ok(Math.abs(metresBetween(door, { latitude: 31, longitude: 118 }) - 111_195) < 1);
});
