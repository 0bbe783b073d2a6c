import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRenewed } from './program-scripts.ts';

const page = (...scripts: string[]): string =>
  `<!doctype html><html><head>${scripts.map((src) => `<script type="module" crossorigin src="${src}"></script>`).join('')}</head><body></body></html>`;

test('a page that stood open knows when the program has other scripts, and while it starts says nothing', () => {
  const own = ['/console/assets/ahead-AAAAAAAA.js', '/console/assets/main-BBBBBBBB.js'];
  assert.equal(isRenewed(own, page(...own)), false);
  assert.equal(isRenewed(own, page(...own.toReversed())), false, 'in whatever order');
  assert.equal(isRenewed(own, page('/console/assets/ahead-AAAAAAAA.js', '/console/assets/main-CCCCCCCC.js')), true);
  assert.equal(isRenewed(own, page()), false);
  assert.equal(isRenewed([...own, '/console/assets/later-DDDDDDDD.js'], page(...own)), false, 'what came later too');
});
