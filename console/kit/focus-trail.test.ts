import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FocusTrail } from './focus-trail.ts';

test('the focus goes back to the latest place that is still there', () => {
  const trail = new FocusTrail<string>();
  for (const place of ['heading', 'button', 'menu entry', 'field of the dialog', 'menu entry']) trail.note(place);
  const gone = new Set(['field of the dialog', 'menu entry']);
  assert.equal(
    trail.last((place) => !gone.has(place)),
    'button',
  );
  assert.equal(
    trail.last(() => true),
    'menu entry',
  );
  assert.equal(
    trail.last(() => false),
    undefined,
  );
});

test('what was long ago is forgotten', () => {
  const trail = new FocusTrail<number>();
  for (let place = 0; place < 100; place += 1) trail.note(place);
  assert.equal(
    trail.last((place) => place < 80),
    undefined,
  );
});
